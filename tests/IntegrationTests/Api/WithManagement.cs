using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Api;

/// <summary>For a class that asks the management API over HTTP with a key of its own.</summary>
[Collection("Programs")]
public abstract class WithManagement(AgentsHouse shared) : WithAgents(shared), IAsyncLifetime
{
    protected const string Root = "/api/v1/manage/sites/relocation";
    protected const string Articles = Root + "/articles";
    private readonly List<IDisposable> _open = [];
    private readonly List<SiteKeyId> _keys = [];

    protected HttpClient Client { get; private set; } = null!;
    protected SiteKeyId Key { get; private set; }

    public async ValueTask InitializeAsync() => (Client, Key) = await ClientAsync(KeyScope.Write, KeyScope.Preview);

    protected async Task<(HttpClient Client, SiteKeyId Key)> ClientAsync(params KeyScope[] scopes)
    {
        var (key, secret, _) = await KeyAsync(scopes);
        var client = House.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        _open.Add(client);
        _keys.Add(key);
        return (client, key);
    }

    protected async Task<Told> SendAsync(string method, string address, object? body = null, string? ifMatch = null, string? idempotencyKey = null, string? raw = null, HttpClient? client = null, string? ifNoneMatch = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (content is not null) request.Content = content;
        else if (raw is not null || body is not null) request.Content = new StringContent(raw ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        using var response = await (client ?? Client).SendAsync(request, Ct);
        return new Told((int)response.StatusCode, await response.Content.ReadAsStringAsync(Ct), response.Headers.ETag?.ToString(), response.Headers.Location?.OriginalString,
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>A new article with everything a submission needs.</summary>
    protected async Task<Told> WriteAsync(string? title = null, string? idempotencyKey = null) =>
        await SendAsync("POST", Articles, new { title = title ?? $"Ferries {Guid.CreateVersion7():N}", body = "They leave at seven.\n", summary = "When.", category = "portugal", authors = new[] { "relocation-desk" }, tags = new[] { "river" } }, idempotencyKey: idempotencyKey);

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var one in _open) one.Dispose();
        foreach (var key in _keys) await Some.Must(new RevokeSiteKey(key), Some.Administrator);
        GC.SuppressFinalize(this);
    }
}

/// <summary>An answer of the management API.</summary>
public sealed record Told(int Status, string Body, string? ETag, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    public string? Code => Json.GetProperty("code").GetString();
    public string Address => $"/api/v1/manage/sites/relocation/articles/{Json.GetProperty("id").GetString()}";
    public Domain.Content.ArticleId Id => Domain.Content.ArticleId.From(Json.GetProperty("id").GetGuid());

    public string? this[string member] => Json.GetProperty(member) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    /// <summary>Pointer or parameter, and code, of each thing that is wrong.</summary>
    public IReadOnlyList<(string? Where, string? Code)> Errors => [.. Json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("pointer").GetString() ?? e.GetProperty("parameter").GetString(), e.GetProperty("code").GetString()))];
}
