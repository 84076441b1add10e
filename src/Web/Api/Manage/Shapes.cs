using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;

namespace QuestCms.Web.Api.Manage;

/// <summary>A person, or a program by the name of its key.</summary>
public sealed record DoerShape(string Kind, string Name)
{
    internal static DoerShape? Of(DoneBy? by) => by is null ? null : new(by.IsProgram ? "agent" : "person", by.Name);
}

public sealed record SeoShape(string Title, string Description);

/// <summary>What can be written of an article: the body of a creation and of a PUT, and <c>text</c> of what is read. <c>category</c> and <c>authors</c> are slugs, <c>image</c> is a picture's id.</summary>
public sealed record TextShape(string Title, string Summary, string Body, string? Slug, ArticleKind Kind, string? Category, string[] Tags, string[] Authors, Guid? Image, SeoShape Seo)
{
    internal static TextShape Of(ArticleText t) => new(t.Title, t.Summary, t.Body, t.Slug, t.Kind, t.Category, t.Tags, t.Authors, t.Image?.Value, new(t.SeoTitle, t.SeoDescription));
}

/// <summary>Where an article stands: what every write answers. Its entity tag is <c>version</c>.</summary>
public sealed record StandingShape(Guid Id, int Version, WorkingState State, ListedState Shown, string Slug, int Revision, int? LiveRevision, int? ApprovedRevision, DateTimeOffset? ScheduledFor,
    DateTimeOffset? ArchivedAt, DateTimeOffset? BinnedAt, int WordCount, DateTimeOffset ChangedAt)
{
    internal static StandingShape Of(Standing s) => new(s.Id.Value, s.Version, s.State, s.Shown, s.Slug, s.LastRevision, s.LiveRevision, s.ApprovedRevision, s.ScheduledFor, s.ArchivedAt, s.BinnedAt, s.Words, s.ChangedAt);
}

/// <summary>Something worth knowing before it is submitted; none of them stands in the way.</summary>
public sealed record CheckShape(string Level, string Field, string Title, string Detail);

/// <summary>The working copy of an article with everything known of it.</summary>
public sealed record ArticleShape(Guid Id, string Site, string Locale, int Version, WorkingState State, ListedState Shown, int Revision, int? LiveRevision, int? ApprovedRevision, bool HasUnpublishedChanges,
    DateTimeOffset? ScheduledFor, DateTimeOffset? FirstPublishedAt, DateTimeOffset? ArchivedAt, DateTimeOffset? BinnedAt, DoerShape? CreatedBy, DateTimeOffset CreatedAt, DoerShape? ChangedBy, DateTimeOffset ChangedAt,
    int WordCount, int ReadingMinutes, TextShape Text, IReadOnlyList<CheckShape> Checks)
{
    internal static ArticleShape Of(ManagedArticle a, string site) => new(a.Id.Value, site, a.Locale, a.Version, a.State, a.Shown, a.LastRevision, a.LiveRevision, a.ApprovedRevision, a.HasUnpublishedChanges,
        a.ScheduledFor, a.FirstPublishedAt, a.ArchivedAt, a.BinnedAt, DoerShape.Of(a.CreatedBy), a.CreatedAt, DoerShape.Of(a.ChangedBy), a.ChangedAt, a.Words, a.Minutes, TextShape.Of(a.Text),
        [.. a.Checks.Select(c => new CheckShape(Names.Of(c.Level), c.Field, c.Title, c.Say))]);
}

/// <summary>A row of a list, without the words.</summary>
public sealed record RowShape(Guid Id, int Version, string Title, string Slug, ArticleKind Kind, ListedState Shown, int Revision, int? LiveRevision, int? Score, int WordCount, DateTimeOffset? ScheduledFor,
    DateTimeOffset ChangedAt, DoerShape? ChangedBy, string? Passage);

public sealed record BinnedShape(Guid Id, int Version, string Title, ArticleKind Kind, int WordCount, DateTimeOffset BinnedAt, DateTimeOffset DeletedFrom, bool WasLive);

/// <summary>What a person decided: <c>approved</c>, <c>changes_requested</c> or <c>rejected</c>; of the kind <c>review</c> or <c>taken_over</c>.</summary>
public sealed record DecisionShape(string Verdict, string Kind, int? Score, string Reason, DateTimeOffset At);

public sealed record RevisionShape(int Number, string Occasion, string Origin, int? BasedOn, DoerShape? By, DateTimeOffset At, int WordCount, DecisionShape? Decision)
{
    internal static RevisionShape Of(RevisionTold r) => new(r.Number, Names.Of(r.Occasion), Names.Of(r.Origin), r.BasedOn, DoerShape.Of(r.By), r.At, r.Figures.Words,
        r.Decision is not { } d ? null : new(Names.Of(d.Verdict), Names.Of(d.Kind), d.Score, d.Reason, d.At));
}

/// <summary>A revision with its words.</summary>
public sealed record RevisionTextShape(RevisionShape Revision, string Locale, TextShape Text);

public sealed record MetaShape(int Limit);

public sealed record LinksShape(string Self, string? Next);

/// <summary>A page of a list.</summary>
public sealed record PageShape<T>(IReadOnlyList<T> Data, MetaShape Meta, LinksShape Links);
