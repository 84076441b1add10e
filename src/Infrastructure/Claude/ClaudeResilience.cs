using Anthropic.Exceptions;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace QuestCms.Infrastructure.Claude;

/// <summary>
/// The one pipeline of every call, from outside to inside: breaker (opens at half of at least 10 calls failing within 30 s, for 30 s), retry (3 attempts,
/// only until the first word arrived), timeout (30 s to the first event). What a person asked for wrongly is no failure of the provider.
/// </summary>
internal sealed class ClaudeResilience
{
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline _breaker;
    private readonly CircuitBreakerStateProvider _state = new();
    private DateTimeOffset? _lastSuccess;
    private DateTimeOffset _restsUntil;

    public ClaudeResilience(ClaudeOptions options, TimeProvider clock)
    {
        _clock = clock;
        _breaker = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(30),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsProviderFault),
                StateProvider = _state,
                OnOpened = opened => { _restsUntil = clock.GetUtcNow() + opened.BreakDuration; return default; },
            })
            .Build();
        // "Timeout inside retry inside breaker": the breaker counts calls, not attempts.
        Pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddPipeline(_breaker)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = TimeSpan.FromSeconds(4),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsWorthAnotherTry),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Idle })
            .Build();
    }

    public ResiliencePipeline Pipeline { get; }

    /// <summary>
    /// True while calls are refused. The breaker itself says "open" until a call comes after its rest: asked by that word, nobody would ever send the call that closes it.
    /// </summary>
    public bool IsOpen => _state.CircuitState is CircuitState.Open && _clock.GetUtcNow() < _restsUntil;

    /// <summary>"closed", "open", or "half_open" when the next call decides.</summary>
    public string State => _state.CircuitState is CircuitState.Closed ? "closed" : IsOpen ? "open" : "half_open";

    public DateTimeOffset? LastSuccess => _lastSuccess;

    public void Succeeded() => _lastSuccess = _clock.GetUtcNow();

    /// <summary>A call that had begun well broke off before its end: the breaker counts that too.</summary>
    public void Broke(Exception fault)
    {
        if (!IsProviderFault(fault) || _state.CircuitState is not CircuitState.Closed) return;
        try
        {
            _breaker.Execute(() => throw fault);
        }
        catch (Exception counted) when (ReferenceEquals(counted, fault) || counted is BrokenCircuitException)
        {
            // Counted, which is all that was wanted.
        }
    }

    /// <summary>Rate limits, 5xx, timeouts and broken lines; not 400, not a key, not a refusal, and not a person who stopped it.</summary>
    public static bool IsProviderFault(Exception fault) => fault switch
    {
        TimeoutRejectedException or TimeoutException or AnthropicRateLimitException or Anthropic5xxException or AnthropicIOException or AnthropicSseException => true,
        HttpRequestException or IOException => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    // A rate limit with a long Retry-After is not waited out: the person hears it, the slot is free.
    private static bool IsWorthAnotherTry(Exception fault) => fault is not AnthropicRateLimitException && IsProviderFault(fault);
}
