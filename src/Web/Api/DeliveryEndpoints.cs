using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api;

/// <summary>
/// The delivery API: published articles and nothing else. Reads go from here to the published store; they hold no rule beyond "which site" and see the
/// schema <c>delivery</c> alone.
/// </summary>
internal static class DeliveryEndpoints
{
    private const string Caching = "public, max-age=0, must-revalidate, stale-if-error=604800";

    public static void AddPublicApi(this IServiceCollection services) => services.AddSingleton<Cursors>();

    public static void MapDelivery(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AllowAnonymous().AddEndpointFilter(async (context, next) =>
        {
            // Without credentials, so anyone's page may read what anyone may read.
            var headers = context.HttpContext.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Deprecation, Sunset";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return await next(context);
        });
        Read("/sites", SitesAsync);
        Read("/sites/{site}/articles", ListAsync);
        Read("/sites/{site}/articles/{id:guid}", ByIdAsync);
        Read("/sites/{site}/articles/by-slug/{slug}", BySlugAsync);
        app.MapFallback("/api/{**path}", (HttpContext context) => Problems.WriteAsync(context, 404, "not_found", "There is no such address in the API.")).AllowAnonymous();

        // Said for each address, or the fallback below would answer another method with "no such address".
        void Read(string pattern, Delegate handler)
        {
            api.MapMethods(pattern, Reading, handler);
            api.Map(pattern, NotAllowedAsync);
        }
    }

    private static readonly string[] Reading = ["GET", "HEAD"];

    private static Task NotAllowedAsync(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, HEAD";
        return Problems.WriteAsync(context, 405, "method_not_allowed", "This address is read, with GET or HEAD.");
    }

    private static async Task SitesAsync(HttpContext context, PublishedStore store, CancellationToken ct)
    {
        var sites = await store.SitesAsync(ct);
        var json = JsonSerializer.Serialize(new { data = sites.Where(s => s.AnonymousReading).Select(s => new { slug = s.Slug, name = s.Name, strapline = s.Strapline, locales = new[] { s.Locale } }) }, JsonSerializerOptions.Web);
        await SendAsync(context, json, TagOf(json), null, ct);
    }

    private static async Task ListAsync(HttpContext context, string site, PublishedStore store, Cursors cursors, CancellationToken ct)
    {
        if (await SiteAsync(context, site, store, ct) is not { } found) return;
        var (query, errors) = ListQuery.Read(context.Request.Query);
        if (query is null)
        {
            await Problems.WriteAsync(context, 400, errors[0].Code, errors[0].Detail, errors);
            return;
        }
        var filters = query.Filters(found.Slug);
        (double, DateTimeOffset, Guid)? after = null;
        if (query.Cursor is not null && (after = cursors.Read(filters, query.Cursor)) is null)
        {
            await Problems.WriteAsync(context, 400, "cursor.invalid", "This cursor was not made here, or for other filters. Begin without one.", [new(null, "cursor", "cursor.invalid", "Not a cursor of this list.", null)]);
            return;
        }
        // The site's sequence moves with every change of what is published: the tag is known before any row is read.
        var tag = TagOf($"{found.Sequence}\n{filters}\n{query.Limit}\n{query.Cursor}\n{string.Join(',', query.Fields ?? [])}");
        if (NotModified(context, tag)) return;

        var rows = await store.ListAsync(new DeliveryFilter(found.Id, query.Category, query.Tags, query.Search, query.Limit + 1, after), ct);
        var shown = rows.Take(query.Limit).ToList();
        var next = rows.Count > query.Limit ? cursors.Make(filters, shown[^1].Rank, shown[^1].PublishedAt, shown[^1].Id) : null;
        var self = context.Request.Path + context.Request.QueryString;
        var nextUrl = next is null ? null : context.Request.Path + WithCursor(context.Request.Query, next);
        if (nextUrl is not null) context.Response.Headers.Link = $"<{nextUrl}>; rel=\"next\"";
        var links = JsonSerializer.Serialize(new { self, next = nextUrl, prev = (string?)null }, JsonSerializerOptions.Web);
        var data = string.Join(",", shown.Select(r => query.Fields is null ? r.Json : Only(r.Json, query.Fields)));
        context.Response.Headers["Cache-Tag"] = $"site:{found.Slug}";
        await SendAsync(context, $$"""{"data":[{{data}}],"meta":{"limit":{{query.Limit}},"count":null},"links":{{links}}}""", tag, null, ct);
    }

    private static async Task ByIdAsync(HttpContext context, string site, Guid id, PublishedStore store, CancellationToken ct)
    {
        if (await SiteAsync(context, site, store, ct) is not { } found) return;
        if (await store.ByIdAsync(found.Id, id, ct) is { } article) await SendAsync(context, article, found, ct);
        else await Problems.WriteAsync(context, 404, "article.not_found", "No published article of this site has this id.");
    }

    private static async Task BySlugAsync(HttpContext context, string site, string slug, PublishedStore store, CancellationToken ct)
    {
        if (await SiteAsync(context, site, store, ct) is not { } found) return;
        if (Domain.Common.PlainText.HasForbidden(slug)) slug = "";
        if (await store.BySlugAsync(found.Id, slug, ct) is { } article)
        {
            await SendAsync(context, article, found, ct);
            return;
        }
        switch (await store.FormerAsync(found.Id, slug, ct))
        {
            case null: await Problems.WriteAsync(context, 404, "article.not_found", "No published article of this site has this slug."); break;
            case "": await Problems.WriteAsync(context, 410, "article.gone", "This article was published once and is no longer."); break;
            case var now:
                context.Response.StatusCode = 308;
                context.Response.Headers.Location = $"/api/v1/sites/{found.Slug}/articles/by-slug/{now}";
                break;
        }
    }

    private static async Task<DeliverySite?> SiteAsync(HttpContext context, string slug, PublishedStore store, CancellationToken ct)
    {
        var site = Domain.Common.PlainText.HasForbidden(slug) ? null : await store.SiteAsync(slug, ct);
        if (site is null) await Problems.WriteAsync(context, 404, "site.not_found", "There is no such site.");
        else if (!site.AnonymousReading) await Problems.WriteAsync(context, 401, "key.missing", "This site is read with a key.");
        else return site;
        return null;
    }

    private static Task SendAsync(HttpContext context, DeliveryArticle article, DeliverySite site, CancellationToken ct)
    {
        context.Response.Headers["Cache-Tag"] = $"site:{site.Slug},article:{article.Id}";
        return NotModified(context, article.JsonTag) ? Task.CompletedTask : SendAsync(context, article.Json, article.JsonTag, article.UpdatedAt, ct);
    }

    private static async Task SendAsync(HttpContext context, string json, string tag, DateTimeOffset? changed, CancellationToken ct)
    {
        if (NotModified(context, tag)) return;
        if (changed is { } at) context.Response.Headers.LastModified = at.ToString("R");
        var bytes = Encoding.UTF8.GetBytes(json);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(bytes, ct);
    }

    /// <summary>Sets tag and caching; true when the caller has it already and 304 was answered.</summary>
    internal static bool NotModified(HttpContext context, string tag)
    {
        var quoted = $"\"{tag}\"";
        context.Response.Headers.ETag = quoted;
        context.Response.Headers.CacheControl = Caching;
        context.Response.Headers.Vary = "Accept-Encoding, Origin";
        if (!context.Request.Headers.IfNoneMatch.Any(given => given is not null && given.Split(',').Any(t => t.Trim() is var one && (one == "*" || one == quoted || one == "W/" + quoted)))) return false;
        context.Response.StatusCode = 304;
        return true;
    }

    private static string Only(string json, string[] fields)
    {
        var article = JsonNode.Parse(json)!.AsObject();
        var chosen = new JsonObject();
        foreach (var field in fields.Distinct()) chosen[field] = article[field]?.DeepClone();
        return chosen.ToJsonString();
    }

    private static QueryString WithCursor(IQueryCollection query, string cursor) =>
        QueryString.Create(query.Where(p => p.Key != "cursor").SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v)).Append(new("cursor", cursor)));

    private static string TagOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
