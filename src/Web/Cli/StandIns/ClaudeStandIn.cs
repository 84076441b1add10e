using System.Collections.Concurrent;
using System.Text.Json;

namespace QuestCms.Web.Cli.StandIns;

/// <summary>What the stand-in does with the next calls.</summary>
public sealed record StandInScenario
{
    /// <summary>answer, altered (the passage itself with another meaning), shapeless (a preamble, a title and HTML instead of what was asked), defaults (JSON of the right form with nothing in it), invented (a claim that stands in no text), forty, stamped (each word the tick it was sent at), hostile, huge, empty,
    /// cut, unfinished, stall, drip, slow, silent, reset, limit, limit_unsaid, overloaded, failing, html, unauthorized, forbidden, no_model, too_long, invalid_json, no_stream, error, max_tokens, refusal, dirty, surrogate.</summary>
    public string Name { get; init; } = "answer";
    /// <summary>Milliseconds between two words.</summary>
    public int Pace { get; init; } = 25;
    /// <summary>Milliseconds before the first word: a model reads and thinks first.</summary>
    public int Lead { get; init; }
    /// <summary>So many words are sent, then it waits until it is told to go on; null never waits.</summary>
    public int? Hold { get; init; }
    /// <summary>What <c>limit</c> says in its header of that name: seconds or a date.</summary>
    public string? RetryAfter { get; init; }
}

/// <summary>
/// Speaks Claude's Messages API on this machine, so that everything can be tried without a key, and every fault can be had on demand. What it writes is
/// plain practice prose made from the request.
/// </summary>
public sealed class ClaudeStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Word, DateTimeOffset At)> _sent = new();
    private TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    private ClaudeStandIn(WebApplication app) => _app = app;

    public string BaseUrl => _app.Urls.First();

    public StandInScenario Scenario { get; set; } = new();

    public int Calls => _calls;

    /// <summary>What the last call said before the request itself.</summary>
    public string LastSystem { get; private set; } = "";

    /// <summary>The last request itself.</summary>
    public string LastPrompt { get; private set; } = "";

    /// <summary>What kind of picture came with the last request; null where none did.</summary>
    public string? LastPicture { get; private set; }

    /// <summary>Every word sent, with its time.</summary>
    public IReadOnlyList<(string Word, DateTimeOffset At)> Sent => [.. _sent];

    /// <summary>A new scenario for the next calls, with a log of its own.</summary>
    public void Play(StandInScenario scenario)
    {
        _sent.Clear();
        _goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Scenario = scenario;
    }

    /// <summary>Whoever is held goes on.</summary>
    public void GoOn() => _goOn.TrySetResult();

    /// <param name="port">0 for any free one.</param>
    public static async Task<ClaudeStandIn> StartAsync(int port, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "QuestCms.StandIns" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var standIn = new ClaudeStandIn(app);
        app.MapPost("/v1/messages", context => standIn.AnswerAsync(context, clock));
        app.MapGet("/v1/models", () => Results.Json(new { data = new[] { new { id = "claude-sonnet-5-5", type = "model" }, new { id = "claude-haiku-5-5", type = "model" } } }));
        app.MapPost("/stand-in/scenario", standIn.Play);
        app.MapPost("/stand-in/go-on", standIn.GoOn);
        app.MapGet("/stand-in/log", () => standIn.Sent.Select(s => new { word = s.Word, at = s.At }));
        await app.StartAsync();
        return standIn;
    }

    public Task WaitAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, TimeProvider clock)
    {
        Interlocked.Increment(ref _calls);
        var scenario = Scenario;
        if (context.Request.Headers["x-api-key"].Count == 0 && context.Request.Headers.Authorization.Count == 0)
        {
            await ClaudeFaults.SayAsync(context, 401, "authentication_error", "No key was sent.");
            return;
        }
        using var request = await JsonDocument.ParseAsync(context.Request.Body);
        var model = request.RootElement.GetProperty("model").GetString() ?? "claude";
        var content = request.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        var blocks = content.ValueKind == JsonValueKind.Array ? content.EnumerateArray().ToList() : [];
        var prompt = blocks.LastOrDefault(b => b.GetProperty("type").GetString() == "text") is { ValueKind: JsonValueKind.Object } text ? text.GetProperty("text").GetString() ?? "" : content.ToString();
        LastPicture = blocks.Where(b => b.GetProperty("type").GetString() == "image").Select(b => b.GetProperty("source").GetProperty("media_type").GetString()).FirstOrDefault();
        LastSystem = request.RootElement.TryGetProperty("system", out var system) ? system.ToString() : "";
        LastPrompt = prompt;
        if (await ClaudeFaults.AnswerAsync(context, scenario)) return;
        await StreamAsync(context, scenario, model, prompt, clock);
    }

    private async Task StreamAsync(HttpContext context, StandInScenario scenario, string model, string prompt, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        context.Response.ContentType = "text/event-stream";
        if (scenario.Name == "slow") await Task.Delay(TimeSpan.FromMinutes(2), clock, ct);
        await SendAsync(context, "message_start", new
        {
            type = "message_start",
            message = new { id = "msg_practice", type = "message", role = "assistant", model, content = Array.Empty<object>(), stop_reason = (string?)null, stop_sequence = (string?)null, usage = new { input_tokens = prompt.Length / 4, output_tokens = 1 } },
        });
        await SendAsync(context, "content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = "" } });
        await SendAsync(context, "ping", new { type = "ping" });

        var words = scenario.Name switch { "forty" => PracticeProse.Forty(), "stamped" => PracticeProse.Stamped(), "altered" => PracticeProse.Altered(prompt), "shapeless" => PracticeProse.Shapeless(), "defaults" => PracticeProse.Defaults(prompt), "invented" => PracticeProse.Invented(prompt), "hostile" => ClaudeFaults.Hostile(), "huge" => ClaudeFaults.Huge(), "empty" => [], _ => PracticeProse.For(prompt) };
        var pace = TimeSpan.FromMilliseconds(scenario.Name == "forty" ? 200 : scenario.Pace);
        if (scenario.Lead > 0) await Task.Delay(TimeSpan.FromMilliseconds(scenario.Lead), clock, ct);
        var count = 0;
        foreach (var word in words)
        {
            if (scenario.Name == "refusal") break;
            if (scenario.Name is "cut" && count == 12)
            {
                context.Abort();
                return;
            }
            if (scenario.Name is "unfinished" && count == 12) return;
            if (scenario.Name is "drip" && count > 0) await Task.Delay(TimeSpan.FromSeconds(20), clock, ct);
            if (scenario.Name is "stall" && count == 12) await Task.Delay(TimeSpan.FromMinutes(5), clock, ct);
            if (scenario.Name is "error" && count == 12)
            {
                await SendAsync(context, "error", new { type = "error", error = new { type = "overloaded_error", message = "Overloaded" } });
                return;
            }
            if (scenario.Name is "max_tokens" && count == 30) break;
            if (count == scenario.Hold) await _goOn.Task.WaitAsync(ct);
            _sent.Enqueue((word.Trim(), clock.GetUtcNow()));
            await SendAsync(context, "content_block_delta", $"{{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{{\"type\":\"text_delta\",\"text\":{ClaudeFaults.WordOf(scenario, word, count)}}}}}");
            count++;
            if (pace > TimeSpan.Zero) await Task.Delay(pace, clock, ct);
        }
        await SendAsync(context, "content_block_stop", new { type = "content_block_stop", index = 0 });
        var stop = scenario.Name switch { "max_tokens" => "max_tokens", "refusal" => "refusal", _ => "end_turn" };
        await SendAsync(context, "message_delta", new { type = "message_delta", delta = new { stop_reason = stop, stop_sequence = (string?)null }, usage = new { output_tokens = count * 4 / 3 } });
        await SendAsync(context, "message_stop", new { type = "message_stop" });
    }

    private static Task SendAsync(HttpContext context, string name, object data) => SendAsync(context, name, JsonSerializer.Serialize(data));

    private static async Task SendAsync(HttpContext context, string name, string json)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {json}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
