using Polly.CircuitBreaker;
using QuestCms.Infrastructure.Claude;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>The one pipeline: timeout inside retry inside breaker, on a clock that is turned by hand.</summary>
public sealed class ClaudeResilienceTests
{
    private readonly PatientClock _clock = new();
    private readonly ClaudeResilience _resilience;
    private int _attempts;

    public ClaudeResilienceTests() => _resilience = new ClaudeResilience(new ClaudeOptions(), _clock);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_has_three_attempts()
    {
        await FailAsync();
        Assert.Equal(3, _attempts);

        _attempts = 0;
        await _resilience.Pipeline.ExecuteAsync(_ => ++_attempts < 3 ? throw new HttpRequestException() : ValueTask.CompletedTask, Ct);
        Assert.Equal(3, _attempts);
    }

    [Fact]
    public async Task What_a_person_asked_for_wrongly_is_not_tried_again_and_not_counted_against_Claude()
    {
        for (var call = 0; call < 20; call++)
            await Assert.ThrowsAsync<ArgumentException>(async () => await _resilience.Pipeline.ExecuteAsync(_ => throw new ArgumentException($"attempt {++_attempts}"), Ct));

        Assert.Equal((20, "closed"), (_attempts, _resilience.State));
    }

    [Fact]
    public async Task Nine_failing_calls_leave_it_closed_and_the_tenth_opens_it()
    {
        for (var call = 0; call < 9; call++) await FailAsync();
        Assert.Equal("closed", _resilience.State);

        await FailAsync();

        Assert.Equal((30, "open", true), (_attempts, _resilience.State, _resilience.IsOpen));
        await Assert.ThrowsAsync<BrokenCircuitException>(SucceedAsync);
        Assert.Equal(30, _attempts); // open, nothing leaves the house
    }

    [Fact]
    public async Task Half_of_ten_calls_failing_opens_it_and_fewer_do_not()
    {
        for (var call = 0; call < 6; call++) await SucceedAsync();
        for (var call = 0; call < 5; call++) await FailAsync();
        Assert.Equal("closed", _resilience.State); // five of eleven

        await FailAsync();

        Assert.Equal("open", _resilience.State); // six of twelve
    }

    [Fact]
    public async Task Failures_more_than_thirty_seconds_apart_are_not_added_up()
    {
        for (var call = 0; call < 9; call++) await FailAsync();
        _clock.Advance(TimeSpan.FromSeconds(31));

        for (var call = 0; call < 9; call++) await FailAsync();

        Assert.Equal("closed", _resilience.State);
    }

    [Fact]
    public async Task It_rests_for_thirty_seconds_then_one_call_tries()
    {
        for (var call = 0; call < 10; call++) await FailAsync();
        _clock.Advance(TimeSpan.FromSeconds(29));
        await Assert.ThrowsAsync<BrokenCircuitException>(SucceedAsync);
        Assert.True(_resilience.IsOpen);
        _clock.Advance(TimeSpan.FromSeconds(2));
        // Nobody has called yet: it must not say "open", or nobody ever would.
        Assert.Equal((false, "half_open"), (_resilience.IsOpen, _resilience.State));

        await SucceedAsync();

        Assert.Equal("closed", _resilience.State);
    }

    [Fact]
    public async Task A_stream_that_broke_off_counts_as_a_failure_and_a_person_who_stopped_it_does_not()
    {
        for (var call = 0; call < 10; call++)
        {
            await SucceedAsync();
            _resilience.Broke(new OperationCanceledException());
        }
        Assert.Equal("closed", _resilience.State);

        for (var call = 0; call < 10; call++)
        {
            await SucceedAsync();
            _resilience.Broke(new IOException("cut"));
        }

        Assert.Equal("closed", _resilience.State); // ten of thirty
        for (var call = 0; call < 10; call++) _resilience.Broke(new TimeoutException());
        Assert.Equal("open", _resilience.State);
    }

    [Fact]
    public async Task A_try_that_fails_after_the_rest_opens_it_again()
    {
        for (var call = 0; call < 10; call++) await FailAsync();
        _clock.Advance(TimeSpan.FromSeconds(31));

        await FailAsync();

        Assert.Equal("open", _resilience.State);
    }

    private Task<HttpRequestException> FailAsync() => Assert.ThrowsAsync<HttpRequestException>(async () => await _resilience.Pipeline.ExecuteAsync(_ =>
    {
        _attempts++;
        throw new HttpRequestException();
    }, Ct));

    private Task SucceedAsync() => _resilience.Pipeline.ExecuteAsync(_ => ValueTask.CompletedTask, Ct).AsTask();
}
