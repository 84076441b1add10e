using System.Runtime.CompilerServices;
using System.Text.Json;
using Anthropic;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;
using QuestCms.Application.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Claude;

/// <summary>
/// Claude through the official client. One deadline for the whole call and one from event to event (the client's own covers neither), a stream without its
/// end is cut, the stop reason is looked at, text is cleaned on arrival. The client's retries are off: the pipeline decides.
/// </summary>
internal sealed partial class ClaudeWriter : IWriter, IDisposable
{
    /// <summary>Characters of one answer; a body has 200 KB at most.</summary>
    private const int MostCharacters = 200 * 1024;

    private static readonly Error NoKey = Error.Unavailable("claude.no_key", "Claude is not connected here: no key is set. An administrator sets CLAUDE_API_KEY.");
    private static readonly Error Resting = Error.Unavailable("claude.resting", "Claude did not answer several times in a row, so it is left alone for half a minute. Your text is as it was; try again then, or go on writing.");

    private readonly ClaudeOptions _options;
    private readonly ClaudeResilience _resilience;
    private readonly TimeProvider _clock;
    private readonly ILogger<ClaudeWriter> _log;
    private readonly HttpClient _http;
    private readonly AnthropicClient? _client;

    public ClaudeWriter(ClaudeOptions options, ClaudeResilience resilience, TimeProvider clock, ILogger<ClaudeWriter> log)
    {
        (_options, _resilience, _clock, _log) = (options, resilience, clock, log);
        // HttpClient's own 100 seconds would cut a stream; connections are renewed so that a changed address is seen.
        _http = new HttpClient(new ProviderWait.Ear(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) }, clock)) { Timeout = Timeout.InfiniteTimeSpan };
        if (options.ApiKey is null) return;
        _client = new AnthropicClient { ApiKey = options.ApiKey, HttpClient = _http, MaxRetries = 0, Timeout = options.Whole };
        if (options.BaseUrl is not null) _client = new AnthropicClient { ApiKey = options.ApiKey, HttpClient = _http, MaxRetries = 0, Timeout = options.Whole, BaseUrl = options.BaseUrl.ToString().TrimEnd('/') };
    }

    public Error? Unavailable => _client is null ? NoKey : _resilience.IsOpen ? Resting : null;

    public async IAsyncEnumerable<WriterEvent> WriteAsync(WriterRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        if (Unavailable is { } unavailable)
        {
            yield return new WritingEnded(WritingEnd.Unavailable, null, 0, 0, Error: unavailable);
            yield break;
        }
        using var whole = new CancellationTokenSource(_options.Whole, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, whole.Token);
        var began = _clock.GetTimestamp();
        var reading = new ClaudeReading(request.Model);
        var wait = new ProviderWait();
        WritingEnded? failed = null;
        IAsyncEnumerator<RawMessageStreamEvent>? stream = null;
        try
        {
            try
            {
                stream = await OpenAsync(request, wait, both.Token);
            }
            catch (Exception fault)
            {
                failed = Failure(fault, reading, ct, whole.Token) with { RetryAfter = wait.Said };
            }
            var more = failed is null;
            while (more && failed is null)
            {
                TextArrived? text = null;
                try
                {
                    text = reading.Take(stream!.Current);
                }
                catch (AnthropicInvalidDataException fault)
                {
                    failed = Failure(fault, reading, ct, whole.Token);
                    break;
                }
                if (text is not null)
                {
                    yield return text;
                    if (reading.Characters > MostCharacters) failed = reading.End() with { End = WritingEnd.Truncated, StopReason = "too_long" };
                }
                try
                {
                    more = failed is null && await NextAsync(stream, both.Token);
                }
                catch (Exception fault)
                {
                    _resilience.Broke(fault);
                    failed = Failure(fault, reading, ct, whole.Token);
                }
            }
        }
        finally
        {
            await CloseAsync(stream);
        }
        var end = failed ?? reading.End();
        if (end.End == WritingEnd.Complete) _resilience.Succeeded();
        else if (failed is null && end.End == WritingEnd.Cut) _resilience.Broke(new IOException("The stream ended before its end."));
        HouseTelemetry.Called("claude", request.Model, end.End.ToString(), end.End is not (WritingEnd.Complete or WritingEnd.Cancelled), _clock.GetElapsedTime(began), end.InputTokens, end.OutputTokens);
        yield return end;
    }

    public void Dispose() => _http.Dispose();

    // Up to the first event everything may be tried again: nobody has seen a word yet.
    private async Task<IAsyncEnumerator<RawMessageStreamEvent>> OpenAsync(WriterRequest request, ProviderWait wait, CancellationToken ct) =>
        await _resilience.Pipeline.ExecuteAsync(async token =>
        {
            var asked = new MessageCreateParams { Model = request.Model, MaxTokens = request.MaxTokens, System = request.System, Messages = [Message(request)] };
            if (request.Schema is { } schema) asked = asked with { OutputConfig = new OutputConfig { Format = new JsonOutputFormat { Schema = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(schema)! } } };
            wait.Listen();
            var call = _client!.Messages.CreateStreaming(asked, ct);
            var stream = call.GetAsyncEnumerator(ct);
            try
            {
                if (!await stream.MoveNextAsync().AsTask().WaitAsync(token)) throw new IOException("The stream ended before its first event.");
                return stream;
            }
            catch
            {
                await CloseAsync(stream);
                throw;
            }
        }, ct);

    private static UserMessageParam Message(WriterRequest request) => request.Picture is not { } picture ? new UserMessageParam(request.Prompt) : new UserMessageParam(new List<ContentBlockParam>
    {
        new ImageBlockParam(new Base64ImageSource { Data = Convert.ToBase64String(picture.Content.Span), MediaType = picture.ContentType }),
        new TextBlockParam { Text = request.Prompt },
    });

    private async Task<bool> NextAsync(IAsyncEnumerator<RawMessageStreamEvent> stream, CancellationToken ct) =>
        await stream.MoveNextAsync().AsTask().WaitAsync(_options.Idle, _clock, ct);

    // A hung stream does not let go by itself: it is left behind, its connection closed by the cancelled token.
    private static async Task CloseAsync(IAsyncEnumerator<RawMessageStreamEvent>? stream)
    {
        if (stream is null) return;
        try
        {
            await stream.DisposeAsync();
        }
        catch (Exception alreadyRunning) when (alreadyRunning is NotSupportedException or OperationCanceledException or IOException)
        {
            // The read that timed out is still on its way and ends with the connection.
        }
    }

    private WritingEnded Failure(Exception fault, ClaudeReading reading, CancellationToken asked, CancellationToken whole)
    {
        var (end, error) = fault switch
        {
            OperationCanceledException when asked.IsCancellationRequested => (WritingEnd.Cancelled, null),
            TimeoutException or TimeoutRejectedException => (WritingEnd.TimedOut, null),
            OperationCanceledException when whole.IsCancellationRequested => (WritingEnd.TimedOut, null),
            OperationCanceledException => (WritingEnd.TimedOut, null),
            BrokenCircuitException => (WritingEnd.Unavailable, Resting),
            AnthropicNotFoundException => (WritingEnd.Unavailable, Error.Unavailable("claude.no_model", "Claude does not know the model this house asks for. An administrator must look at CLAUDE_MODEL. Your text is as it was.")),
            AnthropicUnauthorizedException or AnthropicForbiddenException => (WritingEnd.Unavailable, Error.Unavailable("claude.key_refused", "Claude does not take the key of this house. An administrator must look at CLAUDE_API_KEY. Your text is as it was.")),
            AnthropicRateLimitException => (WritingEnd.Unavailable, Error.Unavailable("claude.busy", "Claude takes no more requests from this house just now. Your text is as it was; try again in a minute.")),
            Anthropic5xxException or AnthropicSseException => (WritingEnd.Unavailable, Error.Unavailable("claude.overloaded", "Claude is overloaded just now. Your text is as it was; try again in a minute, or go on writing.")),
            Anthropic4xxException => (WritingEnd.Failed, Error.Unavailable("claude.request_refused", "Claude could not take this request. Your text is as it was; a shorter brief may help.")),
            _ when reading.Characters > 0 => (WritingEnd.Cut, null),
            AnthropicInvalidDataException => (WritingEnd.Failed, Error.Unavailable("claude.not_understood", "Claude’s answer could not be read. Your text is as it was; try again in a minute.")),
            _ => (WritingEnd.Unavailable, Error.Unavailable("claude.unreachable", "Claude can’t be reached just now. Your text is as it was; try again in a minute, or go on writing.")),
        };
        // The type says enough; a provider's message may quote the request.
        if (end != WritingEnd.Cancelled) Log.Failed(_log, fault.GetType().Name, end);
        return new WritingEnded(end, reading.StopReason, reading.InputTokens, reading.OutputTokens, reading.Model, Error: error);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A call to Claude failed: {Fault}, ended as {End}")]
        public static partial void Failed(ILogger log, string fault, WritingEnd end);
    }
}
