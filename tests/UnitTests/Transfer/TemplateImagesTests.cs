using QuestCms.Application.Transfer;

namespace QuestCms.UnitTests.Transfer;

public sealed class TemplateImagesTests
{
    [Theory]
    [InlineData("{% image \"a.png\" \"A desk\" %}", "A desk")]
    [InlineData("{% image 'a.png' 'A desk' %}", "A desk")]
    [InlineData("{% image \"a.png\" \"width-400px\" \"A desk\" %}", "A desk")]
    [InlineData("{% image_with_class \"a.png\" \"wide\" \"A desk\" %}", "A desk")]
    [InlineData("{% image \"a.png\" \"It says \"come in\" in blue\" %}", "It says \"come in\" in blue")]
    [InlineData("{% image \"a.png\" \"It says: \"come in\"\" %}", "It says: \"come in\"")]
    [InlineData("{% image_with_class \"a.png\" \"wide\" \"It says \"come in\"\" %}", "It says \"come in\"")]
    [InlineData("{% image \"a.png\" \"Half [open\" %}", "Half \\[open")]
    public void An_image_that_is_not_there_is_shown_by_the_whole_of_its_alt_text(string template, string shown) => Assert.Equal(shown, SomePosts.Body(template));

    [Theory]
    [InlineData("{% image \"a.png\" %}", "![](a.png)")]
    [InlineData("{% image_with_class \"a.png\" \"wide\" \"A desk\" %}", "![A desk](a.png)")]
    [InlineData("{% include \"figure.html\", image: \"a.png\", alt: \"A desk\", caption: \"By the window\" %}", "![A desk](a.png)\n\nBy the window")]
    [InlineData("{% include figure.html src=\"a.png\" caption=\"A desk\" %}", "![A desk](a.png)")]
    [InlineData("{% include footer.html %}", "{% include footer.html %}")]
    public void An_image_that_is_there_is_an_image_of_Markdown(string template, string markdown) =>
        Assert.Equal(markdown, SomePosts.ReadText("---\ntitle: T\n---\n" + template, "a.png").Post.Body);

    [Theory]
    [InlineData("{{ \"https://video.example.org/1\" | embed: \"A walk\" }}", "[A walk](https://video.example.org/1)")]
    [InlineData("{{ 'https://video.example.org/1' | embed: 'A [short] walk' }}", "[A \\[short\\] walk](https://video.example.org/1)")]
    [InlineData("{{ \"https://video.example.org/1\" | embed }}", "[https://video.example.org/1](https://video.example.org/1)")]
    [InlineData("{{ \"javascript:alert(1)\" | embed: \"A walk\" }}", "{{ \"javascript:alert(1)\" | embed: \"A walk\" }}")]
    public void An_embedded_page_is_a_link(string template, string markdown) => Assert.Equal(markdown, SomePosts.Body(template));

    [Fact]
    public void Each_is_said_with_its_line_and_the_characters_are_accounted_for()
    {
        var (_, report) = SomePosts.Read("2016-03-23-letters-from-lisbon.md");
        Assert.Equal([16, 18, 20, 22], report.Lines.Where(l => l is { Kind: ReportKind.Lost, What: "missing image" }).Select(l => l.Line));
        Assert.True(report.Says(ReportKind.Changed, "embedded page", 27));
        Assert.True(report.Says(ReportKind.Kept, "template code", 30));
        Assert.True(report.Account.Balances);
    }
}
