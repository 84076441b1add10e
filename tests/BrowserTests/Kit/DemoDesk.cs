using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.BrowserTests.Kit;

/// <summary>Articles made by the ordinary messages, and what is stored of them, for tests that begin where a text already stands.</summary>
public static class DemoDesk
{
    private static int _made;

    public static string AddressOf(ArticleId article) => $"/studio/articles/{article}";

    /// <summary>A new article of the demo's creator on Relocation, with everything a submission needs.</summary>
    public static async Task<ArticleId> DraftAsync(this DemoApplication app, string title, string body)
    {
        var id = ArticleId.New(new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _made)));
        var creator = await app.ActorAsync(Who.Creator);
        var (site, category, byline) = await app.House.ReadAsync(async db =>
        {
            var found = await db.Sites.Where(s => s.Slug == "relocation").Select(s => s.Id).FirstAsync();
            return (found, await db.Categories.Where(c => c.Site == found).OrderBy(c => c.Name).Select(c => c.Id).FirstAsync(), await db.Bylines.Where(b => b.Site == found).OrderBy(b => b.Name).Select(b => b.Id).FirstAsync());
        });
        Must((await app.House.SendAsync(new StartArticle(site, id, title, ArticleKind.Guide, category, [byline], ["practice"]), creator)).Error?.Code);
        await app.SaveAsync(id, Who.Creator, content => content with { Body = body, Summary = "What it costs and in which order." });
        return id;
    }

    /// <summary>Saves a change as this person, from another desk.</summary>
    public static async Task SaveAsync(this DemoApplication app, ArticleId article, Who who, Func<ArticleContent, ArticleContent> change)
    {
        var actor = await app.ActorAsync(who);
        var now = (await app.House.SendAsync(new GetArticleForEditing(article), actor)).Value;
        Must((await app.House.SendAsync(new SaveWorkingCopy(article, change(now.Content), now.Version, null, [], Named: false), actor)).Error?.Code);
    }

    public static async Task<Actor> ActorAsync(this DemoApplication app, Who who)
    {
        var email = DemoApplication.EmailOf(who);
        return await app.House.ReadAsync(db => db.People.Where(p => p.Email == email).Select(p => Actor.Of(p.Id, p.Name)).FirstAsync());
    }

    /// <summary>The working copy as it is stored.</summary>
    public static async Task<ArticleContent> StoredAsync(this DemoApplication app, ArticleId article) =>
        await app.House.ReadAsync(db => db.Articles.AsNoTracking().Where(a => a.Id == article).Select(a => a.Working).FirstAsync());

    public static async Task<Revision> NewestRevisionAsync(this DemoApplication app, ArticleId article) =>
        await app.House.ReadAsync(db => db.Revisions.AsNoTracking().Where(r => r.Article == article).OrderByDescending(r => r.Number).FirstAsync());

    public static async Task<Generation> GenerationAsync(this DemoApplication app, ArticleId article) =>
        await app.House.ReadAsync(db => db.Generations.AsNoTracking().Where(g => g.Article == article).OrderByDescending(g => g.RequestedAt).FirstAsync());

    /// <summary>Where the words of the body came from, in the order of their first appearance.</summary>
    public static IEnumerable<OriginKind> BodyOrigins(this Revision revision) => revision.Authorship.Runs[TextField.Body].Select(r => revision.Authorship.Origins[r.Origin].Kind).Distinct();

    /// <summary>The article whose edit page this is.</summary>
    public static ArticleId ArticleOf(string url) => ArticleId.TryParse(new Uri(url).Segments[^1], null, out var id) ? id : throw new InvalidOperationException($"No article's address: {url}");

    private static void Must(string? refused)
    {
        if (refused is not null) throw new InvalidOperationException(refused);
    }
}
