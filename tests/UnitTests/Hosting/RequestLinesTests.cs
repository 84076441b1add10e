using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuestCms.Application.Common;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure;
using QuestCms.Web.Hosting;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace QuestCms.UnitTests.Hosting;

/// <summary>What a line of the log holds, and what it never holds.</summary>
public sealed class RequestLinesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private readonly Guid _person = Guid.CreateVersion7(Noon);
    private readonly SiteId _site = SiteId.New(Noon);

    [Fact]
    public async Task A_line_says_who_asked_what_of_which_site_and_how_it_went_in_how_long()
    {
        var line = JsonSerializer.Deserialize<JsonElement>(Assert.Single(await AskAsync("/studio/articles/77", "/studio/articles/{id:guid}", 200)));

        Assert.Equal("GET /studio/articles/{id:guid} answered 200", line.GetProperty("@m").GetString()!.Replace("\"", "", StringComparison.Ordinal)[..43]);
        Assert.Equal(("a-request", "/studio/articles/{id:guid}", 200), (line.GetProperty("RequestId").GetString(), line.GetProperty("Route").GetString(), line.GetProperty("Status").GetInt32()));
        Assert.Equal((_person.ToString(), _site.ToString()), (line.GetProperty("Person").GetString(), line.GetProperty("Site").GetString()));
        Assert.True(line.GetProperty("Milliseconds").GetDouble() >= 0);
    }

    [Fact]
    public async Task No_path_no_query_no_header_and_no_text_stands_in_any_line()
    {
        foreach (var (path, route) in new[] { ("/preview/se-cret", "/preview/{token}"), ("/sign-in/link", "/sign-in/link"), ("/api/v1/sites/se-cret/articles", null) })
            foreach (var status in new[] { 200, 404, 500 })
                foreach (var line in await AskAsync(path, route, status, context =>
                {
                    context.Request.QueryString = new QueryString("?token=se-cret");
                    context.Request.Headers.Authorization = "Bearer qk_se-cret";
                    context.Request.Headers.Cookie = "quest=se-cret";
                }))
                    Assert.DoesNotContain("se-cret", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probes_files_and_reading_are_quiet_until_they_fail()
    {
        Assert.Empty(await AskAsync("/health/ready", "/health/ready", 503));
        Assert.Empty(await AskAsync("/lib/studio.js", null, 200));
        Assert.Empty(await AskAsync("/api/v1/sites/relocation/articles", null, 200));
        Assert.Contains("\"@l\":\"Warning\"", Assert.Single(await AskAsync("/api/v1/sites/relocation/articles", null, 500)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_is_not_taken_at_its_word() => Assert.Contains("(other)", Assert.Single(await AskAsync("/studio", "/studio", 405, c => c.Request.Method = "se-cret")), StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> AskAsync(string path, string? route, int status, Action<HttpContext>? with = null)
    {
        var written = new StringWriter();
        using var logger = Logging.Configure(LogEventLevel.Information, isDevelopment: false, to => to.Sink(new Sink(written))).CreateLogger();
        using var factory = new SerilogLoggerFactory(logger);
        var acting = new Acting { Site = _site };
        await using var services = new ServiceCollection().AddSingleton(acting).BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = "GET";
        context.Request.Path = path;
        with?.Invoke(context);
        var lines = new RequestLines(c =>
        {
            c.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, _person.ToString())], "test"));
            if (route is not null) c.SetEndpoint(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, null, null));
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        }, new RequestFigures(TimeProvider.System), TimeProvider.System, factory.CreateLogger<RequestLines>());
        // As the framework does around each request.
        using (factory.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").BeginScope(new Dictionary<string, object> { ["RequestId"] = "a-request", ["RequestPath"] = path, ["ConnectionId"] = "c" }))
            await lines.InvokeAsync(context);
        return written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed class Sink(TextWriter written) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => Logging.Lines.Format(logEvent, written);
    }
}
