using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Search with passages, facets and near misses, and suggestions while it is typed. See docs/search.md.</summary>
internal static class SearchEndpoint
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(RouteGroupBuilder api)
    {
        api.Read("/sites/{site}/search", SearchAsync, SearchOperations.Search);
        api.Read("/sites/{site}/search/suggest", SuggestAsync, SearchOperations.Suggest);
    }

    private static async Task SearchAsync(HttpContext context, string site, SiteGate gate, PublishedSearch search, Cursors cursors, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        var asked = new AskedQuery(context.Request.Query);
        if (SearchQuery.Read(asked) is not { } query)
        {
            await asked.WriteAsync(context);
            return;
        }
        var bound = query.Bound(found.Slug);
        if (await Paging.ReadAsync(context, cursors, bound, query.Cursor) is not { } paging) return;
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        var tag = Answer.TagOf($"{found.Sequence}\n{bound}\n{QueryString.Create(asked.Ordered())}\n{query.Cursor}");
        if (Answer.NotModified(context, tag)) return;

        var answer = await search.SearchAsync(new SearchFilter(found.Id, query.Words, query.Conditions, query.Limit + 1, paging.PlaceOf(PublishedLists.BestMatch), paging.Backwards), ct);
        var (shown, links) = paging.Page(context, cursors, bound, asked, answer.Hits, query.Limit, h => Paging.KeysOf(h.Place));
        // Each one as a list has it, and how it was found behind that.
        var data = string.Join(",", shown.Select(h => WithMatch(query.Shape.Write(h.Json, null, null, []), h)));
        var meta = JsonSerializer.Serialize(new { limit = query.Limit, count = answer.Count, countIsAtLeast = answer.Count >= PublishedSearch.MostCounted, didYouMean = answer.DidYouMean, answer.Facets }, Plain);
        await Answer.SendAsync(context, $$"""{"data":[{{data}}],"meta":{{meta}},"links":{{links}}}""", tag, null, ct);
    }

    private static async Task SuggestAsync(HttpContext context, string site, SiteGate gate, PublishedSearch search, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow(["q"]);
        var typed = SearchQuery.Typed(asked);
        if (asked.Errors.Count > 0)
        {
            await asked.WriteAsync(context);
            return;
        }
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        var tag = Answer.TagOf($"{found.Sequence}\nsuggest\n{found.Slug}\n{typed}");
        if (Answer.NotModified(context, tag)) return;
        var suggested = await search.SuggestAsync(found.Id, typed!, ct);
        await Answer.SendAsync(context, JsonSerializer.Serialize(new { titles = suggested.Titles.Select(t => new { title = t.Title, slug = t.Slug }), words = suggested.Words }, Plain), tag, null, ct);
    }

    // A JSON object with one more property.
    private static string WithMatch(string json, SearchHit hit) =>
        string.Create(CultureInfo.InvariantCulture, $"{json.AsSpan()[..^1]}{(json.Length > 2 ? "," : "")}\"match\":{JsonSerializer.Serialize(new { title = hit.Title, passage = hit.Passage }, Plain)}}}");
}
