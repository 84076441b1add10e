using System.Text.RegularExpressions;
using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class GaugeTagHelperTests
{
    [Fact]
    public async Task A_row_s_gauge_shows_the_aim_as_a_field_and_the_count_as_a_line() => Assert.Equal(
        """<svg class="gauge row" viewBox="0 0 96 14" role="img" aria-label="1,048 words; 1,000 to 1,200 is the aim" data-max="1400"><rect class="f-band" x="68.57" y="1" width="13.71" height="10"/>"""
        + """<path class="l-line" stroke-width="2" d="M0 12H96"/><path class="l-ink" stroke-width="2" d="M0 12H71.86"/><path class="l-ink" stroke-width="1.5" d="M71.86 3v9"/></svg>""",
        await Rendered.Html(new GaugeTagHelper { Words = 1048, From = 1000, To = 1200 }));

    [Fact]
    public async Task A_count_beyond_the_scale_stretches_it()
    {
        var html = await Rendered.Html(new GaugeTagHelper { Words = 2800, From = 1000, To = 1200 });
        Assert.Contains("data-max=\"2800\"", html, StringComparison.Ordinal);
        Assert.Contains("d=\"M0 12H96\"/><path class=\"l-ink\" stroke-width=\"1.5\" d=\"M96 3v9\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_has_a_tick_for_every_fifty_words_and_a_long_one_for_every_fifth()
    {
        var html = await Rendered.Html(new GaugeTagHelper { Words = 700, From = 1000, To = 1200, Look = GaugeLook.Rule });
        Assert.Equal(6, Regex.Count(html, "12v-8"));
        Assert.Equal(23, Regex.Count(html, "12v-4"));
        Assert.Contains("""<path class="l-mark" stroke-width="2" d="M332 1v14"/>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meter_counts_what_it_is_told_to_count()
    {
        var html = await Rendered.Html(new GaugeTagHelper { Words = 1, From = 120, To = 155, Max = 200, Look = GaugeLook.Meter, Unit = "character" });
        Assert.Contains("aria-label=\"1 character; 120 to 155 is the aim\"", html, StringComparison.Ordinal);
        Assert.Contains("""<rect class="f-band" x="214.8" y="0" width="62.65" height="8"/>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_aim_there_is_no_field()
    {
        var html = await Rendered.Html(new GaugeTagHelper { Words = 0 });
        Assert.Contains("aria-label=\"no words\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("f-band", html, StringComparison.Ordinal);
    }
}
