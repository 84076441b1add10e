namespace QuestCms.Application.Transfer;

/// <summary>What a text of another system is written in; WordPress's is HTML with shortcodes, block comments and paragraphs that are only blank lines.</summary>
public enum ForeignForm { Markdown, Html, WordPress }

/// <summary>Where a piece stood there.</summary>
public enum ForeignState { Draft, InReview, Published, Archived }

/// <summary>A model wrote it there. <paramref name="Prompt"/> is what it was asked, as far as it is known.</summary>
public sealed record ForeignModel(string Name, string Prompt);

/// <summary>
/// One piece as another system holds it, before anything is made of it: whatever the source said, unchecked. Two equal ones are the same state of the same piece, so a run
/// that finds it equal changes nothing.
/// </summary>
public sealed record ForeignPost
{
    /// <summary><c>legacy</c>, <c>wordpress</c>, <c>ghost</c>.</summary>
    public required string From { get; init; }
    /// <summary>The piece's identity within a site: the source and what the piece is called there; at most 500 characters.</summary>
    public required string Path { get; init; }
    /// <summary>The id the article keeps; null: it gets one of ours.</summary>
    public Guid? Id { get; init; }
    public string Title { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Body { get; init; } = "";
    public ForeignForm Form { get; init; } = ForeignForm.Html;
    public string Summary { get; init; } = "";
    public string SeoTitle { get; init; } = "";
    public string SeoDescription { get; init; } = "";
    public DateTimeOffset? CreatedAt { get; init; }
    public DateTimeOffset? ChangedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public ForeignState State { get; init; }
    /// <summary>The source's own word for the state.</summary>
    public string Status { get; init; } = "";
    public string Category { get; init; } = "";
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Authors { get; init; } = [];
    /// <summary>Addresses or paths.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
    public ForeignModel? Model { get; init; }
    /// <summary>What has no field here and is kept beside the article, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Rest { get; init; } = [];
    /// <summary>What the reader of the source has to tell of it.</summary>
    public IReadOnlyList<ReportLine> Notes { get; init; } = [];

    internal byte[] Sha256() => System.Security.Cryptography.SHA256.HashData(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(this));
}

/// <summary>One thing of an export: a post, or why it is none.</summary>
/// <param name="Say">Why it is left out; null for a post.</param>
public sealed record ForeignItem(string Path, ForeignPost? Post, string? Say = null)
{
    public static ForeignItem Of(ForeignPost post) => new(post.Path, post);
}

/// <summary>An export, or the earlier table, can't be read on. The message is a sentence for the operator and holds no secret.</summary>
public sealed class UnreadableExportException(string message) : Exception(message);
