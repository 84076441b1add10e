using System.Net;
using System.Text.Json;
using QuestCms.Application.Delivery;
using QuestCms.Application.Media;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class PublishedPicturesTests(SharedHouse shared) : InASharedHouse(shared)
{
    private async Task<ArticleId> ApprovedAsync(string title, AssetId? cover, string body)
    {
        var article = await Some.DraftAsync(title);
        await Some.ChangeAsync(article, c => c with { Cover = cover, Body = body });
        await Some.ApprovedAsync(article);
        return article;
    }

    [Fact]
    public async Task Readers_get_the_pictures_of_what_is_published_and_no_others()
    {
        var (cover, inText, draft) = (await Some.ReadyAsync("A tram on a hill", "Desk <b>", 1700, 1000), await Some.ReadyAsync("", "Somebody"), await Some.ReadyAsync());
        var article = await ApprovedAsync("With pictures", cover, $"First.\n\n![A > B \"quay\"](/media/{inText}/w800.webp)\n");
        using var reader = House.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/media/{cover}/w400.webp", Ct)).StatusCode); // approved is not published

        await Some.Must(new PublishArticle(article), Some.Publisher);

        var json = JsonSerializer.Deserialize<JsonElement>(await reader.GetStringAsync("/api/v1/sites/relocation/articles/by-slug/with-pictures", Ct));
        var image = json.GetProperty("image");
        Assert.Equal((1600, 900, "A tram on a hill", "Desk <b>", false), (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(), image.GetProperty("alt").GetString(), image.GetProperty("credit").GetString(), image.GetProperty("ai").GetBoolean()));
        var body = json.GetProperty("body").GetString()!;
        Assert.Contains("width=\"420\" height=\"320\"", body, StringComparison.Ordinal);
        Assert.Contains("type=\"image/avif\"", body, StringComparison.Ordinal);
        Assert.Contains("<small class=\"credit\">Somebody.</small>", body, StringComparison.Ordinal);

        foreach (var address in image.GetProperty("renditions").EnumerateArray().Select(r => r.GetProperty("url").GetString()!).Append($"/media/{inText}/w800.webp"))
        {
            using var picture = await reader.GetAsync(address, Ct);
            Assert.True(picture.StatusCode == HttpStatusCode.OK, address);
            Assert.Equal("public, max-age=31536000, immutable", picture.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("default-src 'none'; sandbox", picture.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal(address.Split('.')[^1] is "jpg" ? "image/jpeg" : "image/" + address.Split('.')[^1], picture.Content.Headers.ContentType!.MediaType);
        }
        foreach (var hidden in new[] { $"/media/{draft}/w400.webp", $"/media/{cover}/original", $"/media/{inText}/social-50x50.jpg", $"/media/{cover}/a%EF%BF%BFb" })
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(hidden, Ct)).StatusCode);

        var page = await reader.GetStringAsync("/sites/relocation/with-pictures", Ct);
        Assert.Contains("<figcaption>Desk &lt;b&gt;</figcaption>", page, StringComparison.Ordinal);
        Assert.Matches("<meta property=\"og:image\" content=\"http[^\"]*/media/[^\"]*/social-50x50.jpg\">", page);
        Assert.Contains("fetchpriority=\"high\"", page, StringComparison.Ordinal);
        Assert.Contains($"/media/{cover}/cover-800-50x50.avif 800w", await reader.GetStringAsync("/sites/relocation", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_picture_is_told_so_and_what_is_taken_down_is_gone()
    {
        var cover = await Some.ReadyAsync();
        var article = await ApprovedAsync("Comes and goes", cover, "Text.");
        await Some.Must(new PublishArticle(article), Some.Publisher);
        using var reader = House.CreateClient();
        var address = $"/media/{cover}/w400.webp";
        var tag = (await reader.GetAsync(address, Ct)).Headers.ETag!;

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(tag);
        using var known = await reader.SendAsync(again, Ct);
        Assert.Equal((HttpStatusCode.NotModified, 0), (known.StatusCode, (await known.Content.ReadAsByteArrayAsync(Ct)).Length));
        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, address), Ct);
        Assert.True(head.StatusCode == HttpStatusCode.OK && head.Content.Headers.ContentLength > 0);

        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address, Ct)).StatusCode);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_people_of_a_site_see_what_readers_do_not_yet_and_strangers_do_not()
    {
        var waiting = (await Some.KeepAsync(MediaHouse.NextPicture())).Value;
        using var mine = await Some.BrowserOfAsync(Some.Reviewer);
        using var stranger = await Some.BrowserOfAsync(Some.Stranger);

        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync($"/media/{waiting}/w800.avif")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/media/{waiting}/w800.avif")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync($"/media/{waiting}/original")).Status);
    }

    [Fact]
    public async Task A_picture_that_is_not_ready_holds_its_piece_back_and_a_plan_waits_for_it()
    {
        var cover = (await Some.KeepAsync(MediaHouse.NextPicture())).Value;
        var article = await ApprovedAsync("Waits for its cover", cover, "Text.");

        Assert.Equal("asset.not_ready", (await House.SendAsync(new PublishArticle(article), Some.Publisher)).Error?.Code);
        await Some.Must(new SchedulePublication(article, ScheduledAction.Publish, null, House.Clock.GetUtcNow().AddMinutes(5)), Some.Publisher);
        var plan = ScheduledPublicationId.From(await House.ScalarAsync<Guid>("select id from planning.scheduled_publications where article = $1", article.Value));
        Assert.Equal("asset.not_ready", (await House.SendAsync(new CarryOutSchedule(plan), Actor.Worker)).Error?.Code);

        await Some.Must(new MakeRenditions(cover), Actor.Worker);
        await Some.Must(new CarryOutSchedule(plan), Actor.Worker);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.published_articles where article = $1", article.Value));
    }

    [Fact]
    public async Task What_the_library_says_later_changes_nothing_that_was_sealed()
    {
        var cover = await Some.ReadyAsync("As it was read", "Desk");
        var article = await ApprovedAsync("Sealed with its cover", cover, "Text.");
        await Some.Must(new DescribeAsset(cover, "Said later", "Another", false, 50, 50), Some.Creator);

        await Some.Must(new PublishArticle(article), Some.Publisher);

        var json = await House.ScalarAsync<string>("select json from delivery.published_articles where article = $1", article.Value);
        Assert.Contains("As it was read", json, StringComparison.Ordinal);
        await House.SqlAsync("update media.assets set sha256 = '\\x00' where id = $1", cover.Value); // other bytes under the same id
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        Assert.Equal("asset.gone", (await House.SendAsync(new PublishArticle(article), Some.Publisher)).Error?.Code);
    }
}
