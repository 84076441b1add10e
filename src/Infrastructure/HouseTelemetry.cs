using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace QuestCms.Infrastructure;

/// <summary>
/// What the adapters tell of themselves: jobs, and calls to Claude and Replicate. The one source and the one meter of this layer; without anyone who listens a measurement is a few instructions and
/// a span is none. Names stand in docs/observe.md. No text, no prompt, no address, no secret is ever a tag.
/// </summary>
public static class HouseTelemetry
{
    public const string Name = "QuestCms";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> JobTime = Meter.CreateHistogram<double>("quest.job.duration", "s", "From claiming a job to its end.");
    private static readonly Histogram<double> ProviderTime = Meter.CreateHistogram<double>("quest.provider.duration", "s", "A call to a provider, retries included.");
    private static readonly Counter<long> Tokens = Meter.CreateCounter<long>("quest.provider.tokens", "{token}", "Tokens read and written by a model.");

    /// <summary>The span of a job while it is carried out; null when nobody traces.</summary>
    public static Activity? BeginJob(string kind) => Source.StartActivity($"job {kind}", ActivityKind.Consumer);

    /// <param name="outcome">"done", "refused", "failed" or "given_back".</param>
    public static void EndJob(Activity? span, string kind, string outcome, TimeSpan took)
    {
        JobTime.Record(took.TotalSeconds, new("job.kind", kind), new("outcome", outcome));
        span?.SetTag("outcome", outcome);
        if (outcome == "failed") span?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Tells of a call that has ended.</summary>
    /// <param name="provider">"claude" or "replicate".</param>
    /// <param name="what">What was asked for: the model, or the step.</param>
    public static void Called(string provider, string what, string outcome, bool isFault, TimeSpan took, long inputTokens = 0, long outputTokens = 0)
    {
        ProviderTime.Record(took.TotalSeconds, new("provider", provider), new("what", what), new("outcome", outcome));
        if (inputTokens > 0) Tokens.Add(inputTokens, new("provider", provider), new("what", what), new("direction", "read"));
        if (outputTokens > 0) Tokens.Add(outputTokens, new("provider", provider), new("what", what), new("direction", "written"));
        if (!Source.HasListeners()) return;
        // Made afterwards: a stream is handed on word by word, and a span that is current meanwhile would become the parent of what its reader does.
        var now = Activity.Current;
        using var span = Source.StartActivity($"{provider} {what}", ActivityKind.Client, now?.Context ?? default, startTime: TimeProvider.System.GetUtcNow() - took);
        span?.SetTag("outcome", outcome).SetTag("tokens.read", inputTokens).SetTag("tokens.written", outputTokens);
        if (isFault) span?.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Circuits as gauges: 0 closed, 1 half open, 2 open. Asked for once, where metrics are exported.</summary>
    internal static void Watch(Func<string> claude, Func<string> replicate) => Meter.CreateObservableGauge<int>("quest.provider.circuit", () => new[]
    {
        new Measurement<int>(NumberOf(claude()), new KeyValuePair<string, object?>("provider", "claude")),
        new Measurement<int>(NumberOf(replicate()), new KeyValuePair<string, object?>("provider", "replicate")),
    }, description: "0 closed, 1 half open, 2 open.");

    private static int NumberOf(string circuit) => circuit switch { "open" => 2, "half_open" => 1, _ => 0 };
}
