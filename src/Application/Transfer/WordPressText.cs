using System.Text.RegularExpressions;

namespace QuestCms.Application.Transfer;

/// <summary>
/// Takes WordPress's own marks out of a text: the comments around blocks of its editor go and their words stay; of shortcodes, captions and embeds are unwrapped, and every other one
/// is kept as text and said, because only a plug-in knows what it means.
/// </summary>
internal static partial class WordPressText
{
    private const string Blocks = "block comments", Shortcodes = "shortcodes";

    public static SourceText Unwrap(SourceText source, ImportNotes notes)
    {
        var rewriting = new Rewriting(source, notes);
        var blocks = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Match mark in Mark().Matches(source.Text))
        {
            if (mark.Index < rewriting.At) continue;
            var line = source.LineAt(mark.Index);
            if (mark.Groups["block"] is { Success: true } block)
            {
                rewriting.CopyTo(mark.Index);
                rewriting.DropTo(mark.Index + mark.Length, Blocks);
                if (mark.Value.EndsWith("/-->", StringComparison.Ordinal)) notes.Lost(line, "dynamic block", $"The block “{ImportNotes.Shown(block.Value)}” is filled by WordPress itself; nothing of it is here.");
                else if (!mark.Value.AsSpan(4).TrimStart().StartsWith("/")) blocks[block.Value] = blocks.GetValueOrDefault(block.Value) + 1;
                continue;
            }
            var name = mark.Groups["code"].Value;
            if (name is "caption" or "wp_caption" or "embed")
            {
                rewriting.CopyTo(mark.Index);
                rewriting.DropTo(mark.Index + mark.Length, Shortcodes);
                if (mark.Value[1] != '/') notes.Changed(line, "shortcode unwrapped", $"The shortcode [{name}] was removed; what it holds is kept.");
            }
            else if (mark.Value.Contains('=') || mark.Value[1] == '/' || Bare.Contains(name))
                notes.Kept(line, "shortcode", $"{ImportNotes.Shown(mark.Value)} says something to WordPress only; it is kept as text.");
        }
        if (blocks.Count > 0)
            notes.Changed(0, "blocks", $"{blocks.Values.Sum():N0} blocks of WordPress’s editor were unwrapped, their words kept: {ImportNotes.Shown(string.Join(", ", blocks.Select(b => b.Key)))}.");
        return rewriting.End();
    }

    // Those that stand alone without any value; "[sic]" is none.
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal) { "gallery", "audio", "video", "playlist", "contact-form", "toc", "more" };

    [GeneratedRegex("""<!--\s*/?wp:(?<block>[a-z][a-z0-9/-]*)(?:\s[^\n]*?)?/?-->|\[/?(?<code>[a-z][a-z0-9_-]+)(?:\s[^\[\]]*)?/?\]""", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
