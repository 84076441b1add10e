using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>What a list of the studio shows: any state, or one; derived states among them.</summary>
public enum ListedState { Any, Draft, InReview, ChangesRequested, Rejected, Approved, Scheduled, Published, PublishedWithChanges, Archived }

/// <summary>Who had a hand in the words.</summary>
public enum ListedOrigin { Any, Claude, PeopleOnly }

/// <summary>The filters of the list. <paramref name="After"/> is opaque: the last row of the page before.</summary>
public sealed record ArticleFilter(SiteId Site, string? Query, ListedState State, ArticleKind? Kind, CategoryId? Category, BylineId? Byline, string? Tag, ListedOrigin Origin, Guid? Writer,
    string? After, int Limit);

/// <summary>A row of the list. <paramref name="Snippet"/> holds the passage found, with U+E000 and U+E001 around what matches.</summary>
public sealed record ArticleRow(ArticleId Id, string Title, ArticleKind Kind, string? Category, string? Byline, WorkingState State, int? LiveRevision, int LastRevision, bool HasHands,
    DateTimeOffset? ScheduledFor, DateTimeOffset? ArchivedAt, DateTimeOffset ChangedAt, Guid? ChangedBy, string ChangedByName, int? Score, ArticleFigures Figures, string? Snippet, double Rank, string Slug, int Version, bool IsProgram)
{
    /// <summary>The state as people see it.</summary>
    public ListedState Shown => ShownAs(ArchivedAt, State, ScheduledFor, LiveRevision, LiveRevision is { } live && (live != LastRevision || HasHands));

    /// <summary>The same for one article.</summary>
    internal static ListedState ShownAs(DateTimeOffset? archivedAt, WorkingState state, DateTimeOffset? scheduledFor, int? live, bool hasChanges) =>
        archivedAt is not null ? ListedState.Archived
        : state == WorkingState.InReview ? ListedState.InReview
        : state == WorkingState.ChangesRequested ? ListedState.ChangesRequested
        : state == WorkingState.Rejected ? ListedState.Rejected
        : scheduledFor is not null ? ListedState.Scheduled
        : live is not null ? hasChanges ? ListedState.PublishedWithChanges : ListedState.Published
        : state == WorkingState.Approved ? ListedState.Approved : ListedState.Draft;
}

/// <summary>Lists and searches articles of a site with an index for every way to ask; needs PostgreSQL's full text.</summary>
public interface IArticleSearch
{
    Task<IReadOnlyList<ArticleRow>> ListAsync(ArticleFilter filter, CancellationToken ct);
}
