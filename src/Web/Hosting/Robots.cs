using System.Text;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Hosting;

/// <summary>
/// <c>robots.txt</c>: what search engines may fetch, and where each site's map is; a map counts for addresses outside its own folder only because it is named here. Outside
/// Production nothing is theirs.
/// </summary>
internal static class Robots
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapRobots(this WebApplication app) => app.MapMethods("/robots.txt", Reading, WriteAsync).AllowAnonymous();

    private static async Task WriteAsync(HttpContext context, IHostEnvironment environment, SiteBoard board, PublicAddress address, CancellationToken ct)
    {
        var text = new StringBuilder("User-agent: *\n");
        if (!environment.IsProduction()) text.Append("Disallow: /\n");
        else
        {
            text.Append("Allow: /api/v1/sites/*/feed.\nAllow: /api/v1/sites/*/sitemap.xml\nAllow: /api/v1/sites/*/llms.txt\nDisallow: /api/\nDisallow: /preview/\nDisallow: /sign-in\nDisallow: /studio\n");
            foreach (var site in (await board.NowAsync(ct)).All.Where(s => s.AnonymousReading)) text.Append("\nSitemap: ").Append(address.Of(context.Request, PublicPaths.Api(site.Slug))).Append("/sitemap.xml");
            text.Append('\n');
        }
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, ct);
    }
}
