using System.Text.Json;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Api;

/// <summary>A house with 25 published pieces on one site: numbered, every second with the tag <c>tax</c>, every fifth in Spain.</summary>
public sealed class ApiHouse(Database database) : IAsyncLifetime
{
    public const int Published = 25;

    public SomeHouse Some { get; private set; } = null!;
    public IReadOnlyList<ArticleId> Articles { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Some = await database.BorrowAsync();
        await Some.Must(new AddCategory(Some.Site, "Spain"), Some.Administrator);
        var spain = (await Some.House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Value.Categories.Single(c => c.Name == "Spain").Id;
        var made = new List<ArticleId>();
        for (var i = 1; i <= Published; i++)
        {
            var number = i;
            var article = await Some.DraftAsync($"Piece {i}", $"Number {i} of all. {(i == 7 ? "It speaks of lighthouses." : "")}\n");
            await Some.ChangeAsync(article, c => c with { Tags = number % 2 == 0 ? ["tax", "all"] : ["all"], Category = number % 5 == 0 ? spain : c.Category });
            await Some.ApprovedAsync(article);
            await Some.Must(new PublishArticle(article), Some.Publisher);
            made.Add(article);
        }
        Articles = made;
    }

    public ValueTask DisposeAsync() => database.GiveBackAsync(Some);
}

/// <summary>For a class that asks the delivery API over HTTP.</summary>
public abstract class WithApi(ApiHouse shared) : IClassFixture<ApiHouse>, IDisposable
{
    protected const string List = "/api/v1/sites/relocation/articles";
    private readonly HttpClient _client = shared.Some.House.CreateClient(new() { AllowAutoRedirect = false });

    protected ApiHouse Shared => shared;
    protected SomeHouse Some => shared.Some;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected async Task<Reply> AskAsync(string address, HttpMethod? method = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (ifNoneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        using var response = await _client.SendAsync(request, Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response.Headers.ETag?.ToString(), response.Headers.Location?.OriginalString,
            response.Headers.TryGetValues("Link", out var link) ? link.Single() : null, response.Content.Headers.ContentLength);
    }

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>An answer of the API.</summary>
public sealed record Reply(int Status, string? Type, string Body, string? ETag, string? Location, string? Link, long? Length)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    public IReadOnlyList<string> Titles => [.. Json.GetProperty("data").EnumerateArray().Select(a => a.GetProperty("title").GetString()!)];
    public string? Next => Json.GetProperty("links").GetProperty("next").GetString();
    public string? Previous => Json.GetProperty("links").GetProperty("prev").GetString();
    public string? Code => Json.GetProperty("code").GetString();

    /// <summary>parameter: hint, of each thing that is wrong.</summary>
    public IReadOnlyList<(string? Parameter, string? Hint)> Errors => [.. Json.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("parameter").GetString(), e.GetProperty("hint").GetString()))];
}
