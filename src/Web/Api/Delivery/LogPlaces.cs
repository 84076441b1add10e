using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The words of a request that follows the event log, and what is answered when they name no place of it.</summary>
internal static class LogPlaces
{
    /// <summary>Where the log ends, said instead of a cursor.</summary>
    public const string Now = "now";

    public const int MostAtOnce = 100;

    /// <summary>The parameters of the address; false when a refusal was answered.</summary>
    public static async Task<(bool IsGood, string? Since, int Limit)> ReadAsync(HttpContext context, params string[] known)
    {
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow(known);
        var (since, limit) = (asked.One("since"), known.Contains("limit") ? asked.Limit(MostAtOnce, MostAtOnce) : MostAtOnce);
        if (asked.Errors.Count == 0) return (true, since, limit);
        await asked.WriteAsync(context);
        return (false, null, 0);
    }

    /// <summary>The place a cursor names; null when a refusal was answered: <c>cursor.invalid</c>.</summary>
    public static async Task<LogPosition?> ParseAsync(HttpContext context, DeliverySite site, string since)
    {
        if (LogPosition.TryParse(since, out var place) && place.Mark == LogPosition.MarkOf(site.Id)) return place;
        await Problems.WriteAsync(context, 400, "cursor.invalid", "This is no cursor of this site's event log. Take one from /changes, or the id of an event.",
            [new(null, "since", "cursor.invalid", "Not a cursor of this log.", $"“{Now}” is where the log ends.")]);
        return null;
    }

    public static Task ResyncAsync(HttpContext context, DeliverySite site) => Problems.WriteAsync(context, 410, "resync",
        $"The log can't be read on from there: it is kept for 90 days, and it began anew after a restore. Take /api/v1/sites/{site.Slug}/changes?since={Now}, then fetch all articles, then follow.");

    /// <summary>Where a stream begins: a cursor that can be read on from, or the end of the log. Null when a refusal was answered.</summary>
    public static async Task<LogPosition?> BeginAsync(HttpContext context, DeliverySite site, EventLog log, string? since, CancellationToken ct)
    {
        var end = LogPosition.Of(site.Id, site.Epoch, site.Sequence);
        if (since is null or Now) return end;
        if (await ParseAsync(context, site, since) is not { } place) return null;
        if (place == end || await log.AfterAsync(site.Id, place.Sequence, 1, ct) is { } page && page.CanReadOnFrom(place)) return place;
        await ResyncAsync(context, site);
        return null;
    }
}
