using System.Net;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Transfer;

/// <summary>The tags inside a paragraph.</summary>
internal sealed partial class HtmlToMarkdown
{
    private void Emphasis(HtmlTag tag, string mark)
    {
        if (!IsInline(tag)) { Drop(tag, $"The tag {ImportNotes.Shown(tag.Text)} goes over more than one paragraph, or is not closed; it was removed and its words are kept."); return; }
        Drop(tag, $"<{tag.Name}> became Markdown.");
        if (!tag.Closes) Open(tag, mark, mark);
        else Close(tag);
    }

    // A list of terms has no form in Markdown: the term in bold, what it means below it.
    private void Term(HtmlTag tag)
    {
        if (!tag.Closes) Break(blank: true);
        Drop(tag, "<dt> became Markdown: the term in bold.");
        if (!tag.Closes) Open(tag, "**", "**");
        else
        {
            Close(tag);
            Break(blank: true);
            SkipSpaces();
        }
    }

    // Markdown wants no space between a mark and its words: spaces go outside.
    private void Open(HtmlTag tag, string mark, string closing)
    {
        var at = _out.At;
        while (at < _text.Length && _text[at] is ' ' or '\n' && !_code[at]) at++;
        if (at > _out.At)
        {
            _out.DropTo(at, "spaces");
            if (_out.Written is not ([] or [.., ' ' or '\n'])) _out.Add(" ", Marks);
        }
        _out.Add(mark, Marks);
        _opened[tag.Partner!] = (closing, _out.Written.Length);
        _opened[tag] = (mark, 0);
    }

    private bool Close(HtmlTag tag)
    {
        if (!_opened.Remove(tag, out var opened)) return false;
        var spaces = 0;
        while (_out.Written.Length - spaces > opened.Written && _out.Written[^(spaces + 1)] is ' ') spaces++;
        _out.TakeBack(spaces, "spaces");
        var empty = _out.Written.Length == opened.Written;
        if (empty) _out.TakeBack(_opened[tag.Partner!].Mark.Length, Marks);
        else _out.Add(opened.Mark, Marks);
        if (spaces > 0) _out.Add(" ", Marks);
        return !empty;
    }

    private void Link(HtmlTag tag)
    {
        var begin = tag.Closes ? tag.Partner : tag;
        var address = begin?.Attribute("href") ?? "";
        if (address.Length == 0) { Drop(tag, "A link without an address was removed; its words are kept."); return; }
        if (!IsSafe(address))
        {
            if (!tag.Closes) _notes.Lost(_out.Line, "unsafe address", $"A link to {ImportNotes.Shown(address)} was removed; its words are kept.");
            _out.DropTo(tag.End, Tags);
            return;
        }
        if (!IsInline(tag))
        {
            if (!tag.Closes) _notes.Lost(_out.Line, "link around blocks", $"A link around more than one paragraph, or not closed, was removed; its words are kept: {ImportNotes.Shown(address)}");
            _out.DropTo(tag.End, Tags);
            return;
        }
        var line = _out.Line;
        Drop(tag, "<a> became Markdown.");
        if (!tag.Closes) Open(tag, "[", $"]({TemplateCode.Address(address)})");
        else if (!Close(tag)) _notes.Lost(line, "empty link", $"A link without words was removed: {ImportNotes.Shown(address)}");
    }

    private void Image(HtmlTag tag)
    {
        var (address, alt) = (tag.Attribute("src"), tag.Attribute("alt"));
        if (address.Length == 0 || !IsSafe(address))
        {
            _notes.Lost(_out.Line, "image", alt.Length > 0 ? "An image without a usable address is shown by its alt text." : $"An image without a usable address was removed: {ImportNotes.Shown(tag.Text)}");
            _out.Add(PlainText.WithLf(alt).Replace('\n', ' '), Marks);
        }
        else
        {
            _notes.Changed(_out.Line, "HTML img", "<img> became Markdown.");
            _out.Add($"![{TemplateCode.Label(PlainText.WithLf(alt))}]({TemplateCode.Address(address)})", Marks);
        }
        _out.DropTo(tag.End, Tags);
    }

    private void CodeSpan(HtmlTag tag)
    {
        var inner = tag.Closes || !IsInline(tag) ? "" : _text[tag.End..tag.Partner!.Start];
        if (inner.Trim().Length == 0 || inner.Contains('<')) { Drop(tag, $"The tag {ImportNotes.Shown(tag.Text)} was removed; its words are kept."); return; }
        _notes.Changed(_out.Line, $"HTML {tag.Name}", $"<{tag.Name}> became Markdown.");
        var said = PlainText.Clean(WebUtility.HtmlDecode(inner)).Text.Replace('\n', ' ').Trim();
        var fence = new string('`', LongestRun(said, '`') + 1);
        _out.Add(fence.Length > 1 ? $"{fence} {said} {fence}" : $"`{said}`", Marks);
        _out.DropTo(tag.Partner!.End, Tags);
    }

    // A run of breaks is a new paragraph; one at the end of a paragraph says nothing.
    private void LineBreak(HtmlTag tag)
    {
        var (end, count) = (tag.End, 1);
        for (var at = end; at < _text.Length; at++)
        {
            if (_tags.TryGetValue(at, out var next) && next.Name == "br") (end, count, at) = (next.End, count + 1, next.End - 1);
            else if (_text[at] is not (' ' or '\t' or '\n')) break;
        }
        var follows = _text.AsSpan(end);
        var rest = follows.IndexOfAnyExcept(' ', '\t');
        var lineEnds = rest < 0 || follows[rest] == '\n';
        var last = rest < 0 || (lineEnds && (end + rest + 1 >= _text.Length || _paragraphs[end + rest] != _paragraphs[end + rest + 1]));
        _notes.Changed(_out.Line, "HTML br", "<br> became Markdown.");
        _out.DropTo(end, Tags);
        if (_flat > 0) { Break(blank: false); return; }
        if (count > 1 || last || IsLineEmpty()) { if (!last) Break(blank: true); return; }
        _out.Add(lineEnds ? "\\" : "\\\n" + Prefix, Marks);
        if (!lineEnds) SkipSpaces();
    }

    private void Without(HtmlTag tag)
    {
        var end = !tag.Closes && tag.Partner is { } partner ? partner.End : tag.End;
        if (!tag.Closes) _notes.Lost(_out.Line, tag.Name, $"<{tag.Name}> was removed with all it holds: {ImportNotes.Shown(_text[tag.Start..Math.Min(end, tag.Start + 200)])}");
        _out.DropTo(end, tag.Name is "script" or "style" ? "scripts and styles" : Tags);
    }

    private void Frame(HtmlTag tag)
    {
        var (address, title) = (tag.Attribute("src"), tag.Attribute("title"));
        if (!tag.Closes && address.Length > 0 && IsSafe(address))
        {
            _notes.Changed(_out.Line, "embedded page", $"<{tag.Name}> became a link to {ImportNotes.Shown(address)}.");
            _out.Add($"[{TemplateCode.Label(title.Length > 0 ? PlainText.WithLf(title) : address)}]({TemplateCode.Address(address)})", Marks);
        }
        else if (!tag.Closes) _notes.Lost(_out.Line, "embedded page", $"<{tag.Name}> without a usable address was removed: {ImportNotes.Shown(tag.Text)}");
        _out.DropTo(tag.Name == "iframe" && !tag.Closes && tag.Partner is { } partner ? partner.End : tag.End, Tags);
    }

    private static bool IsSafe(string address)
    {
        var colon = address.IndexOf(':');
        if (address.Length > 2_000 || address.Any(char.IsControl)) return false;
        return colon < 0 || address.AsSpan(0, colon).IndexOfAny("/?#") >= 0 || address[..colon].ToLowerInvariant() is "http" or "https" or "mailto";
    }

    private static int LongestRun(string text, char of)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text) longest = Math.Max(longest, run = c == of ? run + 1 : 0);
        return longest;
    }
}
