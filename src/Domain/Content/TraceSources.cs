namespace QuestCms.Domain.Content;

/// <summary>A text whose words have known origins: a revision.</summary>
public sealed record TracedText(ArticleContent Content, Authorship Authorship);

/// <summary>A proposal of a generation or an agent that a person took, whole or in part. Markdown.</summary>
public sealed record TakenProposal(string Text, Origin Origin);

/// <summary>What a person pasted from the clipboard, as the browser reported it.</summary>
public sealed record PastedText(string Text, Guid Person);

/// <summary>Everything that words of a new text may come from, besides its writer.</summary>
/// <param name="Base">The revision that was edited; null for the first.</param>
public sealed record TraceSources(TracedText? Base = null)
{
    public static readonly TraceSources None = new();

    /// <summary>Older revisions and side copies, newest first. They are read only as far as words are still unexplained; some dozens are enough.</summary>
    public IReadOnlyList<TracedText> Earlier { get; init; } = [];
    /// <summary>Proposals taken since the base, newest first.</summary>
    public IReadOnlyList<TakenProposal> Taken { get; init; } = [];
    public IReadOnlyList<PastedText> Pasted { get; init; } = [];
}
