using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>
/// What a reader of a page sees, as plain text: no markup, no scripts, no navigation, nothing that is hidden from readers, no characters without a width: instructions are hidden there. Read as a stream
/// of tokens, because a tree of somebody else's page takes a minute when it is made to (100,000 elements deep or wide).
/// </summary>
internal static partial class PageText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "section", "article", "main", "header", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "blockquote", "pre", "figure", "figcaption", "hr", "address", "details", "summary",
    };
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    public static (string Title, string Text) Of(string html)
    {
        var hidden = new HiddenText();
        var within = "";
        var title = new StringBuilder();
        foreach (var token in Tokens(html))
        {
            if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag) within = token.Type == HtmlTokenType.StartTag ? token.Name : "";
            else if (token.Type == HtmlTokenType.Character && within == "style") hidden.Learn(token.Data);
            else if (token.Type == HtmlTokenType.Character && within == "title" && title.Length == 0) title.Append(token.Data);
        }
        var (all, main) = Seen(html, hidden);
        return (Spaces().Replace(Readable(title.ToString()), " ").Trim(), main.Length > 0 ? main : all);
    }

    /// <summary>Text as it is sent, with what no reader sees taken out.</summary>
    public static string Readable(string text) => PlainText.Clean(Invisible().Replace(PlainText.WithLf(text), "")).Text;

    // All of it, and what stands in the page's main part: one of the two is the text.
    private static (string All, string Main) Seen(string html, HiddenText hidden)
    {
        var (all, main) = (new StringBuilder(), new StringBuilder());
        var (unseen, depth, inMain) = ("", 0, 0);
        void Add(string text)
        {
            all.Append(text);
            if (inMain > 0) main.Append(text);
        }
        foreach (var token in Tokens(html))
        {
            if (token.Type == HtmlTokenType.Character && depth == 0) Add(token.Data.Replace('\n', ' '));
            if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag)) continue;
            var tag = token.AsTag();
            var (name, starts) = (tag.Name, tag.Type == HtmlTokenType.StartTag);
            if (depth > 0)
            {
                // A paragraph ends where the next block begins, though nobody said so.
                if (name == unseen) depth += starts ? (Void.Contains(name) ? 0 : 1) : -1;
                else if (unseen is "p" && Blocks.Contains(name)) depth = 0;
                if (depth > 0 || (name == unseen && !starts)) continue;
            }
            if (starts && hidden.Hides(tag))
            {
                if (!Void.Contains(name) && !tag.IsSelfClosing) (unseen, depth) = (name, 1);
                continue;
            }
            if (name is "main" or "article") inMain = Math.Max(0, inMain + (starts ? 1 : -1));
            if (name is "td" or "th" && starts) Add(" | ");
            else if (name == "br" || Blocks.Contains(name)) Add("\n");
        }
        return (Tidy(all), Tidy(main));
    }

    private static IEnumerable<HtmlToken> Tokens(string html)
    {
        using var source = new TextSource(html);
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        while (tokens.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            // Where no tree is built, the reader has to be told in which of these text is text.
            if (token.Type == HtmlTokenType.StartTag)
                tokens.State = token.Name switch { "script" => HtmlParseMode.Script, "style" or "iframe" or "xmp" or "noembed" or "noframes" => HtmlParseMode.Rawtext, "textarea" or "title" => HtmlParseMode.RCData, "plaintext" => HtmlParseMode.Plaintext, _ => HtmlParseMode.PCData };
            yield return token;
        }
    }

    private static string Tidy(StringBuilder text)
    {
        var lines = Readable(text.ToString()).Split('\n').Select(line => Spaces().Replace(line, " ").Trim(' ', '|')).Where(line => line.Length > 0);
        return string.Join("\n\n", lines);
    }

    // Zero-width and formatting characters, bidirectional controls, variation selectors, tag characters and private use.
    [GeneratedRegex(@"[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uE000-\uF8FF\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB]|\uDB40[\uDC00-\uDFFF]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
