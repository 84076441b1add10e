using System.Collections.Frozen;

namespace QuestCms.Domain.Content;

/// <summary>A sentence of a text by its place, in UTF-16 units; a row of a table is one.</summary>
public readonly record struct TextSentence(int Start, int End, bool IsRow)
{
    public string In(string text) => text[Start..End];
}

/// <summary>
/// Cuts Markdown into its sentences, as they stand with their markup. Code, headings and the head of a table have none. Linear in the length of the text.
/// Where it can't be sure that a sentence ends ("No. 5", "U.S. agencies") it goes on: two sentences in one are read together and nothing worse happens.
/// </summary>
public static class TextSentences
{
    // How far the end of a link's address or of code is looked for.
    private const int MostAddress = 2_000, MostCode = 1_000;

    private static readonly FrozenSet<string> Shortened = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "nr", "art", "arts", "sec", "para", "abs", "fig", "vol", "ch", "pp", "approx", "ca", "vs", "cf", "eg", "ie", "min", "max", "incl", "excl", "est", "tel", "ext",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<TextSentence> Of(string markdown)
    {
        var found = new List<TextSentence>();
        foreach (var segment in new MarkdownSegments(markdown).Found)
        {
            if (segment.IsCode || IsHeading(markdown, segment)) continue;
            if (!segment.IsRow) Cut(markdown, segment.Start, segment.End, found);
            else if (!IsRuled(markdown, segment.End, '|', '-')) Add(markdown, segment.Start, segment.End, isRow: true, found);
        }
        return found;
    }

    private static void Cut(string text, int from, int to, List<TextSentence> found)
    {
        var start = from;
        for (var i = from; i < to;)
        {
            switch (text[i])
            {
                case '\\':
                    i += 2;
                    break;
                case '`':
                    i = AfterCode(text, i, to);
                    break;
                case ']' when i + 1 < to && text[i + 1] == '(':
                    var closes = i > start && IsEnd(text[i - 1]);
                    i = AfterAddress(text, i + 1, to);
                    if (closes && (i >= to || char.IsWhiteSpace(text[i]))) start = i = Close(i);
                    break;
                case var c when IsEnd(c):
                    var end = i + 1;
                    while (end < to && (IsEnd(text[end]) || text[end] is ')' or '"' or '\'' or '”' or '’' or '»' or '*' or '_')) end++;
                    if (c is '。' or '！' or '？' || (end >= to || char.IsWhiteSpace(text[end])) && !GoesOn(text, i, end, to)) start = i = Close(end);
                    else i = end;
                    break;
                default:
                    i++;
                    break;
            }
        }
        Add(text, start, to, isRow: false, found);

        int Close(int end)
        {
            Add(text, start, end, isRow: false, found);
            while (end < to && char.IsWhiteSpace(text[end])) end++;
            return end;
        }
    }

    private static bool IsEnd(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    // A small letter goes on; so does what stands behind a shortened word or a single letter.
    private static bool GoesOn(string text, int mark, int end, int to)
    {
        var next = end;
        while (next < to && char.IsWhiteSpace(text[next])) next++;
        if (next < to && char.IsLower(text[next])) return true;
        if (text[mark] != '.') return false;
        var word = mark;
        while (word > 0 && mark - word < 8 && char.IsLetter(text[word - 1])) word--;
        return mark - word == 1 || mark > word && next < to && Shortened.Contains(text[word..mark]);
    }

    private static int AfterCode(string text, int i, int to)
    {
        var run = i;
        while (run < to && text[run] == '`') run++;
        var close = text.AsSpan(run, Math.Min(MostCode, to - run)).IndexOf(text.AsSpan(i, run - i));
        return close < 0 ? run : run + close + (run - i);
    }

    private static int AfterAddress(string text, int open, int to)
    {
        var depth = 0;
        for (var i = open; i < to && i - open < MostAddress; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i + 1;
        }
        return open + 1;
    }

    private static bool IsHeading(string text, MarkdownSegment segment) =>
        segment.Start > 0 && text[segment.Start - 1] == '#' || !segment.IsRow && (IsRuled(text, segment.End, '=', '=') || IsRuled(text, segment.End, '-', '-'));

    /// <summary>Whether the line below is made of such marks alone: a heading's underline, or what parts a table's head from its rows.</summary>
    private static bool IsRuled(string text, int end, char one, char other)
    {
        if (end >= text.Length || text[end] != '\n') return false;
        var line = text.AsSpan(end + 1);
        var newline = line.IndexOf('\n');
        if (newline >= 0) line = line[..newline];
        line = line.Trim();
        if (line.Length < 2 || !line.Contains(one) || !line.Contains(other)) return false;
        foreach (var c in line)
            if (c != one && c != other && !(one == '|' && c is ':' or ' ' or '\t')) return false;
        return true;
    }

    private static void Add(string text, int start, int end, bool isRow, List<TextSentence> found)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) found.Add(new TextSentence(start, end, isRow));
    }
}
