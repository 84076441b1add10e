using System.Text.RegularExpressions;
using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class ScoreTagHelperTests
{
    [Fact]
    public async Task A_score_is_a_figure_and_ten_ticks() => Assert.Equal(
        """<span class="score good"><span class="sr">Claude gives </span>8<svg viewBox="0 0 40 10" aria-hidden="true"><path d="M1.2 0v10M5.2 0v10M9.2 0v10M13.2 0v10M17.2 0v10M21.2 0v10M25.2 0v10M29.2 0v10"/>"""
        + """<path class="off" d="M33.2 3v7M37.2 3v7"/></svg></span>""",
        await Rendered.Html(new ScoreTagHelper { Of = 8, Label = "Claude gives" }));

    [Theory]
    [InlineData(1, "back")]
    [InlineData(5, "back")]
    [InlineData(6, "wait")]
    [InlineData(7, "wait")]
    [InlineData(8, "good")]
    [InlineData(10, "good")]
    public async Task Green_begins_at_eight_and_amber_at_six(int score, string tone) =>
        Assert.StartsWith($"<span class=\"score {tone}\">", await Rendered.Html(new ScoreTagHelper { Of = score }), StringComparison.Ordinal);

    [Fact]
    public async Task Ten_has_no_tick_left_over() => Assert.DoesNotContain("off", await Rendered.Html(new ScoreTagHelper { Of = 10 }), StringComparison.Ordinal);

    [Fact]
    public async Task No_score_is_said_in_words() =>
        Assert.Equal("""<span class="score none">not scored</span>""", await Rendered.Html(new ScoreTagHelper { None = "not scored" }));

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task A_score_outside_one_to_ten_is_a_fault(int score) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Rendered.Html(new ScoreTagHelper { Of = score }));

    [Fact]
    public async Task The_ruler_has_ten_choices_and_claude_s_is_a_mark_only()
    {
        var html = await Rendered.Html(new ScoreRulerTagHelper { Name = "Scores[0].Value", Label = "Accuracy", Claude = 6, Says = "one <figure>" });
        Assert.StartsWith("""<fieldset class="ruler" id="Scores_0__Value"><legend class="sr">Accuracy</legend><div class="top"><b>Accuracy</b><span class="cl">Claude 6: one &lt;figure&gt;</span></div>""", html, StringComparison.Ordinal);
        Assert.Equal(10, Regex.Count(html, "type=\"radio\" name=\"Scores\\[0\\]\\.Value\""));
        Assert.Contains("""<label class="claude"><input type="radio" name="Scores[0].Value" value="6"><span><span class="sr">Accuracy </span>6</span></label>""", html, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ruler_keeps_the_person_s_choice()
    {
        var html = await Rendered.Html(new ScoreRulerTagHelper { Name = "Sources", Value = 9 });
        Assert.Equal(1, Regex.Count(html, " checked"));
        Assert.Contains("value=\"9\" checked>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Claude", html, StringComparison.Ordinal);
        Assert.DoesNotContain("claude", html, StringComparison.Ordinal);
    }
}
