using System.Globalization;
using Microsoft.Extensions.Primitives;
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
        var (query, errors, limit) = (context.Request.Query, new List<ProblemField>(), MostAtOnce);
        foreach (var name in query.Keys.Where(k => !known.Contains(k))) errors.Add(new(null, name, "parameter.unknown", $"There is no parameter “{name}”.", $"There are: {string.Join(", ", known)}."));
        foreach (var name in known.Where(k => query[k].Count > 1)) errors.Add(new(null, name, "parameter.repeated", $"“{name}” can be given once.", null));
        if (!StringValues.IsNullOrEmpty(query["limit"]) && (!int.TryParse(query["limit"][0], NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostAtOnce))
            errors.Add(new(null, "limit", "limit.range", $"A limit is a whole number from 1 to {MostAtOnce}.", null));
        if (errors.Count == 0) return (true, StringValues.IsNullOrEmpty(query["since"]) ? null : query["since"][0], limit);
        await Problems.WriteAsync(context, 400, errors[0].Code, errors[0].Detail, errors);
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
