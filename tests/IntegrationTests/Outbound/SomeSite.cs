using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace QuestCms.IntegrationTests.Outbound;

/// <summary>Somebody else's server on this machine, which answers as a test says.</summary>
internal sealed class SomeSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SomeSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());
    public int Asked { get; private set; }

    public static async Task<SomeSite> OpenAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new SomeSite(app);
        app.Run(context =>
        {
            site.Asked++;
            return answer(context);
        });
        await app.StartAsync();
        return site;
    }

    public static Task Page(HttpContext context, string html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
