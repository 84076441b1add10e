namespace QuestCms.Application.Transfer;

/// <summary>Which characters of a Markdown text are code (fences, indented blocks, spans), where nothing is rewritten. One pass over lines, one over backticks. CommonMark 0.31, 4.4, 4.5, 6.1.</summary>
internal static class CodeMask
{
    private static readonly string[] Holding = ["div", "figure", "section", "table", "ul", "ol", "blockquote", "dl"];

    public static bool[] Of(string text)
    {
        var mask = new bool[text.Length];
        var paragraphs = Blocks(text, mask);
        Spans(text, mask, paragraphs);
        return mask;
    }

    /// <summary>For each character the number of its paragraph: a blank line begins the next.</summary>
    public static int[] Paragraphs(string text)
    {
        var paragraphs = new int[text.Length];
        var (number, blank) = (0, true);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                if (blank) number++;
                blank = true;
            }
            else if (text[i] is not (' ' or '\t' or '>')) blank = false;
            paragraphs[i] = number;
        }
        return paragraphs;
    }

    /// <summary>True when a line begins an item of a list, or a footnote.</summary>
    public static bool IsItem(ReadOnlySpan<char> trimmed)
    {
        if (trimmed is ['-' or '*' or '+', ' ' or '\t', ..] or ['[', '^', ..]) return true;
        var digits = 0;
        while (digits < trimmed.Length && digits < 10 && char.IsAsciiDigit(trimmed[digits])) digits++;
        return digits is > 0 and < 10 && trimmed.Length > digits + 1 && trimmed[digits] is '.' or ')' && trimmed[digits + 1] == ' ';
    }

    private static int[] Blocks(string text, bool[] mask)
    {
        var paragraphs = Paragraphs(text);
        var (fence, length) = ('\0', 0);
        var (blankBefore, inList, inHtml, inCode) = (true, false, false, false);
        var depth = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var next = Math.Min(end + 1, text.Length);
            var line = text.AsSpan(at, end - at);
            var trimmed = line.TrimStart(" \t");
            var run = FenceRun(trimmed.TrimStart("> \t"), out var mark, out var rest);
            if (fence != '\0')
            {
                Array.Fill(mask, true, at, next - at);
                if (run >= length && mark == fence && rest.Trim().Length == 0) fence = '\0';
                blankBefore = false;
            }
            else if (run >= 3 && !(mark == '`' && rest.Contains('`')))
            {
                (fence, length) = (mark, run);
                Array.Fill(mask, true, at, next - at);
            }
            else if (trimmed.Trim().Length == 0) (blankBefore, inHtml) = (true, false);
            else
            {
                var indent = Indent(line);
                if (IsItem(trimmed)) inList = true;
                else if (blankBefore && indent == 0) inList = false;
                inCode = indent >= 4 && (inCode || blankBefore) && !inList && !inHtml && depth <= 0;
                if (!inCode && trimmed is ['<', '/' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..])
                {
                    inHtml = true;
                    depth += Depth(trimmed);
                }
                if (inCode) Array.Fill(mask, true, at, end - at);
                blankBefore = false;
            }
            at = end + 1;
        }
        return paragraphs;
    }

    // How much deeper in blocks of HTML a line leads: there indentation is layout.
    private static int Depth(ReadOnlySpan<char> line)
    {
        var depth = 0;
        foreach (var name in Holding) depth += line.Count("<" + name) - line.Count("</" + name);
        return depth;
    }

    private static int FenceRun(ReadOnlySpan<char> line, out char mark, out ReadOnlySpan<char> rest)
    {
        // "- ```" opens one too.
        if (line is ['-' or '*' or '+', ' ', ..]) line = line[2..].TrimStart(' ');
        mark = line.Length > 0 ? line[0] : '\0';
        var run = mark is '`' or '~' ? line.IndexOfAnyExcept(mark) : 0;
        if (run < 0) run = line.Length;
        rest = line[run..];
        return run;
    }

    private static int Indent(ReadOnlySpan<char> line)
    {
        var indent = 0;
        foreach (var c in line)
        {
            if (c == ' ') indent++;
            else if (c == '\t') indent += 4 - indent % 4;
            else break;
        }
        return indent;
    }

    private static void Spans(string text, bool[] mask, int[] paragraphs)
    {
        var runs = new List<(int Start, int Length)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (mask[i]) continue;
            if (text[i] == '\\') { i++; continue; }
            if (text[i] != '`') continue;
            var start = i;
            while (i + 1 < text.Length && text[i + 1] == '`' && !mask[i + 1]) i++;
            runs.Add((start, i + 1 - start));
        }
        var byLength = runs.Select((r, index) => (r.Length, index)).GroupBy(r => r.Length).ToDictionary(g => g.Key, g => new Queue<int>(g.Select(r => r.index)));
        for (var i = 0; i < runs.Count; i++)
        {
            var (start, length) = runs[i];
            var later = byLength[length];
            while (later.Count > 0 && later.Peek() <= i) later.Dequeue();
            if (later.Count == 0 || paragraphs[runs[later.Peek()].Start] != paragraphs[start]) continue;
            var close = later.Dequeue();
            Array.Fill(mask, true, start, runs[close].Start + length - start);
            i = close;
        }
    }
}
