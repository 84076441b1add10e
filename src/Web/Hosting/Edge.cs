using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;

namespace QuestCms.Web.Hosting;

/// <summary>
/// In Production the platform's edge speaks TLS with the reader and plain http with this process: what it says about the reader's address and scheme is
/// believed, and who came to it over plain http is led to https. Probes are answered as they come.
/// </summary>
internal static class Edge
{
    public static void AddEdge(this IServiceCollection services, IHostEnvironment environment)
    {
        if (!environment.IsProduction()) return;
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            o.ForwardedForHeaderName = "X-Real-IP"; // the one Railway documents
            o.ForwardLimit = 1;
            // The edge's own address is not known and not steady; nothing else reaches the process.
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
        });
        services.Configure<HttpsRedirectionOptions>(o => (o.HttpsPort, o.RedirectStatusCode) = (443, StatusCodes.Status308PermanentRedirect));
    }

    public static void UseEdge(this WebApplication app)
    {
        if (!app.Environment.IsProduction()) return;
        app.UseForwardedHeaders();
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health"), plain => plain.UseHttpsRedirection());
    }
}
