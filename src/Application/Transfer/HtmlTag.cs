using System.Collections.Frozen;
using System.Net;
using System.Text.RegularExpressions;

namespace QuestCms.Application.Transfer;

/// <summary>A tag of HTML in a Markdown text. Only names HTML has count; <c>&lt;your-name&gt;</c> is text.</summary>
internal sealed partial class HtmlTag(int start, int end, string name, bool closes, string text)
{
    public int Start => start;
    public int End => end;
    /// <summary>In lower case.</summary>
    public string Name => name;
    public bool Closes => closes;
    /// <summary>The tag as it stands, brackets and all.</summary>
    public string Text => text;

    /// <summary>A tag longer than this is text; so a quote that is never closed costs a bounded search.</summary>
    private const int Longest = 4_000;

    private static readonly FrozenSet<string> Names = ("a abbr address article aside audio b blockquote body br button caption center cite code col colgroup dd del details dfn div dl dt em " +
        "embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main mark meta nav noscript object ol " +
        "option p param picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td textarea tfoot th thead time title tr track tt u ul var video")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = ("address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr " +
        "li main nav ol p pre section table tbody td tfoot th thead tr ul").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The tag that ends, or begins, the same element; null when there is none.</summary>
    public HtmlTag? Partner { get; private set; }
    /// <summary>How many tags of blocks stand before it.</summary>
    public int BlocksBefore { get; private init; }
    public bool IsBlock => Blocks.Contains(name);
    /// <summary>HTML itself lets its end be left out.</summary>
    public bool MayStayOpen => name is "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" or "body" or "hr";

    public string Attribute(string wanted)
    {
        foreach (Match match in Attributes().Matches(text))
            if (match.Groups[1].Value.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return Domain.Common.PlainText.Clean(WebUtility.HtmlDecode(match.Groups[2].Value + match.Groups[3].Value + match.Groups[4].Value)).Text.Trim();
        return "";
    }

    /// <summary>Every tag outside code, in order, with its partner.</summary>
    public static List<HtmlTag> Find(string text, bool[] code)
    {
        var tags = new List<HtmlTag>();
        var (blocks, comments) = (0, true);
        var endless = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; (at = text.IndexOf('<', at)) >= 0; at++)
        {
            if (comments && text.AsSpan(at).StartsWith("<!--"))
            {
                var end = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
                comments = end >= 0;
                if (comments) { at = end + 2; continue; }
            }
            if (code[at] || (at > 0 && text[at - 1] == '\\') || Read(text, at, blocks) is not { } tag) continue;
            tags.Add(tag);
            if (tag.IsBlock) blocks++;
            at = tag.End - 1;
            // What stands in a script is no tag.
            if (tag.Closes || tag.Name is not ("script" or "style") || endless.Contains(tag.Name)) continue;
            var last = text.IndexOf("</" + tag.Name, tag.End, StringComparison.OrdinalIgnoreCase);
            if (last > 0) at = last - 1;
            else endless.Add(tag.Name);
        }
        var open = new Dictionary<string, Stack<HtmlTag>>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            if (!open.TryGetValue(tag.Name, out var same)) open[tag.Name] = same = [];
            if (!tag.Closes) same.Push(tag);
            else if (same.TryPop(out var begin)) (begin.Partner, tag.Partner) = (tag, begin);
        }
        return tags;
    }

    private static HtmlTag? Read(string text, int at, int blocks)
    {
        var i = at + 1;
        var closes = i < text.Length && text[i] == '/';
        if (closes) i++;
        var name = i;
        while (i < text.Length && i - name < 12 && char.IsAsciiLetterOrDigit(text[i])) i++;
        if (i == name || i >= text.Length || !(char.IsWhiteSpace(text[i]) || text[i] is '/' or '>')) return null;
        var said = text[name..i].ToLowerInvariant();
        if (!Names.Contains(said)) return null;
        var most = Math.Min(text.Length, at + Longest);
        for (var quote = '\0'; i < most; i++)
        {
            var c = text[i];
            if (quote != '\0') { if (c == quote) quote = '\0'; }
            else if (c is '"' or '\'') quote = c;
            else if (c == '<') return null;
            else if (c == '>') return new HtmlTag(at, i + 1, said, closes, text[at..(i + 1)]) { BlocksBefore = blocks };
        }
        return null;
    }

    [GeneratedRegex("""\s([A-Za-z_:][-A-Za-z0-9_:.]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();
}
