namespace QuestCms.UnitTests.Transfer;

public sealed class HtmlToMarkdownTests
{
    [Theory]
    [InlineData("a <b>bold</b> word", "a **bold** word")]
    [InlineData("a<b> bold </b>word", "a **bold** word")]
    [InlineData("<i></i>nothing <em>here</em>", "nothing *here*")]
    [InlineData("one<br>two", "one\\\ntwo")]
    [InlineData("one<br />\ntwo", "one\\\ntwo")]
    [InlineData("one<br><br/>two", "one\n\ntwo")]
    [InlineData("end<br>\n\nnext", "end\n\nnext")]
    [InlineData("<code>a &lt; b</code>", "`a < b`")]
    [InlineData("<code>a`b</code>", "`` a`b ``")]
    [InlineData("<a href='/x y'>there</a>", "[there](</x y>)")]
    [InlineData("<a name=\"top\">top</a>", "top")]
    [InlineData("<h3>\n  A title\n</h3>\ntext", "### A title\n\ntext")]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("<ol start=\"3\"><li>c</li><li>d</li></ol>", "3. c\n4. d")]
    [InlineData("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c")]
    [InlineData("<blockquote>\n  said\n</blockquote>\nby", "> said\n\nby")]
    [InlineData("<pre><code>a\n  b &amp; c\n</code></pre>", "```\na\n  b & c\n```")]
    [InlineData("words <!-- a\nb --> more", "words  more")]
    [InlineData("text {: .class #id} more", "text  more")]
    [InlineData("{:a => 1} is Ruby", "{:a => 1} is Ruby")]
    [InlineData("use <your-name> here", "use <your-name> here")]
    [InlineData("`<b>code</b>` and <b>bold</b>", "`<b>code</b>` and **bold**")]
    [InlineData("    <b>indented code</b>", "    <b>indented code</b>")]
    [InlineData("<div>\n\n    <b>laid out</b>\n\n</div>", "**laid out**")]
    [InlineData("1 < 2 and <https://example.org>", "1 < 2 and <https://example.org>")]
    public void Html_says_the_same_in_Markdown(string html, string markdown) =>
        Assert.Equal(markdown, string.Join('\n', SomePosts.Body(html).Split('\n').Select(l => l.TrimEnd())));

    [Fact]
    public void A_list_of_Markdown_keeps_its_indentation_around_an_image()
    {
        Assert.Equal("1. one\n\n   a\n\n2. two", SomePosts.Body("1. one\n\n   <img src=\"a.png\" alt=\"a\">\n\n2. two"));
    }

    [Fact]
    public void A_tag_never_closed_loses_the_tag_and_keeps_the_words()
    {
        Assert.Equal("bold to the end\n\nand on", SomePosts.Body("<b>bold to the end\n\nand on"));
    }
}
