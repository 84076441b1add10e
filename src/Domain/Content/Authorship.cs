using System.Runtime.InteropServices;

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
/// The origin of every word of a revision, field by field, in the order of the text. The runs of a field add up to its number of words (<see cref="Words.Of"/>);
/// a field without words has none. Stored as JSON with the revision.
/// </summary>
public sealed record Authorship(IReadOnlyList<Origin> Origins, IReadOnlyDictionary<TextField, IReadOnlyList<OriginRun>> Runs)
{
    public static readonly Authorship Empty = new([], new Dictionary<TextField, IReadOnlyList<OriginRun>>());

    /// <summary>A text that one source wrote as a whole: an import, a template, a first draft.</summary>
    public static Authorship AllOf(ArticleContent content, Origin origin) => AuthorshipTracer.Trace(content, origin, TraceSources.None);

    /// <summary>Words by what a reader of the strip sees, in all fields. Needs the text, because "edited" is said of whole sentences.</summary>
    public OriginShares Shares(ArticleContent content)
    {
        var shares = default(OriginShares);
        foreach (var field in Enum.GetValues<TextField>())
            foreach (var (words, tint) in TintedText.Of(field, content.TextOf(field), this).Runs) shares = shares.With(tint, words);
        return shares;
    }

    /// <summary>Words by what wrote them, in all fields: an import and a template keep their kind here.</summary>
    public IReadOnlyDictionary<OriginKind, int> WordsByKind() =>
        (from runs in Runs.Values from run in runs group run.Words by Origins[run.Origin].Kind).ToDictionary(g => g.Key, g => g.Sum());

    /// <summary>How many words a model wrote, touched by a person or not.</summary>
    public MachineShare MachineShare() => new(
        Runs.Values.SelectMany(runs => runs).Where(run => Origins[run.Origin].IsMachine).Sum(run => run.Words),
        Runs.Values.SelectMany(runs => runs).Sum(run => run.Words));

    /// <summary>True when any word is this person's, generation's or agent's, typed or pasted.</summary>
    public bool HasWordsOf(OriginKind kind, Guid who) => Origins.Any(o => o.Kind == kind && o.Who == who);

    /// <summary>How many words of all fields are this person's, generation's or agent's.</summary>
    public int WordsOf(OriginKind kind, Guid who) => Runs.Values.SelectMany(runs => runs).Where(run => Origins[run.Origin] is var origin && origin.Kind == kind && origin.Who == who).Sum(run => run.Words);

    /// <summary>The same origin for every word; records compare lists by reference.</summary>
    public bool SameAs(Authorship other) => Enum.GetValues<TextField>().All(field =>
        Expand(field).SequenceEqual(other.Expand(field)));

    /// <summary>Word by word. Should the rules of what is a word have changed since it was stored, what is missing has no origin and what is too many is left out.</summary>
    internal Origin?[] OriginsOf(TextField field, int words)
    {
        var origins = new Origin?[words];
        var at = 0;
        foreach (var origin in Expand(field))
        {
            if (at == words) break;
            origins[at++] = origin;
        }
        return origins;
    }

    internal static Authorship Of(IEnumerable<(TextField Field, Origin?[] Words)> fields)
    {
        var origins = new List<Origin>();
        var known = new Dictionary<Origin, int>();
        var all = new Dictionary<TextField, IReadOnlyList<OriginRun>>();
        foreach (var (field, words) in fields)
        {
            if (words.Length == 0) continue;
            var runs = new List<OriginRun>();
            foreach (var word in words)
            {
                var origin = word ?? throw new ArgumentException($"A word of {field} has no origin.", nameof(fields));
                ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(known, origin, out var exists);
                if (!exists)
                {
                    index = origins.Count;
                    origins.Add(origin);
                }
                if (runs.Count > 0 && runs[^1].Origin == index) runs[^1] = runs[^1] with { Words = runs[^1].Words + 1 };
                else runs.Add(new OriginRun(1, index));
            }
            all[field] = runs;
        }
        return new Authorship(origins, all);
    }

    private IEnumerable<Origin> Expand(TextField field) =>
        Runs.TryGetValue(field, out var runs) ? runs.SelectMany(run => Enumerable.Repeat(Origins[run.Origin], run.Words)) : [];
}
