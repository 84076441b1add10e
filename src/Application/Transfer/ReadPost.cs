using QuestCms.Domain.Content;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Transfer;

/// <summary>One file of the import as it was found: its place, its bytes, and what it stands beside.</summary>
/// <param name="Path">Relative to the import's root, with forward slashes.</param>
/// <param name="Listing">Every file under the root, relative, for images.</param>
/// <param name="TakenSlugs">Slugs other articles of the site have.</param>
internal sealed record SourceFile(string Path, byte[] Bytes, IReadOnlySet<string> Listing, IReadOnlySet<string> TakenSlugs)
{
    /// <summary>Pictures of an export that were brought in before, by the file they lay in.</summary>
    public IReadOnlyDictionary<string, AssetId> Pictures { get; init; } = new Dictionary<string, AssetId>();
}

/// <summary>What a file says, as an article is made from it. Texts are LF, without NUL and lone surrogates, and within the limits of <see cref="ArticleContent"/>.</summary>
internal sealed record ReadPost
{
    public required string Path { get; init; }
    public required byte[] Sha256 { get; init; }
    public string Title { get; init; } = "";
    public string Slug { get; init; } = "";
    /// <summary>UTC; null when neither front matter nor file name has one.</summary>
    public DateTimeOffset? Date { get; init; }
    public string Summary { get; init; } = "";
    public string SeoTitle { get; init; } = "";
    public string SeoDescription { get; init; } = "";
    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";
    public IReadOnlyList<NamedSlug> Bylines { get; init; } = [];
    public string[] Tags { get; init; } = [];
    public ArticleKind Kind { get; init; } = ArticleKind.News;
    public NamedSlug Category { get; init; } = new("imported", "Imported");
    /// <summary>False only where an export of our own says so.</summary>
    public bool HasCategory { get; init; } = true;
    /// <summary>A picture of the site's library.</summary>
    public AssetId? Cover { get; init; }
    /// <summary>Former addresses as paths, each with a leading slash.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];
    /// <summary>JSON object of front matter that has no field of its own.</summary>
    public string Attributes { get; init; } = "{}";
    /// <summary>False for drafts, and where a part of the text did not fit: such a post is never shown to readers by the import.</summary>
    public bool Published { get; init; } = true;
    /// <summary>The piece of another system it was read from; null for a file of Markdown.</summary>
    public ForeignPost? Came { get; init; }
}

/// <summary>A slug and the name it is shown by.</summary>
internal sealed record NamedSlug(string Slug, string Name);

/// <summary>What became of a part of a file.</summary>
public enum ReportKind
{
    /// <summary>Became a field.</summary>
    Understood,
    /// <summary>Is stored as it was, without being understood.</summary>
    Kept,
    /// <summary>Says the same in another form.</summary>
    Changed,
    /// <summary>Is not in the article.</summary>
    Lost,
}

/// <summary>One line of the report. <paramref name="Line"/> counts from 1 in the file; 0 is the whole file. <paramref name="What"/> is the sort, for counting; <paramref name="Say"/> a sentence.</summary>
public sealed record ReportLine(ReportKind Kind, int Line, string What, string Say);

/// <summary>
/// Where every character went: <c>In = Stored + Σ Removed − Σ Added</c>, in UTF-16 units of the decoded file. <paramref name="Stored"/> is the body; front
/// matter is one of the removals.
/// </summary>
public sealed record CharacterAccount(int In, int Stored, IReadOnlyDictionary<string, int> Removed, IReadOnlyDictionary<string, int> Added)
{
    public bool Balances => In == Stored + Removed.Values.Sum() - Added.Values.Sum();
}

/// <summary>What a file became, part by part.</summary>
public sealed record FileReport(string Path, IReadOnlyList<ReportLine> Lines, CharacterAccount Account)
{
    public FileReport With(ReportLine line) => this with { Lines = [.. Lines, line] };

    public static FileReport Empty(string path) => new(path, [], new CharacterAccount(0, 0, new Dictionary<string, int>(), new Dictionary<string, int>()));
}
