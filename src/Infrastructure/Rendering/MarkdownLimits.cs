using System.Text;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.Infrastructure.Rendering;

/// <summary>
/// One linear look at a text before it is rendered: parsing is super-linear in open link brackets (20,000 take seconds), sanitising and writing HTML in the
/// elements that stand side by side (50,000 take half a minute), neither can be cancelled, and deep nesting ends in a fault. A person's text never comes near the limits.
/// </summary>
internal static class MarkdownLimits
{
    public const int OpenLinks = 2_500;
    public const int Depth = 100;
    /// <summary>Characters that may open or close an element, in one paragraph, list or table.</summary>
    public const int Marks = 6_000;
    /// <summary>Each line may be a block of its own.</summary>
    public const int Lines = 6_000;
    private const string MarkCharacters = "`*_~^+=<[|:";

    /// <summary>Null when it may be rendered; else the refusal with the line.</summary>
    public static Error? Refuse(string markdown)
    {
        if (Encoding.UTF8.GetByteCount(markdown) > ArticleContent.MaxBodyBytes) return ArticleErrors.BodyTooLarge;
        var (line, open, marks) = (1, 0, 0);
        for (var i = 0; i < markdown.Length; i++)
        {
            var c = markdown[i];
            if (c == '\n')
            {
                if (++line > Lines) return Tangled(line, $"is more than the {Lines:N0} lines a text may have");
                // A blank line ends a paragraph, and with it every bracket left open.
                if (i + 1 < markdown.Length && markdown[i + 1] == '\n') (open, marks) = (0, 0);
                continue;
            }
            if (c == '[' && ++open > OpenLinks) return Tangled(line, "opens more links than any text has");
            if (c == ']' && open > 0 && !FollowedByOpener(markdown, i)) open--;
            if (MarkCharacters.Contains(c, StringComparison.Ordinal) && ++marks > Marks) return Tangled(line, "has more marks than any text has");
            if ((i == 0 || markdown[i - 1] == '\n') && Nesting(markdown, i) > Depth) return Tangled(line, $"is nested deeper than {Depth} levels");
        }
        return null;
    }

    // "[a](" without its end stays open for the parser: it looks for the end again at each.
    private static bool FollowedByOpener(string markdown, int bracket) =>
        bracket + 1 < markdown.Length && markdown[bracket + 1] == '(' && markdown.AsSpan(bracket + 2, Math.Min(2_000, markdown.Length - bracket - 2)).IndexOf(')') < 0;

    private static int Nesting(string markdown, int start)
    {
        var (depth, spaces) = (0, 0);
        for (var i = start; i < markdown.Length; i++)
        {
            var c = markdown[i];
            if (c is ' ' or '\t') spaces += c == '\t' ? 4 : 1;
            else if (c is '>' or '-' or '*' or '+') depth++;
            else break;
            if (depth > Depth) return depth;
        }
        return Math.Max(depth, spaces / 4);
    }

    private static Error Tangled(int line, string what) =>
        Error.Field("body", "body.too_tangled", $"Line {line} {what}, so the text can't be shown. It is kept as you typed it; untangle that line.");
}
