using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using QuestCms.Application.Ai;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Outbound;

namespace QuestCms.Infrastructure.Replicate;

/// <summary>
/// Replicate over its HTTP API. Nothing waits here for a picture: it is begun, looked at and fetched, each a short call. The provider is told to give up by itself after
/// <see cref="GivesUpAfter"/>, should this house go away meanwhile. Addresses it names are untrusted.
/// </summary>
internal sealed partial class ReplicatePainter : IPainter, IDisposable
{
    public const string GivesUpAfter = "6m";
    /// <summary>Bytes of an answer of the API; real ones have a few thousand.</summary>
    private const int MostOfAnswer = 1 << 20;

    private readonly ReplicateOptions _options;
    private readonly ReplicateResilience _resilience;
    private readonly OutboundHttp _outbound;
    private readonly TimeProvider _clock;
    private readonly ILogger<ReplicatePainter> _log;
    private readonly HttpClient _http;

    public ReplicatePainter(ReplicateOptions options, ReplicateResilience resilience, OutboundHttp outbound, TimeProvider clock, ILogger<ReplicatePainter> log)
    {
        (_options, _resilience, _outbound, _clock, _log) = (options, resilience, outbound, clock, log);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostOfAnswer };
        if (options.Token is { } token) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public Error? Unavailable => _options.Token is null ? ReplicateErrors.NoToken : _resilience.IsOpen ? ReplicateErrors.Resting : null;

    public async Task<PainterAnswer> BeginAsync(PaintingRequest request, CancellationToken ct)
    {
        if (Unavailable is { } unavailable) return new PaintingEnded(unavailable, MayBePaid: false);
        try
        {
            var (status, body, after) = await SendAsync("begin", _resilience.Begin, () => new HttpRequestMessage(HttpMethod.Post, Address($"models/{request.Model}/predictions"))
            {
                Content = JsonContent.Create(new NewPrediction(new PredictionInput(request.Words, "16:9", "webp", 90))),
                Headers = { { "Cancel-After", GivesUpAfter } },
            }, ct);
            if (status == HttpStatusCode.TooManyRequests) return new PainterBusy(after);
            if (ReplicateErrors.Of(status, request.Model) is { } refused) return new PaintingEnded(refused, MayBePaid: false);
            return Prediction.Read(body) is { } begun ? new PaintingUnderWay(begun.Id!) : new PaintingEnded(ReplicateErrors.Unreadable, MayBePaid: true);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && (fault is BrokenCircuitException || ReplicateResilience.IsProviderFault(fault)))
        {
            Log.Failed(_log, "beginning", Name(fault));
            if (fault is BrokenCircuitException) return new PaintingEnded(ReplicateErrors.Resting, MayBePaid: false);
            return ReplicateResilience.IsSureThatNothingBegan(fault) ? new PaintingEnded(ReplicateErrors.Unreachable, MayBePaid: false) : new PaintingEnded(ReplicateErrors.Unknown, MayBePaid: true);
        }
    }

    public async Task<PainterAnswer> LookAsync(string painting, CancellationToken ct)
    {
        if (Unavailable is not null) return new PainterBusy(null);
        try
        {
            var (status, body, after) = await SendAsync("look", _resilience.Repeatable, () => new HttpRequestMessage(HttpMethod.Get, Address($"predictions/{painting}")), ct);
            if (status == HttpStatusCode.TooManyRequests) return new PainterBusy(after);
            if (status == HttpStatusCode.NotFound) return new PaintingEnded(ReplicateErrors.Forgotten, MayBePaid: true);
            if (ReplicateErrors.Of(status, "") is { } refused) return new PaintingEnded(refused, MayBePaid: true);
            if (Prediction.Read(body) is not { } found || found.Id != painting) return new PainterBusy(null);
            return found.Status switch
            {
                "succeeded" => found.Picture() is { } picture ? new PaintingReady(picture) : new PaintingEnded(ReplicateErrors.NothingShown, MayBePaid: true),
                "failed" => new PaintingEnded(found.WasKeptBack ? ReplicateErrors.KeptBack : ReplicateErrors.Failed, MayBePaid: false), // a failed run is not charged
                "canceled" => new PaintingEnded(ReplicateErrors.GaveUp, MayBePaid: true, WasCancelled: true),
                "aborted" => new PaintingEnded(ReplicateErrors.GaveUp, MayBePaid: false, WasCancelled: true),
                _ => new PaintingUnderWay(painting), // starting, processing, and whatever comes to be called something else
            };
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && (fault is BrokenCircuitException || ReplicateResilience.IsProviderFault(fault)))
        {
            Log.Failed(_log, "looking", Name(fault));
            return new PainterBusy(null);
        }
    }

    public async Task CancelAsync(string painting, CancellationToken ct)
    {
        try
        {
            await SendAsync("cancel", _resilience.Repeatable, () => new HttpRequestMessage(HttpMethod.Post, Address($"predictions/{painting}/cancel")), ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested && (fault is BrokenCircuitException || ReplicateResilience.IsProviderFault(fault)))
        {
            Log.Failed(_log, "cancelling", Name(fault)); // it gives up by itself
        }
    }

    public async Task<Result<byte[]>> FetchAsync(Uri picture, int maxBytes, CancellationToken ct)
    {
        var fetched = await _outbound.GetAsync(picture, new OutboundLimits(maxBytes, _options.File, Accept: "image/*"), ct);
        if (fetched.Error is not { } fault) return fetched.Value.Bytes;
        Log.Failed(_log, "fetching", fault.Code);
        return ReplicateErrors.OfFile(fault);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, byte[] Body, TimeSpan? After)> SendAsync(string step, ResiliencePipeline pipeline, Func<HttpRequestMessage> make, CancellationToken ct)
    {
        var began = _clock.GetTimestamp();
        try
        {
            var answer = await SendAsync(pipeline, make, ct);
            HouseTelemetry.Called("replicate", step, $"{(int)answer.Status}", (int)answer.Status >= 400, _clock.GetElapsedTime(began));
            return answer;
        }
        catch (Exception fault)
        {
            HouseTelemetry.Called("replicate", step, ct.IsCancellationRequested ? "Cancelled" : Name(fault), !ct.IsCancellationRequested, _clock.GetElapsedTime(began));
            throw;
        }
    }

    private async Task<(HttpStatusCode Status, byte[] Body, TimeSpan? After)> SendAsync(ResiliencePipeline pipeline, Func<HttpRequestMessage> make, CancellationToken ct) =>
        await pipeline.ExecuteAsync(async token =>
        {
            using var request = make();
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, token);
            if ((int)response.StatusCode >= 500) throw new ReplicateFault(response.StatusCode);
            var body = await response.Content.ReadAsByteArrayAsync(token);
            if (response.IsSuccessStatusCode) _resilience.Succeeded();
            return (response.StatusCode, body, RetryAfter.Of(response.Headers.RetryAfter, body, _clock.GetUtcNow()));
        }, ct);

    private Uri Address(string path) => new($"{_options.BaseUrl.ToString().TrimEnd('/')}/{path}");

    // The type says enough; a provider's message may quote the request.
    private static string Name(Exception fault) => fault is ReplicateFault { Status: var status } ? $"{(int)status}" : fault.GetType().Name;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Replicate failed at {Step}: {Fault}")]
        public static partial void Failed(ILogger log, string step, string fault);
    }
}
