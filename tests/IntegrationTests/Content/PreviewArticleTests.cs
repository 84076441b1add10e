using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

[Collection(nameof(Alone))]
public sealed class PreviewArticleTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_first_heading_of_the_text_stands_under_the_title()
    {
        var html = (await House.SendAsync(new PreviewArticle(await Some.DraftAsync("Headings of a text"), "# Large\n\n## Middle\n"), Some.Creator)).Value.Html;

        Assert.DoesNotContain("<h1", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<h2").Length - 1);
    }

    [Fact]
    public async Task A_text_is_shown_as_readers_would_see_it_and_nothing_is_stored()
    {
        var article = await Some.DraftAsync("Previewed");
        var version = (await Some.OpenAsync(article)).Version;

        var shown = (await House.SendAsync(new PreviewArticle(article, "## Costs\r\n\r\n| a | b |\r\n| - | - |\r\n| 1 | 2 |\r\n\r\n<b>no</b> [x](javascript:alert(1))"), Some.Creator)).Value;

        Assert.Contains("<h2 id=\"h-costs\">Costs</h2>", shown.Html, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", shown.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;no&lt;/b&gt;", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript", shown.Html, StringComparison.Ordinal);
        Assert.Equal(("Costs", 2), (shown.Headings[0].Text, shown.Headings[0].Level));
        Assert.Equal(version, (await Some.OpenAsync(article)).Version);
    }

    [Theory]
    [InlineData("links", "Line 3 opens more links than any text has")]
    [InlineData("quotes", "Line 3 is nested deeper than 100 levels")]
    [InlineData("lists", "Line 3 is nested deeper than 100 levels")]
    [InlineData("stars", "Line 3 has more marks than any text has")]
    [InlineData("code", "Line 3 has more marks than any text has")]
    [InlineData("closed links", "Line 3 has more marks than any text has")]
    [InlineData("addresses", "Line 3 has more marks than any text has")]
    [InlineData("cells", "Line 3 has more marks than any text has")]
    [InlineData("paragraphs", "Line 6001 is more than the 6,000 lines a text may have")]
    public async Task A_text_that_would_hold_the_renderer_up_is_answered_within_a_second_and_its_line_named(string what, string says)
    {
        var tangled = "First.\n\n" + what switch
        {
            "links" => string.Concat(Enumerable.Repeat("[a](", 20_000)),
            "quotes" => new string('>', 20_000) + " deep",
            "lists" => string.Concat(Enumerable.Repeat("- ", 20_000)) + "deep",
            "code" => string.Concat(Enumerable.Repeat("`a` ", 50_000)),
            "closed links" => string.Concat(Enumerable.Repeat("[a](b) ", 28_000)),
            "addresses" => string.Concat(Enumerable.Repeat("http://a.example ", 11_000)),
            "cells" => new string('|', 100_000),
            "paragraphs" => string.Concat(Enumerable.Repeat("a\n\n", 60_000)),
            _ => "a" + new string('*', 20_000),
        };
        var article = await Some.DraftAsync($"Tangled {what}");
        Error? refused = null;

        var took = await Timed.LeastOfThreeAsync(async () => refused = (await House.SendAsync(new PreviewArticle(article, tangled), Some.Creator)).Error);

        Assert.Contains(says, refused!.Message, StringComparison.Ordinal);
        Assert.Equal("body", refused.Fields[0].Path);
        Assert.True(took < TimeSpan.FromSeconds(1), $"The law gives it a second; it took {took}.");
    }

    [Theory]
    [InlineData("words")]
    [InlineData("one word")]
    [InlineData("closed brackets")]
    [InlineData("code to the limit")]
    [InlineData("items to the limit")]
    public async Task A_line_of_200_KB_or_a_text_at_the_limits_is_shown_within_a_second(string what)
    {
        var line = what switch
        {
            "words" => string.Concat(Enumerable.Repeat("word ", 40_960)),
            "one word" => new string('a', ArticleContent.MaxBodyBytes),
            "closed brackets" => new string(']', ArticleContent.MaxBodyBytes),
            "code to the limit" => string.Concat(Enumerable.Repeat("`a` ", 3_000)),
            _ => string.Concat(Enumerable.Repeat("- a\n", 5_999)),
        };
        var article = await Some.DraftAsync($"Long line of {what}");

        var took = await Timed.LeastOfThreeAsync(async () => Assert.Null((await House.SendAsync(new PreviewArticle(article, line), Some.Creator)).Error));

        Assert.True(took < TimeSpan.FromSeconds(1), $"The law gives it a second; it took {took}.");
    }

    [Fact]
    public async Task Over_200_KB_or_with_what_no_text_has_it_is_refused()
    {
        var article = await Some.DraftAsync("Refused preview");

        Assert.Equal(ArticleErrors.BodyTooLarge, (await House.SendAsync(new PreviewArticle(article, new string('a', ArticleContent.MaxBodyBytes + 1)), Some.Creator)).Error);
        Assert.Equal("text.forbidden_characters", (await House.SendAsync(new PreviewArticle(article, "a\0b"), Some.Creator)).Error?.Fields[0].Code);
    }
}
