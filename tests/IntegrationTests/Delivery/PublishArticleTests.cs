using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class PublishArticleTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task What_a_reviewer_approved_is_read_by_everyone_and_told_in_the_log()
    {
        var article = await Some.DraftAsync("Moving to Lisbon with a family");
        await Some.ApprovedAsync(article, score: 10);

        await Some.Must(new PublishArticle(article), Some.Publisher);

        using var client = House.CreateClient();
        var json = await client.GetFromJsonAsync<JsonElement>("/api/v1/sites/relocation/articles/by-slug/moving-to-lisbon-with-a-family", TestContext.Current.CancellationToken);
        Assert.Equal("Moving to Lisbon with a family", json.GetProperty("title").GetString());
        Assert.Equal(10, json.GetProperty("review").GetProperty("score").GetInt32());
        var page = await client.GetStringAsync("/sites/relocation/moving-to-lisbon-with-a-family", TestContext.Current.CancellationToken);
        Assert.Contains("<h1>Moving to Lisbon with a family</h1>", page, StringComparison.Ordinal);
        Assert.Equal(1L, await House.ScalarAsync<long>("select sequence from delivery.events where article = $1", article.Value));
    }

    [Fact]
    public async Task One_byte_of_a_sealed_revision_changed_is_never_published()
    {
        var article = await Some.DraftAsync("A sealed piece");
        await Some.ApprovedAsync(article);
        await House.SqlAsync("update content.revisions set body = body || '.' where article = $1", article.Value);

        var result = await House.SendAsync(new PublishArticle(article), Some.Publisher);

        Assert.Equal(DeliveryErrors.SealBroken, result.Error);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from delivery.published_articles where article = $1", article.Value));
    }

    [Fact]
    public async Task What_was_live_and_is_taken_down_answers_gone()
    {
        var article = await Some.DraftAsync("Here today");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);

        await Some.Must(new UnpublishArticle(article), Some.Publisher);

        using var client = House.CreateClient();
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/api/v1/sites/relocation/articles/by-slug/here-today", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync("/sites/relocation/here-today", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_nowhere_to_be_read()
    {
        var article = await Some.DraftAsync("Only a draft");

        Assert.Equal(DeliveryErrors.NothingApproved, (await House.SendAsync(new PublishArticle(article), Some.Publisher)).Error);

        using var client = House.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/sites/relocation/only-a-draft", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_readers_see_is_byte_for_byte_the_approved_revision_also_after_later_edits()
    {
        var article = await Some.DraftAsync("Byte for byte", "A text with *marks*, “quotes”, 🙂 and\n\n    its own spacing  \nhere.\n");
        await Some.ApprovedAsync(article);
        await Some.WriteAsync(article, "Changed since the approval.", named: true);

        await Some.Must(new PublishArticle(article), Some.Publisher);

        var revision = await Some.RevisionAsync(article, 1);
        var html = (await House.Services.GetRequiredService<IRenderer>().RenderAsync(revision.Content.Body, Ct)).Value.Html;
        var row = await House.ReadAsync(db => db.PublishedArticles.AsNoTracking().SingleAsync(p => p.Article == article, Ct));
        Assert.Equal((1, html), (row.Revision, row.Shown.Html));
        Assert.Equal(CanonicalForm.Hash(revision), row.Shown.Seal);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(html)), row.Shown.HtmlHash);
        using var client = House.CreateClient();
        var json = await client.GetFromJsonAsync<JsonElement>("/api/v1/sites/relocation/articles/by-slug/byte-for-byte", Ct);
        Assert.Equal(html, json.GetProperty("body").GetString());
        Assert.Contains(html, await client.GetStringAsync("/sites/relocation/byte-for-byte", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_address_leads_to_the_present_one_until_another_article_takes_it()
    {
        var article = await Some.DraftAsync("First address");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.ChangeAsync(article, c => c with { Slug = "second-address" });
        await Some.ApprovedAsync(article);

        await Some.Must(new PublishArticle(article), Some.Publisher);

        using var client = House.CreateClient(new() { AllowAutoRedirect = false });
        var moved = await client.GetAsync("/api/v1/sites/relocation/articles/by-slug/first-address", Ct);
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/api/v1/sites/relocation/articles/by-slug/second-address"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        Assert.Equal("/sites/relocation/second-address", (await client.GetAsync("/sites/relocation/first-address", Ct)).Headers.Location?.OriginalString);
        Assert.Equal("1 article.published first-address, 2 article.updated second-address, 3 article.slug_changed second-address", await LogAsync(article));

        var other = await Some.DraftAsync("First address"); // the slug is free again
        await Some.ApprovedAsync(other);
        await Some.Must(new PublishArticle(other), Some.Publisher);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/sites/relocation/articles/by-slug/first-address", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_revision_is_put_back_and_only_an_approved_one()
    {
        var article = await Some.DraftAsync("Put back");
        await Some.ApprovedAsync(article, score: 7);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        Assert.Equal(DeliveryErrors.AlreadyLive, (await House.SendAsync(new PublishArticle(article), Some.Publisher)).Error);
        await Some.WriteAsync(article, "The second text.");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.WriteAsync(article, "The third one, not approved.", named: true);

        Assert.Equal(DeliveryErrors.NotApproved, (await House.SendAsync(new PublishArticle(article, 3), Some.Publisher)).Error);
        await Some.Must(new PublishArticle(article, 1), Some.Publisher);

        Assert.Equal((1, 3), (await House.ScalarAsync<int>("select revision from delivery.published_articles where article = $1", article.Value), await House.ScalarAsync<int>("select version from delivery.published_articles where article = $1", article.Value)));
    }

    [Fact]
    public async Task Two_publishers_at_once_publish_once()
    {
        for (var i = 0; i < 5; i++)
        {
            var article = await Some.DraftAsync($"Published at once {i}");
            await Some.ApprovedAsync(article);

            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => House.SendAsync(new PublishArticle(article), Some.Publisher), Ct)));

            Assert.Single(answers, a => a.Error is null);
            Assert.All(answers.Where(a => a.Error is not null), a => Assert.Contains(a.Error!.Code, new[] { "changed_meanwhile", "publish.already_live" }));
            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.events where article = $1", article.Value));
        }
    }

    [Fact]
    public async Task An_address_that_readers_know_is_not_taken_by_another_article()
    {
        var first = await Some.DraftAsync("Known address");
        await Some.ApprovedAsync(first);
        await Some.Must(new PublishArticle(first), Some.Publisher);
        await Some.ChangeAsync(first, c => c with { Slug = "moving-on" }); // not published yet: readers still know the old one
        var second = await Some.DraftAsync("Known address");
        await Some.ChangeAsync(second, c => c with { Slug = "known-address" });
        await Some.ApprovedAsync(second);

        Assert.Equal("slug.taken", (await House.SendAsync(new PublishArticle(second), Some.Publisher)).Error?.Code);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<string?> LogAsync(ArticleId article) =>
        House.ScalarAsync<string>("select string_agg(sequence || ' ' || type || ' ' || slug, ', ' order by sequence) from delivery.events where article = $1", article.Value);
}
