using Markdig.Syntax;

namespace QuestCms.Infrastructure.Rendering;

/// <summary>The top-level blocks of a text as the editor parts it: what no block covers (link definitions, footnotes) is a block of its own where it stands.</summary>
internal static class MarkdownBlocks
{
    public static List<Range> Of(string markdown, MarkdownDocument document)
    {
        var blocks = new List<Range>();
        var at = 0;
        foreach (var block in document.Where(b => b is ParagraphBlock or HeadingBlock or ListBlock or QuoteBlock or CodeBlock or HtmlBlock or ThematicBreakBlock or Markdig.Extensions.Tables.Table).OrderBy(b => b.Span.Start))
        {
            if (block.Span.IsEmpty || block.Span.Start < at) continue;
            Uncovered(block.Span.Start);
            at = Math.Min(block.Span.End + 1, markdown.Length);
            blocks.Add(block.Span.Start..at);
        }
        Uncovered(markdown.Length);
        return blocks;

        void Uncovered(int end)
        {
            var gap = markdown[at..end];
            var text = gap.Trim();
            if (text.Length == 0) return;
            var start = at + gap.IndexOf(text, StringComparison.Ordinal);
            blocks.Add(start..(start + text.Length));
        }
    }
}
