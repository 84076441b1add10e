using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class MomentTagHelperTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 36, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-23T14:32:10Z", "14:32")]
    [InlineData("2026-11-23T00:00:00Z", "00:00")]
    [InlineData("2026-11-22T16:20:00Z", "yesterday 16:20")]
    [InlineData("2026-11-24T07:00:00Z", "tomorrow 07:00")]
    [InlineData("2026-11-20T09:00:00Z", "Fri 20 Nov")]
    [InlineData("2026-11-17T09:00:00Z", "Tue 17 Nov")]
    [InlineData("2026-11-16T09:00:00Z", "16 Nov")]
    [InlineData("2026-11-29T09:00:00Z", "Sun 29 Nov")]
    [InlineData("2026-03-03T09:00:00Z", "3 Mar")]
    [InlineData("2025-01-08T09:00:00Z", "8 Jan 2025")]
    [InlineData("2027-01-08T09:00:00Z", "8 Jan 2027")]
    public async Task A_moment_is_said_as_people_say_it(string at, string said) =>
        Assert.EndsWith($">{said}</time>", await Rendered.Html(new MomentTagHelper(new Rendered.Clock(Now)) { At = Parse(at) }), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-20T09:05:00Z", "Fri 20 Nov, 09:05")]
    [InlineData("2026-03-03T09:05:00Z", "3 Mar, 09:05")]
    [InlineData("2025-01-08T09:05:00Z", "8 Jan 2025, 09:05")]
    public async Task With_a_clock_a_date_has_its_time(string at, string said) =>
        Assert.EndsWith($">{said}</time>", await Rendered.Html(new MomentTagHelper(new Rendered.Clock(Now)) { At = Parse(at), Clock = true }), StringComparison.Ordinal);

    [Fact]
    public async Task The_exact_moment_stands_in_title_and_datetime() => Assert.Equal(
        """<time datetime="2026-11-23T14:32:10Z" title="Monday 23 November 2026, 14:32 UTC">14:32</time>""",
        await Rendered.Html(new MomentTagHelper(new Rendered.Clock(Now)) { At = Parse("2026-11-23T15:32:10+01:00") }));

    [Fact]
    public async Task Days_change_at_the_house_s_midnight()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("house", TimeSpan.FromHours(2), "house", "house");
        var late = new Rendered.Clock(new DateTimeOffset(2026, 11, 23, 22, 30, 0, TimeSpan.Zero), zone);
        var html = await Rendered.Html(new MomentTagHelper(late) { At = Parse("2026-11-23T21:00:00Z") });
        Assert.Equal("""<time datetime="2026-11-23T21:00:00Z" title="Monday 23 November 2026, 23:00 &#x2B;02:00">yesterday 23:00</time>""", html);
    }

    [Fact]
    public async Task A_bare_date_is_written_out() =>
        Assert.EndsWith(">13 November 2026</time>", await Rendered.Html(new MomentTagHelper(new Rendered.Clock(Now)) { At = Parse("2026-11-13T07:00:00Z"), Date = true }), StringComparison.Ordinal);

    [Fact]
    public async Task What_never_happened_says_so() =>
        Assert.Equal("not &lt;yet&gt;", await Rendered.Html(new MomentTagHelper(new Rendered.Clock(Now)) { None = "not <yet>" }));

    [Fact]
    public async Task Waiting_is_a_span_of_time()
    {
        Assert.Equal("<span>1 day 4 hours</span>", await Rendered.Html(Waiting(28)));
        Assert.Equal("<span>under a minute</span>", await Rendered.Html(Waiting(-3)));
    }

    [Theory]
    [InlineData(9, "<span>9 hours</span>")]
    [InlineData(24, "<span class=\"t-wait\">1 day</span>")]
    [InlineData(48, "<span class=\"t-back\">2 days</span>")]
    public async Task Half_the_aim_turns_amber_and_the_aim_red(int hours, string html)
    {
        var waiting = Waiting(hours);
        waiting.AimHours = 48;
        Assert.Equal(html, await Rendered.Html(waiting));
    }

    [Fact]
    public async Task The_scale_ends_at_twice_the_aim()
    {
        var waiting = Waiting(57);
        (waiting.AimHours, waiting.Scale, waiting.Brief) = (48, true, true);
        Assert.Equal(
            """<span class="t-back">2 days 9 h</span><svg class="wait-scale" viewBox="0 0 144 12" role="img" aria-label="waiting 2 days 9 h, the aim is 2 days"><rect class="f-line" y="5" width="144" height="2"/>"""
            + """<rect class="f-back" y="3" width="85.5" height="6"/><path class="l-ink" stroke-width="1.5" d="M72 0v12"/></svg>""",
            await Rendered.Html(waiting));
    }

    private static WaitingTagHelper Waiting(int hours) => new(new Rendered.Clock(Now)) { Since = Now.AddHours(-hours) };

    private static DateTimeOffset Parse(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
}
