using System.Text.Json.Nodes;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Api;

/// <summary>The management API answers as the OpenAPI document says.</summary>
public sealed class ManagementDescribedTests(AgentsHouse shared) : WithManagement(shared)
{
    private readonly List<string> _wrong = [];
    private ApiDocument _document = null!;

    [Fact]
    public async Task Without_a_key_every_address_says_so_as_described()
    {
        await ReadAsync();
        using var nobody = House.CreateClient(new() { AllowAutoRedirect = false });
        var asked = 0;
        foreach (var (id, method, path, said) in _document.Operations().Where(o => o.Said["x-scope"] is not null))
        {
            var address = "/api/v1" + path.Replace("{site}", "relocation", StringComparison.Ordinal).Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{delivery}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal);
            Compare(id, said, await SendAsync(method, address, client: nobody), 401);
            asked++;
        }

        Assert.True(_wrong.Count == 0, string.Join("\n", _wrong));
        Assert.True(asked > 15, $"{asked}");
    }

    [Fact]
    public async Task What_is_written_read_and_refused_is_as_described()
    {
        await ReadAsync();
        var operations = _document.Operations().ToDictionary(o => o.Id, o => o.Said);
        void Held(string id, Told told, int status) => Compare(id, operations[id], told, status);

        var made = await WriteAsync();
        Held("writeNewArticle", made, 201);
        Held("writeNewArticle", await SendAsync("POST", Articles, new { body = "No title." }), 400);
        Held("writeNewArticle", await SendAsync("POST", Articles, raw: "no json"), 400);
        Held("listManagedArticles", await SendAsync("GET", Articles + "?limit=2"), 200);
        Held("listManagedArticles", await SendAsync("GET", Articles + "?limt=2"), 400);
        var read = await SendAsync("GET", made.Address);
        Held("readManagedArticle", read, 200);
        Held("readManagedArticle", await SendAsync("GET", made.Address, ifNoneMatch: read.ETag), 304);
        Held("readManagedArticle", await SendAsync("GET", $"{Articles}/{Guid.CreateVersion7()}"), 404);
        var text = JsonNode.Parse(read.Body)!["text"]!.AsObject();
        Assert.Empty(_document.Against("ManagedText", text.ToJsonString()));
        Held("rewriteArticle", await SendAsync("PUT", made.Address, text), 428);
        Held("rewriteArticle", await SendAsync("PUT", made.Address, text, ifMatch: "\"99\""), 412);
        var rewritten = await SendAsync("PUT", made.Address, text, ifMatch: read.ETag);
        Held("rewriteArticle", rewritten, 200);
        var submitted = await SendAsync("POST", made.Address + "/submit", new { note = "Look at the times." }, ifMatch: rewritten.ETag);
        Held("submitArticle", submitted, 200);
        Held("listRevisions", await SendAsync("GET", made.Address + "/revisions"), 200);
        Held("readRevision", await SendAsync("GET", made.Address + "/revisions/1"), 200);
        var withdrawn = await SendAsync("POST", made.Address + "/withdraw", ifMatch: submitted.ETag);
        Held("withdrawArticle", withdrawn, 200);
        Held("unpublishArticle", await SendAsync("POST", made.Address + "/unpublish", ifMatch: withdrawn.ETag), 409);
        var binned = await SendAsync("DELETE", made.Address, ifMatch: withdrawn.ETag);
        Held("binArticle", binned, 200);
        Held("listBin", await SendAsync("GET", Root + "/bin"), 200);
        Held("restoreArticle", await SendAsync("POST", made.Address + "/restore", ifMatch: binned.ETag), 200);
        Held("listMedia", await SendAsync("GET", Root + "/media"), 200);
        Held("listGenerations", await SendAsync("GET", Root + "/generations"), 200);

        const string Hooks = Root + "/webhooks";
        var hook = await SendAsync("POST", Hooks, new { address = "https://hooks.example.org/described" });
        Held("addWebhook", hook, 201);
        Held("addWebhook", await SendAsync("POST", Hooks, new { address = "https://10.0.0.1/" }), 400);
        Held("listWebhooks", await SendAsync("GET", Hooks), 200);
        Held("listWebhooks", await SendAsync("GET", Hooks + "?limit=1"), 400);
        var at = hook.Location!;
        Held("readWebhook", await SendAsync("GET", at), 200);
        Held("readWebhook", await SendAsync("GET", at, ifNoneMatch: hook.ETag), 304);
        Held("readWebhook", await SendAsync("GET", $"{Hooks}/{Guid.CreateVersion7()}"), 404);
        var changed = await SendAsync("PUT", at, new { address = "https://hooks.example.org/changed", description = "", types = new[] { "article.published" } }, ifMatch: hook.ETag);
        Held("changeWebhook", changed, 200);
        Held("changeWebhook", await SendAsync("PUT", at, new { address = "https://hooks.example.org/" }, ifMatch: changed.ETag), 400);
        var rotated = await SendAsync("POST", at + "/rotate", ifMatch: changed.ETag);
        Held("rotateWebhookSecret", rotated, 200);
        var sent = await SendAsync("POST", at + "/test");
        Held("testWebhook", sent, 202);
        Held("readWebhookDelivery", await SendAsync("GET", sent.Location!), 200);
        Held("listWebhookDeliveries", await SendAsync("GET", at + "/deliveries?state=waiting"), 200);
        Held("listWebhookDeliveries", await SendAsync("GET", at + "/deliveries?state=away"), 400);
        Held("resendWebhookDelivery", await SendAsync("POST", sent.Location + "/resend"), 202);
        Held("resendWebhooks", await SendAsync("POST", at + "/resend", new { from = "2026-01-01T00:00:00Z", to = "2026-01-02T00:00:00Z" }), 202);
        Held("resendWebhooks", await SendAsync("POST", at + "/resend", new { from = "2026-01-03T00:00:00Z", to = "2026-01-02T00:00:00Z" }), 400);
        Held("disableWebhook", await SendAsync("POST", at + "/disable"), 428);
        Held("removeWebhook", await SendAsync("DELETE", at, ifMatch: "\"99\""), 412);
        var latest = await SendAsync("GET", at);
        var disabled = await SendAsync("POST", at + "/disable", ifMatch: latest.ETag);
        Held("disableWebhook", disabled, 200);
        var enabled = await SendAsync("POST", at + "/enable", ifMatch: disabled.ETag);
        Held("enableWebhook", enabled, 200);
        Held("removeWebhook", await SendAsync("DELETE", at, ifMatch: enabled.ETag), 204);

        Assert.True(_wrong.Count == 0, string.Join("\n", _wrong));
    }

    private async Task ReadAsync() => _document = new ApiDocument(JsonNode.Parse((await SendAsync("GET", "/api/v1/openapi.json")).Body)!.AsObject());

    private void Compare(string id, JsonObject said, Told told, int status)
    {
        if (told.Status != status) _wrong.Add($"{id}: {told.Status} instead of {status}: {told.Body}");
        var media = told.Headers.TryGetValue("Content-Type", out var type) ? type.Split(';')[0] : null;
        _wrong.AddRange(_document.Against(said, new Answered(told.Status, media, told.Body, told.Headers.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase))).Select(w => $"{id} {status}: {w}"));
    }
}
