// Written by ./quest clients from clients/openapi.json: change the application, not this file.
#nullable enable
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuestCms.Client;

/// <summary>One of: none, assisted, generated. New values may come: keep a way for what you don't know.</summary>
[JsonConverter(typeof(ChoiceConverter<AiOrigin>))]
public readonly record struct AiOrigin(string Value) : IChoice<AiOrigin>
{
    public static readonly AiOrigin None = new("none");
    public static readonly AiOrigin Assisted = new("assisted");
    public static readonly AiOrigin Generated = new("generated");

    /// <summary>The word as it is sent.</summary>
    public override string ToString() => Value;

    static AiOrigin IChoice<AiOrigin>.Of(string value) => new(value);
}

/// <summary>One of: guide, tutorial, news, analysis, comparison, review. New values may come: keep a way for what you don't know.</summary>
[JsonConverter(typeof(ChoiceConverter<ArticleKind>))]
public readonly record struct ArticleKind(string Value) : IChoice<ArticleKind>
{
    public static readonly ArticleKind Guide = new("guide");
    public static readonly ArticleKind Tutorial = new("tutorial");
    public static readonly ArticleKind News = new("news");
    public static readonly ArticleKind Analysis = new("analysis");
    public static readonly ArticleKind Comparison = new("comparison");
    public static readonly ArticleKind Review = new("review");

    /// <summary>The word as it is sent.</summary>
    public override string ToString() => Value;

    static ArticleKind IChoice<ArticleKind>.Of(string value) => new(value);
}

/// <summary>One of: none, html, markdown, text. New values may come: keep a way for what you don't know.</summary>
[JsonConverter(typeof(ChoiceConverter<BodyForm>))]
public readonly record struct BodyForm(string Value) : IChoice<BodyForm>
{
    public static readonly BodyForm None = new("none");
    public static readonly BodyForm Html = new("html");
    public static readonly BodyForm Markdown = new("markdown");
    public static readonly BodyForm Text = new("text");

    /// <summary>The word as it is sent.</summary>
    public override string ToString() => Value;

    static BodyForm IChoice<BodyForm>.Of(string value) => new(value);
}

/// <summary>article.corrected is reserved. New values may come: keep a way for what you don't know.</summary>
[JsonConverter(typeof(ChoiceConverter<EventType>))]
public readonly record struct EventType(string Value) : IChoice<EventType>
{
    public static readonly EventType ArticlePublished = new("article.published");
    public static readonly EventType ArticleUpdated = new("article.updated");
    public static readonly EventType ArticleUnpublished = new("article.unpublished");
    public static readonly EventType ArticleArchived = new("article.archived");
    public static readonly EventType ArticleDeleted = new("article.deleted");
    public static readonly EventType ArticleSlugChanged = new("article.slug_changed");
    public static readonly EventType ArticleCorrected = new("article.corrected");
    public static readonly EventType MediaUpdated = new("media.updated");
    public static readonly EventType SiteUpdated = new("site.updated");
    public static readonly EventType EndpointTest = new("endpoint.test");

    /// <summary>The word as it is sent.</summary>
    public override string ToString() => Value;

    static EventType IChoice<EventType>.Of(string value) => new(value);
}

/// <summary>whole: uncropped; cover: cropped for lists; social: for shared links. New values may come: keep a way for what you don't know.</summary>
[JsonConverter(typeof(ChoiceConverter<PictureCut>))]
public readonly record struct PictureCut(string Value) : IChoice<PictureCut>
{
    public static readonly PictureCut Whole = new("whole");
    public static readonly PictureCut Cover = new("cover");
    public static readonly PictureCut Social = new("social");

    /// <summary>The word as it is sent.</summary>
    public override string ToString() => Value;

    static PictureCut IChoice<PictureCut>.Of(string value) => new(value);
}

/// <summary>One of: draft, in_review, approved, changes_requested, rejected. New values may come: keep a way for what you don't know.</summary>
[JsonConverter(typeof(ChoiceConverter<ReviewState>))]
public readonly record struct ReviewState(string Value) : IChoice<ReviewState>
{
    public static readonly ReviewState Draft = new("draft");
    public static readonly ReviewState InReview = new("in_review");
    public static readonly ReviewState Approved = new("approved");
    public static readonly ReviewState ChangesRequested = new("changes_requested");
    public static readonly ReviewState Rejected = new("rejected");

    /// <summary>The word as it is sent.</summary>
    public override string ToString() => Value;

    static ReviewState IChoice<ReviewState>.Of(string value) => new(value);
}

/// <summary>One of: any, draft, in_review, changes_requested, rejected, approved, scheduled, published, published_with_changes, archived. New values may come: keep a way for what you don't know.</summary>
[JsonConverter(typeof(ChoiceConverter<ShownState>))]
public readonly record struct ShownState(string Value) : IChoice<ShownState>
{
    public static readonly ShownState Any = new("any");
    public static readonly ShownState Draft = new("draft");
    public static readonly ShownState InReview = new("in_review");
    public static readonly ShownState ChangesRequested = new("changes_requested");
    public static readonly ShownState Rejected = new("rejected");
    public static readonly ShownState Approved = new("approved");
    public static readonly ShownState Scheduled = new("scheduled");
    public static readonly ShownState Published = new("published");
    public static readonly ShownState PublishedWithChanges = new("published_with_changes");
    public static readonly ShownState Archived = new("archived");

    /// <summary>The word as it is sent.</summary>
    public override string ToString() => Value;

    static ShownState IChoice<ShownState>.Of(string value) => new(value);
}

/// <summary>Which share of the words came from a model: none, assisted (some), generated (over half).</summary>
public sealed record AiShare
{
    public required AiOrigin Origin { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>A sentence for readers.</summary>
    public required string? Disclosure { get; init; }
}

/// <summary>A published article.</summary>
public sealed record Article
{
    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public required string Slug { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Locale { get; init; }
    public required ArticleKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>In the form asked for: HTML unless said otherwise.</summary>
    public required string Body { get; init; }
    public required Named? Category { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required IReadOnlyList<Named> Authors { get; init; }
    public required Image? Image { get; init; }
    public required Seo Seo { get; init; }
    public required int ReadingMinutes { get; init; }
    public required int WordCount { get; init; }

    /// <summary>When readers saw it first.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When what they see was published.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts its publications.</summary>
    public required int Version { get; init; }
    public required Review Review { get; init; }
    public required AiShare Ai { get; init; }

    /// <summary>What to purge a cache by.</summary>
    public required IReadOnlyList<string> CacheTags { get; init; }

    /// <summary>With <c>include=related</c>.</summary>
    public IReadOnlyList<ListedArticle>? Related { get; init; }

    /// <summary>With <c>include=media</c>: all of its pictures, the cover first.</summary>
    public IReadOnlyList<ArticlePicture>? Media { get; init; }
}

/// <summary>A picture of an article.</summary>
public sealed record ArticlePicture
{
    public required Guid Id { get; init; }
    public required bool Cover { get; init; }
    public required string Url { get; init; }
    public required string Alt { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string Credit { get; init; }

    /// <summary>Made with AI.</summary>
    public required bool Ai { get; init; }
    public required IReadOnlyList<Rendition> Renditions { get; init; }
}

/// <summary>A byline.</summary>
public sealed record Author
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string About { get; init; }
    public required int Articles { get; init; }
}

public sealed record ChangeList
{
    public required IReadOnlyList<QuestEvent> Data { get; init; }
    public required ChangeListMeta Meta { get; init; }
    public required PageLinks Links { get; init; }
}

public sealed record ChangeListMeta
{
    public required int Limit { get; init; }
    public required int? Count { get; init; }

    /// <summary>The cursor to go on from, also when nothing came.</summary>
    public required string Next { get; init; }

    /// <summary>More is there already.</summary>
    public required bool More { get; init; }
}

/// <summary>An article as a list shows it, or the chosen fields of it, and how it was found.</summary>
public sealed record FoundArticle
{
    public Guid? Id { get; init; }
    public string? Site { get; init; }
    public string? Slug { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }
    public ArticleKind? Kind { get; init; }
    public string? Title { get; init; }
    public string? Summary { get; init; }
    public string? Body { get; init; }
    public PartOfNamed? Category { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<PartOfNamed>? Authors { get; init; }

    /// <summary>A picture with what a reader is told of it. Addresses begin at the root of the house.</summary>
    public PartOfImage? Image { get; init; }
    public PartOfSeo? Seo { get; init; }
    public int? ReadingMinutes { get; init; }
    public int? WordCount { get; init; }

    /// <summary>When readers saw it first.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When what they see was published.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Counts its publications.</summary>
    public int? Version { get; init; }

    /// <summary>Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers.</summary>
    public PartOfReview? Review { get; init; }

    /// <summary>Which share of the words came from a model: none, assisted (some), generated (over half).</summary>
    public PartOfAiShare? Ai { get; init; }

    /// <summary>What to purge a cache by.</summary>
    public IReadOnlyList<string>? CacheTags { get; init; }

    /// <summary>With <c>include=related</c>.</summary>
    public IReadOnlyList<ListedArticle>? Related { get; init; }

    /// <summary>With <c>include=media</c>: all of its pictures, the cover first.</summary>
    public IReadOnlyList<ArticlePicture>? Media { get; init; }
    public required SearchMatch Match { get; init; }
}

/// <summary>A picture with what a reader is told of it. Addresses begin at the root of the house.</summary>
public sealed record Image
{
    public required string Url { get; init; }
    public required string Alt { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string Credit { get; init; }

    /// <summary>Made with AI.</summary>
    public required bool Ai { get; init; }
    public required IReadOnlyList<Rendition> Renditions { get; init; }
}

/// <summary>A published article as lists show it: without its body unless that is asked for.</summary>
public sealed record ListedArticle
{
    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public required string Slug { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Locale { get; init; }
    public required ArticleKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }

    /// <summary>With <c>body</c> or <c>fields=body</c>.</summary>
    public string? Body { get; init; }
    public required Named? Category { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required IReadOnlyList<Named> Authors { get; init; }
    public required Image? Image { get; init; }
    public required Seo Seo { get; init; }
    public required int ReadingMinutes { get; init; }
    public required int WordCount { get; init; }

    /// <summary>When readers saw it first.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When what they see was published.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Counts its publications.</summary>
    public required int Version { get; init; }
    public required Review Review { get; init; }
    public required AiShare Ai { get; init; }

    /// <summary>What to purge a cache by.</summary>
    public required IReadOnlyList<string> CacheTags { get; init; }

    /// <summary>With <c>include=related</c>.</summary>
    public IReadOnlyList<ListedArticle>? Related { get; init; }

    /// <summary>With <c>include=media</c>: all of its pictures, the cover first.</summary>
    public IReadOnlyList<ArticlePicture>? Media { get; init; }
}

public sealed record ManagedArticle
{
    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public required string Locale { get; init; }
    public required int Version { get; init; }
    public required ReviewState State { get; init; }
    public required ShownState Shown { get; init; }
    public required int Revision { get; init; }
    public required int? LiveRevision { get; init; }
    public required int? ApprovedRevision { get; init; }
    public required bool HasUnpublishedChanges { get; init; }
    public required DateTimeOffset? ScheduledFor { get; init; }
    public required DateTimeOffset? FirstPublishedAt { get; init; }
    public required DateTimeOffset? ArchivedAt { get; init; }
    public required DateTimeOffset? BinnedAt { get; init; }
    public required ManagedWriter? CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required ManagedWriter? ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int WordCount { get; init; }
    public required int ReadingMinutes { get; init; }
    public required ManagedText Text { get; init; }
    public required IReadOnlyList<ManagedArticleCheck> Checks { get; init; }
}

public sealed record ManagedArticleCheck
{
    public required string Level { get; init; }
    public required string Field { get; init; }
    public required string Title { get; init; }
    public required string Detail { get; init; }
}

public sealed record ManagedAskSent
{
    public required Guid Article { get; init; }
    public required string Kind { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Angle { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MustSay { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MustNotSay { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sources { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Instruction { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Context { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Words { get; init; }
}

public sealed record ManagedAsked
{
    public required Guid Id { get; init; }
}

public sealed record ManagedBinned
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required ArticleKind Kind { get; init; }
    public required int WordCount { get; init; }
    public required DateTimeOffset BinnedAt { get; init; }
    public required DateTimeOffset DeletedFrom { get; init; }
    public required bool WasLive { get; init; }
}

public sealed record ManagedBinnedPage
{
    public required IReadOnlyList<ManagedBinned> Data { get; init; }
    public required ManagedPageMeta Meta { get; init; }
    public required ManagedPageLinks Links { get; init; }
}

public sealed record ManagedBrought
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required string Alt { get; init; }
    public required string Url { get; init; }
}

public sealed record ManagedGeneration
{
    public required Guid Id { get; init; }
    public required Guid Article { get; init; }
    public required string Kind { get; init; }
    public required string State { get; init; }
    public required string Proposal { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Prompt { get; init; }
    public required string Model { get; init; }
    public required int Tokens { get; init; }
    public required double? Cost { get; init; }
}

public sealed record ManagedGenerationPage
{
    public required IReadOnlyList<ManagedGeneration> Data { get; init; }
    public required ManagedPageMeta Meta { get; init; }
    public required ManagedPageLinks Links { get; init; }
}

public sealed record ManagedGenerationText
{
    public required Guid Id { get; init; }
    public required Guid Article { get; init; }
    public required string Kind { get; init; }
    public required string State { get; init; }
    public required string Proposal { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Prompt { get; init; }
    public required string Model { get; init; }
    public required string? Say { get; init; }
    public required string Text { get; init; }
    public required int InputTokens { get; init; }
    public required int OutputTokens { get; init; }
    public required double? Cost { get; init; }
}

public sealed record ManagedNoteSent
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}

public sealed record ManagedPageLinks
{
    public required string Self { get; init; }
    public required string? Next { get; init; }
}

public sealed record ManagedPageMeta
{
    public required int Limit { get; init; }
}

public sealed record ManagedPicture
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required string Alt { get; init; }
    public required string Credit { get; init; }
    public required bool IsAi { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required string State { get; init; }
    public required string Url { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required string AddedBy { get; init; }
}

public sealed record ManagedPicturePage
{
    public required IReadOnlyList<ManagedPicture> Data { get; init; }
    public required ManagedPageMeta Meta { get; init; }
    public required ManagedPageLinks Links { get; init; }
}

public sealed record ManagedPlanSent
{
    public required string Action { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Revision { get; init; }
    public required DateTimeOffset At { get; init; }
}

public sealed record ManagedRevision
{
    public required int Number { get; init; }
    public required string Occasion { get; init; }
    public required string Origin { get; init; }
    public required int? BasedOn { get; init; }
    public required ManagedWriter? By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int WordCount { get; init; }
    public required ManagedRevisionDecision? Decision { get; init; }
}

public sealed record ManagedRevisionDecision
{
    public required string Verdict { get; init; }
    public required string Kind { get; init; }
    public required int? Score { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

public sealed record ManagedRevisionPage
{
    public required IReadOnlyList<ManagedRevision> Data { get; init; }
    public required ManagedPageMeta Meta { get; init; }
    public required ManagedPageLinks Links { get; init; }
}

public sealed record ManagedRevisionText
{
    public required ManagedRevision Revision { get; init; }
    public required string Locale { get; init; }
    public required ManagedText Text { get; init; }
}

public sealed record ManagedRow
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required ArticleKind Kind { get; init; }
    public required ShownState Shown { get; init; }
    public required int Revision { get; init; }
    public required int? LiveRevision { get; init; }
    public required int? Score { get; init; }
    public required int WordCount { get; init; }
    public required DateTimeOffset? ScheduledFor { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required ManagedWriter? ChangedBy { get; init; }
    public required string? Passage { get; init; }
}

public sealed record ManagedRowPage
{
    public required IReadOnlyList<ManagedRow> Data { get; init; }
    public required ManagedPageMeta Meta { get; init; }
    public required ManagedPageLinks Links { get; init; }
}

public sealed record ManagedStanding
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required ReviewState State { get; init; }
    public required ShownState Shown { get; init; }
    public required string Slug { get; init; }
    public required int Revision { get; init; }
    public required int? LiveRevision { get; init; }
    public required int? ApprovedRevision { get; init; }
    public required DateTimeOffset? ScheduledFor { get; init; }
    public required DateTimeOffset? ArchivedAt { get; init; }
    public required DateTimeOffset? BinnedAt { get; init; }
    public required int WordCount { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

public sealed record ManagedText
{
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Body { get; init; }
    public required string? Slug { get; init; }
    public required ArticleKind Kind { get; init; }
    public required string? Category { get; init; }
    public required IReadOnlyList<string> Tags { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required Guid? Image { get; init; }
    public required ManagedTextSeo Seo { get; init; }
}

public sealed record ManagedTextSent
{
    public required string Title { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Summary { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Slug { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArticleKind? Kind { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Category { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Authors { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Image { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ManagedTextSentSeo? Seo { get; init; }
}

public sealed record ManagedTextSentSeo
{
    public required string Title { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }
}

public sealed record ManagedTextSeo
{
    public required string Title { get; init; }
    public required string Description { get; init; }
}

public sealed record ManagedWriter
{
    public required string Kind { get; init; }
    public required string Name { get; init; }
}

public sealed record Named
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
}

/// <summary>Addresses from the root; the same stand in the header <c>Link</c>.</summary>
public sealed record PageLinks
{
    public required string Self { get; init; }
    public required string? Next { get; init; }
    public required string? Prev { get; init; }
}

public sealed record PageMeta
{
    public required int Limit { get; init; }

    /// <summary>All that meet the conditions, with <c>count=true</c>.</summary>
    public required int? Count { get; init; }
}

/// <summary>Which share of the words came from a model: none, assisted (some), generated (over half).</summary>
public sealed record PartOfAiShare
{
    public AiOrigin? Origin { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Share { get; init; }

    /// <summary>A sentence for readers.</summary>
    public string? Disclosure { get; init; }
}

/// <summary>The chosen fields of an article, or parts of them.</summary>
public sealed record PartOfArticle
{
    public Guid? Id { get; init; }
    public string? Site { get; init; }
    public string? Slug { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Locale { get; init; }
    public ArticleKind? Kind { get; init; }
    public string? Title { get; init; }
    public string? Summary { get; init; }
    public string? Body { get; init; }
    public PartOfNamed? Category { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<PartOfNamed>? Authors { get; init; }

    /// <summary>A picture with what a reader is told of it. Addresses begin at the root of the house.</summary>
    public PartOfImage? Image { get; init; }
    public PartOfSeo? Seo { get; init; }
    public int? ReadingMinutes { get; init; }
    public int? WordCount { get; init; }

    /// <summary>When readers saw it first.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When what they see was published.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Counts its publications.</summary>
    public int? Version { get; init; }

    /// <summary>Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers.</summary>
    public PartOfReview? Review { get; init; }

    /// <summary>Which share of the words came from a model: none, assisted (some), generated (over half).</summary>
    public PartOfAiShare? Ai { get; init; }

    /// <summary>What to purge a cache by.</summary>
    public IReadOnlyList<string>? CacheTags { get; init; }

    /// <summary>With <c>include=related</c>.</summary>
    public IReadOnlyList<ListedArticle>? Related { get; init; }

    /// <summary>With <c>include=media</c>: all of its pictures, the cover first.</summary>
    public IReadOnlyList<ArticlePicture>? Media { get; init; }
}

/// <summary>A picture with what a reader is told of it. Addresses begin at the root of the house.</summary>
public sealed record PartOfImage
{
    public string? Url { get; init; }
    public string? Alt { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public string? Credit { get; init; }

    /// <summary>Made with AI.</summary>
    public bool? Ai { get; init; }
    public IReadOnlyList<Rendition>? Renditions { get; init; }
}

public sealed record PartOfNamed
{
    public string? Slug { get; init; }
    public string? Name { get; init; }
}

/// <summary>Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers.</summary>
public sealed record PartOfReview
{
    public int? Score { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public IReadOnlyList<string>? Reviewers { get; init; }
}

public sealed record PartOfSeo
{
    public string? Title { get; init; }
    public string? Description { get; init; }

    /// <summary>The one address of the article, from the root of the house.</summary>
    public string? Canonical { get; init; }
    public IReadOnlyList<string>? Keywords { get; init; }
}

public sealed record PictureForm
{
    /// <summary>The picture's bytes.</summary>
    public required Stream File { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Alt { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Credit { get; init; }
}

/// <summary>RFC 9457 problem details. <c>type</c> is a page that explains the code.</summary>
public sealed record Problem
{
    /// <summary>Address of the page about this code.</summary>
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required int Status { get; init; }

    /// <summary>What happened, in a sentence a person may read.</summary>
    public required string Detail { get; init; }

    /// <summary>Stable, lower case.</summary>
    public required string Code { get; init; }

    /// <summary>Names this answer in the logs of the house.</summary>
    public required string TraceId { get; init; }

    /// <summary>Everything that is wrong, at once.</summary>
    public required IReadOnlyList<ProblemField> Errors { get; init; }
    public Replacement? Replacement { get; init; }
}

/// <summary>One thing that is wrong.</summary>
public sealed record ProblemField
{
    /// <summary>JSON pointer into what was sent.</summary>
    public required string? Pointer { get; init; }

    /// <summary>Name of a parameter.</summary>
    public required string? Parameter { get; init; }
    public required string Code { get; init; }
    public required string Detail { get; init; }

    /// <summary>The nearest right name, or what to write instead.</summary>
    public required string? Hint { get; init; }
}

/// <summary>The one form an event has wherever it is told.</summary>
public sealed record QuestEvent
{
    /// <summary>The same wherever and however often it is told; also the cursor behind it.</summary>
    public required string Id { get; init; }

    /// <summary>article.corrected is reserved.</summary>
    public required EventType Type { get; init; }
    public required DateTimeOffset Timestamp { get; init; }
    public required QuestEventData Data { get; init; }
}

public sealed record QuestEventData
{
    /// <summary>Of the article; of the picture or the site where it is about one of those.</summary>
    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public required string? Slug { get; init; }
    public required string? PreviousSlug { get; init; }
    public required string? Locale { get; init; }

    /// <summary>Which publication of the article it was.</summary>
    public required int? Version { get; init; }

    /// <summary>Rises with each event of the site.</summary>
    public required int? Sequence { get; init; }

    /// <summary>Where it is read in the API.</summary>
    public required string? Url { get; init; }
    public required IReadOnlyList<string> ChangedFields { get; init; }
    public required IReadOnlyList<string> CacheTags { get; init; }
}

/// <summary>An address that was an article's.</summary>
public sealed record Redirect
{
    /// <summary>The former slug.</summary>
    public required string From { get; init; }

    /// <summary>The slug that stands in for it; null where nothing does.</summary>
    public required string? To { get; init; }

    /// <summary>308 where the article has another slug, 410 where it is gone.</summary>
    public required int Status { get; init; }
    public required Guid Article { get; init; }
}

/// <summary>One file of a picture.</summary>
public sealed record Rendition
{
    public required string Url { get; init; }

    /// <summary>whole: uncropped; cover: cropped for lists; social: for shared links.</summary>
    public required PictureCut Cut { get; init; }

    /// <summary>Media type.</summary>
    public required string Type { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
}

/// <summary>What stands in for an article that is gone; on 410 alone, null where nothing does.</summary>
public sealed record Replacement
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Url { get; init; }
}

/// <summary>Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers.</summary>
public sealed record Review
{
    public required int? Score { get; init; }
    public required DateTimeOffset ApprovedAt { get; init; }
    public required IReadOnlyList<string> Reviewers { get; init; }
}

/// <summary>How many share a value.</summary>
public sealed record SearchFacet
{
    /// <summary>What a search is narrowed by.</summary>
    public required string Value { get; init; }
    public required string Name { get; init; }
    public required int Count { get; init; }
}

public sealed record SearchFacets
{
    public required IReadOnlyList<SearchFacet> Categories { get; init; }

    /// <summary>The thirty commonest.</summary>
    public required IReadOnlyList<SearchFacet> Tags { get; init; }
    public required IReadOnlyList<SearchFacet> Kinds { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<SearchFacet> Years { get; init; }
}

public sealed record SearchList
{
    public required IReadOnlyList<FoundArticle> Data { get; init; }
    public required SearchMeta Meta { get; init; }
    public required PageLinks Links { get; init; }
}

/// <summary>How an article was found.</summary>
public sealed record SearchMatch
{
    public required IReadOnlyList<SearchPiece> Title { get; init; }

    /// <summary>Around the place that has most of the words; of the summary where the text has none.</summary>
    public required IReadOnlyList<SearchPiece> Passage { get; init; }
}

public sealed record SearchMeta
{
    public required int Limit { get; init; }

    /// <summary>How many were found, up to 2,500.</summary>
    public required int Count { get; init; }

    /// <summary>There may be more than were counted.</summary>
    public required bool CountIsAtLeast { get; init; }

    /// <summary>The query with words the site knows for such as no article has; they were looked for as well.</summary>
    public required string? DidYouMean { get; init; }
    public required SearchFacets Facets { get; init; }
}

/// <summary>Plain text, never markup: encode it where you show it.</summary>
public sealed record SearchPiece
{
    public required string Text { get; init; }

    /// <summary>It is what was looked for.</summary>
    public required bool Match { get; init; }
}

public sealed record Seo
{
    public required string Title { get; init; }
    public required string Description { get; init; }

    /// <summary>The one address of the article, from the root of the house.</summary>
    public required string? Canonical { get; init; }
    public required IReadOnlyList<string> Keywords { get; init; }
}

public sealed record Site
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Strapline { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Locale { get; init; }
    public required IReadOnlyList<string> Locales { get; init; }
    public required SiteCounts Counts { get; init; }

    /// <summary>The first hundred by slug.</summary>
    public required IReadOnlyList<Taxon> Categories { get; init; }
    public required IReadOnlyList<SiteKind> Kinds { get; init; }
}

public sealed record SiteCounts
{
    public required int Articles { get; init; }
    public required int Categories { get; init; }
    public required int Tags { get; init; }
    public required int Authors { get; init; }
}

public sealed record SiteKind
{
    public required string Slug { get; init; }
    public required int Articles { get; init; }
}

public sealed record SiteList
{
    public required IReadOnlyList<SiteSummary> Data { get; init; }
}

public sealed record SiteSummary
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string Strapline { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Locale { get; init; }
    public required IReadOnlyList<string> Locales { get; init; }

    /// <summary>Published ones.</summary>
    public required int Articles { get; init; }
}

public sealed record SuggestedTitle
{
    public required string Title { get; init; }
    public required string Slug { get; init; }
}

public sealed record Suggestions
{
    /// <summary>The newest first.</summary>
    public required IReadOnlyList<SuggestedTitle> Titles { get; init; }

    /// <summary>The commonest first.</summary>
    public required IReadOnlyList<string> Words { get; init; }
}

/// <summary>What published articles stand under.</summary>
public sealed record Taxon
{
    /// <summary>What a list is narrowed by.</summary>
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required int Articles { get; init; }
}
