using System.Text.Json;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>The sites that anyone may read.</summary>
internal static class SiteEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.Read("/sites", SitesAsync);

    private static async Task SitesAsync(HttpContext context, SiteBoard board, CancellationToken ct)
    {
        var sites = (await board.NowAsync(ct)).All.Where(s => s.AnonymousReading);
        var json = JsonSerializer.Serialize(new { data = sites.Select(s => new { slug = s.Slug, name = s.Name, strapline = s.Strapline, locales = new[] { s.Locale } }) }, JsonSerializerOptions.Web);
        await Answer.SendAsync(context, json, Answer.TagOf(json), null, ct);
    }
}
