using System.Text;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Lists: narrowed, searched, sorted, paged by key.</summary>
internal static class ListEndpoint
{
    public static void Map(RouteGroupBuilder api) => api.Read("/sites/{site}/articles", ListAsync, ArticleOperations.List);

    public static async Task ListAsync(HttpContext context, string site, SiteGate gate, PublishedLists lists, PublishedRelated related, Cursors cursors, CancellationToken ct)
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
        if (query.Shape.IsStored)
        {
            await Answer.SendAsync(context, Utf8(shown, query.Limit, count, links), tag, Coding.Identity, null, ct);
            return;
        }
        var similar = query.Shape.Related ? (await related.OfAsync(found.Id, [.. shown.Select(r => r.Id)], ArticleShape.RelatedEach, ct)).ToLookup(r => r.Of, r => r.Json) : null;
        var data = string.Join(",", shown.Select(r => query.Shape.Write(r.Json, r.Body, r.Media, similar?[r.Id] ?? [])));
        await Answer.SendAsync(context, Json(data, query.Limit, count, links), tag, null, ct);
    }

    // The rows as they are stored: most lists are asked for like this, and none of their text is read here.
    private static byte[] Utf8(IReadOnlyList<ListedArticle> rows, int limit, long? count, string links)
    {
        var around = Json("|", limit, count, links);
        var at = around.IndexOf('|', StringComparison.Ordinal);
        var (head, tail) = (Encoding.UTF8.GetBytes(around[..at]), Encoding.UTF8.GetBytes(around[(at + 1)..]));
        var whole = new byte[head.Length + rows.Sum(r => r.Utf8.Length) + Math.Max(0, rows.Count - 1) + tail.Length];
        var end = head.Length;
        head.CopyTo(whole, 0);
        foreach (var row in rows)
        {
            if (end > head.Length) whole[end++] = (byte)',';
            row.Utf8.CopyTo(whole, end);
            end += row.Utf8.Length;
        }
        tail.CopyTo(whole, end);
        return whole;
    }

    /// <summary>The shape of every list.</summary>
    /// <param name="data">Items of JSON with commas between them.</param>
    /// <param name="links">A JSON object.</param>
    public static string Json(string data, int limit, long? count, string links) => $$"""{"data":[{{data}}],"meta":{"limit":{{limit}},"count":{{count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}}},"links":{{links}}}""";
}

/// <summary>The list of a site without the way there: what stands between the door and routing has nothing to say to it.</summary>
internal sealed class ListAnswers(SiteGate gate, PublishedLists lists, PublishedRelated related, Cursors cursors)
{
    private const string Before = "/api/v1/sites/", After = "/articles";

    /// <summary>False when something else is asked for, or when it can't be answered just now: what stands behind says so in the same way as ever.</summary>
    public async ValueTask<bool> TryAsync(HttpContext context, DeliverySite site, CancellationToken ct)
    {
        var path = context.Request.Path.Value!;
        if (path.Length != Before.Length + site.Slug.Length + After.Length || !path.StartsWith(Before, StringComparison.Ordinal) || !path.EndsWith(After, StringComparison.Ordinal)) return false;
        try
        {
            await ListEndpoint.ListAsync(context, site.Slug, gate, lists, related, cursors, ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            context.Response.Clear();
            return false;
        }
    }
}
