using QuestCms.Infrastructure.Rendering;

namespace QuestCms.UnitTests.Rendering;

/// <summary>The server parts a text into the blocks the editor parts it into.</summary>
public sealed class MarkdownBlocksTests
{
    [Theory]
    [InlineData("One.\n\nTwo\nlines.\n", "One.|Two\nlines.")]
    [InlineData("# Head\nText\n- a\n- b\n\n1. c\n", "# Head|Text|- a\n- b|1. c")]
    [InlineData("> quoted\n> on\n\n```cs\nvar a = 1;\n\nvar b = 2;\n```\n\n---\n", "> quoted\n> on|```cs\nvar a = 1;\n\nvar b = 2;\n```|---")]
    [InlineData("| a | b |\n| - | - |\n| 1 | 2 |\n\nAfter.", "| a | b |\n| - | - |\n| 1 | 2 ||After.")]
    [InlineData("See [it][x].\n\n[x]: https://example.org\n\nAfter.\n", "See [it][x].|[x]: https://example.org|After.")]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    public async Task Blocks_are_what_stands_between_blank_lines_and_more(string markdown, string expected)
    {
        using var renderer = new MarkdownRenderer();
        var blocks = (await renderer.BlocksAsync(markdown, TestContext.Current.CancellationToken)).Value;
        Assert.Equal(expected, string.Join('|', blocks.Select(b => markdown[b].TrimEnd())));
    }
}
