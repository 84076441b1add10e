using System.Text;
using System.Text.Json;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>How a site catches up: every event in its order, a page at a time, with the cursor to go on from.</summary>
internal static class ChangesEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.Read("/sites/{site}/changes", ChangesAsync);

    private static async Task ChangesAsync(HttpContext context, string site, SiteGate gate, EventLog log, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        if (await LogPlaces.ReadAsync(context, "since", "limit") is not (true, var since, var limit)) return;
        LogPosition? place = null;
        if (since is not (null or LogPlaces.Now) && (place = await LogPlaces.ParseAsync(context, found, since)) is null) return;

        // Without a cursor from the first event that is kept; “now” is behind all of them.
        var page = await log.AfterAsync(found.Id, place?.Sequence ?? (since is null ? 0 : long.MaxValue), limit, ct);
        if (page is null || place is { } given && !page.CanReadOnFrom(given))
        {
            await LogPlaces.ResyncAsync(context, found);
            return;
        }
        var last = page.Events.Count > 0 ? page.Events[^1].Sequence : page.Last;
        var next = LogPosition.Of(found.Id, page.Epoch, last).ToString();
        var more = last < page.Last;
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        var follow = context.Request.Path + QueryString.Create(context.Request.Query.ContainsKey("limit") ? [new("since", next), new("limit", $"{limit}")] : [new KeyValuePair<string, string?>("since", next)]);
        if (more) context.Response.Headers.Link = $"<{follow}>; rel=\"next\"";
        var data = string.Join(',', page.Events.Select(e => Encoding.UTF8.GetString(EventEnvelope.Of(e, found.Slug).ToJson())));
        var rest = JsonSerializer.Serialize(new { limit, count = (int?)null, next, more }, JsonSerializerOptions.Web);
        var links = JsonSerializer.Serialize(new { self = context.Request.Path + context.Request.QueryString, next = follow, prev = (string?)null }, JsonSerializerOptions.Web);
        var json = $$"""{"data":[{{data}}],"meta":{{rest}},"links":{{links}}}""";
        await Answer.SendAsync(context, json, Answer.TagOf(json), null, ct);
    }
}
