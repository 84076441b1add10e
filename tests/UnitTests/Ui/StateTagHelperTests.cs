using QuestCms.Domain.Content;
using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class StateTagHelperTests
{
    [Fact]
    public async Task A_state_is_a_glyph_and_a_word() => Assert.Equal(
        """<span class="state wait"><svg class="g" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="5.2"/><path class="f" d="M7 1.8a5.2 5.2 0 0 1 0 10.4z"/></svg>In review</span>""",
        await Rendered.Html(new StateTagHelper { Of = "in_review" }));

    [Theory]
    [InlineData("draft", "Draft", "state")]
    [InlineData("changes_requested", "Changes requested", "state back")]
    [InlineData("rejected", "Rejected", "state back")]
    [InlineData("approved", "Approved", "state good")]
    [InlineData("scheduled", "Scheduled", "state good")]
    [InlineData("published", "Published", "state good")]
    [InlineData("published_with_changes", "Published with changes", "state good")]
    [InlineData("archived", "Archived", "state")]
    [InlineData("bin", "In the bin", "state")]
    public async Task Every_state_has_its_word_and_tone(string state, string word, string classes)
    {
        var html = await Rendered.Html(new StateTagHelper { Of = state });
        Assert.StartsWith($"<span class=\"{classes}\">", html, StringComparison.Ordinal);
        Assert.EndsWith($"</svg>{word}</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_two_states_share_a_glyph()
    {
        string[] all = ["draft", "in_review", "changes_requested", "rejected", "approved", "scheduled", "published", "published_with_changes", "archived", "bin"];
        var glyphs = new List<string>();
        foreach (var state in all) glyphs.Add(Glyph(await Rendered.Html(new StateTagHelper { Of = state })));
        Assert.Equal(all.Length, glyphs.Distinct().Count());

        static string Glyph(string html) => html[html.IndexOf("<svg", StringComparison.Ordinal)..html.IndexOf("</svg>", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Every_working_state_of_the_domain_can_be_shown()
    {
        foreach (var state in Enum.GetValues<WorkingState>())
            Assert.Contains("<svg class=\"g\"", await Rendered.Html(new StateTagHelper { Of = state.ToString() }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_inside_replaces_the_word() =>
        Assert.EndsWith("</svg>Tomorrow 07:00</span>", await Rendered.Html(new StateTagHelper { Of = "Scheduled" }, "Tomorrow 07:00"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("in_revue")]
    [InlineData("a very long state that nobody has ever heard of in any house")]
    public async Task An_unknown_state_is_a_fault(string state) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Rendered.Html(new StateTagHelper { Of = state }));
}
