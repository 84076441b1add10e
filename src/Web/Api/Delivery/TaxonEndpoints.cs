using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>What published articles stand under, each with how many do, and the addresses they had: paged by their slugs.</summary>
internal static class TaxonEndpoints
{
    private static readonly string[] Known = ["limit", "cursor", "count"];
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private delegate Task<(IReadOnlyList<(string Key, string Json)> Rows, Func<Task<long>> Count)> Reading(DeliverySite site, PublishedTaxa taxa, Paging paging, int limit, CancellationToken ct);

    public static void Map(RouteGroupBuilder api)
    {
        api.Read("/sites/{site}/categories", Answering("categories", Of("category")), SiteOperations.Categories);
        api.Read("/sites/{site}/tags", Answering("tags", Of("tag")), SiteOperations.Tags);
        api.Read("/sites/{site}/authors", Answering("authors", Of("author")), SiteOperations.Authors);
        api.Read("/sites/{site}/redirects", Answering("redirects", RedirectsAsync), SiteOperations.Redirects);
    }

    private static Delegate Answering(string what, Reading read) => async (HttpContext context, string site, SiteGate gate, PublishedTaxa taxa, Cursors cursors, CancellationToken ct) =>
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found) return;
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow(Known);
        var (limit, counted, cursor) = (asked.Limit(ListQuery.DefaultLimit, ListQuery.MaxLimit), asked.Flag("count"), asked.One("cursor"));
        if (asked.Errors.Count > 0)
        {
            await asked.WriteAsync(context);
            return;
        }
        var bound = $"{what}\n{found.Slug}";
        if (await Paging.ReadAsync(context, cursors, bound, cursor) is not { } paging) return;
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        var tag = Answer.TagOf($"{found.Sequence}\n{bound}\n{limit}\n{counted}\n{cursor}");
        if (Answer.NotModified(context, tag)) return;
        var (rows, count) = await read(found, taxa, paging, limit + 1, ct);
        var (shown, links) = paging.Page(context, cursors, bound, asked, rows, limit, r => [r.Key]);
        await Answer.SendAsync(context, ListEndpoint.Json(string.Join(',', shown.Select(r => r.Json)), limit, counted ? await count() : null, links), tag, null, ct);
    };

    private static Reading Of(string taxonomy) => async (site, taxa, paging, limit, ct) =>
    {
        var rows = await taxa.PageAsync(site.Id, taxonomy, paging.Keys.FirstOrDefault(), paging.Backwards, limit, ct);
        return ([.. rows.Select(s => (s.Slug, taxonomy == "author" ? JsonSerializer.Serialize(new { slug = s.Slug, name = s.Name, about = s.About, articles = s.Articles }, Plain)
            : JsonSerializer.Serialize(new { slug = s.Slug, name = s.Name, articles = s.Articles }, Plain)))],
            async () => (await taxa.CountsAsync(site.Id, ct)).GetValueOrDefault(taxonomy));
    };

    private static async Task<(IReadOnlyList<(string, string)>, Func<Task<long>>)> RedirectsAsync(DeliverySite site, PublishedTaxa taxa, Paging paging, int limit, CancellationToken ct)
    {
        var rows = await taxa.RedirectsAsync(site.Id, paging.Keys.FirstOrDefault(), paging.Backwards, limit, ct);
        return ([.. rows.Select(r => (r.From, JsonSerializer.Serialize(r.Former is { } f
            ? new { from = r.From, to = f.To ?? f.ReplacementSlug, status = f.To is null ? 410 : 308, article = f.Article }
            : new { from = r.From, to = r.Leading!.To, status = r.Leading.To is null ? 410 : 301, article = r.Leading.Article }, Plain)))],
            () => taxa.CountRedirectsAsync(site.Id, ct));
    }
}
