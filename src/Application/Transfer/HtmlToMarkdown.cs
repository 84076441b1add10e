using System.Collections.Frozen;

namespace QuestCms.Application.Transfer;

/// <summary>
/// HTML inside Markdown as Markdown, because the renderer has HTML switched off: what Markdown can say is said in it, tags that only lay out are removed with
/// their words kept, scripts and styles are removed, comments and attribute lists of kramdown are removed. Every removal and addition is counted by name.
/// </summary>
internal sealed partial class HtmlToMarkdown
{
    private const string Tags = "HTML tags", Marks = "Markdown for HTML";
    private static readonly FrozenSet<string> Layout = "div p section article aside header footer main nav center figure figcaption address details summary dl dd dt body fieldset form caption".Split(' ').ToFrozenSet();

    private readonly SourceText _source;
    private readonly string _text;
    private readonly ImportNotes _notes;
    private readonly Rewriting _out;
    private readonly bool[] _code;
    private readonly int[] _paragraphs;
    private readonly Dictionary<int, HtmlTag> _tags;
    /// <summary>Opened links and emphasis: what closes them, and how much was written when they opened.</summary>
    private readonly Dictionary<HtmlTag, (string Mark, int Written)> _opened = [];
    private bool _noComments;

    private HtmlToMarkdown(SourceText source, ImportNotes notes)
    {
        (_source, _text, _notes, _out) = (source, source.Text, notes, new Rewriting(source, notes));
        _code = CodeMask.Of(_text);
        _paragraphs = CodeMask.Paragraphs(_text);
        _tags = HtmlTag.Find(_text, _code).ToDictionary(t => t.Start);
    }

    public static SourceText Rewrite(SourceText source, ImportNotes notes) =>
        source.Text.AsSpan().IndexOfAny('<', '{') < 0 ? source : new HtmlToMarkdown(source, notes).Run();

    private SourceText Run()
    {
        LineStart();
        while (_out.At < _text.Length)
        {
            var at = _out.At;
            var c = _text[at];
            if (_code[at]) Code(c);
            else if (c == '\n') NewLine();
            else if (c == '\\') _out.CopyTo(Math.Min(at + 2, _text.Length));
            else if (c == '<' && _tags.TryGetValue(at, out var tag)) Tag(tag);
            else if (c == '<') Angle();
            else if (c == '{') Brace();
            else if (c == '|' && _inCell) { _out.Add("\\", Marks); _out.CopyTo(at + 1); }
            else _out.CopyTo(at + 1);
        }
        return _out.End();
    }

    private void Code(char c)
    {
        _out.CopyTo(_out.At + 1);
        if (c == '\n' && _out.At < _text.Length && _code[_out.At]) _out.Add(Prefix, Marks);
    }

    private void Angle()
    {
        var at = _out.At;
        if (_noComments || !_text.AsSpan(at).StartsWith("<!--")) { _out.CopyTo(at + 1); return; }
        var end = _text.IndexOf("-->", at + 4, StringComparison.Ordinal);
        if (end < 0)
        {
            _noComments = true;
            _notes.Kept(_out.Line, "comment", "An HTML comment is never closed; it is kept as text.");
            _out.CopyTo(at + 1);
            return;
        }
        _notes.Changed(_out.Line, "comment", $"An HTML comment was removed: {ImportNotes.Shown(_text[(at + 4)..Math.Min(end, at + 200)])}");
        _out.DropTo(end + 3, "HTML comments");
    }

    // {: .class #id key="value" }, {:toc}, {::options /}: kramdown's attribute lists and extensions.
    private void Brace()
    {
        var at = _out.At;
        var window = _text.AsSpan(at, Math.Min(500, _text.Length - at));
        var end = window is ['{', ':', ':' or ' ' or '.' or '#' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] ? window.IndexOfAny('}', '\n') : -1;
        if (end < 0 || window[end] != '}' || window[..end].Contains("=>", StringComparison.Ordinal)) { _out.CopyTo(at + 1); return; }
        _notes.Changed(_out.Line, "attribute list", $"An attribute list was removed: {ImportNotes.Shown(window[..(end + 1)].ToString())}");
        _out.DropTo(at + end + 1, "attribute lists");
    }

    private void Tag(HtmlTag tag)
    {
        if (IsMentioned(tag))
        {
            _notes.Kept(_out.Line, "HTML in a sentence", $"The tag {ImportNotes.Shown(tag.Text)} stands in a sentence and has no end; it is kept as text.");
            _out.CopyTo(tag.End);
            return;
        }
        switch (tag.Name)
        {
            case "strong" or "b": Emphasis(tag, "**"); break;
            case "em" or "i": Emphasis(tag, "*"); break;
            case "del" or "s" or "strike": Emphasis(tag, "~~"); break;
            case "dt" when IsInline(tag): Term(tag); break;
            case "a": Link(tag); break;
            case "br": LineBreak(tag); break;
            case "img": Image(tag); break;
            case "code" or "kbd" or "tt" or "samp": CodeSpan(tag); break;
            case "pre": Preformatted(tag); break;
            case "script" or "style" or "head" or "svg" or "textarea" or "select": Without(tag); break;
            case "iframe" or "video" or "audio" or "embed" or "object" or "source": Frame(tag); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Heading(tag); break;
            case "blockquote": Quote(tag); break;
            case "ul" or "ol": List(tag); break;
            case "li": Item(tag); break;
            case "table" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "colgroup" or "col": Table(tag); break;
            case "hr": Rule(tag); break;
            default: Wrapper(tag); break;
        }
    }

    private void Drop(HtmlTag tag, string say)
    {
        if (!tag.Closes) _notes.Changed(_out.Line, $"HTML {tag.Name}", say);
        _out.DropTo(tag.End, Tags);
    }

    private void Wrapper(HtmlTag tag)
    {
        if (Layout.Contains(tag.Name)) Break(blank: true);
        Drop(tag, $"The tag {ImportNotes.Shown(tag.Text)} was removed; its words are kept.");
        if (Layout.Contains(tag.Name)) SkipSpaces();
    }

    // "use headings like <h1> and <h2>": a block that is never ended and begins within a line is spoken of, not used.
    private bool IsMentioned(HtmlTag tag)
    {
        if (tag.Closes || tag.Partner is not null || !tag.IsBlock || tag.MayStayOpen) return false;
        for (var i = tag.Start - 1; i >= 0 && _text[i] != '\n'; i--)
            if (_text[i] is not (' ' or '\t' or '>')) return true;
        return false;
    }

    // What is between the tags, if it is one run of inline text.
    private bool IsInline(HtmlTag tag) =>
        tag.Partner is { } partner && _paragraphs[tag.Start] == _paragraphs[partner.Start] && (tag.Closes ? tag : partner).BlocksBefore == (tag.Closes ? partner : tag).BlocksBefore + (tag.IsBlock ? 1 : 0);

    private void SkipSpaces()
    {
        var at = _out.At;
        while (at < _text.Length && _text[at] is ' ' or '\t' && !_code[at]) at++;
        _out.DropTo(at, "spaces");
    }
}
