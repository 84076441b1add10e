namespace QuestCms.Application.Transfer;

/// <summary>
/// Makes a text of pure HTML ready for <see cref="HtmlToMarkdown"/>, which reads HTML inside Markdown: what would say something in Markdown and says nothing in HTML is escaped,
/// and indentation, which is layout there, goes. Linear in the text.
/// </summary>
internal static class HtmlText
{
    private const string Escaped = "escaped marks", Spaces = "spaces";
    private static readonly HashSet<string> Coding = new(StringComparer.Ordinal) { "pre", "code", "kbd", "tt", "samp" };

    public static SourceText Guard(SourceText source, ImportNotes notes)
    {
        var text = source.Text;
        var tags = HtmlTag.Find(text, new bool[text.Length]).ToDictionary(t => t.Start);
        var rewriting = new Rewriting(source, notes);
        var (lineStart, code, hidden, comments) = (true, 0, 0, true);
        while (rewriting.At < text.Length)
        {
            var at = rewriting.At;
            if (comments && text[at] == '<' && text.AsSpan(at).StartsWith("<!--"))
            {
                // One that is never closed is text, and so is every later one: the rest is searched once.
                var end = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
                comments = end >= 0;
                if (comments) { rewriting.CopyTo(end + 3); continue; }
            }
            if (tags.TryGetValue(at, out var tag))
            {
                // Blank lines in a tag would part it for the next reader.
                rewriting.CopyTo(tag.End);
                if (tag.IsBlock || tag.Name is "br" or "hr") lineStart = true;
                else if (tag.Closes || tag.Name == "img") lineStart = false; // a space after it parts words
                if (tag.Partner is null) continue;
                if (Coding.Contains(tag.Name)) code += tag.Closes ? -1 : 1;
                if (tag.Name is "script" or "style") hidden += tag.Closes ? -1 : 1;
                continue;
            }
            if (hidden > 0) rewriting.CopyTo(at + 1);
            else if (code > 0) Code(rewriting, text, at);
            else lineStart = Words(rewriting, text, at, lineStart);
        }
        return rewriting.End();
    }

    // In code, marks are read as they stand; only what would end the reader's own idea of code is written as an entity, which it resolves.
    private static void Code(Rewriting rewriting, string text, int at)
    {
        var entity = text[at] switch
        {
            '`' => "&#96;",
            '~' => "&#126;",
            ' ' or '\t' when at == 0 || text[at - 1] is '\n' => text[at] == ' ' ? "&#32;" : "&#9;",
            _ => null,
        };
        if (entity is null) { rewriting.CopyTo(at + 1); return; }
        rewriting.DropTo(at + 1, Escaped);
        rewriting.Add(entity, Escaped);
    }

    // Returns whether the next character still begins a line.
    private static bool Words(Rewriting rewriting, string text, int at, bool lineStart)
    {
        var c = text[at];
        if (c == '\n') { rewriting.CopyTo(at + 1); return true; }
        if (c is ' ' or '\t')
        {
            if (lineStart) rewriting.DropTo(at + 1, Spaces);
            else rewriting.CopyTo(at + 1);
            return lineStart;
        }
        if (lineStart && Number(text, at) is > 0 and var mark)
        {
            rewriting.CopyTo(mark);
            Escape(rewriting);
            return false;
        }
        switch (c)
        {
            case '\\':
                rewriting.DropTo(at + 1, Escaped);
                rewriting.Add("&#92;", Escaped);
                return false;
            case '*' or '`' or '[' or ']' or '~':
            case '_' when !(IsWord(text, at - 1) && IsWord(text, at + 1)):
            case '#' or '>' or '+' or '-' or '=' or '|' or ':' when lineStart:
            case '{' when at + 1 < text.Length && text[at + 1] is ':':
                Escape(rewriting);
                return false;
            default:
                rewriting.CopyTo(at + 1);
                return false;
        }
    }

    private static void Escape(Rewriting rewriting)
    {
        rewriting.Add("\\", Escaped);
        rewriting.CopyTo(rewriting.At + 1);
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    // "12. " and "12) " at the beginning of a line: where the mark stands; 0 when it is no number of a list.
    private static int Number(string text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < 9 && char.IsAsciiDigit(text[i])) i++;
        return i > at && i + 1 < text.Length && text[i] is '.' or ')' && text[i + 1] is ' ' or '\n' ? i : 0;
    }
}
