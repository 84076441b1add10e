using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class NoticeTagHelperTests
{
    [Theory]
    [InlineData(NoticeKind.Note, "notice", "status")]
    [InlineData(NoticeKind.Done, "notice done", "status")]
    [InlineData(NoticeKind.Wait, "notice wait", "status")]
    [InlineData(NoticeKind.Refused, "notice refused", "alert")]
    public async Task A_refusal_is_read_out_at_once_the_rest_politely(NoticeKind kind, string classes, string role)
    {
        var html = await Rendered.Html(new NoticeTagHelper { Kind = kind, Text = "Kept <b>." });
        Assert.StartsWith($"<div class=\"{classes}\" role=\"{role}\"><svg class=\"i\"", html, StringComparison.Ordinal);
        Assert.EndsWith("</svg><div>Kept &lt;b&gt;.</div></div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_without_words_is_not_written()
    {
        Assert.Equal("", await Rendered.Html(new NoticeTagHelper { Text = " " }));
        Assert.Equal("", await Rendered.Html(new NoticeTagHelper(), "\n  "));
    }

    [Fact]
    public async Task An_empty_place_has_a_title_and_a_step() => Assert.Equal(
        """<div class="empty"><h2>Nothing waits &amp; nothing is late</h2><p>Write one.</p></div>""",
        await Rendered.Html(new EmptyStateTagHelper { Title = "Nothing waits & nothing is late" }, "<p>Write one.</p>"));

    [Fact]
    public async Task An_icon_is_drawn_in_its_place_and_keeps_its_class() => Assert.Equal(
        """<svg class="big i" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 3v10M3 8h10"/></svg>""",
        await Rendered.Html(new IconTagHelper { Name = "plus" }, "", ("class", "big")));

    [Fact]
    public async Task An_unknown_icon_is_a_fault() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Rendered.Html(new IconTagHelper { Name = "rocket" }));
}
