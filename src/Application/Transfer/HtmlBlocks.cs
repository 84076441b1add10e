using System.Net;
using System.Text;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Transfer;

/// <summary>The tags that are blocks, and the lines they stand on.</summary>
internal sealed partial class HtmlToMarkdown
{
    /// <summary>Deeper ones are taken as layout: the renderer has a limit, and nobody reads so deep.</summary>
    private const int MostContainers = 12;

    private readonly List<Container> _containers = [];
    /// <summary>What the Markdown around the HTML begins its lines with.</summary>
    private string _base = "";
    /// <summary>Inside a block of HTML up to the next blank line: indentation says nothing there.</summary>
    private bool _raw;
    private bool _inList;
    private bool _blankBefore = true;
    /// <summary>Above 0 everything stays on one line.</summary>
    private int _flat;
    /// <summary>How much was written when an item or a quote began; nothing since means that no new line is needed.</summary>
    private int _itemStart = -1;

    private sealed record Container(string Name, string Prefix)
    {
        public int Number { get; set; } = 1;
    }

    private string Prefix => _containers.Count == 0 ? _base : _base + string.Concat(_containers.Select(c => c.Prefix));

    private void NewLine()
    {
        // A closing tag that something else swallowed must not keep the rest of the text on one line.
        var at = _out.At;
        if (_flat > 0 && !_inCell && (at + 1 >= _text.Length || _paragraphs[at] != _paragraphs[at + 1])) _flat = 0;
        if (_flat > 0 || (_table && !_inCell))
        {
            _out.DropTo(_out.At + 1, "line ends");
            SkipSpaces();
            if (_flat > 0 && _out.Written is not ([] or [.., ' '])) _out.Add(" ", "line ends");
            return;
        }
        _out.CopyTo(_out.At + 1);
        LineStart();
    }

    private void LineStart()
    {
        var at = _out.At;
        var end = at;
        while (end < _text.Length && _text[end] is ' ' or '\t' && !_code[end]) end++;
        if (end >= _text.Length || _text[end] == '\n')
        {
            (_raw, _blankBefore) = (false, true);
            if (_containers.Count > 0) _out.Add(Prefix.TrimEnd(), Marks);
            _out.DropTo(end, "spaces");
            return;
        }
        if (_code[at]) { if (_containers.Count > 0) _out.Add(Prefix, Marks); return; }
        var line = _text.AsSpan(end, Math.Min(24, _text.Length - end));
        var item = CodeMask.IsItem(line);
        if (item) _inList = true;
        else if (_blankBefore && end == at) _inList = false;
        _blankBefore = false;
        var block = _tags.TryGetValue(end, out var tag) && tag.IsBlock;
        if (_containers.Count > 0 || _raw)
        {
            _out.DropTo(end, "spaces");
            _out.Add(Prefix, Marks);
        }
        else
        {
            // In a list or a quote of Markdown the lines of the HTML go on with what its first line begins with.
            var quotes = end;
            while (quotes < _text.Length && quotes - end < 20 && _text[quotes] is '>' or ' ') quotes++;
            _base = (_inList ? new string(' ', end - at) : "") + _text[end..quotes];
            if (item) _base += line[0] is '-' or '*' or '+' ? "  " : new string(' ', line.IndexOf(' ') + 1);
            // Four spaces that are no code stand in a block of HTML: layout.
            if (!_inList && (tag is not null || end - at >= 4)) _out.DropTo(end, "spaces");
        }
        _raw |= block;
    }

    private bool IsLineEmpty()
    {
        for (var i = _out.Written.Length - 1; i >= 0 && _out.Written[i] != '\n'; i--)
            if (_out.Written[i] is not (' ' or '>' or '\t')) return false;
        return true;
    }

    /// <summary>What follows begins on a new line, after a blank one if asked.</summary>
    private void Break(bool blank)
    {
        var written = _out.Written;
        if (_flat > 0)
        {
            if (written is not ([] or [.., ' '])) _out.Add(" ", Marks);
            return;
        }
        if (written.Length == _itemStart && _containers.Count > 0) return;
        if (IsLineEmpty())
        {
            var stale = 0;
            while (stale < written.Length && written[^(stale + 1)] != '\n') stale++;
            _out.TakeBack(stale, Marks);
            if (blank && !IsBlankBefore()) _out.Add(Prefix.TrimEnd() + "\n", Marks);
        }
        else _out.Add(blank ? "\n" + Prefix.TrimEnd() + "\n" : "\n", Marks);
        if (written.Length > 0 || _containers.Count > 0) _out.Add(Prefix, Marks);
    }

    private bool IsBlankBefore()
    {
        var written = _out.Written;
        for (var i = written.Length - 2; i >= 0 && written[i] != '\n'; i--)
            if (written[i] is not (' ' or '>' or '\t')) return false;
        return true;
    }

    private void Heading(HtmlTag tag)
    {
        if (!IsInline(tag) || _flat > (tag.Closes && _opened.ContainsKey(tag) ? 1 : 0)) { Wrapper(tag); Break(blank: true); return; }
        Drop(tag, $"<{tag.Name}> became Markdown.");
        if (!tag.Closes)
        {
            Break(blank: true);
            _out.Add(new string('#', tag.Name[1] - '0') + " ", Marks);
            SkipSpaces();
            _flat++;
            _opened[tag.Partner!] = ("", 0);
        }
        else if (_opened.Remove(tag))
        {
            _flat--;
            Break(blank: true);
            SkipSpaces();
        }
    }

    private void Quote(HtmlTag tag)
    {
        if (_flat > 0 || tag.Partner is null || (!tag.Closes && _containers.Count >= MostContainers)) { Wrapper(tag); return; }
        if (tag.Closes) { Leave("blockquote"); Drop(tag, ""); SkipSpaces(); return; }
        Break(blank: true);
        Drop(tag, "<blockquote> became Markdown.");
        Enter("blockquote", "> ", "> ");
    }

    private void List(HtmlTag tag)
    {
        if (_flat > 0 || tag.Partner is null || (!tag.Closes && _containers.Count >= MostContainers)) { Wrapper(tag); return; }
        if (tag.Closes) { Leave(tag.Name); Drop(tag, ""); SkipSpaces(); return; }
        Break(blank: _containers is not [.., { Name: "li" }]);
        Drop(tag, $"<{tag.Name}> became Markdown.");
        _containers.Add(new Container(tag.Name, "") { Number = int.TryParse(tag.Attribute("start"), out var first) && first is >= 0 and < 100_000 ? first : 1 });
        SkipSpaces();
    }

    private void Item(HtmlTag tag)
    {
        var list = _containers.FindLastIndex(c => c.Name is "ul" or "ol");
        if (_flat > 0 || list < 0) { Break(blank: true); Drop(tag, "A list's item without a list became a paragraph."); SkipSpaces(); return; }
        if (_containers.Count > list + 1) _containers.RemoveRange(list + 1, _containers.Count - list - 1);
        Drop(tag, "<li> became Markdown.");
        if (tag.Closes) return;
        Break(blank: false);
        var mark = _containers[list].Name == "ul" ? "- " : $"{_containers[list].Number++}. ";
        Enter("li", mark, new string(' ', mark.Length));
    }

    private void Enter(string name, string first, string rest)
    {
        _containers.Add(new Container(name, rest));
        _out.Add(first, Marks);
        SkipSpaces();
        // The line the tag ends on holds nothing: what comes next stands beside the mark.
        if (_out.At < _text.Length && _text[_out.At] == '\n' && !_code[_out.At])
        {
            var at = _out.At;
            while (at < _text.Length && _text[at] is '\n' or ' ' or '\t' && !_code[at]) at++;
            _out.DropTo(at, "spaces");
            _raw = true;
        }
        _itemStart = _out.Written.Length;
    }

    private void Leave(string name)
    {
        var at = _containers.FindLastIndex(c => c.Name == name);
        if (at >= 0) _containers.RemoveRange(at, _containers.Count - at);
        _itemStart = -1;
        Break(blank: _containers is not [.., { Name: "li" }]);
    }

    private void Rule(HtmlTag tag)
    {
        Break(blank: true);
        Drop(tag, "<hr> became Markdown.");
        if (_flat > 0) return;
        _out.Add("---", Marks);
        Break(blank: true);
    }

    private void Preformatted(HtmlTag tag)
    {
        if (tag.Closes || tag.Partner is not { } partner || _flat > 0) { Wrapper(tag); return; }
        _notes.Changed(_out.Line, "HTML pre", "<pre> became a code block.");
        var inner = new StringBuilder();
        for (var i = tag.End; i < partner.Start; i++)
        {
            if (_tags.TryGetValue(i, out var inside)) i = inside.End - 1;
            else inner.Append(_text[i]);
        }
        var said = PlainText.Clean(PlainText.WithLf(WebUtility.HtmlDecode(inner.ToString()))).Text.Trim('\n');
        var fence = new string('`', Math.Max(3, LongestRun(said, '`') + 1));
        Break(blank: true);
        var prefix = Prefix;
        _out.Add($"{fence}\n{prefix}{said.Replace("\n", "\n" + prefix)}\n{prefix}{fence}", Marks);
        _out.DropTo(partner.End, Tags);
        Break(blank: true);
    }
}
