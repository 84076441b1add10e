using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using QuestCms.Application.Ai;
using QuestCms.Infrastructure.Claude;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>The official client against the stand-in, with a clock that is turned: deadlines, attempts, and what an answer ends as.</summary>
public sealed class ClaudeWriterTests : IAsyncLifetime
{
    private readonly PatientClock _clock = new();
    private ClaudeStandIn _claude = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _claude = await ClaudeStandIn.StartAsync(0, TimeProvider.System);

    public ValueTask DisposeAsync() => _claude.DisposeAsync();

    [Fact]
    public async Task Thirty_seconds_without_a_next_word_end_it_and_the_words_that_came_are_given()
    {
        using var writer = Writer("stall");
        await using var events = writer.WriteAsync(Request, Ct).GetAsyncEnumerator(Ct);
        for (var word = 0; word < 12; word++)
        {
            Assert.True(await events.MoveNextAsync());
            Assert.IsType<TextArrived>(events.Current);
        }
        var next = events.MoveNextAsync().AsTask(); // the thirteenth never comes
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(next.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await next);
        Assert.Equal(WritingEnd.TimedOut, Assert.IsType<WritingEnded>(events.Current).End);
        Assert.False(await events.MoveNextAsync());
        Assert.Equal(1, _claude.Calls); // after the first word nothing is tried again
    }

    [Theory(Timeout = 60_000)]
    [InlineData("slow")] // no headers
    [InlineData("silent")] // headers, and nothing after them
    public async Task Thirty_seconds_without_a_first_event_are_tried_three_times(string scenario)
    {
        using var writer = Writer(scenario);
        var ending = EndAsync(writer);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var asked = attempt;
            await Until.TrueAsync(() => _claude.Calls >= asked, TestContext.Current.CancellationToken); // it left the house, so its deadline is set
            Assert.False(ending.IsCompleted);
            _clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Equal(WritingEnd.TimedOut, (await ending).End);
    }

    [Fact]
    public async Task One_call_ends_after_180_seconds_whatever_comes()
    {
        using var writer = Writer("stall", new ClaudeOptions { Idle = TimeSpan.FromMinutes(10) });
        await using var events = writer.WriteAsync(Request, Ct).GetAsyncEnumerator(Ct);
        for (var word = 0; word < 12; word++) Assert.True(await events.MoveNextAsync());
        var next = events.MoveNextAsync().AsTask();
        _clock.Advance(TimeSpan.FromSeconds(179));
        Assert.False(next.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await next);
        Assert.Equal(WritingEnd.TimedOut, Assert.IsType<WritingEnded>(events.Current).End);
    }

    [Fact]
    public async Task Words_that_drip_never_stand_still_for_thirty_seconds_and_end_after_180_all_the_same()
    {
        var dripping = new DripClock();
        await _claude.DisposeAsync();
        _claude = await ClaudeStandIn.StartAsync(0, dripping);
        using var writer = Writer("drip");
        await using var events = writer.WriteAsync(Request, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await events.MoveNextAsync());
        for (var word = 1; word <= 8; word++)
        {
            Assert.IsType<TextArrived>(events.Current);
            var next = events.MoveNextAsync().AsTask();
            await Until.TrueAsync(() => dripping.Waits >= word, Ct); // the next word has its time
            _clock.Advance(TimeSpan.FromSeconds(20));
            dripping.Advance(TimeSpan.FromSeconds(20));
            Assert.True(await next);
        }
        Assert.IsType<TextArrived>(events.Current); // the ninth, after 160 seconds
        var tenth = events.MoveNextAsync().AsTask();

        _clock.Advance(TimeSpan.FromSeconds(20));

        Assert.True(await tenth);
        Assert.Equal(WritingEnd.TimedOut, Assert.IsType<WritingEnded>(events.Current).End);
        Assert.Equal(1, _claude.Calls);
    }

    /// <summary>The stand-in's own, which tells how many words wait for their time.</summary>
    private sealed class DripClock : FakeTimeProvider
    {
        private int _waits;

        public int Waits => Volatile.Read(ref _waits);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Interlocked.Increment(ref _waits);
            return timer;
        }
    }

    [Fact]
    public async Task Ten_calls_that_fail_close_the_door_for_half_a_minute()
    {
        using var writer = Writer("overloaded");
        for (var call = 0; call < 10; call++) Assert.Equal("claude.overloaded", (await EndAsync(writer)).Error?.Code);
        Assert.Equal(30, _claude.Calls);
        Assert.Equal("claude.resting", writer.Unavailable?.Code);

        Assert.Equal("claude.resting", (await EndAsync(writer)).Error?.Code);
        Assert.Equal(30, _claude.Calls);

        _claude.Scenario = ClaudeHouse.Scenario("answer");
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Null((await EndAsync(writer)).Error);
        Assert.Null(writer.Unavailable);
    }

    [Theory]
    [InlineData("answer", WritingEnd.Complete, 1)]
    [InlineData("max_tokens", WritingEnd.Truncated, 1)]
    [InlineData("refusal", WritingEnd.Refused, 1)]
    [InlineData("cut", WritingEnd.Cut, 1)]
    [InlineData("unfinished", WritingEnd.Cut, 1)]
    [InlineData("error", WritingEnd.Unavailable, 1)]
    [InlineData("limit", WritingEnd.Unavailable, 1)]
    [InlineData("overloaded", WritingEnd.Unavailable, 3)]
    [InlineData("failing", WritingEnd.Unavailable, 3)]
    public async Task An_answer_ends_as_what_it_was(string scenario, WritingEnd end, int calls)
    {
        using var writer = Writer(scenario);

        Assert.Equal(end, (await EndAsync(writer)).End);
        Assert.Equal(calls, _claude.Calls);
    }

    [Fact]
    public async Task Who_stops_it_hears_that_it_was_stopped()
    {
        using var writer = Writer("stall");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        WritingEnded? end = null;
        var words = 0;

        await foreach (var happened in writer.WriteAsync(Request, stop.Token))
        {
            if (happened is WritingEnded ended) end = ended;
            else if (++words == 12) await stop.CancelAsync();
        }

        Assert.Equal((12, WritingEnd.Cancelled), (words, end!.End));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_called()
    {
        using var writer = Writer("answer", new ClaudeOptions { ApiKey = null }, key: null);

        Assert.Equal("claude.no_key", (await EndAsync(writer)).Error?.Code);
        Assert.Equal(0, _claude.Calls);
    }

    private static WriterRequest Request => new("claude-sonnet-5-5", "Write.", "Topic: schools\nWrite a guide of about 200 words.", 600);

    private ClaudeWriter Writer(string scenario, ClaudeOptions? options = null, string? key = "stand-in")
    {
        _claude.Scenario = ClaudeHouse.Scenario(scenario);
        var all = (options ?? new ClaudeOptions()) with { ApiKey = key, BaseUrl = new Uri(_claude.BaseUrl) };
        return new ClaudeWriter(all, new ClaudeResilience(all, _clock), _clock, NullLogger<ClaudeWriter>.Instance);
    }

    private static async Task<WritingEnded> EndAsync(ClaudeWriter writer)
    {
        WriterEvent? last = null;
        await foreach (var happened in writer.WriteAsync(Request, Ct)) last = happened;
        return Assert.IsType<WritingEnded>(last);
    }
}
