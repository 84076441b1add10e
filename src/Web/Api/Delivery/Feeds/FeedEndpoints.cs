using System.Text;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Hosting;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Api.Delivery.Feeds;

/// <summary>
/// Feeds, site map and <c>llms.txt</c> of a site. They are for everybody: of a site that is not, a caller without a key is told that there is none.
/// </summary>
internal static class FeedEndpoints
{
    private delegate Task<(byte[] Bytes, DateTimeOffset? Changed)?> Make(HttpContext context, DeliverySite site, Func<string, string> absolute, CancellationToken ct);

    public static void Map(RouteGroupBuilder api)
    {
        Add(api, "feed.rss", "application/rss+xml; charset=utf-8", (context, site, absolute, ct) => FeedAsync(context, site, absolute, FeedFormats.Rss, ct));
        Add(api, "feed.atom", "application/atom+xml; charset=utf-8", (context, site, absolute, ct) => FeedAsync(context, site, absolute, FeedFormats.Atom, ct));
        Add(api, "feed.json", "application/feed+json; charset=utf-8", (context, site, absolute, ct) => FeedAsync(context, site, absolute, FeedFormats.JsonFeed, ct));
        Add(api, "sitemap.xml", "application/xml; charset=utf-8", SiteMapAsync, "part");
        Add(api, "llms.txt", "text/plain; charset=utf-8", LlmsAsync);
    }

    private static void Add(RouteGroupBuilder api, string name, string contentType, Make make, string? parameter = null) =>
        api.Read($"/sites/{{site}}/{name}", (HttpContext context, string site, SiteGate gate, PublicAddress address, CancellationToken ct) =>
            AnswerAsync(context, site, name, contentType, make, parameter, gate, address, ct));

    private static async Task AnswerAsync(HttpContext context, string slug, string name, string contentType, Make make, string? parameter, SiteGate gate, PublicAddress address, CancellationToken ct)
    {
        if (await gate.EnterAsync(context, slug, ct) is not { } site) return;
        if (context.Request.Query.Keys.FirstOrDefault(k => k != parameter) is { } unknown)
        {
            await Problems.WriteAsync(context, 400, "parameter.unknown", $"There is no parameter “{unknown}”.", [new(null, unknown, "parameter.unknown", "Not a parameter of this address.", parameter is null ? null : $"There is: {parameter}.")]);
            return;
        }
        string Absolute(string path) => path.Length == 0 || path[0] == '/' ? address.Of(context.Request, path) : path;
        context.Response.Headers["Cache-Tag"] = $"site:{site.Slug}";
        // Everything here is made of what the site has published: the tag is known before any row is read.
        if (Answer.NotModified(context, Answer.TagOf($"{name}\n{Absolute("")}\n{site.Sequence}\n{site.Name}\n{site.Strapline}\n{context.Request.QueryString}"))) return;
        if (await make(context, site, Absolute, ct) is not { } made) return;
        if (made.Changed is { } at) context.Response.Headers.LastModified = at.ToString("R");
        context.Response.ContentType = contentType;
        context.Response.ContentLength = made.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(made.Bytes, ct);
    }

    private static async Task<(byte[], DateTimeOffset?)?> FeedAsync(HttpContext context, DeliverySite site, Func<string, string> absolute, Func<Feed, byte[]> format, CancellationToken ct)
    {
        var feed = await Feed.ReadAsync(site, absolute(context.Request.Path), context.RequestServices.GetRequiredService<PublishedFeeds>(), absolute, ct);
        return (format(feed), feed.Pieces.Count == 0 ? null : feed.UpdatedAt);
    }

    private static async Task<(byte[], DateTimeOffset?)?> SiteMapAsync(HttpContext context, DeliverySite site, Func<string, string> absolute, CancellationToken ct)
    {
        var (feeds, most) = (context.RequestServices.GetRequiredService<PublishedFeeds>(), context.RequestServices.GetRequiredService<SiteMapSize>().Pieces);
        var parts = await feeds.PartsAsync(site.Id, most, ct);
        var asked = context.Request.Query["part"];
        if (asked.Count == 0 && parts.Count > 1) return (SiteMap.Index(parts.Select(p => absolute($"{context.Request.Path}?part={SiteMap.NameOf(p)}"))), null);
        var from = asked.Count == 0 ? null : SiteMap.Read(asked.ToString());
        if (asked.Count > 0 && from is null)
        {
            context.Response.Headers.Remove("ETag");
            await Problems.WriteAsync(context, 400, "part.unknown", "There is no such part of the site map. The index names them.", [new(null, "part", "part.unknown", "Not a part of this site map.", null)]);
            return null;
        }
        var sections = from is null || parts.Count == 0 || parts[0] == from ? await context.RequestServices.GetRequiredService<PublishedShelves>().SectionsAsync(site.Id, ct) : null;
        return (SiteMap.Part(site.Slug, await feeds.MapAsync(site.Id, from, most, ct), sections, absolute), null);
    }

    private static async Task<(byte[], DateTimeOffset?)?> LlmsAsync(HttpContext context, DeliverySite site, Func<string, string> absolute, CancellationToken ct)
    {
        var shelves = context.RequestServices.GetRequiredService<PublishedShelves>();
        var newest = await shelves.OfAsync(new Shelf(site.Id, LlmsText.MostPieces), ct);
        return (Encoding.UTF8.GetBytes(LlmsText.Of(site, await shelves.SectionsAsync(site.Id, ct), [.. newest.Select(r => PublicCard.Of(r.Json))], absolute)), null);
    }
}
