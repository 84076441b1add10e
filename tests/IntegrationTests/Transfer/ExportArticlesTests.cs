using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Application.Sites;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Delivery;
using QuestCms.IntegrationTests.Media;
using QuestCms.TestKit;
using QuestCms.Web.Cli;

namespace QuestCms.IntegrationTests.Transfer;

/// <summary>What is exported and brought into an empty house is the same: every field, every picture, what readers see and since when.</summary>
public sealed class ExportArticlesTests(SharedHouse shared, Database database) : InASharedHouse(shared), IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"quest-export-{Guid.CreateVersion7()}");

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Into_an_empty_house_and_back_every_article_is_equal_and_of_a_live_one_what_readers_see()
    {
        await Some.Must(new AddByline(Some.Site, "Ana: “the desk”", "About her."), Some.Administrator);
        var form = (await House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Value;
        var picture = await Some.ReadyAsync("A tram, “uphill”", "Desk: us");
        var live = await Some.LiveAsync("Everything: a \"title\" with \\ and 🚋", c => c with
        {
            Summary = "Two lines,\nof which <b>this</b> &amp; that stays.",
            SeoTitle = "An SEO title",
            SeoDescription = "# not a comment",
            Kind = ArticleKind.Analysis,
            Tags = ["visa", "a: b", "- dash", "#hash"],
            Bylines = [.. form.Bylines.Select(b => b.Id).Reverse()],
            Cover = picture,
            // Everything an import of strangers' files would mend.
            Body = $"\n\nFirst <i>line</i>.\n\n\n\n{{{{ site.title }}}} {{% raw %}}\n\n    code\n\n---\n\n![Tram]({PicturesInText.AddressOf(picture, "w400.webp")})\n\n![gone](/media/0198a000-0000-7000-8000-000000000000/w400.webp) trailing  \n\n",
        });
        await House.SqlAsync("insert into delivery.former_slugs (site, slug, article) values ($1, 'old/everything', $2)", Some.Site.Value, live.Value);
        await Some.ChangeAsync(await Some.DraftAsync("Only a draft"), c => c with { Summary = "", Category = null, Tags = [], Bylines = [] });
        var (articles, pictures, more) = await ExportVerb.WriteAsync(House.Services, Begin, Some.Site, _folder);
        Assert.Equal((2, 1, 0), (articles, pictures, more));

        var other = await SomeHouse.OpenAsync(database.Postgres);
        await using var empty = other.House;
        using var import = new ImportCommand(empty.ConnectionString);
        var (exit, said, error) = await import.HereAsync(empty.Services, "markdown", _folder, "--site", "relocation", "--as", "administrator@quest.test", "--publish");

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("       1 seen by readers\n", said, StringComparison.Ordinal);
        var (before, after) = (await TextsAsync(Some), await TextsAsync(other));
        Assert.Equal(before, after);
        // Not only by our own reading of it: the rows.
        Assert.Equal(await RowsAsync(House), await RowsAsync(empty));
        Assert.Equal(await Some.StoredAsync(picture, "original"), await other.StoredAsync(picture, "original"));
        Assert.Equal("A tram, “uphill”", (await other.AssetAsync(picture)).AltText);
        // And once more changes nothing.
        Assert.Contains("       2 unchanged\n", (await import.HereAsync(empty.Services, "markdown", _folder, "--site", "relocation", "--as", "administrator@quest.test", "--publish")).Said, StringComparison.Ordinal);
        await ALiveArticleWithNewerWordsIsExportedAsReadersSeeItAndCountedAsync();
    }

    // After the other, which counts what stands on the site.
    private async Task ALiveArticleWithNewerWordsIsExportedAsReadersSeeItAndCountedAsync()
    {
        await Some.Must(new FoundSite(_site, "second-export", "Second", ""), Actor.Shell);
        var (articles, _, more) = await ExportVerb.WriteAsync(House.Services, Begin, _site, Path.Combine(_folder, "second"));
        Assert.Equal((0, 0), (articles, more));

        var article = await Some.LiveAsync("Seen by readers");
        await Some.ChangeAsync(article, c => c with { Body = "Not yet seen." });
        var exported = (await House.SendAsync(new ExportArticles(Some.Site), Some.Administrator)).Value.Single(e => e.Article == article);

        Assert.True(exported.HasMore);
        Assert.DoesNotContain("Not yet seen.", exported.Text, StringComparison.Ordinal);
        Assert.Equal("seen-by-readers.md", exported.File);
        await Some.Must(new BinArticle((await Some.DraftAsync("Thrown away"))), Some.Creator);
        Assert.DoesNotContain((await House.SendAsync(new ExportArticles(Some.Site), Some.Administrator)).Value, e => e.File == "thrown-away.md");
    }

    private readonly SiteId _site = SiteId.New(DateTimeOffset.UtcNow);

    private AsyncServiceScope Begin()
    {
        var scope = House.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(Actor.Shell);
        return scope;
    }

    private static async Task<List<(string, string)>> TextsAsync(SomeHouse some) =>
        [.. (await some.House.SendAsync(new ExportArticles(some.Site), some.Administrator)).Value.Where(e => e.File is "only-a-draft.md" or "everything-a-title-with-and.md").Select(e => (e.File, e.Text)).Order()];

    private static Task<string?> RowsAsync(TestHouse house) => house.ScalarAsync<string>("""
        select jsonb_agg(to_jsonb(r) order by slug)::text from (
            select a.slug, a.title, a.summary, a.body, a.seo_title, a.seo_description, a.kind, a.tags, a.cover, a.pictures, a.state = 'Approved' as approved, a.live_revision is not null as live, a.first_published_at,
                   (select c.slug || c.name from sites.categories c where c.id = a.category) as category,
                   array(select b.name from unnest(a.bylines) with ordinality x (id, n) join content.bylines b on b.id = x.id order by n) as bylines,
                   array(select f.slug from delivery.former_slugs f where f.article = a.id order by 1) as former, (select p.html from delivery.published_articles p where p.article = a.id) as html
            from content.articles a where a.slug in ('only-a-draft', 'everything-a-title-with-and')) r
        """);
}
