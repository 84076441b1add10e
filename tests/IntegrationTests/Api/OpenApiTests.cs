using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Content;
using QuestCms.Web.Api.Describing;

namespace QuestCms.IntegrationTests.Api;

/// <summary>The OpenAPI document is valid, leaves no address out, and every answer that can be brought about is as it says.</summary>
public sealed class OpenApiTests(ApiHouse shared) : WithApi(shared)
{
    // An address that is answered 200, of each operation that anybody may ask. A new one without a line here fails.
    private static Dictionary<string, string> Good(ApiHouse house) => new()
    {
        ["listSites"] = "/sites",
        ["getSite"] = "/sites/relocation",
        ["listCategories"] = "/sites/relocation/categories",
        ["listTags"] = "/sites/relocation/tags",
        ["listAuthors"] = "/sites/relocation/authors",
        ["listRedirects"] = "/sites/relocation/redirects",
        ["listArticles"] = "/sites/relocation/articles",
        ["getArticle"] = $"/sites/relocation/articles/{house.Articles[6]}",
        ["getArticleBySlug"] = "/sites/relocation/articles/by-slug/piece-7",
        ["search"] = "/sites/relocation/search?q=piece",
        ["suggest"] = "/sites/relocation/search/suggest?q=pie",
        ["listRelatedArticles"] = $"/sites/relocation/articles/{house.Articles[6]}/related",
        ["getProvenance"] = $"/sites/relocation/articles/{house.Articles[6]}/provenance",
        ["listProvenanceKeys"] = "/provenance/keys",
        ["getOpenApi"] = "/openapi.json",
        ["listChanges"] = "/sites/relocation/changes",
        ["followEvents"] = "/sites/relocation/events",
        ["getRss"] = "/sites/relocation/feed.rss",
        ["getAtom"] = "/sites/relocation/feed.atom",
        ["getJsonFeed"] = "/sites/relocation/feed.json",
        ["getSiteMap"] = "/sites/relocation/sitemap.xml",
        ["getLlmsText"] = "/sites/relocation/llms.txt",
    };

    // Spoken otherwise than by asking and being answered, or only to who has a link.
    private static readonly string[] OtherTongues = ["followLive", "getPreview"];

    [Fact]
    public async Task The_document_is_OpenAPI_without_a_fault()
    {
        var read = OpenApiDocument.Parse((await AskAsync("/api/v1/openapi.json")).Body, "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors.Select(e => $"{e.Pointer}: {e.Message}"));
        Assert.Empty(read.Diagnostic.Warnings.Select(e => $"{e.Pointer}: {e.Message}"));
        Assert.Empty(read.Document!.Validate(ValidationRuleSet.GetDefaultRuleSet()).Select(e => $"{e.Pointer}: {e.Message}"));
    }

    [Fact]
    public async Task No_address_is_left_out_and_every_operation_has_a_name_of_its_own()
    {
        var (_, silent) = Described.Of(Some.House.Services.GetRequiredService<EndpointDataSource>());
        Assert.True(silent.Count == 0, $"These addresses say nothing of themselves; Describe them where they are mapped, or in Contract: {string.Join(", ", silent)}");
        var ids = (await DocumentAsync()).Operations().Select(o => o.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.True(ids.Count > 10);
    }

    [Fact]
    public async Task The_examples_are_as_their_schemas_say()
    {
        var document = await DocumentAsync();
        var (wrong, seen) = (new List<string>(), 0);
        foreach (var (id, _, _, said) in document.Operations())
            foreach (var (_, reply) in said["responses"]!.AsObject())
                foreach (var (_, content) in reply!["content"]?.AsObject() ?? [])
                    if (content!["example"] is { } example)
                    {
                        seen++;
                        wrong.AddRange(document.Against(content["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1], example.ToJsonString()).Select(w => $"{id}: {w}"));
                    }
        Assert.Empty(wrong);
        Assert.True(seen >= 9);
    }

    [Fact]
    public async Task Every_answer_is_as_it_is_described()
    {
        await Some.ChangeAsync(Shared.Articles[3], c => c with { Slug = "piece-four" });
        await Some.ApprovedAsync(Shared.Articles[3]);
        await Some.Must(new PublishArticle(Shared.Articles[3]), Some.Publisher);
        await Some.Must(new UnpublishArticle(Shared.Articles[4]), Some.Publisher);
        await Some.House.SqlAsync("update delivery.sites set anonymous_reading = false where slug = 'placement'");
        Some.House.Services.GetRequiredService<SiteBoard>().LookAgain();
        var (document, wrong, seen) = (await DocumentAsync(), new List<string>(), new HashSet<string>());
        var good = Good(Shared);
        using var client = Some.House.CreateClient(new() { AllowAutoRedirect = false });

        async Task<Answered> TryAsync((string Id, string Method, string Path, JsonObject Said) operation, string address, int status, string? tag = null, string? schema = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + address);
            if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            var answer = await Answered.OfAsync(client, request, Ct);
            seen.Add($"{operation.Id} {answer.Status}");
            if (answer.Status != status) wrong.Add($"{operation.Id} {address}: {answer.Status} instead of {status}");
            wrong.AddRange(document.Against(operation.Said, answer, schema).Select(w => $"{operation.Id} {address}: {w}"));
            return answer;
        }

        foreach (var operation in document.Operations().Where(o => o.Said["x-scope"] is null && !OtherTongues.Contains(o.Id)))
        {
            Assert.True(good.TryGetValue(operation.Id, out var address), $"{operation.Id} has no line in Good.");
            await TryAsync(operation, address!, 200, schema: operation.Id.StartsWith("getArticle", StringComparison.Ordinal) ? "Article" : null);
            var said = operation.Said["responses"]!.AsObject();
            if (said.ContainsKey("304") && (await AskAsync("/api/v1" + address)).ETag is { } tag) await TryAsync(operation, address!, 304, tag);
            if (said.ContainsKey("400")) await TryAsync(operation, $"{address}{(address!.Contains('?') ? '&' : '?')}unknown=1", 400);
            if (said.ContainsKey("404")) await TryAsync(operation, address!.Replace("/relocation", "/nowhere", StringComparison.Ordinal), 404);
            if (said.ContainsKey("401") && !operation.Path.Contains('.')) await TryAsync(operation, address!.Replace("/relocation", "/placement", StringComparison.Ordinal), 401);
        }
        var all = document.Operations().ToDictionary(o => o.Id);
        const string Articles = "/sites/relocation/articles";
        foreach (var query in new[] { "limit=2", "limit=2&fields=slug,seo.title", "include=related,media&body=markdown&limit=3", "q=number&count=true", "sort=title&limit=1" })
            await TryAsync(all["listArticles"], $"{Articles}?{query}", 200);
        foreach (var query in new[] { "cursor=none", "sort=x", "filter[x][eq]=1", "limit=0", "kind=x", "minScore=x", "publishedAfter=x", "q=" + new string('q', 201), "fields=x", "body=x", "include=x", "tag=%00", "category=%00" })
            await TryAsync(all["listArticles"], $"{Articles}?{query}", 400);
        await TryAsync(all["getArticleBySlug"], $"{Articles}/by-slug/piece-4", 308);
        await TryAsync(all["getArticleBySlug"], $"{Articles}/by-slug/piece-5", 410);
        await TryAsync(all["getArticle"], $"{Articles}/{Shared.Articles[4]}", 410);
        await TryAsync(all["getArticle"], $"{Articles}/{Shared.Articles[6]}?include=related,media&body=text", 200);
        await TryAsync(all["listRelatedArticles"], $"{Articles}/{Shared.Articles[4]}/related", 410);
        await TryAsync(all["getProvenance"], $"{Articles}/{Shared.Articles[4]}/provenance", 410);
        await TryAsync(all["listRedirects"], "/sites/relocation/redirects?limit=1&count=true", 200);

        await TryAsync(all["getPreview"], "/preview/none", 403);
        await TryAsync(all["followLive"], "/sites/relocation/live", 426);

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.True(seen.Count > 50, $"{seen.Count}");
    }

    private async Task<ApiDocument> DocumentAsync() => new(JsonNode.Parse((await AskAsync("/api/v1/openapi.json")).Body)!.AsObject());
}
