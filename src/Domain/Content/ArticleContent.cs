using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>
/// Everything of an article that a writer can change, as one value: the working copy has one, each revision has one, a side copy has one.
/// Texts are LF; an empty title, slug or body is allowed in a draft and refused at submission.
/// </summary>
public sealed record ArticleContent
{
    public const int MaxTitle = 200;
    public const int MaxSummary = 1000;
    public const int MaxSlug = Common.Slug.Max;
    public const int MaxSeoTitle = 320;
    public const int MaxSeoDescription = 320;
    public const int MaxTags = 20;
    public const int MaxTag = 40;
    public const int MaxBylines = 10;
    /// <summary>Bytes of UTF-8.</summary>
    public const int MaxBodyBytes = 200 * 1024;

    public string Title { get; init; } = "";
    public string Summary { get; init; } = "";
    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";
    public string Slug { get; init; } = "";
    public string SeoTitle { get; init; } = "";
    public string SeoDescription { get; init; } = "";
    public ArticleKind Kind { get; init; }
    public CategoryId? Category { get; init; }
    public string[] Tags { get; init; } = [];
    /// <summary>In the order readers see them.</summary>
    public BylineId[] Bylines { get; init; } = [];
    /// <summary>The picture above the text and in lists; null for none.</summary>
    public AssetId? Cover { get; init; }

    /// <summary>Every picture of the library it shows. It follows from cover and body and is stored with them, so that one index answers where a picture is used.</summary>
    public AssetId[] Pictures
    {
        get => PicturesInText.Of(Cover, Body);
        private init { } // what is stored is never asked back
    }

    /// <summary>Equal in every field, lists in order. (A record compares arrays by reference.)</summary>
    public bool SameAs(ArticleContent other) =>
        SameTextAs(other) && Slug == other.Slug && Kind == other.Kind && Category == other.Category && Cover == other.Cover
        && Tags.SequenceEqual(other.Tags) && Bylines.SequenceEqual(other.Bylines);

    /// <summary>Equal in everything that has words.</summary>
    public bool SameTextAs(ArticleContent other) =>
        Title == other.Title && Summary == other.Summary && Body == other.Body && SeoTitle == other.SeoTitle && SeoDescription == other.SeoDescription;

    /// <summary>The title, or what stands in lists while there is none.</summary>
    public string ShownTitle => Title.Length > 0 ? Title : "Untitled";
}
