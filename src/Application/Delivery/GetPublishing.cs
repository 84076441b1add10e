using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>What is live of an article, what is approved, what is planned: the publisher's page. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetPublishing(ArticleId Article) : IQuery<Publishing>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>A revision that may be shown, with the answer a person gave for it.</summary>
public sealed record ApprovedRevision(int Number, int? Score, DecisionKind Kind, string DecidedBy, DateTimeOffset DecidedAt);

/// <summary>A plan that waits, or the last one that was refused.</summary>
public sealed record Plan(ScheduledAction Action, int? Revision, DateTimeOffset At, ScheduleState State, string? Say, string PlannedBy);

/// <summary>The publisher's page.</summary>
public sealed record Publishing(ArticleId Article, string Title, string SiteSlug, WorkingState State, int LastRevision, int? Live, string? LiveSlug, DateTimeOffset? LiveSince,
    bool HasUnpublishedChanges, DateTimeOffset? ArchivedAt, IReadOnlyList<ApprovedRevision> Approved, Plan? Plan, bool MayPublish, SiteId Site)
{
    /// <summary>This person may put it into the bin, where it can lie now.</summary>
    public bool MayBin { get; init; }
    public DateTimeOffset? BinnedAt { get; init; }
}

internal sealed class GetPublishingHandler(IQuestDb db, Acting acting, IRoles roles) : IQueryHandler<GetPublishing, Publishing>
{
    public async Task<Result<Publishing>> Handle(GetPublishing query, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article)
            .Select(a => new { a.Site, a.Working.Title, a.State, a.LastRevision, a.LiveRevision, a.Hands, a.ArchivedAt, a.BinnedAt, a.ScheduledFor }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == article.Site).Select(s => s.Slug).FirstAsync(ct);
        var live = await db.PublishedArticles.AsNoTracking().Where(p => p.Article == query.Article).Select(p => new { p.Slug, p.UpdatedAt }).FirstOrDefaultAsync(ct);
        var approved = await (from decision in db.Decisions.AsNoTracking().Where(d => d.Article == query.Article && d.Verdict == Verdict.Approved)
                              join person in db.People.AsNoTracking() on decision.DecidedBy equals person.Id
                              orderby decision.Revision descending
                              select new ApprovedRevision(decision.Revision, decision.Score, decision.Kind, person.Name, decision.DecidedAt)).Take(50).ToListAsync(ct);
        var plan = await (from p in db.ScheduledPublications.AsNoTracking().Where(s => s.Article == query.Article && (s.State == ScheduleState.Waiting || s.State == ScheduleState.Refused))
                          join person in db.People.AsNoTracking() on p.PlannedBy equals (PersonId?)person.Id into people
                          from person in people.DefaultIfEmpty()
                          join key in db.SiteKeys.AsNoTracking() on p.PlannedByKey equals (SiteKeyId?)key.Id into keys
                          from key in keys.DefaultIfEmpty()
                          orderby p.At descending
                          select new Plan(p.Action, p.Revision, p.At, p.State, p.Say, person != null ? person.Name : "agent " + key.Name)).FirstOrDefaultAsync(ct);
        var mine = await roles.OfAsync(acting.Me, ct);
        return new Publishing(query.Article, article.Title, site, article.State, article.LastRevision, article.LiveRevision, live?.Slug, live?.UpdatedAt,
            article.LiveRevision is { } number && (number != article.LastRevision || article.Hands.Length > 0), article.ArchivedAt, approved, plan,
            mine!.May(Permission.Publish, article.Site), article.Site)
        {
            MayBin = mine.May(Permission.Write, article.Site) && article.LiveRevision is null && article.ScheduledFor is null && article.State != WorkingState.InReview && article.BinnedAt is null,
            BinnedAt = article.BinnedAt,
        };
    }
}
