using QuestCms.Infrastructure;

namespace QuestCms.UnitTests.Hosting;

public sealed class RequestFiguresTests
{
    private readonly StoppedClock _clock = new();

    [Fact]
    public void Requests_are_counted_by_the_minute_with_their_faults_and_times()
    {
        var figures = new RequestFigures(_clock);
        for (var i = 0; i < 95; i++) figures.Count(200, TimeSpan.FromMilliseconds(8));
        for (var i = 0; i < 5; i++) figures.Count(503, TimeSpan.FromMilliseconds(700));

        var minute = figures.Hour()[^1];

        Assert.Equal((100L, 5L, 10d, 10d), (minute.Requests, minute.Faults, minute.Median, minute.NinetyFifth));
        figures.Count(200, TimeSpan.FromMilliseconds(700));
        Assert.Equal(1_000d, figures.Hour()[^1].NinetyFifth);
        Assert.Equal((101L, 5L), figures.Last(5));
    }

    [Fact]
    public void A_minute_is_gone_after_an_hour_and_its_place_begins_empty()
    {
        var figures = new RequestFigures(_clock);
        figures.Count(500, TimeSpan.FromSeconds(20));
        _clock.Move(TimeSpan.FromMinutes(5));
        Assert.Equal((0L, 0L), figures.Last(5));
        Assert.Equal(1L, figures.Hour().Sum(m => m.Requests));

        _clock.Move(TimeSpan.FromMinutes(55));
        Assert.Equal(0L, figures.Hour().Sum(m => m.Requests));
        figures.Count(200, TimeSpan.Zero);

        Assert.Equal((1L, 0L), figures.Last(60));
    }

    [Theory]
    [InlineData("536870912\n", 536_870_912L)]
    [InlineData("max\n", null)]
    [InlineData("9223372036854771712", null)]
    [InlineData("", null)]
    public void A_containers_limit_is_a_number_or_none(string text, long? bytes) => Assert.Equal(bytes, ContainerMemory.Parse(text));

    private sealed class StoppedClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Move(TimeSpan by) => _now += by;
    }
}
