using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace QuestCms.Infrastructure.Replicate;

/// <summary>An answer that says the provider is out of order.</summary>
internal sealed class ReplicateFault(HttpStatusCode status) : Exception($"Replicate answered {(int)status}.")
{
    public HttpStatusCode Status => status;
}

/// <summary>
/// The pipelines of every call, from outside to inside: one breaker for all (opens at half of at least 6 calls failing within 60 s, for 30 s), retry, timeout (30 s). A look or a
/// cancellation is tried three times. A beginning costs money: it is tried again only when no connection came about, so that nothing can have begun.
/// </summary>
internal sealed class ReplicateResilience
{
    private readonly TimeProvider _clock;
    private readonly CircuitBreakerStateProvider _state = new();
    private DateTimeOffset _restsUntil;

    public ReplicateResilience(ReplicateOptions options, TimeProvider clock)
    {
        _clock = clock;
        // "Timeout inside retry inside breaker": the breaker counts calls, not attempts.
        var breaker = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 6,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(30),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(IsProviderFault),
                StateProvider = _state,
                OnOpened = opened => { _restsUntil = clock.GetUtcNow() + opened.BreakDuration; return default; },
            })
            .Build();
        Begin = Pipeline(IsSureThatNothingBegan);
        Repeatable = Pipeline(IsProviderFault);

        ResiliencePipeline Pipeline(Func<Exception, bool> isWorthAnotherTry) => new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddPipeline(breaker)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(300),
                MaxDelay = TimeSpan.FromSeconds(2),
                ShouldHandle = new PredicateBuilder().Handle<Exception>(isWorthAnotherTry),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Answer })
            .Build();
    }

    /// <summary>For the one call that is paid.</summary>
    public ResiliencePipeline Begin { get; }

    /// <summary>For calls that may be made as often as one likes.</summary>
    public ResiliencePipeline Repeatable { get; }

    /// <summary>True while calls are refused; after its rest the next call decides.</summary>
    public bool IsOpen => _state.CircuitState is CircuitState.Open && _clock.GetUtcNow() < _restsUntil;

    /// <summary>"closed", "open", or "half_open" when the next call decides.</summary>
    public string State => _state.CircuitState is CircuitState.Closed ? "closed" : IsOpen ? "open" : "half_open";

    public DateTimeOffset? LastSuccess { get; private set; }

    public void Succeeded() => LastSuccess = _clock.GetUtcNow();

    /// <summary>No connection was made: no request can have arrived.</summary>
    public static bool IsSureThatNothingBegan(Exception fault) => fault is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };

    /// <summary>5xx, timeouts, broken lines; not a rate limit, which is waited for elsewhere, nor a token, nor a request that was wrong.</summary>
    public static bool IsProviderFault(Exception fault) => fault is ReplicateFault or TimeoutRejectedException or HttpRequestException or IOException;
}
