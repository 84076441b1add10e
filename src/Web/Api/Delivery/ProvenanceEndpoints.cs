using System.Text.Json;
using System.Text.Json.Serialization;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>How an article was made, signed; and the keys with which anyone checks it.</summary>
internal static class ProvenanceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.Read("/sites/{site}/articles/{id:guid}/provenance", CardAsync, ProvenanceOperations.Card);
        api.Read("/provenance/keys", KeysAsync, ProvenanceOperations.Keys);
    }

    private static async Task CardAsync(HttpContext context, string site, Guid id, SiteGate gate, ReadyCards cards, PublishedTaxa taxa, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found || await HasMoreAsync(context)) return;
        var coding = Codings.Of(context.Request);
        if (await cards.ByIdAsync(found.Id, id, coding, ct) is not { } card)
            await ArticleEndpoints.NotThereAsync(context, found, await taxa.GoneAsync(found.Id, id, ct), "No published article of this site has this id.");
        else if (card.Bytes is null)
            await Problems.WriteAsync(context, 404, "provenance.not_made", "This article was published before there were provenance cards; its own is being made. Ask again in a few minutes.");
        else
        {
            DeliveryCall.IsOnlyOf(context, card.Article);
            context.Response.Headers["Cache-Tag"] = card.CacheTags.Length > 0 ? card.CacheTags : $"site:{found.Slug},article:{card.Article}";
            await Answer.SendAsync(context, card.Bytes, card.Tag, coding, card.UpdatedAt, ct);
        }
    }

    private static async Task KeysAsync(HttpContext context, ReadyCards cards, CancellationToken ct)
    {
        if (await HasMoreAsync(context)) return;
        var json = JsonSerializer.Serialize(new KeySet([.. (await cards.KeysAsync(ct)).Select(k => new Jwk("OKP", "Ed25519", k.X, k.Id, "EdDSA", "sig", k.MadeAt, k.RetiredAt, k.RevokedAt))]), Json);
        await Answer.SendAsync(context, json, Answer.TagOf(json), null, ct);
    }

    private static async Task<bool> HasMoreAsync(HttpContext context)
    {
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow([]);
        if (asked.Errors.Count == 0) return false;
        await asked.WriteAsync(context);
        return true;
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new InUtc() } };

    /// <summary>RFC 7517.</summary>
    private sealed record KeySet(IReadOnlyList<Jwk> Keys);

    /// <summary>RFC 8037, with the times from which it signs no more, or proves nothing that came later.</summary>
    private sealed record Jwk(string Kty, string Crv, string X, string Kid, string Alg, string Use, DateTimeOffset MadeAt, DateTimeOffset? RetiredAt, DateTimeOffset? RevokedAt);

    private sealed class InUtc : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
    }
}
