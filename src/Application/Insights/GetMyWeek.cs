using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Insights;

/// <summary>Beside the desk: what went live on the site in the last seven days and what is planned for the next seven, where this person's text came from, how it was judged.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetMyWeek(SiteId Site) : IQuery<MyWeek>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>One thing of the week: <paramref name="IsPlanned"/> means it is still to happen. <paramref name="Action"/> says what.</summary>
public sealed record WeekEntry(ArticleId Article, string Title, DateTimeOffset At, bool IsPlanned, ScheduledAction Action);

/// <summary>The days in UTC, oldest first; days without an entry are left out but for today.</summary>
/// <param name="Origin">Words by origin of the texts this person changed last within 30 days, at most 200 texts.</param>
/// <param name="Decided">Of this person's last submissions, at most 20, so many are decided.</param>
/// <param name="Approved">Of those decided.</param>
/// <param name="AverageScore">One decimal; null without a score.</param>
public sealed record MyWeek(DateOnly Today, IReadOnlyList<(DateOnly Day, IReadOnlyList<WeekEntry> Entries)> Days, OriginShares Origin, int Decided, int Approved, decimal? AverageScore);

internal sealed class GetMyWeekHandler(IQuestDb db, Acting acting, TimeProvider clock) : IQueryHandler<GetMyWeek, MyWeek>
{
    private const int MostTexts = 200;
    private const int MostRounds = 20;
    private const int MostEntries = 6;

    public async Task<Result<MyWeek>> Handle(GetMyWeek query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var (from, to) = (today.AddDays(-6), today.AddDays(8));
        var live = await db.PublishedArticles.AsNoTracking().Where(p => p.Site == query.Site && p.PublishedAt >= from).OrderByDescending(p => p.PublishedAt).Take(MostEntries)
            .Select(p => new WeekEntry(p.Article, p.Shown.Title, p.PublishedAt, false, ScheduledAction.Publish)).ToListAsync(ct);
        var planned = await (from plan in db.ScheduledPublications.AsNoTracking().Where(s => s.Site == query.Site && s.State == ScheduleState.Waiting && s.At < to)
                             join article in db.Articles.AsNoTracking() on plan.Article equals article.Id
                             orderby plan.At
                             select new WeekEntry(article.Id, article.Working.Title, plan.At, true, plan.Action)).Take(MostEntries).ToListAsync(ct);
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var days = live.Concat(planned).GroupBy(e => DateOnly.FromDateTime(e.At.UtcDateTime)).ToDictionary(g => g.Key, g => (IReadOnlyList<WeekEntry>)[.. g.OrderBy(e => e.At)]);
        days.TryAdd(day, []);

        var me = acting.Me;
        var since = now.AddDays(-30);
        var texts = await db.Articles.AsNoTracking().Where(a => a.ChangedBy == me && a.ChangedAt >= since && a.Site == query.Site).OrderByDescending(a => a.ChangedAt).Take(MostTexts)
            .Select(a => a.Figures).ToListAsync(ct);
        var judged = await (from round in db.ReviewRounds.AsNoTracking().Where(r => r.SubmittedBy == me && r.Site == query.Site).OrderByDescending(r => r.SubmittedAt).Take(MostRounds)
                            join decision in db.Decisions.AsNoTracking() on (ReviewRoundId?)round.Id equals decision.Round
                            select new { decision.Verdict, decision.Score }).ToListAsync(ct);
        var scores = judged.Where(d => d.Score is not null).Select(d => (decimal)d.Score!.Value).ToList();
        return new MyWeek(day, [.. days.OrderBy(d => d.Key).Select(d => (d.Key, d.Value))],
            new OriginShares(texts.Sum(t => t.Machine), texts.Sum(t => t.Edited), texts.Sum(t => t.People), texts.Sum(t => t.Pasted)),
            judged.Count, judged.Count(d => d.Verdict == Verdict.Approved), scores.Count == 0 ? null : Math.Round(scores.Average(), 1));
    }
}
