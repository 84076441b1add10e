using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class SharePreviewTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Its_link_is_in_the_answer_and_nowhere_else()
    {
        var article = await Some.DraftAsync("Shared once");

        var shared = (await House.SendAsync(new SharePreview(article), Some.Creator)).Value;

        Assert.Equal(House.Clock.GetUtcNow().AddHours(1), shared.Until, TimeSpan.FromMinutes(1));
        Assert.Equal(0L, await House.ScalarAsync<long>($"select count(*) from planning.previews p where p::text like '%{shared.Token}%'"));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where about = $1 and what = 'PreviewShared'", article.Value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(337)]
    [InlineData(int.MaxValue)]
    public async Task It_lasts_an_hour_at_least_and_two_weeks_at_most(int hours)
    {
        var article = await Some.DraftAsync("For how long");

        Assert.Contains((await House.SendAsync(new SharePreview(article, Hours: hours), Some.Creator)).Error!.Fields, f => f is { Path: "hours", Code: "preview.lasting" });
        Assert.Null((await House.SendAsync(new SharePreview(article, Hours: 336), Some.Creator)).Error);
        Assert.Equal(ArticleErrors.NoSuchRevision, (await House.SendAsync(new SharePreview(article, 9), Some.Creator)).Error);
    }
}

public sealed class ListPreviewsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task It_shows_the_open_ones_of_the_article_and_no_link()
    {
        var article = await Some.DraftAsync("Several previews");
        await Some.WriteAsync(article, "Frozen.", named: true);
        var brief = (await House.SendAsync(new SharePreview(article), Some.Creator)).Value;
        await House.SendAsync(new SharePreview(article, 1, 24), Some.Reviewer);
        await Some.Must(new RevokePreview((await House.SendAsync(new SharePreview(article), Some.Creator)).Value.Id), Some.Reviewer);

        var listed = (await House.SendAsync(new ListPreviews(article), Some.Publisher)).Value;

        Assert.Equal([(1, "reviewer"), (null, "creator")], listed.Open.Select(p => (p.Revision, p.MadeBy)));
        Assert.Equal((brief.Id, 1), (listed.Open[1].Id, listed.LastRevision));
    }
}

public sealed class RevokePreviewTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task From_then_on_the_link_opens_nothing_and_twice_is_once()
    {
        var shared = (await House.SendAsync(new SharePreview(await Some.DraftAsync("Taken back")), Some.Creator)).Value;
        Assert.Null((await House.SendAsync(new OpenPreview(shared.Token), Actor.Nobody)).Error);

        await Some.Must(new RevokePreview(shared.Id), Some.Reviewer);
        await Some.Must(new RevokePreview(shared.Id), Some.Reviewer);

        Assert.Equal(PreviewErrors.Refused, (await House.SendAsync(new OpenPreview(shared.Token), Actor.Nobody)).Error);
        Assert.Equal("not_found", (await House.SendAsync(new RevokePreview(PreviewLinkId.New(House.Clock.GetUtcNow())), Some.Creator)).Error?.Code);
    }
}

public sealed class OpenPreviewTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_pinned_one_stays_as_it_is_and_the_other_shows_the_text_as_it_stands()
    {
        var article = await Some.DraftAsync("Two ways to show it");
        await Some.WriteAsync(article, "The first text.", named: true);
        var pinned = (await House.SendAsync(new SharePreview(article, 1), Some.Creator)).Value.Token;
        var newest = (await House.SendAsync(new SharePreview(article), Some.Creator)).Value.Token;
        await Some.WriteAsync(article, "The second text.");

        using var reader = House.CreateClient();
        Assert.Contains("The first text.", await reader.GetStringAsync($"/preview/{pinned}", Ct), StringComparison.Ordinal);
        var page = await reader.GetAsync($"/preview/{newest}", Ct);
        Assert.Contains("The second text.", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("Nobody has decided yet that it may appear.", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(("no-store, private", "noindex"), (page.Headers.CacheControl!.ToString(), page.Headers.GetValues("X-Robots-Tag").Single()));
        Assert.False(page.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task For_sites_it_has_the_shape_of_what_is_published()
    {
        var article = await Some.DraftAsync("Shaped like delivery");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        var token = (await House.SendAsync(new SharePreview(article), Some.Creator)).Value.Token;

        using var reader = House.CreateClient();
        var answer = await reader.GetAsync($"/api/v1/preview/{token}", Ct);
        var preview = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct));
        var published = JsonSerializer.Deserialize<JsonElement>(await reader.GetStringAsync("/api/v1/sites/relocation/articles/by-slug/shaped-like-delivery", Ct));

        Assert.Equal(published.EnumerateObject().Select(p => p.Name).Order(), preview.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(published.GetProperty("body").GetString(), preview.GetProperty("body").GetString());
        Assert.Equal(8, preview.GetProperty("review").GetProperty("score").GetInt32()); // of the revision that was approved
        Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_link_that_is_over_forged_or_cut_is_refused_and_never_shows_what_is_published()
    {
        var article = await Some.DraftAsync("Published under the same name");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        var shared = (await House.SendAsync(new SharePreview(article), Some.Creator)).Value;
        using var reader = House.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/preview/{shared.Token}", Ct)).StatusCode);
        await House.SqlAsync("update planning.previews set ends_at = made_at where id = $1", shared.Id.Value);

        foreach (var token in new[] { shared.Token, shared.Token[..^4] + "AAAA", shared.Token[..20], "x", shared.Id.ToString(), new string('A', 5_000), "a%EF%BF%BFb" })
            foreach (var address in new[] { $"/preview/{token}", $"/api/v1/preview/{token}" })
            {
                var answer = await reader.GetAsync(address, Ct);
                Assert.Equal((address, HttpStatusCode.Forbidden), (address, answer.StatusCode));
                Assert.DoesNotContain("Published under", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
                Assert.Equal("no-store, private", answer.Headers.CacheControl!.ToString());
            }
    }

    [Fact]
    public async Task What_is_in_the_bin_is_shown_to_nobody()
    {
        var article = await Some.DraftAsync("Thrown away");
        var token = (await House.SendAsync(new SharePreview(article), Some.Creator)).Value.Token;
        await House.SqlAsync("update content.articles set binned_at = now() where id = $1", article.Value);

        Assert.Equal(PreviewErrors.Refused, (await House.SendAsync(new OpenPreview(token), Actor.Nobody)).Error);
    }
}

public sealed class OpenPreviewPictureTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Its_pictures_are_seen_by_the_link_and_no_others()
    {
        var (cover, inText, other) = (await Some.ReadyAsync("A tram", "Desk", 1700, 1000), await Some.ReadyAsync("", "Somebody"), await Some.ReadyAsync());
        var article = await Some.DraftAsync("Previewed with pictures");
        await Some.ChangeAsync(article, c => c with { Cover = cover, Body = $"![A quay](/media/{inText}/w800.webp)\n" });
        var token = (await House.SendAsync(new SharePreview(article), Some.Creator)).Value.Token;

        using var reader = House.CreateClient();
        var page = await reader.GetStringAsync($"/preview/{token}", Ct);
        var pictures = Regex.Matches(page, """(?:src|srcset)="([^"]+)""").SelectMany(m => m.Groups[1].Value.Split(", ")).Select(p => p.Split(' ')[0]).Where(p => p.Contains("/media/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(pictures.Count > 4, page);
        foreach (var picture in pictures) Assert.Equal((picture, HttpStatusCode.OK), (picture, (await reader.GetAsync(picture, Ct)).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/media/{cover}/w400.webp", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/preview/{token}/media/{other}/w400.webp", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/preview/{token[..^4]}AAAA/media/{cover}/w400.webp", Ct)).StatusCode);
    }
}
