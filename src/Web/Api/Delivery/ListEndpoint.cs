using System.Text.Json;
using System.Text.Json.Nodes;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Lists: filtered, searched, paged by key.</summary>
internal static class ListEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.Read("/sites/{site}/articles", ListAsync);

    private static async Task ListAsync(HttpContext context, string site, SiteGate gate, PublishedLists lists, Cursors cursors, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        var (query, errors) = ListQuery.Read(context.Request.Query);
        if (query is null)
        {
            await Problems.WriteAsync(context, 400, errors[0].Code, errors[0].Detail, errors);
            return;
        }
        var filters = query.Filters(found.Slug);
        (double, DateTimeOffset, Guid)? after = null;
        if (query.Cursor is not null && (after = cursors.Read(filters, query.Cursor)) is null)
        {
            await Problems.WriteAsync(context, 400, "cursor.invalid", "This cursor was not made here, or for other filters. Begin without one.", [new(null, "cursor", "cursor.invalid", "Not a cursor of this list.", null)]);
            return;
        }
        // The site's sequence moves with every change of what is published: the tag is known before any row is read.
        var tag = Answer.TagOf($"{found.Sequence}\n{filters}\n{query.Limit}\n{query.Cursor}\n{string.Join(',', query.Fields ?? [])}");
        if (Answer.NotModified(context, tag)) return;

        var rows = await lists.ListAsync(new DeliveryFilter(found.Id, query.Category, query.Tags, query.Search, query.Limit + 1, after), ct);
        var shown = rows.Take(query.Limit).ToList();
        var next = rows.Count > query.Limit ? cursors.Make(filters, shown[^1].Rank, shown[^1].PublishedAt, shown[^1].Id) : null;
        var self = context.Request.Path + context.Request.QueryString;
        var nextUrl = next is null ? null : context.Request.Path + WithCursor(context.Request.Query, next);
        if (nextUrl is not null) context.Response.Headers.Link = $"<{nextUrl}>; rel=\"next\"";
        var links = JsonSerializer.Serialize(new { self, next = nextUrl, prev = (string?)null }, JsonSerializerOptions.Web);
        var data = string.Join(",", shown.Select(r => query.Fields is null ? r.Json : Only(r.Json, query.Fields)));
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        await Answer.SendAsync(context, $$"""{"data":[{{data}}],"meta":{"limit":{{query.Limit}},"count":null},"links":{{links}}}""", tag, null, ct);
    }

    private static string Only(string json, string[] fields)
    {
        var article = JsonNode.Parse(json)!.AsObject();
        var chosen = new JsonObject();
        foreach (var field in fields.Distinct()) chosen[field] = article[field]?.DeepClone();
        return chosen.ToJsonString();
    }

    private static QueryString WithCursor(IQueryCollection query, string cursor) =>
        QueryString.Create(query.Where(p => p.Key != "cursor").SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v)).Append(new("cursor", cursor)));
}
