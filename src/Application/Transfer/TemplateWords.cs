using System.Text.RegularExpressions;

namespace QuestCms.Application.Transfer;

/// <summary>The words of a tag of template code that shows an image: its file, its alt text, its caption; empty where the tag has none.</summary>
internal static partial class TemplateWords
{
    /// <summary>
    /// <c>image "file" "alt"</c>, <c>image "file" "class" "alt"</c>, <c>image_with_class "file" "class" "alt"</c>. An alt text with quotes of its own goes on to the last quote.
    /// </summary>
    public static (string File, string Alt) Image(string words)
    {
        var said = Quoted().Matches(words);
        if (said.Count == 0) return ("", "");
        var file = Inner(said[0]);
        if (said.Count == 1) return (file, "");
        if (Parted().IsMatch(words)) return (file, Inner(said[^1]));
        var alt = words.StartsWith("image_with_class", StringComparison.Ordinal) && said.Count > 2 ? said[2] : said[1];
        var end = words.LastIndexOf(alt.Value[0]);
        return (file, end > alt.Index ? words[(alt.Index + 1)..end] : Inner(alt));
    }

    /// <summary><c>include "template", image: "file", alt: "…", caption: "…"</c>. No file: it is no include of an image.</summary>
    public static (string File, string Alt, string Caption) Include(string words)
    {
        var (file, alt, caption) = ("", "", "");
        foreach (Match named in Named().Matches(words))
        {
            var value = (named.Groups[2].Value + named.Groups[3].Value).Trim();
            switch (named.Groups[1].Value)
            {
                case "image" or "src": file = value; break;
                case "alt" or "image_alt" or "alt_text": alt = value; break;
                case "caption" or "figcaption": caption = value; break;
                default: break;
            }
        }
        // A caption that says the same as the alt text is shown once.
        return (file, alt.Length > 0 ? alt : caption, alt.Length > 0 && alt != caption ? caption : "");
    }

    private static string Inner(Match quoted) => quoted.Value[1..^1];

    [GeneratedRegex("\"[^\"]*\"|'[^']*'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    // Nothing but quoted texts with spaces between them.
    [GeneratedRegex("""^\S+(\s+("[^"]*"|'[^']*'))+$""", RegexOptions.NonBacktracking)]
    private static partial Regex Parted();

    [GeneratedRegex("""([A-Za-z_]+)\s*[:=]\s*(?:"([^"]*)"|'([^']*)')""", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
