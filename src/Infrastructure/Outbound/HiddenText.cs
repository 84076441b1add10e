using System.Text.RegularExpressions;
using AngleSharp.Html.Parser.Tokens;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>
/// Which elements a reader of a page does not see: by attribute, by inline style, by names made for screen readers, and by simple rules of the page's own style sheets. What a page hides by cleverer
/// means is told to the model, as data like the rest, and stands in the source that is kept.
/// </summary>
internal sealed partial class HiddenText
{
    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "video", "audio", "head", "nav", "footer", "form", "button", "select", "textarea", "dialog", "datalist", "title",
    };
    private static readonly HashSet<string> ForScreenReaders = new(StringComparer.OrdinalIgnoreCase) { "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "hidden", "d-none" };
    private readonly HashSet<string> _byRule = new(StringComparer.Ordinal);

    /// <summary>Takes the rules of one style sheet; those of one class or one id are enough to be told.</summary>
    public void Learn(string sheet)
    {
        foreach (Match rule in Rule().Matches(sheet))
            if (Hiding().IsMatch(rule.Groups[2].Value))
                foreach (var selector in rule.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries))
                    if (OneName().Match(selector) is { Success: true } name) _byRule.Add(name.Groups[1].Value);
    }

    public bool Hides(HtmlTagToken tag)
    {
        if (Unread.Contains(tag.Name)) return true;
        foreach (var attribute in tag.Attributes)
            switch (attribute.Name.ToString().ToLowerInvariant())
            {
                case "hidden": return true;
                case "aria-hidden" when attribute.Value.ToString() == "true": return true;
                case "style" when Hiding().IsMatch(attribute.Value.ToString()): return true;
                case "id" when _byRule.Contains("#" + attribute.Value.ToString()): return true;
                case "class" when attribute.Value.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(c => ForScreenReaders.Contains(c) || _byRule.Contains("." + c)): return true;
            }
        return false;
    }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|opacity\s*:\s*0?\.?0*\s*(;|$|!)|font-size\s*:\s*0?\.?[01]?(px|pt|em|rem|%)?\s*(;|$|!)|(left|top|text-indent|margin-left)\s*:\s*-\d{3,}|clip\s*:\s*rect|clip-path\s*:\s*inset\(\s*(50|100)%|(^|;|\s)(max-)?(height|width)\s*:\s*[01](px)?\s*(;|$|!)|(^|;|\s)color\s*:\s*(transparent|white|#fff(fff)?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Hiding();

    [GeneratedRegex(@"([^{}]+)\{([^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[a-z0-9]*([.#][A-Za-z_][\w-]*)$", RegexOptions.NonBacktracking)]
    private static partial Regex OneName();
}
