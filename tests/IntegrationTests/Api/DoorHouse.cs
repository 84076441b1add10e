using QuestCms.Application.Delivery;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Api;

/// <summary>A house with a piece on a site that anyone reads, and another on a site that is read with a key.</summary>
public sealed class DoorHouse(Database database) : IAsyncLifetime
{
    public const string Open = "/api/v1/sites/relocation/articles/by-slug/an-open-piece", Closed = "/api/v1/sites/placement/articles/by-slug/a-closed-piece";

    public SomeHouse Some { get; private set; } = null!;
    public ArticleId Article { get; private set; }
    public SiteKeyId KeyId { get; private set; }
    public string Key { get; private set; } = "";
    public string KeyOfClosed { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Some = await SomeHouse.OpenAsync(database.Postgres, workers: false, ("QUEST_DELIVERY_LIMIT", "1000000"));
        Article = await PublishedAsync("An open piece");
        await PublishedAsync("A closed piece");
        await Some.House.SqlAsync("""
            update delivery.sites set anonymous_reading = false where slug = 'placement';
            update delivery.published_articles set site = (select id from delivery.sites where slug = 'placement') where slug = 'a-closed-piece'
            """);
        (KeyId, Key) = await KeyAsync(Some.Site);
        (_, KeyOfClosed) = await KeyAsync(Some.OtherSite);
    }

    public async Task<(SiteKeyId Id, string Secret)> KeyAsync(SiteId site)
    {
        var made = (await Some.House.SendAsync(new MakeSiteKey(site, "A reading site", [KeyScope.Read]), Actor.Shell)).Value;
        return (made.Key, made.Secret.Reveal());
    }

    public async Task<ArticleId> PublishedAsync(string title)
    {
        // Long enough that packing pays.
        var article = await Some.DraftAsync(title, string.Concat(Enumerable.Range(0, 40).Select(i => $"Sentence {i} of this piece says what is to be done first.\n\n")));
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        return article;
    }

    public ValueTask DisposeAsync() => Some.House.DisposeAsync();
}

/// <summary>An answer with all its headers; several of one name joined by commas.</summary>
public sealed record DoorReply(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);
    public string? Code => this["Content-Type"]?.StartsWith("application/problem+json", StringComparison.Ordinal) == true ? System.Text.Json.JsonDocument.Parse(Body).RootElement.GetProperty("code").GetString() : null;

    public static async Task<DoorReply> AskAsync(HttpClient client, string address, CancellationToken ct, params (string Name, string Value)[] headers) => await AskAsync(client, HttpMethod.Get, address, ct, headers);

    public static async Task<DoorReply> AskAsync(HttpClient client, HttpMethod method, string address, CancellationToken ct, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await client.SendAsync(request, ct);
        return new DoorReply((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(ct),
            answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated).ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>For a class that comes in by the door of delivery.</summary>
public abstract class AtTheDoor(DoorHouse shared) : IClassFixture<DoorHouse>, IDisposable
{
    private readonly HttpClient _client = shared.Some.House.CreateClient(new() { AllowAutoRedirect = false });

    protected DoorHouse Shared => shared;
    protected SomeHouse Some => shared.Some;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected Task<DoorReply> AskAsync(string address, params (string Name, string Value)[] headers) => DoorReply.AskAsync(_client, address, Ct, headers);

    protected Task<DoorReply> AskAsync(HttpMethod method, string address, params (string Name, string Value)[] headers) => DoorReply.AskAsync(_client, method, address, Ct, headers);

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }
}
