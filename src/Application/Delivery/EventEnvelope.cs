using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>An event as it stands in the log once its transaction is stored.</summary>
public sealed record LoggedEvent(Guid Site, string Epoch, long Sequence, string Type, DateTimeOffset At, Guid? Article, Guid? Asset, string Slug, string? PreviousSlug, string Locale,
    int Version, string[] ChangedFields, string[] CacheTags)
{
    public LogPosition Position => LogPosition.Of(Site, Epoch, Sequence);

    /// <exception cref="InvalidOperationException">It is not stored yet, so it has no place in the log.</exception>
    public static LoggedEvent Of(DeliveryEvent told) => new(told.Site.Value, told.Epoch, told.Sequence ?? throw new InvalidOperationException("The event has no sequence yet."), told.Type,
        told.At, told.Article?.Value, told.Asset?.Value, told.Slug, told.PreviousSlug, told.Locale, told.Version, told.ChangedFields, told.CacheTags);
}

/// <summary>What an event tells. Nulls are written; a time is UTC with milliseconds.</summary>
/// <param name="Id">Of the article; of the picture or the site where it is about one of those.</param>
/// <param name="Site">The site's slug.</param>
/// <param name="Version">Which publication of the article it was.</param>
/// <param name="Sequence">Rises by one with each event of the site; null for a test.</param>
/// <param name="Url">Where the article, or the site, is read in the API, from the house's root.</param>
public sealed record EventData(Guid Id, string Site, string? Slug, string? PreviousSlug, string? Locale, int? Version, long? Sequence, string? Url, IReadOnlyList<string> ChangedFields,
    IReadOnlyList<string> CacheTags);

/// <summary>The one form an event has wherever it is told: in changes, over Server-Sent Events and WebSocket, and to webhooks.</summary>
/// <param name="Id">The same wherever and however often it is told; also the cursor behind it (<see cref="LogPosition"/>).</param>
public sealed record EventEnvelope(string Id, string Type, string Timestamp, EventData Data)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="site">The site's slug.</param>
    public static EventEnvelope Of(LoggedEvent told, string site) => new(told.Position.ToString(), told.Type, TimeOf(told.At), new EventData(
        told.Article ?? told.Asset ?? told.Site, site, Null(told.Slug), told.PreviousSlug, Null(told.Locale), told.Article is null ? null : told.Version, told.Sequence,
        told.Article is { } article ? $"/api/v1/sites/{site}/articles/{article}" : told.Asset is null ? $"/api/v1/sites/{site}" : null, told.ChangedFields, told.CacheTags));

    /// <summary>What the test button of a webhook sends: about the site, in no log.</summary>
    public static EventEnvelope Test(Guid id, Guid siteId, string site, DateTimeOffset now) => new($"test-{id:N}", DeliveryEvent.EndpointTest, TimeOf(now),
        new EventData(siteId, site, null, null, null, null, null, $"/api/v1/sites/{site}", [], []));

    /// <summary>UTF-8, on one line.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    private static string TimeOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
