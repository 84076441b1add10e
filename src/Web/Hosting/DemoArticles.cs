using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Web.Hosting;

/// <summary>The demo's articles, brought to their states by the ordinary messages of the demo's people. Only into a house without any article.</summary>
internal static class DemoArticles
{
    public static async Task FillAsync(IServiceProvider services, CancellationToken ct)
    {
        if (await Demo.ReadAsync(services, db => db.Articles.AnyAsync(ct))) return;
        var people = await Demo.ReadAsync(services, db => db.People.ToDictionaryAsync(p => p.Email, p => Actor.Of(p.Id, p.Name), ct));
        foreach (var text in DemoTexts.All) await AddAsync(services, text, people["creator@quest.test"], people["reviewer@quest.test"], people["publisher@quest.test"], ct);
    }

    private static async Task AddAsync(IServiceProvider services, DemoText text, Actor creator, Actor reviewer, Actor publisher, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var id = ArticleId.New(now);
        var (site, category, byline) = await Demo.ReadAsync(services, async db =>
        {
            var found = await db.Sites.Where(s => s.Slug == text.Site).Select(s => s.Id).FirstAsync(ct);
            return (found, await db.Categories.Where(c => c.Site == found && c.Name == text.Category).Select(c => c.Id).FirstAsync(ct),
                await db.Bylines.Where(b => b.Site == found && b.Name == text.Byline).Select(b => b.Id).FirstAsync(ct));
        });
        await Demo.SendAsync(services, new StartArticle(site, id, text.Title, text.Kind, category, [byline], text.Tags), creator, ct);
        await WriteAsync(services, id, content => content with { Body = text.Body + "\n", Summary = text.Summary }, creator, ct);
        if (text.Fate == DemoFate.Draft) return;

        await Demo.SendAsync(services, new SubmitArticleForReview(id, ""), creator, ct);
        if (text.Fate == DemoFate.InReview) return;
        var round = await Demo.ReadAsync(services, db => db.ReviewRounds.Where(r => r.Article == id).Select(r => r.Id).FirstAsync(ct));
        var verdict = text.Fate == DemoFate.SentBack ? Verdict.ChangesRequested : Verdict.Approved;
        var reason = verdict == Verdict.Approved ? "" : "The fees are last year’s. Please ask all nine schools again and say where each figure comes from.";
        await Demo.SendAsync(services, new DecideOnRound(round, verdict, text.Score, reason), reviewer, ct);
        if (text.Fate is DemoFate.SentBack or DemoFate.Approved) return;

        if (text.Fate == DemoFate.Scheduled)
        {
            await Demo.SendAsync(services, new SchedulePublication(id, ScheduledAction.Publish, null, new DateTimeOffset(now.UtcDateTime.Date.AddDays(2).AddHours(7), TimeSpan.Zero)), publisher, ct);
            return;
        }
        await Demo.SendAsync(services, new PublishArticle(id), publisher, ct);
        if (text.Fate == DemoFate.LiveWithChanges)
            await WriteAsync(services, id, content => content with { Body = content.Body.Replace("the consulate refuses cash.", "the consulate refuses cash and cheques.", StringComparison.Ordinal) }, creator, ct);
    }

    private static async Task WriteAsync(IServiceProvider services, ArticleId id, Func<ArticleContent, ArticleContent> change, Actor creator, CancellationToken ct)
    {
        var (content, version) = await Demo.ReadAsync(services, async db =>
        {
            var article = await db.Articles.AsNoTracking().FirstAsync(a => a.Id == id, ct);
            return (article.Working, article.WorkingVersion);
        });
        await Demo.SendAsync(services, new SaveWorkingCopy(id, change(content), version, null, [], Named: false), creator, ct);
    }
}
