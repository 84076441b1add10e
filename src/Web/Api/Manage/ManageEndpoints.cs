using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Common;
using QuestCms.Infrastructure.Neon.Sites;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Api.Manage;

/// <summary>
/// The management API: what a program with a key of the site may do, through the same messages as people and with nothing by which it could decide. Endpoints read the request, send
/// one message and say what came; each topic has a file that maps its own addresses.
/// </summary>
internal static class ManageEndpoints
{
    public const string Root = "/api/v1/manage/sites/{site}";
    private static readonly string Policy = string.Create(CultureInfo.InvariantCulture, $"\"management\";q={CallCounts.MostAMinute};w=60");

    public static void AddManagement(this IServiceCollection services) => services.AddScoped<Caller>().AddScoped<Once>();

    public static void MapManage(this WebApplication app)
    {
        var group = app.MapGroup(Root).RequireAuthorization(SiteKeyHandler.Policy).WithTags("Management");
        ArticleEndpoints.Map(group);
        BinEndpoints.Map(group);
        RevisionEndpoints.Map(group);
        LifeEndpoints.Map(group);
        MediaEndpoints.Map(group);
        GenerationEndpoints.Map(group);
        WebhookEndpoints.Map(group);
        WebhookLogEndpoints.Map(group);
    }

    /// <summary>An address with the methods it takes; any other is answered with those.</summary>
    public static void At(this RouteGroupBuilder group, string pattern, params Method[] methods)
    {
        string[] allowed = [.. methods.SelectMany(m => m.Names)];
        foreach (var method in methods)
        {
            var bound = BoundLater.Of(group, Root + pattern, method.Handler);
            method.Say(group.MapMethods(pattern, method.Names, context => EnterAsync(context, bound)));
        }
        group.Map(pattern, context => EnterAsync(context, _ =>
        {
            context.Response.Headers.Allow = string.Join(", ", allowed);
            return Problems.WriteAsync(context, 405, "method_not_allowed", $"This address takes {string.Join(", ", allowed)}.");
        }));
    }

    // Whose key it is decides the site; another site's address is as if it were not.
    private static async Task EnterAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Authorization, X-Api-Key";
        var acting = http.RequestServices.GetRequiredService<Acting>();
        var grant = await http.RequestServices.GetRequiredService<IKeyRing>().OfAsync(acting.Agent, http.RequestAborted);
        if (grant is null) await Problems.WriteAsync(http, Domain.Sites.SiteKeyErrors.Refused);
        else if (grant.SiteSlug != (string?)http.Request.RouteValues["site"]) await Problems.WriteAsync(http, 404, "site.not_found", "There is no such site, or this key is another site’s.");
        else
        {
            http.RequestServices.GetRequiredService<Caller>().Enter(grant);
            var counts = http.RequestServices.GetRequiredService<CallCounts>();
            if (!await CountedAsync(http, counts, grant)) return;
            await next(http);
            if (http.Response.StatusCode == StatusCodes.Status304NotModified) counts.GiveBack(grant.Key);
        }
    }

    private static async Task<bool> CountedAsync(HttpContext http, CallCounts counts, KeyGrant grant)
    {
        var counted = await counts.CountAsync(grant.Key, http.RequestAborted);
        http.Response.Headers["RateLimit-Policy"] = Policy;
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"management\";r={counted.Remaining};t={counted.Reset}");
        if (counted.IsAllowed) return true;
        http.Response.Headers.RetryAfter = counted.Reset.ToString(CultureInfo.InvariantCulture);
        await Problems.WriteAsync(http, 429, "rate.limited", $"A key may call {CallCounts.MostAMinute} times a minute. Wait as long as Retry-After says.");
        return false;
    }
}

/// <summary>One method of an address, with the words the description of the API has for it.</summary>
internal sealed record Method(string[] Names, Delegate Handler, string Id, string Summary, Type? Answer = null, int Status = 200, Type? Body = null)
{
    public static Method Get(Delegate handler, string id, string summary, Type answer) => new(["GET", "HEAD"], handler, id, summary, answer);
    public static Method Post(Delegate handler, string id, string summary, Type? answer, int status = 200, Type? body = null) => new(["POST"], handler, id, summary, answer, status, body);
    public static Method Put(Delegate handler, string id, string summary, Type answer, Type body) => new(["PUT"], handler, id, summary, answer, 200, body);
    public static Method Delete(Delegate handler, string id, string summary, Type? answer, int status = 200) => new(["DELETE"], handler, id, summary, answer, status);

    public void Say(IEndpointConventionBuilder endpoint)
    {
        endpoint.WithName(Id).WithSummary(Summary).WithMetadata(new ProducesResponseTypeMetadata(Status, Answer ?? typeof(void), Answer is null ? [] : ["application/json"]));
        // Not as accepts metadata: routing would answer another content type with "no such method".
        if (Body is not null) endpoint.WithMetadata(new TakesJson(Body));
        foreach (var status in Names.Contains("GET") ? new[] { 401, 403, 404, 429 } : [400, 401, 403, 404, 409, 412, 413, 428, 429]) endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
    }
}

/// <summary>The shape of the JSON an address takes, for the description of the API.</summary>
public sealed record TakesJson(Type Shape);

/// <summary>The key this request came with, and its site.</summary>
internal sealed class Caller
{
    private KeyGrant? _grant;

    public KeyGrant Grant => _grant ?? throw new InvalidOperationException("Nobody came in.");

    public void Enter(KeyGrant grant) => _grant = grant;
}
