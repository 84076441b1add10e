using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Npgsql;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Hosting;
using QuestCms.Web.Pages.Public;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// Lets what stands behind the door answer into memory: always the whole answer, as if it were asked with GET, without conditions, cookies or key, so that it is everybody's;
/// and to its end, though the one who asked may go away meanwhile: others wait for it.
/// </summary>
internal sealed class AnswerMaking(ReadyArticles articles, ArticlePages pages, ListAnswers lists, PublicAddress address, TimeProvider clock)
{
    private const string BySlug = "/articles/by-slug/";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly string[] Personal =
    [
        HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfMatch, HeaderNames.IfUnmodifiedSince, HeaderNames.IfRange, HeaderNames.Range, HeaderNames.Cookie, HeaderNames.Authorization,
        SiteKeyHandler.Header,
    ];

    private const int MostSlug = 200;
    private static readonly SearchValues<char> InSlug = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private long _made;

    /// <summary>How often something was executed since the start.</summary>
    public long Made => Interlocked.Read(ref _made);

    /// <summary>
    /// An article by its slug as it is stored, which most readers ask for: one query and no pipeline. Null for anything else, also where it is not there; what stands behind knows what to say then.
    /// </summary>
    public async ValueTask<KeptAnswer?> ReadyAsync(KeptKey key, DeliverySite site, bool isHttps)
    {
        if (key.Query.Length > 0 || SlugIn(key.Path) is not { } slug) return null;
        try
        {
            if (await articles.BySlugAsync(site.Id, slug, key.Coding, CancellationToken.None) is not { } article) return null;
            Interlocked.Increment(ref _made);
            IHeaderDictionary headers = HeadersOf("application/json; charset=utf-8", article.Tag, article.UpdatedAt, ArticleEndpoints.CacheTagsOf(article, site));
            if (Codings.NameOf(key.Coding) is { } name) headers.ContentEncoding = name;
            return KeptAnswer.OfReady(headers, article.Bytes, article.UpdatedAt, article.Id, site, DeliveryHeaders.Always(isApi: true, isHttps, site));
        }
        catch (NpgsqlException)
        {
            return null; // what stands behind fails the same way and says so
        }
    }

    /// <summary>The page of an article by its address, in the same way.</summary>
    /// <param name="request">Says scheme and host where no setting does.</param>
    public async ValueTask<KeptAnswer?> ReadyPageAsync(KeptKey key, DeliverySite site, HttpRequest request)
    {
        if (key.Query.Length > 0 || !site.AnonymousReading || PieceIn(key.Path, site) is not { } slug) return null;
        try
        {
            if (await pages.MakeAsync(site, slug, address.Of(request, ""), CancellationToken.None) is not { } page) return null;
            Interlocked.Increment(ref _made);
            var name = Codings.NameOf(key.Coding);
            var packed = Codings.Pack(page.Html.Span, key.Coding);
            IHeaderDictionary headers = HeadersOf(MadePage.ContentType, packed is null ? page.Tag : $"{page.Tag}-{name}", page.UpdatedAt, page.CacheTags);
            if (packed is not null) headers.ContentEncoding = name;
            return KeptAnswer.OfReady(headers, packed ?? page.Html.ToArray(), page.UpdatedAt, null, site, DeliveryHeaders.Always(isApi: false, request.IsHttps, site));
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return null; // what stands behind fails the same way and says so
        }
    }

    private static HeaderDictionary HeadersOf(string type, string tag, DateTimeOffset changed, string cacheTags) => new()
    {
        [HeaderNames.ContentType] = type,
        [HeaderNames.CacheControl] = Caching.Public,
        [HeaderNames.ETag] = $"\"{tag}\"",
        [HeaderNames.LastModified] = changed.ToString("R"),
        ["Cache-Tag"] = cacheTags,
    };

    // Where an address is written in another way, what stands behind reads it.
    private static string? SlugIn(string path)
    {
        var at = path.IndexOf(BySlug, StringComparison.Ordinal);
        return at < 0 || path.IndexOf('/', "/api/v1/sites/".Length) != at ? null : Slug(path[(at + BySlug.Length)..]);
    }

    private static string? PieceIn(string path, DeliverySite site)
    {
        var home = PublicPaths.Home(site.Slug);
        return path.Length > home.Length && path[home.Length] == '/' && path.StartsWith(home, StringComparison.Ordinal) ? Slug(path[(home.Length + 1)..]) : null;
    }

    private static string? Slug(string slug) => slug.Length is 0 or > MostSlug || slug.AsSpan().ContainsAnyExcept(InSlug) ? null : slug;

    public async Task<KeptAnswer> MakeAsync(HttpContext context, RequestDelegate behind, DeliveryCall call, bool isApi, Coding coding, DeliverySite? site)
    {
        Interlocked.Increment(ref _made);
        var (request, response) = (context.Request, context.Response);
        var (method, aborted, body) = (request.Method, context.RequestAborted, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        var taken = new List<KeyValuePair<string, StringValues>>();
        foreach (var name in Personal)
            if (request.Headers.Remove(name, out var value)) taken.Add(new(name, value));
        using var limit = new CancellationTokenSource(Longest, clock);
        using var bytes = new MemoryStream();
        var into = new StreamResponseBodyFeature(bytes);
        context.Features.Set<IHttpResponseBodyFeature>(into);
        context.Features.Set(call);
        call.IsMade = true;
        (request.Method, context.RequestAborted) = (HttpMethods.Get, limit.Token);
        try
        {
            if (site is null || !isApi || !await lists.TryAsync(context, site, limit.Token)) await behind(context);
            await into.CompleteAsync();
        }
        finally
        {
            (request.Method, context.RequestAborted) = (method, aborted);
            foreach (var (name, value) in taken) request.Headers[name] = value;
            context.Features.Set(body);
        }
        var answer = KeptAnswer.Of(response, call.Whole ?? bytes.ToArray(), coding, site, call.OnlyOf, DeliveryHeaders.Always(isApi, request.IsHttps, site));
        response.Clear();
        return answer;
    }
}
