using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Media;
using QuestCms.Application.Sites;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class RewriteArticlesTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_renamed_category_reaches_every_piece_that_shows_it_and_nothing_else_of_them_changes()
    {
        await Some.Must(new AddCategory(Some.Site, "Spain"), Some.Administrator);
        var category = (await House.SendAsync(new ListCategories(Some.Site), Some.Administrator)).Value.Single(c => c.Slug == "spain").Id;
        var article = await Some.LiveAsync("Moving to Spain", c => c with { Category = category });
        var other = await Some.LiveAsync("Not on that shelf");
        await Some.WriteAsync(article, "A draft nobody has decided about.");
        using var reader = House.CreateClient(new() { AllowAutoRedirect = false });
        var before = await reader.ReadAsync("/articles/by-slug/moving-to-spain");
        var (sealedAs, html) = (await House.ScalarAsync<byte[]>("select seal from delivery.published_articles where article = $1", article.Value), before.GetProperty("body").GetString());
        var sequence = await Some.SequenceAsync();

        await Some.Must(new RenameCategory(category, "Spain and the islands", "spain-and-islands"), Some.Administrator);
        await Some.RewriteAsync();

        var after = await reader.ReadAsync("/articles/by-slug/moving-to-spain");
        Assert.Equal(("spain-and-islands", "Spain and the islands"), (after.GetProperty("category").GetProperty("slug").GetString(), after.GetProperty("category").GetProperty("name").GetString()));
        Assert.Equal(["cacheTags", "category", "updatedAt", "version"], before.EnumerateObject().Where(p => !JsonElement.DeepEquals(p.Value, after.GetProperty(p.Name))).Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(html, after.GetProperty("body").GetString());
        Assert.Equal(sealedAs, await House.ScalarAsync<byte[]>("select seal from delivery.published_articles where article = $1", article.Value));
        Assert.Equal(1, await House.ScalarAsync<int>("select revision from delivery.published_articles where article = $1", article.Value));
        Assert.Equal(1, await House.ScalarAsync<int>("select version from delivery.published_articles where article = $1", other.Value));

        using var packed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/sites/relocation/articles/by-slug/moving-to-spain") { Headers = { { "Accept-Encoding", "br" } } };
        using var brotli = new BrotliStream(await (await reader.SendAsync(packed, Ct)).Content.ReadAsStreamAsync(Ct), CompressionMode.Decompress);
        Assert.Contains("Spain and the islands", await new StreamReader(brotli, Encoding.UTF8).ReadToEndAsync(Ct), StringComparison.Ordinal);

        // Signed anew for what readers get now, and no correction: no word of the text changed.
        var card = await Some.CheckedAsync(article);
        Assert.Equal(after.GetProperty("version").GetInt32(), card.GetProperty("article").GetProperty("version").GetInt32());
        Assert.Equal(0, card.GetProperty("corrections").GetProperty("count").GetInt32());

        Assert.Equal("site.updated categories+redirects, article.updated category+cacheTags", await Some.ToldAsync(sequence));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/sites/relocation/category/spain-and-islands"), await reader.AskAsync("/sites/relocation/category/spain"));
        Assert.Contains("Spain and the islands", await reader.GetStringAsync("/sites/relocation/category/spain-and-islands", Ct), StringComparison.Ordinal);
        Assert.Contains("category/spain", await reader.GetStringAsync("/api/v1/sites/relocation/redirects?limit=100", Ct), StringComparison.Ordinal);

        // In one step also after the next renaming; back again it leads nowhere.
        await Some.Must(new RenameCategory(category, "Iberia", "iberia"), Some.Administrator);
        await Some.RewriteAsync();
        Assert.Equal("/sites/relocation/category/iberia", (await reader.AskAsync("/sites/relocation/category/spain")).To);
        await Some.Must(new RenameCategory(category, "Spain", "spain"), Some.Administrator);
        await Some.RewriteAsync();
        Assert.Equal(HttpStatusCode.OK, (await reader.AskAsync("/sites/relocation/category/spain")).Status);
        Assert.Equal("/sites/relocation/category/spain", (await reader.AskAsync("/sites/relocation/category/iberia")).To);
    }

    [Fact]
    public async Task A_byline_changes_in_batches_and_what_is_right_already_is_left_alone()
    {
        await Some.Must(new AddByline(Some.Site, "Guest", "Writes."), Some.Administrator);
        var byline = (await House.SendAsync(new ListBylines(Some.Site), Some.Administrator)).Value.Single(b => b.Slug == "guest").Id;
        var first = await Some.LiveAsync("The first of many", c => c with { Bylines = [byline] });
        // More than a batch: rows without a revision, so nothing of them can be made.
        var columns = await House.ScalarAsync<string>("select string_agg(column_name, ', ') from information_schema.columns where table_schema = 'delivery' and table_name = 'published_articles' and is_generated = 'NEVER' and column_name not in ('article', 'slug')");
        await House.SqlAsync($"insert into delivery.published_articles (article, slug, {columns}) select gen_random_uuid(), 'copy-' || n, {columns} from delivery.published_articles, generate_series(1, {Rewriting.AtOnce + 3}) n where article = $1", first.Value);
        var sequence = await Some.SequenceAsync();

        await Some.Must(new RenameByline(byline, "A guest", "Writes."), Some.Administrator);
        var rewriting = RewritingId.From(await House.ScalarAsync<Guid>("select id from planning.rewritings where ended_at is null"));
        await Some.Must(new RewriteArticles(rewriting), Actor.Worker);
        Assert.NotEqual(default, await House.ScalarAsync<Guid>("select after from planning.rewritings where id = $1", rewriting.Value));
        await Some.RewriteAsync();
        await Some.Must(new RewriteArticles(rewriting), Actor.Worker); // done is done

        Assert.Equal("site.updated authors, article.updated authors", await Some.ToldAsync(sequence));
        Assert.Equal((1, Rewriting.AtOnce + 3), (await House.ScalarAsync<int>("select rewritten from planning.rewritings where id = $1", rewriting.Value), await House.ScalarAsync<int>("select skipped from planning.rewritings where id = $1", rewriting.Value)));
        Assert.Equal(["A guest"], (await House.ScalarAsync<string[]>("select author_names from delivery.published_articles where article = $1", first.Value))!);

        await Some.Must(new RenameByline(byline, "A guest", "Writes and reads."), Some.Administrator);
        await Some.RewriteAsync();
        using var reader = House.CreateClient();
        Assert.Contains("Writes and reads.", (await reader.ReadAsync("/authors?limit=100")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_is_not_what_was_approved_stays_as_it_is()
    {
        await Some.Must(new AddCategory(Some.Site, "Broken"), Some.Administrator);
        var category = (await House.SendAsync(new ListCategories(Some.Site), Some.Administrator)).Value.Single(c => c.Slug == "broken").Id;
        var article = await Some.LiveAsync("Its seal breaks", c => c with { Category = category });
        await House.SqlAsync("update content.revisions set title = 'Another' where article = $1", article.Value);

        await Some.Must(new RenameCategory(category, "Mended"), Some.Administrator);
        await Some.RewriteAsync();

        Assert.Equal(("Broken", 1), (await House.ScalarAsync<string>("select category_name from delivery.published_articles where article = $1", article.Value), await House.ScalarAsync<int>("select version from delivery.published_articles where article = $1", article.Value)));
    }
}

public sealed class TellReadersOfPictureTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Readers_are_told_other_words_of_a_picture_when_a_publisher_says_so_and_not_before()
    {
        var picture = await Some.ReadyAsync("A tarm", "Desk");
        Assert.Equal("asset.not_public", (await House.SendAsync(new TellReadersOfPicture(picture), Some.Publisher)).Error?.Code);
        var article = await Some.LiveAsync("Shows a picture", c => c with { Cover = picture, Body = $"![A tarm](/media/{picture}/w400.webp)\n\n![My own words](/media/{picture}/w400.webp)\n" });
        using var reader = House.CreateClient();
        await Some.Must(new DescribeAsset(picture, "A <tram>", "Somebody", false, 50, 50), Some.Creator);
        await Some.RewriteAsync();
        Assert.Equal("A tarm", (await reader.ReadAsync("/articles/by-slug/shows-a-picture")).GetProperty("image").GetProperty("alt").GetString());
        var sequence = await Some.SequenceAsync();

        await Some.Must(new TellReadersOfPicture(picture), Some.Publisher);
        await Some.RewriteAsync();

        var told = await reader.ReadAsync("/articles/by-slug/shows-a-picture?include=media");
        Assert.Equal(("A <tram>", "Somebody"), (told.GetProperty("image").GetProperty("alt").GetString(), told.GetProperty("image").GetProperty("credit").GetString()));
        var body = told.GetProperty("body").GetString()!;
        Assert.Contains("alt=\"A &lt;tram&gt;\"", body, StringComparison.Ordinal);
        Assert.Contains("alt=\"My own words\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("A tarm", told.ToString(), StringComparison.Ordinal);
        Assert.Equal("media.updated alt+credit, article.updated body+image", await Some.ToldAsync(sequence));
        Assert.Equal([$"article:{article}"], (await House.ScalarAsync<string[]>("select cache_tags from delivery.events where asset = $1", picture.Value))!);

        // A renaming later brings the former words back as little as a publication of the same revision.
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        Assert.Equal("A <tram>", (await reader.ReadAsync("/articles/by-slug/shows-a-picture")).GetProperty("image").GetProperty("alt").GetString());
        Assert.Equal(Domain.Common.ErrorKind.NotFound, (await House.SendAsync(new TellReadersOfPicture(picture), Some.Stranger)).Error?.Kind);
    }
}

public sealed class ListRewritingsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task What_is_on_its_way_to_readers_stands_there_until_it_is_there()
    {
        await Some.LiveAsync("Seen by readers");
        await Some.Must(new RenameCategory(Some.Category, "Portugal and Madeira"), Some.Administrator);

        var open = Assert.Single((await House.SendAsync(new ListRewritings(Some.Site), Some.Administrator)).Value);
        Assert.Equal((SharedThing.Category, Some.Category.Value, 0), (open.Thing, open.Subject, open.Rewritten));
        await Some.RewriteAsync();
        Assert.Empty((await House.SendAsync(new ListRewritings(Some.Site), Some.Administrator)).Value);
    }
}
