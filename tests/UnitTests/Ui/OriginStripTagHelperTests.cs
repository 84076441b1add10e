using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class OriginStripTagHelperTests
{
    private const char Nb = '\u00A0';

    [Fact]
    public async Task Four_lengths_stand_in_order_with_the_percentages_said() => Assert.Equal(
        $"""<svg class="strip" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="34&#xA0;% Claude, untouched, 38&#xA0;% Claude, then edited, 25&#xA0;% written by people, 3&#xA0;% pasted">"""
        + """<rect class="f-machine" x="0" width="33.1" height="6"/><rect class="f-edited" x="34" width="37.1" height="6"/><path class="h-edited" d="M34 3H71.1"/>"""
        + """<rect class="f-human" x="72" width="24.1" height="6"/><rect class="f-pasted" x="97" width="3" height="6"/></svg>""",
        await Rendered.Html(new OriginStripTagHelper { Machine = 340, Edited = 380, People = 250, Pasted = 30 }));

    [Fact]
    public async Task Shares_of_a_revision_draw_the_same_as_single_figures() => Assert.Equal(
        await Rendered.Html(new OriginStripTagHelper { Machine = 5, Edited = 4, People = 3, Pasted = 2, Tall = true }),
        await Rendered.Html(new OriginStripTagHelper { Of = new OriginShares(5, 4, 3, 2), Tall = true }));

    [Fact]
    public async Task What_is_missing_is_neither_drawn_nor_said()
    {
        var html = await Rendered.Html(new OriginStripTagHelper { People = 12, Tall = true, Label = "Revision <4>" });
        Assert.Equal(
            """<svg class="strip tall" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="Revision &lt;4&gt;: 100&#xA0;% written by people"><rect class="f-human" x="0" width="100" height="6"/></svg>""", html);
    }

    [Fact]
    public async Task A_text_without_words_says_so() => Assert.Contains(
        """aria-label="no words yet"><rect class="f-none" width="100" height="6"/></svg>""", await Rendered.Html(new OriginStripTagHelper()), StringComparison.Ordinal);

    [Fact]
    public async Task The_legend_names_what_is_there_and_encodes_the_word_for_people() => Assert.EndsWith(
        $"""</svg><p class="keys"><span class="key"><i class="machine"></i>Claude <b>50{Nb}%</b></span><span class="key"><i class="human"></i>you &amp; I <b>50{Nb}%</b></span></p>""",
        await Rendered.Html(new OriginStripTagHelper { Machine = 1, People = 1, Keys = true, PeopleWord = "you & I" }), StringComparison.Ordinal);

    [Fact]
    public async Task The_long_legend_says_whole_words() => Assert.EndsWith(
        $"""<p class="keys long"><span class="key"><i class="edited"></i>Claude, edited by people <b>100{Nb}%</b></span></p>""",
        await Rendered.Html(new OriginStripTagHelper { Edited = 1, LongKeys = true }), StringComparison.Ordinal);
}
