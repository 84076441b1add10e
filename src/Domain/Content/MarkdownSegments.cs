using System.Buffers;

namespace QuestCms.Domain.Content;

/// <summary>A piece of Markdown that inline markup can't leave: a paragraph, a heading's text, a table row, a line of code.</summary>
internal readonly record struct MarkdownSegment(int Start, int End, bool IsCode, bool IsRow, WordBreak After);

/// <summary>
/// Cuts Markdown into segments in one pass over its lines, leaving out what has no words: fence lines, list marks, task boxes, definitions of links, comments, scripts.
/// Close to CommonMark with tables and footnotes; where it is wrong, a mark counts as a word or the other way round and nothing worse happens.
/// </summary>
internal sealed class MarkdownSegments
{
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-=*_|:+ \t\r");

    private readonly string _text;
    private readonly List<MarkdownSegment> _found = [];
    private readonly NextPlace _comment, _script, _style;
    private int _open = -1, _openEnd;
    private bool _afterBlank = true, _inList, _inTable;
    private char _fence;
    private int _fenceLength;
    private bool _fenceQuoted;

    public MarkdownSegments(string text)
    {
        _text = text;
        (_comment, _script, _style) = (new NextPlace(text, "-->"), new NextPlace(text, "</script>"), new NextPlace(text, "</style>"));
        for (var start = 0; start < text.Length;)
        {
            var newline = text.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline;
            start = _fence == 0 ? Line(start, end) : FencedLine(start, end);
        }
        Flush();
    }

    public IReadOnlyList<MarkdownSegment> Found => _found;

    /// <summary>Labels of link definitions: only these make <c>[text][label]</c> a link.</summary>
    public HashSet<string> Labels { get; } = new(StringComparer.OrdinalIgnoreCase);

    private int FencedLine(int start, int end)
    {
        var (at, quoted, _) = Quotes(start, end);
        if (_fenceQuoted && !quoted)
        {
            EndFence();
            return Line(start, end);
        }
        var run = RunAt(at, end, _fence);
        if (run >= _fenceLength && IsBlank(at + run, end)) EndFence();
        else Add(start, end, isCode: true, WordBreak.Sentence);
        return end + 1;
    }

    private int Line(int start, int end)
    {
        var (at, quoted, indent) = Quotes(start, end);
        if (at == end)
        {
            Flush();
            _afterBlank = true;
            return end + 1;
        }
        if (_afterBlank && indent >= 4 && !_inList && !quoted)
        {
            Add(start, end, isCode: true, WordBreak.Sentence);
            return end + 1;
        }
        var mark = ListMarks(at, end);
        if (mark > at) { Flush(); _inList = true; }
        else if (_afterBlank && indent == 0) _inList = false;
        at = mark;
        _afterBlank = false;

        if (SkippedHtml(at) is { } after)
        {
            Flush();
            return after;
        }
        if (OpensFence(at, end, quoted) || IsRule(at, end) || IsDefinition(ref at, end)) return end + 1;
        var hashes = RunAt(at, end, '#');
        if (hashes is > 0 and <= 6 && (at + hashes == end || _text[at + hashes] is ' ' or '\t'))
        {
            Flush();
            Add(at + hashes, end, isCode: false, WordBreak.Block);
        }
        else if (_inTable || at < end && _text[at] == '|')
        {
            CloseParagraph();
            _found.Add(new MarkdownSegment(at, end, false, true, WordBreak.Block));
        }
        else
        {
            if (_open < 0) _open = at;
            _openEnd = end;
        }
        return end + 1;
    }

    private (int At, bool Quoted, int Indent) Quotes(int at, int end)
    {
        var (quoted, indent) = (false, 0);
        for (; at < end; at++)
        {
            if (_text[at] == ' ') indent++;
            else if (_text[at] == '\t') indent += 4;
            else if (_text[at] == '>') (quoted, indent) = (true, 0);
            else if (_text[at] != '\r') break;
        }
        return (at, quoted, indent);
    }

    private int ListMarks(int at, int end)
    {
        while (at < end)
        {
            var after = at;
            if (_text[at] is '-' or '*' or '+' or '>') after++;
            else
            {
                while (after < end && after - at < 10 && char.IsAsciiDigit(_text[after])) after++;
                if (after == at || after == end || _text[after] is not ('.' or ')')) break;
                // "…in\n2014. We" goes on with its paragraph: only 1 may interrupt one.
                if (_open >= 0 && !_inList && (after - at != 1 || _text[at] != '1')) break;
                after++;
            }
            if (after < end && _text[after] is not (' ' or '\t') && _text[at] != '>') break;
            while (after < end && _text[after] is ' ' or '\t') after++;
            at = after;
        }
        return at + 3 <= end && _text[at] == '[' && _text[at + 1] is ' ' or 'x' or 'X' && _text[at + 2] == ']' && (at + 3 == end || _text[at + 3] == ' ') ? at + 3 : at;
    }

    private int? SkippedHtml(int at)
    {
        if (at + 4 > _text.Length || _text[at] != '<') return null;
        var rest = _text.AsSpan(at);
        var (closing, length) = rest.StartsWith("<!--") ? (_comment, 3)
            : rest.StartsWith("<script", StringComparison.OrdinalIgnoreCase) ? (_script, 9)
            : rest.StartsWith("<style", StringComparison.OrdinalIgnoreCase) ? (_style, 8) : (null, 0);
        var end = closing?.From(at) ?? int.MaxValue;
        return end == int.MaxValue ? null : end + length;
    }

    private bool OpensFence(int at, int end, bool quoted)
    {
        if (at >= end || _text[at] is not ('`' or '~')) return false;
        var run = RunAt(at, end, _text[at]);
        if (run < 3 || _text[at] == '`' && _text.AsSpan(at + run, end - at - run).Contains('`')) return false;
        Flush();
        (_fence, _fenceLength, _fenceQuoted) = (_text[at], run, quoted);
        return true;
    }

    // A heading's underline, a rule, the second row of a table: no words, but what stands above ends.
    private bool IsRule(int at, int end)
    {
        if (at == end) return false;
        var rest = _text.AsSpan(at, end - at);
        if (rest.ContainsAnyExcept(RuleMarks)) return false;
        var isTable = rest.Contains('|') && rest.Contains('-');
        Flush();
        _inTable = isTable;
        return true;
    }

    private bool IsDefinition(ref int at, int end)
    {
        if (_open >= 0 || at >= end || _text[at] != '[') return false;
        var line = _text.AsSpan(at, end - at);
        var close = line.IndexOf(']');
        if (close < 2 || close > 999 || close + 1 >= line.Length || line[close + 1] != ':') return false;
        if (line[1] == '^')
        {
            at += close + 2;
            return false;
        }
        var rest = line[(close + 2)..].Trim();
        var space = rest.IndexOfAny(' ', '\t');
        if (rest.IsEmpty || space > 0 && rest[(space + 1)..].TrimStart() is not ['"' or '\'' or '(', ..] && !rest.Contains("{{", StringComparison.Ordinal)) return false;
        Labels.Add(line[1..close].ToString());
        return true;
    }

    private int RunAt(int at, int end, char c)
    {
        var i = at;
        while (i < end && _text[i] == c) i++;
        return i - at;
    }

    private bool IsBlank(int at, int end) => _text.AsSpan(at, end - at).IsWhiteSpace();

    private void EndFence()
    {
        _fence = '\0';
        EndCode();
    }

    private void Add(int start, int end, bool isCode, WordBreak after) => _found.Add(new MarkdownSegment(start, end, isCode, false, after));

    private void Flush()
    {
        CloseParagraph();
        _inTable = false;
    }

    private void CloseParagraph()
    {
        if (_open >= 0) Add(_open, _openEnd, isCode: false, WordBreak.Block);
        else EndCode();
        _open = -1;
    }

    // The last line of code ends its block, the others only a line.
    private void EndCode()
    {
        if (_found.Count > 0 && _found[^1].IsCode) _found[^1] = _found[^1] with { After = WordBreak.Block };
    }
}
