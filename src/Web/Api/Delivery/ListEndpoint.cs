using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Lists: narrowed, searched, sorted, paged by key.</summary>
internal static class ListEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.Read("/sites/{site}/articles", ListAsync, ArticleOperations.List);

    private static async Task ListAsync(HttpContext context, string site, SiteGate gate, PublishedLists lists, PublishedRelated related, Cursors cursors, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        var asked = new AskedQuery(context.Request.Query);
        if (ListQuery.Read(asked) is not { } query)
        {
            await asked.WriteAsync(context);
            return;
        }
        var bound = query.Bound(found.Slug);
        if (await Paging.ReadAsync(context, cursors, bound, query.Cursor) is not { } paging) return;
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        // The site's sequence moves with every change of what is published: the tag is known before any row is read.
        var tag = Answer.TagOf($"{found.Sequence}\n{bound}\n{QueryString.Create(asked.Ordered())}\n{query.Cursor}");
        if (Answer.NotModified(context, tag)) return;

        var list = new ListAsked(found.Id, query.Conditions, query.Search, query.Sort, query.Limit + 1, paging.PlaceOf(query.Sort), paging.Backwards, query.Shape.Besides);
        var rows = await lists.PageAsync(list, ct);
        var count = query.Count ? await lists.CountAsync(list, ct) : (long?)null;
        var (shown, links) = paging.Page(context, cursors, bound, asked, rows, query.Limit, r => Paging.KeysOf(r.Place));
        var similar = query.Shape.Related ? (await related.OfAsync(found.Id, [.. shown.Select(r => r.Id)], ArticleShape.RelatedEach, ct)).ToLookup(r => r.Of, r => r.Json) : null;
        var data = string.Join(",", shown.Select(r => query.Shape.Write(r.Json, r.Body, r.Media, similar?[r.Id] ?? [])));
        await Answer.SendAsync(context, Json(data, query.Limit, count, links), tag, null, ct);
    }

    /// <summary>The shape of every list.</summary>
    /// <param name="data">Items of JSON with commas between them.</param>
    /// <param name="links">A JSON object.</param>
    public static string Json(string data, int limit, long? count, string links) => $$"""{"data":[{{data}}],"meta":{"limit":{{limit}},"count":{{count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}},"links":{{links}}}""";
}
