using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace QuestCms.Web.Cli.StandIns;

/// <summary>What the stand-in does with the next pictures.</summary>
public sealed record PainterScenario
{
    /// <summary>
    /// answer, listed (a list of addresses), failed, filtered, canceled, aborted, never; expired, forbidden, html, cut, endless, private, redirected, ftp, nothing (of the file); limit, limit_date,
    /// limit_words, limit_long, limit_odd, failing, gateway, unauthorised, unpaid, no_model, refused, invalid, shape, defaults, reset, lost (begun, then the line breaks) of the beginning; unseen
    /// and garbled of every look.
    /// </summary>
    public string Name { get; init; } = "answer";
    /// <summary>A picture is ready at its so-manieth look.</summary>
    public int Looks { get; init; } = 3;
    /// <summary>So many times the fault is had, then it is an answer; null for ever.</summary>
    public int? Times { get; init; }
}

/// <summary>
/// Speaks Replicate's API for predictions on this machine, so that everything can be tried without a token, and every fault can be had on demand. What it paints is a practice
/// landscape made from the words.
/// </summary>
public sealed partial class ReplicateStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Run> _runs = new();
    private int _begun;
    private int _cancelled;
    private int _fetched;
    private int _left;
    private PainterScenario _scenario = new();

    private ReplicateStandIn(WebApplication app) => _app = app;

    /// <summary>With <c>/v1</c>.</summary>
    public string BaseUrl => $"{_app.Urls.First()}/v1";

    public PainterScenario Scenario
    {
        get => _scenario;
        set => (_scenario, _left) = (value, value.Times ?? int.MaxValue);
    }

    /// <summary>Pictures that were begun, which is what is paid.</summary>
    public int Begun => _begun;
    /// <summary>Requests to begin one, whatever was answered.</summary>
    public int Asked { get; private set; }
    public int Cancelled => _cancelled;
    /// <summary>Requests for files.</summary>
    public int Fetched => _fetched;
    /// <summary>What the last request to begin said.</summary>
    public JsonElement LastInput { get; private set; }
    public string LastModel { get; private set; } = "";

    /// <param name="port">0 for any free one.</param>
    public static async Task<ReplicateStandIn> StartAsync(int port, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "QuestCms.StandIns" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var standIn = new ReplicateStandIn(app);
        app.MapPost("/v1/models/{owner}/{name}/predictions", (HttpContext context, string owner, string name) => standIn.BeginAsync(context, $"{owner}/{name}", clock));
        app.MapGet("/v1/predictions/{id}", (HttpContext context, string id) => standIn.LookAsync(context, id));
        app.MapPost("/v1/predictions/{id}/cancel", (HttpContext context, string id) => standIn.CancelAsync(context, id));
        app.MapGet("/files/{id}/out-0.webp", (HttpContext context, string id) => standIn.FileAsync(context, id));
        app.MapPost("/stand-in/scenario", (PainterScenario scenario) => { standIn.Scenario = scenario; });
        await app.StartAsync();
        return standIn;
    }

    public Task WaitAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The name of the fault that is had now; "answer" when it was had often enough.</summary>
    private string Fault(params ReadOnlySpan<string> faults) => faults.Contains(_scenario.Name) && Interlocked.Decrement(ref _left) >= 0 ? _scenario.Name : "answer";

    private async Task BeginAsync(HttpContext context, string model, TimeProvider clock)
    {
        Asked++;
        if (context.Request.Headers.Authorization is not [{ } token] || !token.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            await SayAsync(context, 401, new { title = "Unauthenticated", detail = "You did not pass an authentication token", status = 401 });
            return;
        }
        using var request = await JsonDocument.ParseAsync(context.Request.Body);
        (LastModel, LastInput) = (model, request.RootElement.GetProperty("input").Clone());
        var fault = Fault("limit", "limit_date", "limit_words", "limit_long", "limit_odd", "failing", "gateway", "unauthorised", "unpaid", "no_model", "refused", "invalid", "shape", "defaults", "reset", "lost");
        if (await RefuseAsync(context, fault, clock)) return;

        Interlocked.Increment(ref _begun);
        var run = new Run(Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(13)), model, LastInput, clock.GetUtcNow());
        _runs[run.Id] = run;
        switch (fault)
        {
            case "lost": context.Abort(); return;
            case "invalid": await RawAsync(context, 201, "application/json", "{\"id\": \"" + run.Id + "\", \"status\": "); return;
            case "shape": await SayAsync(context, 201, new { id = 12, status = new { starting = true } }); return;
            case "defaults": await SayAsync(context, 201, new { }); return;
            default: await SayAsync(context, 201, Told(run, "starting", null, null)); return;
        }
    }

    private static async Task<bool> RefuseAsync(HttpContext context, string fault, TimeProvider clock)
    {
        var headers = context.Response.Headers;
        switch (fault)
        {
            case "limit": headers.RetryAfter = "20"; break;
            case "limit_date": headers.RetryAfter = (clock.GetUtcNow() + TimeSpan.FromSeconds(45)).ToString("R", CultureInfo.InvariantCulture); break;
            case "limit_long": headers.RetryAfter = "86400"; break;
            case "limit_odd": headers.RetryAfter = "soon"; break;
        }
        switch (fault)
        {
            case "limit" or "limit_date" or "limit_long" or "limit_odd" or "limit_words":
                await SayAsync(context, 429, new { detail = fault == "limit_words" ? "Request was throttled. Your rate limit resets in ~30s." : "Request was throttled." });
                return true;
            case "failing": await SayAsync(context, 500, new { detail = "Internal server error" }); return true;
            case "gateway": await RawAsync(context, 502, "text/html", "<html><h1>502 Bad Gateway</h1></html>"); return true;
            case "unauthorised": await SayAsync(context, 401, new { title = "Unauthenticated", detail = "You did not pass a valid authentication token", status = 401 }); return true;
            case "unpaid": await SayAsync(context, 402, new { title = "Insufficient credit", detail = "You have insufficient credit to run this model.", status = 402 }); return true;
            case "no_model": await SayAsync(context, 404, new { detail = "The requested resource could not be found.", status = 404 }); return true;
            case "refused": await SayAsync(context, 422, new { title = "Input validation failed", detail = "- input.prompt: is too long", status = 422 }); return true;
            case "reset": context.Abort(); return true;
            default: return false;
        }
    }

    private async Task LookAsync(HttpContext context, string id)
    {
        if (!_runs.TryGetValue(id, out var run))
        {
            await SayAsync(context, 404, new { detail = "The requested resource could not be found.", status = 404 });
            return;
        }
        switch (Fault("unseen", "garbled"))
        {
            case "unseen": await RawAsync(context, 503, "text/html", "<html><h1>503</h1></html>"); return;
            case "garbled": await RawAsync(context, 200, "application/json", "{\"id\":"); return;
        }
        var looks = Interlocked.Increment(ref run.Looks);
        if (run.IsCancelled) await SayAsync(context, 200, Told(run, "canceled", null, null));
        else if (_scenario.Name == "never" || looks < _scenario.Looks) await SayAsync(context, 200, Told(run, looks == 1 ? "starting" : "processing", null, null));
        else
            await SayAsync(context, 200, _scenario.Name switch
            {
                "failed" => Told(run, "failed", null, "CUDA out of memory"),
                "filtered" => Told(run, "failed", null, "NSFW content detected. Try running it again, or try a different prompt."),
                "canceled" => Told(run, "canceled", null, null),
                "aborted" => Told(run, "aborted", null, null),
                "listed" => Told(run, "succeeded", new[] { File(run) }, null),
                "private" => Told(run, "succeeded", "http://10.11.12.13/out-0.webp", null),
                "ftp" => Told(run, "succeeded", "file:///etc/passwd", null),
                "nothing" => Told(run, "succeeded", null, null),
                _ => Told(run, "succeeded", File(run), null),
            });
    }

    private async Task CancelAsync(HttpContext context, string id)
    {
        Interlocked.Increment(ref _cancelled);
        if (_runs.TryGetValue(id, out var run)) run.IsCancelled = true;
        await SayAsync(context, run is null ? 404 : 200, run is null ? new { detail = "The requested resource could not be found." } : Told(run, "canceled", null, null));
    }

    private string File(Run run) => $"{_app.Urls.First()}/files/{run.Id}/out-0.webp";

    private object Told(Run run, string status, object? output, string? error) => new
    {
        id = run.Id,
        model = run.Model,
        version = "hidden",
        input = run.Input,
        logs = "",
        output,
        data_removed = false,
        error,
        status,
        created_at = run.At,
        urls = new { cancel = $"{BaseUrl}/predictions/{run.Id}/cancel", get = $"{BaseUrl}/predictions/{run.Id}", web = $"https://replicate.com/p/{run.Id}" },
    };

    private static Task SayAsync(HttpContext context, int status, object body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(body);
    }

    private static Task RawAsync(HttpContext context, int status, string type, string body)
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    }

    private sealed class Run(string id, string model, JsonElement input, DateTimeOffset at)
    {
        public int Looks;
        public string Id => id;
        public string Model => model;
        public JsonElement Input => input;
        public DateTimeOffset At => at;
        public bool IsCancelled { get; set; }
    }
}
