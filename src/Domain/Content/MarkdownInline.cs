using System.Collections.Frozen;

namespace QuestCms.Domain.Content;

/// <summary>
/// Reads the words of a segment of Markdown and steps over inline markup. A closing mark is looked for once (<see cref="NextPlace"/>, pairs found in one pass),
/// so that openers without closers cost nothing more.
/// </summary>
internal sealed class MarkdownInline(string text, WordCollector words, HashSet<string> labels)
{
    // A title stands within so many blanks of its address, and an address has at most so many pieces of template code: beyond it is text.
    private const int MostBlanks = 64, MostTemplates = 16;

    private static readonly FrozenSet<string> InlineTags = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
        "strong", "sub", "sup", "time", "u", "var", "wbr",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly NextPlace _angle = new(text, ">"), _comment = new(text, "-->"), _percent = new(text, "%}"), _braces = new(text, "}}"), _brace = new(text, "}");
    private readonly NextPlace _opensBraces = new(text, "{{"), _bracket = new(text, "]"), _space = new(text, " "), _newline = new(text, "\n"), _script = new(text, "</script>");
    private readonly Dictionary<int, int> _codeEnds = [], _parentheses = [];

    public void Scan(MarkdownSegment segment)
    {
        var (i, end) = (segment.Start, segment.End);
        Pair(i, end);
        var brackets = 0;
        while (i < end)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < end && char.IsAscii(text[i + 1]) && char.IsPunctuation(text[i + 1]):
                    i = words.Step(i + 1, end);
                    break;
                case '`':
                    i = Code(i, end);
                    break;
                case '<' when Tag(i, end) is var after && after > i:
                    i = after;
                    break;
                case '{' when Template(i, end) is var after && after > i:
                    i = after;
                    break;
                case '&' when Entity(i, end) is var after && after > i:
                    i = after;
                    break;
                case '[' when i + 1 < end && text[i + 1] == '^' && _bracket.From(i) is var close && close < end && close - i < 100:
                    i = close + 1;
                    break;
                case '[':
                    brackets++;
                    i++;
                    break;
                case ']':
                    i = brackets > 0 ? LinkEnd(i, end) : i + 1;
                    if (brackets > 0) brackets--;
                    break;
                case '|' when segment.IsRow:
                    words.Break(WordBreak.Sentence);
                    i++;
                    break;
                default:
                    i = words.Step(i, end);
                    break;
            }
        }
    }

    private int Code(int i, int end)
    {
        var after = i;
        while (after < end && text[after] == '`') after++;
        if (!_codeEnds.TryGetValue(i, out var close)) return after;
        words.StepTo(after, close);
        return close + (after - i);
    }

    private int Tag(int i, int end)
    {
        if (i + 2 >= end || !(char.IsAsciiLetter(text[i + 1]) || text[i + 1] is '/' or '!' or '?')) return i;
        if (text.AsSpan(i, end - i).StartsWith("<!--")) return _comment.From(i) is var dashes && dashes < end ? dashes + 3 : i;
        var close = _angle.From(i);
        if (close >= end) return i;
        // A ">" inside an attribute's quotes is not the end.
        if (text.AsSpan(i, close - i).Count('"') % 2 == 1 && text.AsSpan(close, end - close) is var rest && rest.IndexOf('"') is >= 0 and var quote
            && rest[quote..].IndexOf('>') is >= 0 and var next && quote + next < 2000) close += quote + next;
        var name = text.AsSpan(i + 1, close - i - 1).TrimStart('/');
        var length = name.IndexOfAnyExceptInRange('0', 'z');
        if (length >= 0) name = name[..length];
        if (name.Contains(':')) return close + 1;
        if (!InlineTags.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) words.Break(WordBreak.Block);
        return name.Equals("script", StringComparison.OrdinalIgnoreCase) && _script.From(i) is var ended && ended < end ? ended + 9 : close + 1;
    }

    private int Template(int i, int end)
    {
        if (i + 1 >= end) return i;
        var (closing, length) = text[i + 1] switch { '%' => (_percent, 2), '{' => (_braces, 2), ':' => (_brace, 1), _ => (null, 0) };
        var close = closing?.From(i + 2) ?? int.MaxValue;
        return close < end ? close + length : i;
    }

    private int Entity(int i, int end)
    {
        var after = i + 1;
        while (after < end && after - i < 32 && (char.IsAsciiLetterOrDigit(text[after]) || text[after] == '#')) after++;
        return after > i + 1 && after < end && text[after] == ';' ? after + 1 : i;
    }

    /// <summary>After the "]" of a link: over its address or its label.</summary>
    private int LinkEnd(int i, int end)
    {
        if (i + 1 >= end) return i + 1;
        if (text[i + 1] == '(') return _parentheses.TryGetValue(i + 1, out var close) && IsAddress(i + 2, close) ? close + 1 : i + 1;
        if (text[i + 1] != '[' || labels.Count == 0) return i + 1;
        var bracket = _bracket.From(i + 2);
        return bracket < end && bracket - i < 1000 && labels.Contains(text[(i + 2)..bracket]) ? bracket + 1 : i + 1;
    }

    private bool IsAddress(int at, int close)
    {
        at = Blanks(at, close);
        if (at < close && text[at] == '<') at = Math.Min(_angle.From(at), close - 1) + 1;
        else
        {
            for (var templates = 0; at < close; templates++)
            {
                var blank = Math.Min(Math.Min(_space.From(at), _newline.From(at)), close);
                var opens = _opensBraces.From(at);
                if (opens >= blank || templates == MostTemplates || _braces.From(opens) is var ends && ends >= close) { at = blank; break; }
                at = ends + 2;
            }
        }
        at = Blanks(at, close);
        if (at >= close) return true;
        var last = close - 1;
        while (last > at && close - last < MostBlanks && text[last] is ' ' or '\n') last--;
        return last > at && (text[at], text[last]) is ('"', '"') or ('\'', '\'') or ('(', ')');
    }

    private int Blanks(int at, int close)
    {
        for (var most = at + MostBlanks; at < close && at < most && text[at] is ' ' or '\n' or '\t';) at++;
        return at;
    }

    /// <summary>Pairs runs of backticks of one length, and parentheses, in one pass each.</summary>
    private void Pair(int start, int end)
    {
        var segment = text.AsSpan(start, end - start);
        if (segment.Contains('`')) PairCode(start, end);
        if (!segment.Contains("](", StringComparison.Ordinal)) return;
        _parentheses.Clear();
        var opened = new Stack<int>();
        for (var i = start; i < end; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '(') opened.Push(i);
            else if (text[i] == ')' && opened.TryPop(out var open)) _parentheses[open] = i;
        }
    }

    private void PairCode(int start, int end)
    {
        _codeEnds.Clear();
        var next = new Dictionary<int, int>();
        for (var i = end - 1; i >= start;)
        {
            if (text[i] != '`') { i--; continue; }
            var last = i;
            while (i >= start && text[i] == '`') i--;
            var length = last - i;
            if (next.TryGetValue(length, out var close)) _codeEnds[i + 1] = close;
            next[length] = i + 1;
        }
    }
}
