using QuestCms.Application.Transfer;

namespace QuestCms.UnitTests.Transfer;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>5 * 3 * 2 and _this_ and snake_case</p>", "5 \\* 3 \\* 2 and \\_this\\_ and snake_case")]
    [InlineData("<p># no heading</p><p>1. no item</p><p>- none</p><p>2019 was</p>", "\\# no heading\n\n1\\. no item\n\n\\- none\n\n2019 was")]
    [InlineData("<p>[a](b) `c` a~~b~~</p>", "\\[a\\](b) \\`c\\` a\\~\\~b\\~\\~")]
    [InlineData("    <p>laid out</p>\n\n      <p>twice</p>", "laid out\n\ntwice")]
    [InlineData("<p>a &lt;script&gt; b</p>", "a &lt;script&gt; b")]
    [InlineData("<p>C:\\<b>Temp</b></p>", "C:&#92;**Temp**")]
    [InlineData("<code>a*b_c</code>", "`a*b_c`")]
    [InlineData("<pre>    four\n\n    ```\n* star</pre>", "````\n    four\n\n    ```\n* star\n````")]
    [InlineData("<p><a href=\"/x\">a [b]</a></p>", "[a \\[b\\]](/x)")]
    [InlineData("<p>a</p><script>alert('*')</script><p>b</p>", "a\n\nb")]
    [InlineData("<p>{{ x }} {: .a}</p>", "{{ x }} \\{: .a}")]
    [InlineData("<ul>\n  <li>one\n  <li>two</ul>", "- one\n- two")]
    [InlineData("<h2>A * title</h2><p>x</p>", "## A \\* title\n\nx")]
    public void Marks_of_Markdown_in_HTML_are_words(string html, string markdown) => Assert.Equal(markdown, SomeExports.Body(html));

    [Fact]
    public void Hostile_HTML_is_read_in_time_that_grows_with_its_length()
    {
        foreach (var piece in new[] { "<p>", "<b>", "[x ", "<!-- ", "<!-- wp:a ", "<code>", "&lt;", "[a=", "<a href='", "\\" })
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            SomeExports.Body(string.Concat(Enumerable.Repeat(piece, 150_000 / piece.Length)), ForeignForm.WordPress);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{piece}: {watch.Elapsed}");
        }
    }
}
