using System.Security.Claims;
using QuestCms.Application.Common;
using QuestCms.Infrastructure;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.Web.Hosting;

/// <summary>
/// One line for each request: method, route, status, milliseconds, who and on which site; the request's id stands beside it on every line written meanwhile. Never the address itself: a path may hold the
/// token of a preview, a query that of a sign-in link. Probes, files and what readers read are said at Debug, unless they fail.
/// </summary>
internal sealed partial class RequestLines(RequestDelegate next, RequestFigures figures, TimeProvider clock, ILogger<RequestLines> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var took = clock.GetElapsedTime(began);
            var isProbe = context.Request.Path.StartsWithSegments("/health");
            var status = context.Response.StatusCode;
            if (!isProbe && !IsStream(context)) figures.Count(status, took);
            var level = isProbe ? LogLevel.Debug : status >= 500 ? LogLevel.Warning : IsQuiet(context) ? LogLevel.Debug : LogLevel.Information;
            if (log.IsEnabled(level)) Say(level, context, status, took);
        }
    }

    private void Say(LogLevel level, HttpContext context, int status, TimeSpan took)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? (DeliveryDoor.IsFor(context.Request.Path) ? "(reading)" : "(none)");
        var who = context.User.FindFirstValue(SiteKeyHandler.KeyClaim) is { } key ? $"key {key}" : context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        var site = context.RequestServices.GetService<Acting>()?.Site?.ToString() ?? context.GetRouteValue("site") as string ?? "";
        LogLine(level, MethodOf(context.Request.Method), route, status, Math.Round(took.TotalMilliseconds, 1), who, site.Length <= 80 ? site : "");
    }

    // A method is anything a client likes to send.
    private static string MethodOf(string method) => method.Length <= 10 && method.All(char.IsAsciiLetterUpper) ? method : "(other)";

    private static bool IsStream(HttpContext context) => context.WebSockets.IsWebSocketRequest || context.Response.ContentType?.StartsWith("text/event-stream", StringComparison.Ordinal) == true;

    private static bool IsQuiet(HttpContext context) =>
        context.Response.StatusCode < 400 && HttpMethods.IsGet(context.Request.Method) && (DeliveryDoor.IsFor(context.Request.Path) || context.GetEndpoint() is not RouteEndpoint || IsFile(context.Request.Path));

    private static bool IsFile(PathString path) => path.StartsWithSegments("/lib") || path.StartsWithSegments("/css") || path.StartsWithSegments("/fonts") || path.StartsWithSegments("/media") || Path.HasExtension(path.Value);

    [LoggerMessage(Message = "{Method} {Route} answered {Status} in {Milliseconds} ms, for {Person}, on {Site}")]
    private partial void LogLine(LogLevel level, string method, string route, int status, double milliseconds, string person, string site);
}
