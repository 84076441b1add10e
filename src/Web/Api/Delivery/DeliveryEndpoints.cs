using QuestCms.Web.Api.Describing;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// The delivery API: published articles and nothing else. Reads go from here to the published store; they hold no rule beyond "which site" and see the
/// schema <c>delivery</c> alone. Each topic has a file that maps its own addresses.
/// </summary>
internal static class DeliveryEndpoints
{
    private const string Root = "/api/v1";
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void AddPublicApi(this IServiceCollection services) => services.AddSingleton<Cursors>().AddSingleton<SiteGate>().AddSingleton<ShapedArticles>().AddSingleton<OpenApi>()
        .AddSingleton<KeptAnswers>().AddSingleton<AnswerMaking>().AddSingleton<ListAnswers>().AddSingleton<DeliveryLimits>();

    public static void MapDelivery(this WebApplication app)
    {
        var api = app.MapGroup(Root).AllowAnonymous();
        SiteEndpoints.Map(api);
        ArticleEndpoints.Map(api);
        ListEndpoint.Map(api);
        ChangesEndpoint.Map(api);
        EventStream.Map(api);
        LiveSocket.Map(api);
        SearchEndpoint.Map(api);
        RelatedEndpoint.Map(api);
        ProvenanceEndpoints.Map(api);
        TaxonEndpoints.Map(api);
        OpenApi.Map(api);
        Feeds.FeedEndpoints.Map(api);
        PreviewEndpoints.Map(api);
        app.MapFallback("/api/{**path}", (HttpContext context) => Problems.WriteAsync(context, 404, "not_found", "There is no such address in the API.")).AllowAnonymous();
    }

    /// <summary>An address that is read, with GET or HEAD; said for each, or the fallback would answer another method with "no such address".</summary>
    /// <param name="operation">What it is, for the OpenAPI document and the page to read and try it.</param>
    public static void Read(this RouteGroupBuilder api, string pattern, Delegate handler, Operation? operation = null)
    {
        var bound = BoundLater.Of(api, Root + pattern, handler);
        // Who asks was looked at by the door, and nobody signs in here: nothing between routing and this has a say.
        var endpoint = api.MapMethods(pattern, Reading, context =>
        {
            SayWhoMayRead(context);
            return bound(context);
        }).ShortCircuit();
        if (operation is not null) endpoint.WithMetadata(operation);
        api.Map(pattern, NotAllowedAsync);
    }

    // The door says it for what is of one site; the rest is anyone's.
    private static void SayWhoMayRead(HttpContext context)
    {
        if (DeliveryDoor.IsFor(context.Request.Path)) return;
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Deprecation, Sunset";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static Task NotAllowedAsync(HttpContext context)
    {
        SayWhoMayRead(context);
        context.Response.Headers.Allow = "GET, HEAD";
        return Problems.WriteAsync(context, 405, "method_not_allowed", "This address is read, with GET or HEAD.");
    }
}
