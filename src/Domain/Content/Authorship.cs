namespace QuestCms.Domain.Content;

/// <summary>Who or what wrote words.</summary>
public enum OriginKind { Person, Generation, Template, Import, Agent }

/// <summary>The fields that have words; markup is no word.</summary>
public enum TextField { Title, Summary, Body, SeoTitle, SeoDescription }

/// <summary>Where words come from: a person (typed, or pasted from outside), a generation, a template, an import, an agent.</summary>
/// <param name="Who">The person's, generation's or agent's id; null for a template or an import.</param>
/// <param name="Pasted">Brought from outside by the person named.</param>
public sealed record Origin(OriginKind Kind, Guid? Who = null, bool Pasted = false)
{
    /// <summary>Written by a model: Claude, or an agent through MCP.</summary>
    public bool IsMachine => Kind is OriginKind.Generation or OriginKind.Agent;
}

/// <summary>So many words one after another of one origin (an index into <see cref="Authorship.Origins"/>).</summary>
public readonly record struct OriginRun(int Words, int Origin);

/// <summary>
/// The origin of every word of a revision, field by field, in the order of the text. The runs of a field add up to its number of words.
/// Stored as JSON with the revision.
/// </summary>
public sealed record Authorship(IReadOnlyList<Origin> Origins, IReadOnlyDictionary<TextField, IReadOnlyList<OriginRun>> Runs)
{
    public static readonly Authorship Empty = new([], new Dictionary<TextField, IReadOnlyList<OriginRun>>());
}

/// <summary>Words by where they come from. "Edited" are the words of sentences that a model and a person both had a hand in.</summary>
public readonly record struct OriginShares(int Machine, int Edited, int People, int Pasted)
{
    public int Words => Machine + Edited + People + Pasted;
}
