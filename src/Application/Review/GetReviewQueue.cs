using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>The open rounds of a site, longest waiting first, fifty at a time. What this person can't decide on stands there too, and says why.</summary>
/// <param name="After">Position of the last row seen; null for the first page.</param>
[Requires(Permission.ReadSite)]
public sealed record GetReviewQueue(SiteId Site, string? After = null) : IQuery<ReviewQueue>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>One piece that waits.</summary>
public sealed record ReviewQueueItem(ReviewRoundId Round, ArticleId Article, string Title, ArticleKind Kind, string? Category, int Revision, string Note, string SubmittedBy,
    DateTimeOffset SubmittedAt, ArticleFigures Figures, bool IsUpdate, string? WhyNot);

/// <summary>The queue, with what was decided last.</summary>
public sealed record ReviewQueue(IReadOnlyList<ReviewQueueItem> Items, string? Next, int Waiting, bool MayDecide, IReadOnlyList<RecentDecision> Recent);

/// <summary>One decision of the last days.</summary>
public sealed record RecentDecision(ArticleId Article, string Title, Verdict Verdict, DecisionKind Kind, int? Score, string DecidedBy, DateTimeOffset DecidedAt);

internal sealed class GetReviewQueueHandler(IQuestDb db, Acting acting, IRoles roles) : IQueryHandler<GetReviewQueue, ReviewQueue>
{
    private const int PageSize = 50;

    public async Task<Result<ReviewQueue>> Handle(GetReviewQueue query, CancellationToken ct)
    {
        var open = db.ReviewRounds.AsNoTracking().Where(r => r.Site == query.Site && r.State == RoundState.Open);
        var waiting = await open.CountAsync(ct);
        if (Position(query.After) is var (at, id)) open = open.Where(r => r.SubmittedAt >= at && (r.SubmittedAt > at || r.Id > id));
        var rows = await (from round in open
                          join article in db.Articles.AsNoTracking() on round.Article equals article.Id
                          join person in db.People.AsNoTracking() on round.SubmittedBy equals (PersonId?)person.Id into people
                          from person in people.DefaultIfEmpty()
                          join key in db.SiteKeys.AsNoTracking() on round.SubmittedByKey equals (SiteKeyId?)key.Id into keys
                          from key in keys.DefaultIfEmpty()
                          join category in db.Categories.AsNoTracking() on article.Working.Category equals (CategoryId?)category.Id into shelf
                          from category in shelf.DefaultIfEmpty()
                          orderby round.SubmittedAt, round.Id
                          select new
                          {
                              round.Id,
                              round.Article,
                              article.Working.Title,
                              article.Working.Kind,
                              Category = category == null ? null : category.Name,
                              round.Revision,
                              round.Note,
                              Person = person == null ? null : person.Name,
                              Key = key == null ? null : key.Name,
                              round.SubmittedAt,
                              article.Figures,
                              IsUpdate = article.LiveRevision != null,
                              round.Hands,
                              round.SubmittedBy,
                          }).Take(PageSize + 1).ToListAsync(ct);
        var mine = await roles.OfAsync(acting.Me, ct);
        var items = rows.Take(PageSize).Select(r => new ReviewQueueItem(r.Id, r.Article, r.Title, r.Kind, r.Category, r.Revision, r.Note, r.Person ?? Actor.NameOfAgent(r.Key ?? "unknown"), r.SubmittedAt, r.Figures, r.IsUpdate,
            r.SubmittedBy == acting.Me ? ReviewErrors.YouSubmitted.Message : r.Hands.Contains(acting.Me) ? ReviewErrors.YouWrote.Message : null)).ToList();
        var recent = await (from decision in db.Decisions.AsNoTracking().Where(d => d.Site == query.Site && d.Kind == DecisionKind.Review)
                            join article in db.Articles.AsNoTracking() on decision.Article equals article.Id
                            join person in db.People.AsNoTracking() on decision.DecidedBy equals person.Id
                            orderby decision.DecidedAt descending
                            select new RecentDecision(decision.Article, article.Working.Title, decision.Verdict, decision.Kind, decision.Score, person.Name, decision.DecidedAt))
            .Take(8).ToListAsync(ct);
        return new ReviewQueue(items, rows.Count > PageSize ? $"{items[^1].SubmittedAt.UtcTicks}_{items[^1].Round.Value:N}" : null, waiting, mine!.May(Permission.Decide, query.Site), recent);
    }

    // "ticks_id" of the last row seen; what can't be read begins at the first row.
    private static (DateTimeOffset At, ReviewRoundId Id)? Position(string? after) =>
        after?.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(time, TimeSpan.Zero), ReviewRoundId.From(guid)) : null;
}
