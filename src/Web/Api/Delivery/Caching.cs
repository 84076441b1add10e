using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>What is said to caches beside the entity tag.</summary>
internal static class Caching
{
    public const string Public = "public, max-age=0, must-revalidate, stale-if-error=604800";
    private const string AtEdge = "public, max-age=0, must-revalidate, s-maxage=300, stale-while-revalidate=86400, stale-if-error=604800";
    private const string Private = "private, max-age=0";
    private const string Never = "no-store";
    public const string Vary = "Accept-Encoding, Origin";
    /// <summary>Characters of all tags together; what CDNs take.</summary>
    public const int MostTags = 4_000;

    /// <summary>By the site: private where a key opens it, for minutes at a CDN that is purged by tag. Says nothing anew that an answer said of itself, as a preview does.</summary>
    public static void Complete(IHeaderDictionary headers, int status, DeliverySite? site)
    {
        headers.Vary = Vary;
        if (headers.CacheControl.Count == 0) headers.CacheControl = status is 200 or 308 or 404 or 410 && site is not null ? Public : Never;
        if (headers.CacheControl == Public && site is not null) headers.CacheControl = !site.AnonymousReading ? Private : site.HasTaggedCdn && status == StatusCodes.Status200OK ? AtEdge : Public;
        if (headers["Cache-Tag"].ToString() is not { Length: > 0 } tags) return;
        if (tags.Length > MostTags) tags = tags[..tags.LastIndexOf(',', MostTags)];
        headers["Cache-Tag"] = tags;
        headers["Surrogate-Key"] = tags.Replace(',', ' ');
    }
}
