using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>What every answer of delivery carries whatever it says: what browsers may do with it, who may read it from elsewhere, how much more may be asked.</summary>
internal static class DeliveryHeaders
{
    private const string Exposed = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Deprecation, Sunset";
    private static readonly KeyValuePair<string, StringValues> Hsts = new(HeaderNames.StrictTransportSecurity, "max-age=31536000");

    // An answer of the API is no document: opened as one, it may do nothing.
    private static readonly KeyValuePair<string, StringValues>[] Api =
    [
        new(HeaderNames.XContentTypeOptions, "nosniff"),
        new(HeaderNames.ContentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Cross-Origin-Resource-Policy", "cross-origin"),
    ];

    private static readonly KeyValuePair<string, StringValues>[] ApiSecure = [.. Api, Hsts];
    private static readonly KeyValuePair<string, StringValues>[] ApiForAll = [.. Api, new(HeaderNames.AccessControlAllowOrigin, "*"), new(HeaderNames.AccessControlExposeHeaders, Exposed)];
    private static readonly KeyValuePair<string, StringValues>[] ApiForAllSecure = [.. ApiForAll, Hsts];

    // The same as every page for readers has (Hosting/Security; a test compares them).
    private static readonly KeyValuePair<string, StringValues>[] Page =
    [
        new(HeaderNames.XFrameOptions, "DENY"),
        new(HeaderNames.XContentTypeOptions, "nosniff"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new(HeaderNames.ContentSecurityPolicy, "default-src 'none'; style-src 'self'; img-src 'self' data: https:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Embedder-Policy", "unsafe-none"),
        new("Cross-Origin-Resource-Policy", "same-site"),
        new("Permissions-Policy", "publickey-credentials-get=(), publickey-credentials-create=(), accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), sync-xhr=(), usb=(), xr-spatial-tracking=()"),
    ];

    private static readonly KeyValuePair<string, StringValues>[] PageSecure = [.. Page, Hsts];

    /// <summary>What does not depend on who asks: it is kept with the answer.</summary>
    public static KeyValuePair<string, StringValues>[] Always(bool isApi, bool isHttps, DeliverySite? site) => (isApi, isHttps) switch
    {
        (false, false) => Page,
        (false, true) => PageSecure,
        (true, false) => IsForAnyPage(site) ? ApiForAll : Api,
        (true, true) => IsForAnyPage(site) ? ApiForAllSecure : ApiSecure,
    };

    /// <summary>What does.</summary>
    public static void Say(HttpContext context, bool isApi, DeliverySite? site, in Allowance allowance)
    {
        var headers = context.Response.Headers;
        if (allowance.Limit is { } limit)
        {
            headers["RateLimit-Policy"] = limit.Policy;
            headers["RateLimit"] = string.Concat("\"default\";r=", allowance.Left.ToString(), ";t=", allowance.Seconds.ToString());
        }
        if (!isApi || IsForAnyPage(site)) return;
        var origin = context.Request.Headers.Origin;
        if (origin.Count != 1 || !IsNamed(site!, origin[0])) return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = Exposed;
    }

    /// <summary>The answer to a browser that asks before it asks: what it may send.</summary>
    public static void Preflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        headers.Allow = "GET, HEAD, OPTIONS";
        headers.Vary = Caching.Vary;
        if (headers.AccessControlAllowOrigin.Count == 0 || context.Request.Headers.AccessControlRequestMethod.Count == 0) return;
        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlAllowHeaders = "Authorization, X-Api-Key, If-None-Match, If-Modified-Since, Last-Event-ID";
        headers.AccessControlMaxAge = "86400";
    }

    private static bool IsForAnyPage(DeliverySite? site) => site is null or { AnonymousReading: true, Origins.Length: 0 };

    private static bool IsNamed(DeliverySite site, string? origin)
    {
        if (origin is null) return false;
        foreach (var range in site.Origins.AsSpan().Split(' '))
            if (site.Origins.AsSpan(range).Equals(origin, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
