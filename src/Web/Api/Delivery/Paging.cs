using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>A page among others: where a cursor stands, and the links before and behind. A cursor is a direction and the keys of the row beside the page.</summary>
internal sealed record Paging(string? Cursor, bool Backwards, string[] Keys)
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null when the cursor was refused, which is said.</summary>
    public static async Task<Paging?> ReadAsync(HttpContext context, Cursors cursors, string bound, string? cursor)
    {
        if (cursor is null) return new Paging(null, false, []);
        if (cursors.Open(bound, cursor) is [var direction and ("n" or "p"), .. var keys]) return new Paging(cursor, direction == "p", keys);
        await Problems.WriteAsync(context, 400, "cursor.invalid", "This cursor was not made here, or for other filters or another order. Begin without one.",
            [new(null, "cursor", "cursor.invalid", "Not a cursor of this list.", null)]);
        return null;
    }

    /// <summary>Rows were read up to one more than a page: what is shown, and the links. Those are said in a header too.</summary>
    public (IReadOnlyList<T> Shown, string Links) Page<T>(HttpContext context, Cursors cursors, string bound, AskedQuery asked, IReadOnlyList<T> rows, int limit, Func<T, string[]> keys)
    {
        var more = rows.Count > limit;
        IReadOnlyList<T> shown = !more ? rows : Backwards ? [.. rows.Skip(rows.Count - limit)] : [.. rows.Take(limit)];
        // Who pages backwards came from the page behind; who pages on, from the one before.
        var next = shown.Count > 0 && (Backwards || more) ? cursors.Seal(bound, ["n", .. keys(shown[^1])]) : null;
        var previous = shown.Count > 0 && (Backwards ? more : Cursor is not null) ? cursors.Seal(bound, ["p", .. keys(shown[0])]) : null;
        var (self, nextUrl, prevUrl) = (Address(context, asked, Cursor), Address(context, asked, next), Address(context, asked, previous));
        var header = string.Join(", ", new[] { next is null ? null : $"<{nextUrl}>; rel=\"next\"", previous is null ? null : $"<{prevUrl}>; rel=\"prev\"" }.OfType<string>());
        if (header.Length > 0) context.Response.Headers.Link = header;
        return (shown, JsonSerializer.Serialize(new { self, next = next is null ? null : nextUrl, prev = previous is null ? null : prevUrl }, Plain));
    }

    private static string Address(HttpContext context, AskedQuery asked, string? cursor) =>
        context.Request.PathBase + context.Request.Path + QueryString.Create(cursor is null ? asked.Ordered() : asked.Ordered().Append(new("cursor", cursor)));

    public static string[] KeysOf(ListPlace place) => [.. place.Keys.Select(k => k switch
    {
        double rank => rank.ToString("R", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => (string)k,
    }), place.Id.ToString()];

    /// <summary>What <see cref="KeysOf"/> wrote; the cursor is authenticated and bound to the order.</summary>
    public ListPlace? PlaceOf(IReadOnlyList<ListKey> sort) => Cursor is null ? null : new ListPlace([.. sort.Select((key, i) => (object)(key.By switch
    {
        ListSort.Relevance => double.Parse(Keys[i], CultureInfo.InvariantCulture),
        ListSort.Title => Keys[i],
        ListSort.Score => int.Parse(Keys[i], CultureInfo.InvariantCulture),
        _ => new DateTimeOffset(long.Parse(Keys[i], CultureInfo.InvariantCulture), TimeSpan.Zero),
    }))], Guid.Parse(Keys[^1]));
}
