using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>A program asks where an article stands that it writes: what every write answers, and never the words. Error: NotFound.</summary>
[Requires(Permission.WriteAsAgent)]
public sealed record GetStanding(ArticleId Article) : IQuery<Standing>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>Where an article stands.</summary>
/// <param name="Version">Counts every change of the article: its entity tag.</param>
/// <param name="Shown">The state as people see it.</param>
public sealed record Standing(ArticleId Id, int Version, WorkingState State, ListedState Shown, string Slug, int LastRevision, int? LiveRevision, int? ApprovedRevision, DateTimeOffset? ScheduledFor,
    DateTimeOffset? ArchivedAt, DateTimeOffset? BinnedAt, int Words, DateTimeOffset ChangedAt)
{
    internal static Standing Of(Article a) => new(a.Id, a.Version, a.State, ArticleRow.ShownAs(a.ArchivedAt, a.State, a.ScheduledFor, a.LiveRevision, a.HasUnpublishedChanges), a.Working.Slug, a.LastRevision, a.LiveRevision,
        a.ApprovedRevision, a.ScheduledFor, a.ArchivedAt, a.BinnedAt, a.Figures.Words, a.ChangedAt);
}

internal sealed class GetStandingHandler(IQuestDb db) : IQueryHandler<GetStanding, Standing>
{
    public async Task<Result<Standing>> Handle(GetStanding query, CancellationToken ct)
    {
        var a = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article && a.DeletedAt == null)
            .Select(a => new { a.Id, a.Version, a.State, a.Working.Slug, a.LastRevision, a.LiveRevision, a.ApprovedRevision, a.ScheduledFor, a.ArchivedAt, a.BinnedAt, a.Figures.Words, a.ChangedAt, HasHands = a.Hands.Length > 0 }).FirstOrDefaultAsync(ct);
        return a is null ? ArticleErrors.NotFound
            : new Standing(a.Id, a.Version, a.State, ArticleRow.ShownAs(a.ArchivedAt, a.State, a.ScheduledFor, a.LiveRevision, a.LiveRevision is { } live && (live != a.LastRevision || a.HasHands)), a.Slug, a.LastRevision,
                a.LiveRevision, a.ApprovedRevision, a.ScheduledFor, a.ArchivedAt, a.BinnedAt, a.Words, a.ChangedAt);
    }
}
