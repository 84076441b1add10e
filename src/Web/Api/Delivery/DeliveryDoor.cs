using System.Globalization;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// Where every reader comes in, before routing, sign-in and log lines: what is kept is sent from here (no database, no mediator, no serialiser on its way), the rest is made
/// by the endpoint or page behind it, once for all who ask at the same time. Keys, limits and who may read from which page are looked at here and nowhere else.
/// </summary>
internal sealed class DeliveryDoor(RequestDelegate next, SiteBoard board, KeptAnswers kept, AnswerMaking making, DeliveryLimits limits, IKeyRing keys, PublicAddress address)
{
    private const string Api = "/api/v1/sites", Pages = "/sites/";

    private readonly record struct Visit(HttpContext Context, bool IsApi, DeliverySites Sites, DeliverySite? Site);

    public static bool IsFor(PathString path) => path.Value is { } asked && (IsApi(asked) || asked.StartsWith(Pages, StringComparison.OrdinalIgnoreCase));

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var isApi = IsApi(path);
        if (!isApi && !path.StartsWith(Pages, StringComparison.OrdinalIgnoreCase)) return next(context);
        return board.AtOnce() is { } sites ? Enter(context, path, isApi, sites) : LookFirstAsync(context, path, isApi);
    }

    private static bool IsApi(string path) => path.StartsWith(Api, StringComparison.OrdinalIgnoreCase) && (path.Length == Api.Length || path[Api.Length] == '/');

    private async Task LookFirstAsync(HttpContext context, string path, bool isApi)
    {
        DeliverySites sites;
        try
        {
            sites = await board.NowAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var visit = new Visit(context, isApi, new DeliverySites([]), null);
            context.Response.OnStarting(() => Task.FromResult(Dress(visit, default)));
            await next(context); // never seen at all: what stands behind fails the same way and says so
            return;
        }
        await Enter(context, path, isApi, sites);
    }

    private Task Enter(HttpContext context, string path, bool isApi, DeliverySites sites)
    {
        var visit = new Visit(context, isApi, sites, sites.Of(SlugIn(path, isApi)));
        var request = context.Request;
        if ((visit.Site is null || visit.Site.AnonymousReading) && IsReading(request) && !HasKey(request) && kept.Find(KeyOf(request, path)) is { } answer) return SendKept(visit, answer, null);
        return EnterSlowlyAsync(visit);
    }

    private Task SendKept(in Visit visit, KeptAnswer answer, Guid? key)
    {
        var context = visit.Context;
        var hasIt = Conditions.HasIt(context.Request, answer.Tag!, answer.Changed);
        var allowance = limits.Take(context, key, hasIt ? DeliveryLimits.NotModified : DeliveryLimits.Whole);
        DeliveryHeaders.Say(context, visit.IsApi, visit.Site, allowance);
        if (!allowance.IsGranted) return RefuseAsync(visit, allowance);
        (hasIt ? DeliveryFigures.NotModified : DeliveryFigures.FromMemory).Add(1);
        return answer.SendAsync(context, hasIt);
    }

    private async Task EnterSlowlyAsync(Visit visit)
    {
        var (context, isApi, sites, site) = visit;
        var request = context.Request;
        var isReading = IsReading(request);
        var (grant, isKnown) = await KeyAsync(visit);
        var isOfTheSite = grant is not null && grant.Site.Value == site?.Id;
        var key = isOfTheSite || site is null ? grant?.Key.Value : null;
        var isOpen = site is null || site.AnonymousReading || isOfTheSite;
        var query = isKnown && isOpen && isReading ? KeyOf(request, request.Path.Value!) : default;
        if (isKnown && isOpen && isReading && !(site is null && grant is not null) && kept.Find(query) is { } there)
        {
            await SendKept(visit, there, key);
            return;
        }
        var allowance = limits.Take(context, key, HttpMethods.IsOptions(request.Method) ? DeliveryLimits.NotModified : DeliveryLimits.Whole);
        if (!allowance.IsGranted)
        {
            DeliveryHeaders.Say(context, isApi, site, allowance);
            await RefuseAsync(visit, allowance);
        }
        else if (HttpMethods.IsOptions(request.Method) && isApi)
        {
            Dress(visit, allowance);
            DeliveryHeaders.Preflight(context);
        }
        else if (!isKnown || !isOpen)
        {
            Dress(visit, allowance);
            await TurnAwayAsync(visit, grant);
        }
        else if (!isReading || IsStream(request.Path.Value!, isApi))
        {
            context.Response.OnStarting(() => Task.FromResult(Dress(visit, allowance)));
            context.Features.Set(new DeliveryCall { Grant = grant });
            await next(context);
        }
        else
        {
            var call = new DeliveryCall { Grant = grant };
            // The list of sites holds more for who has a key: it is nobody else's.
            var answer = site is null && grant is not null ? await making.MakeAsync(context, next, call, isApi, query.Coding, null)
                : await kept.MakeOnceAsync(query, (object?)site ?? sites, () => MakeAndKeepAsync(visit, call, query), context.RequestAborted);
            var hasIt = answer is { Status: StatusCodes.Status200OK, Tag: { } tag } && Conditions.HasIt(request, tag, answer.Changed);
            if (hasIt) allowance = limits.Take(context, key, DeliveryLimits.NotModified - DeliveryLimits.Whole);
            DeliveryFigures.Made.Add(1);
            DeliveryHeaders.Say(context, isApi, site, allowance);
            await answer.SendAsync(context, hasIt);
        }
    }

    private async Task<KeptAnswer> MakeAndKeepAsync(Visit visit, DeliveryCall call, KeptKey key)
    {
        var request = visit.Context.Request;
        var ready = visit.Site is not { } site ? null : visit.IsApi ? await making.ReadyAsync(key, site, request.IsHttps) : await making.ReadyPageAsync(key, site, request);
        var answer = ready ?? await making.MakeAsync(visit.Context, next, call, visit.IsApi, key.Coding, visit.Site);
        if (answer.IsKept) kept.Keep(key, answer, visit.Site, visit.Sites);
        return answer;
    }

    // What the key that was sent opens, and whether it is one; where none is sent, all is well.
    private async Task<(KeyGrant? Grant, bool IsKnown)> KeyAsync(Visit visit)
    {
        var request = visit.Context.Request;
        if (SiteKeyHandler.IsInAddress(request)) return (null, false);
        if (!HasKey(request) || SiteKeyHandler.GivenIn(request) is not { Length: > 0 } given) return (null, true);
        try
        {
            var grant = await keys.OpenAsync(given, visit.Context.RequestAborted);
            if (grant is null) await visit.Context.RequestServices.GetRequiredService<ISecurityLog>().NoteAsync(new KeyRefused(Network.Of(visit.Context.Connection.RemoteIpAddress)), visit.Context.RequestAborted);
            return (grant, grant is not null);
        }
        catch (NpgsqlException) when (visit.Site is { AnonymousReading: true })
        {
            return (null, true); // with the database away a key is worth nothing, and nothing less than none where anyone may read
        }
    }

    private static Task TurnAwayAsync(in Visit visit, KeyGrant? grant)
    {
        var (context, isApi, site) = (visit.Context, visit.IsApi, visit.Site);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Vary = Caching.Vary;
        if (!isApi) return PageNotFoundAsync(context);
        if (SiteKeyHandler.IsInAddress(context.Request) || (HasKey(context.Request) && grant is null)) return SiteKeyHandler.RefuseAsync(context, SiteKeyHandler.IsInAddress(context.Request));
        if (grant is not null) return Problems.WriteAsync(context, 404, "site.not_found", "There is no such site.");
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(context, 401, "key.missing", $"{site!.Name} is read with a key: send it as “Authorization: Bearer qk_…”.");
    }

    private static Task PageNotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return ErrorPage.WriteAsync(context, 404, "There is no such page, or it is no longer here.");
    }

    private static Task RefuseAsync(in Visit visit, in Allowance allowance)
    {
        var (context, limit) = (visit.Context, allowance.Limit!);
        DeliveryFigures.Limited.Add(1);
        foreach (var (name, value) in DeliveryHeaders.Always(visit.IsApi, context.Request.IsHttps, visit.Site)) context.Response.Headers[name] = value;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = allowance.Seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(context, 429, "rate.limited", $"At most {limit.Quota} requests a minute. Wait as long as Retry-After says; a request with If-None-Match that is answered 304 counts a tenth.");
    }

    private static bool Dress(in Visit visit, in Allowance allowance)
    {
        foreach (var (name, value) in DeliveryHeaders.Always(visit.IsApi, visit.Context.Request.IsHttps, visit.Site)) visit.Context.Response.Headers[name] = value;
        DeliveryHeaders.Say(visit.Context, visit.IsApi, visit.Site, allowance);
        return true;
    }

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool HasKey(HttpRequest request) => request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(SiteKeyHandler.Header) || (request.QueryString.HasValue && SiteKeyHandler.MayBeInAddress(request.QueryString.Value!));

    // Events that come one by one are nobody's to keep.
    private static bool IsStream(string path, bool isApi) =>
        isApi && path.AsSpan(Math.Min(Api.Length + 1, path.Length)) is var rest && rest.IndexOf('/') is >= 0 and var slash && rest[(slash + 1)..].TrimEnd('/') is "events" or "live";

    private static ReadOnlySpan<char> SlugIn(string path, bool isApi)
    {
        var rest = path.AsSpan(Math.Min(isApi ? Api.Length + 1 : Pages.Length, path.Length));
        var end = rest.IndexOf('/');
        return end < 0 ? rest : rest[..end];
    }

    private KeptKey KeyOf(HttpRequest request, string path) =>
        new(path, Sorted(request.QueryString.Value), address.IsGiven ? "" : request.Host.Value ?? "", request.IsHttps, Codings.Of(request));

    /// <summary>By name, the order of one name's values kept; the same text where it is in order already.</summary>
    internal static string Sorted(string? query)
    {
        if (query is null or { Length: < 2 }) return "";
        if (!query.Contains('&', StringComparison.Ordinal)) return query;
        var parts = query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        var sorted = parts.OrderBy(p => p.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? p[..at] : p, StringComparer.Ordinal).ToArray();
        return parts.AsSpan().SequenceEqual(sorted) && query.Length == parts.Sum(p => p.Length + 1) ? query : "?" + string.Join('&', sorted);
    }
}
