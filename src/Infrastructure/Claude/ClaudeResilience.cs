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
    private readonly CircuitBreakerStateProvider _state = new();
    private DateTimeOffset? _lastSuccess;

    public ClaudeResilience(ClaudeOptions options, TimeProvider clock)
    {
        _clock = clock;
        // "Timeout inside retry inside breaker": the breaker counts calls, not attempts.
        Pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5, MinimumThroughput = 10, SamplingDuration = TimeSpan.FromSeconds(30), BreakDuration = TimeSpan.FromSeconds(30),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsProviderFault), StateProvider = _state,
            })
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 2, BackoffType = DelayBackoffType.Exponential, UseJitter = true, Delay = TimeSpan.FromMilliseconds(400), MaxDelay = TimeSpan.FromSeconds(4),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsWorthAnotherTry),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Idle })
            .Build();
    }

    public ResiliencePipeline Pipeline { get; }

    public bool IsOpen => _state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <summary>"closed", "open" or "half_open".</summary>
    public string State => _state.CircuitState switch { CircuitState.Closed => "closed", CircuitState.HalfOpen => "half_open", _ => "open" };

    public DateTimeOffset? LastSuccess => _lastSuccess;

    public void Succeeded() => _lastSuccess = _clock.GetUtcNow();

    /// <summary>Rate limits, 5xx, timeouts and broken lines; not 400, not a key, not a refusal, and not a person who stopped it.</summary>
    public static bool IsProviderFault(Exception fault) => fault switch
    {
        TimeoutRejectedException or AnthropicRateLimitException or Anthropic5xxException or AnthropicIOException or AnthropicSseException => true,
        HttpRequestException or IOException => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    // A rate limit with a long Retry-After is not waited out: the person hears it, the slot is free.
    private static bool IsWorthAnotherTry(Exception fault) => fault is not AnthropicRateLimitException && IsProviderFault(fault);
}
