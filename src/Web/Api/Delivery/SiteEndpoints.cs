using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The sites that anyone may read, and one of them with its shelves and how much is on them.</summary>
internal static class SiteEndpoints
{
    private const int MostCategories = 100;
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(RouteGroupBuilder api)
    {
        api.Read("/sites", SitesAsync, SiteOperations.All);
        api.Read("/sites/{site}", SiteAsync, SiteOperations.One);
    }

    private static async Task SitesAsync(HttpContext context, SiteBoard board, PublishedTaxa taxa, CancellationToken ct)
    {
        if (await RefusedAsync(context)) return;
        var sites = (await board.NowAsync(ct)).All.Where(s => DeliveryCall.MayRead(context, s));
        var told = (await taxa.OfAllSitesAsync(ct)).ToLookup(s => s.Site);
        var json = JsonSerializer.Serialize(new
        {
            data = sites.Select(s => new { slug = s.Slug, name = s.Name, strapline = s.Strapline, locale = s.Locale, locales = Locales(s, told[s.Id]), articles = Articles(told[s.Id]) }),
        }, Plain);
        await Answer.SendAsync(context, json, Answer.TagOf(json), null, ct);
    }

    private static async Task SiteAsync(HttpContext context, string site, SiteGate gate, PublishedTaxa taxa, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, site, ct) is not { } found || await RefusedAsync(context)) return;
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        var told = (await taxa.OfAllSitesAsync(ct)).Where(s => s.Site == found.Id).ToList();
        var counts = await taxa.CountsAsync(found.Id, ct);
        var categories = await taxa.PageAsync(found.Id, "category", null, false, MostCategories, ct);
        var json = JsonSerializer.Serialize(new
        {
            slug = found.Slug,
            name = found.Name,
            strapline = found.Strapline,
            locale = found.Locale,
            locales = Locales(found, told),
            counts = new { articles = Articles(told), categories = Of("category"), tags = Of("tag"), authors = Of("author") },
            categories = categories.Select(c => new { slug = c.Slug, name = c.Name, articles = c.Articles }),
            kinds = told.Where(s => s.Taxonomy == "kind").Select(s => new { slug = s.Taxon.Slug, articles = s.Taxon.Articles }),
        }, Plain);
        await Answer.SendAsync(context, json, Answer.TagOf(json), null, ct);

        long Of(string taxonomy) => counts.GetValueOrDefault(taxonomy);
    }

    // The site's own language first, whether something is published in it or not.
    private static IEnumerable<string> Locales(DeliverySite site, IEnumerable<SiteTaxon> told) =>
        told.Where(s => s.Taxonomy == "locale").Select(s => s.Taxon.Slug).Prepend(site.Locale).Distinct();

    private static int Articles(IEnumerable<SiteTaxon> told) => told.Where(s => s.Taxonomy == "kind").Sum(s => s.Taxon.Articles);

    private static async Task<bool> RefusedAsync(HttpContext context)
    {
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow([]);
        if (asked.Errors.Count == 0) return false;
        await asked.WriteAsync(context);
        return true;
    }
}
