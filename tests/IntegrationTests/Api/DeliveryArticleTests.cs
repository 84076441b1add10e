using QuestCms.Application.Delivery;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Api;

public sealed class DeliveryArticleTests(ApiHouse shared) : WithApi(shared)
{
    private const string BySlug = List + "/by-slug/";

    [Fact]
    public async Task By_slug_and_by_id_the_same_bytes_are_answered_with_everything_the_contract_names()
    {
        var bySlug = await AskAsync(BySlug + "piece-7");
        var byId = await AskAsync($"{List}/{Shared.Articles[6]}");

        Assert.Equal((200, bySlug.Body, bySlug.ETag), (byId.Status, byId.Body, byId.ETag));
        Assert.Equal(
        [
            "ai", "authors", "body", "cacheTags", "category", "id", "image", "kind", "locale", "publishedAt", "readingMinutes", "review", "seo", "site", "slug", "summary", "tags", "title", "updatedAt", "version", "wordCount",
        ], bySlug.Json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("""{"origin":"none","share":0,"disclosure":null}""", bySlug.Json.GetProperty("ai").GetRawText());
        Assert.Equal("""{"slug":"portugal","name":"Portugal"}""", bySlug.Json.GetProperty("category").GetRawText());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", bySlug.Json.GetProperty("publishedAt").GetString());
    }

    [Fact]
    public async Task It_is_answered_304_until_it_is_published_anew()
    {
        var first = await AskAsync(BySlug + "piece-3");
        Assert.Equal((304, ""), ((await AskAsync(BySlug + "piece-3", ifNoneMatch: first.ETag)).Status, (await AskAsync(BySlug + "piece-3", ifNoneMatch: first.ETag)).Body));
        var head = await AskAsync(BySlug + "piece-3", HttpMethod.Head);
        Assert.Equal((200, "", first.ETag, first.Length), (head.Status, head.Body, head.ETag, head.Length));
        Assert.Equal(304, (await AskAsync(BySlug + "piece-3", HttpMethod.Head, first.ETag)).Status);
        Assert.Equal(200, (await AskAsync(BySlug + "piece-3", ifNoneMatch: "\"another\"")).Status);

        await Some.WriteAsync(Shared.Articles[2], "Another text.");
        await Some.ApprovedAsync(Shared.Articles[2]);
        await Some.Must(new PublishArticle(Shared.Articles[2]), Some.Publisher);

        Assert.Equal(200, (await AskAsync(BySlug + "piece-3", ifNoneMatch: first.ETag)).Status);
    }

    [Fact]
    public async Task A_former_address_moves_for_good_and_what_was_taken_down_is_gone()
    {
        await Some.ChangeAsync(Shared.Articles[3], c => c with { Slug = "piece-four" });
        await Some.ApprovedAsync(Shared.Articles[3]);
        await Some.Must(new PublishArticle(Shared.Articles[3]), Some.Publisher);
        var moved = await AskAsync(BySlug + "piece-4");
        Assert.Equal((308, BySlug + "piece-four"), (moved.Status, moved.Location));
        Assert.Equal((308, ""), ((await AskAsync(BySlug + "piece-4", HttpMethod.Head)).Status, (await AskAsync(BySlug + "piece-4", HttpMethod.Head)).Body));

        await Some.Must(new UnpublishArticle(Shared.Articles[3]), Some.Publisher);
        foreach (var address in new[] { "piece-4", "piece-four" })
        {
            var gone = await AskAsync(BySlug + address);
            Assert.Equal((410, "application/problem+json", "article.gone"), (gone.Status, gone.Type, gone.Code));
        }
        var byId = await AskAsync($"{List}/{Shared.Articles[3]}");
        Assert.Equal((410, "article.gone", "null"), (byId.Status, byId.Code, byId.Json.GetProperty("replacement").GetRawText()));
    }

    [Fact]
    public async Task Drafts_and_other_sites_things_are_not_there()
    {
        var draft = await Some.DraftAsync("Only a draft");

        foreach (var address in new[] { BySlug + "only-a-draft", $"{List}/{draft}", $"/api/v1/sites/placement/articles/{Shared.Articles[6]}", "/api/v1/sites/placement/articles/by-slug/piece-7", "/api/v1/sites/nowhere/articles/by-slug/piece-7" })
            Assert.Equal((404, "application/problem+json"), ((await AskAsync(address)).Status, (await AskAsync(address)).Type));
    }

    [Fact]
    public async Task The_sites_that_anyone_may_read_are_listed()
    {
        var sites = await AskAsync("/api/v1/sites");

        Assert.Equal(["placement", "relocation"], sites.Json.GetProperty("data").EnumerateArray().Select(s => s.GetProperty("slug").GetString()));
        Assert.Equal(304, (await AskAsync("/api/v1/sites", ifNoneMatch: sites.ETag)).Status);
    }
}
