using System.Text.RegularExpressions;

namespace QuestCms.Application.Transfer;

/// <summary>
/// Template code of Jekyll and its kin, as far as its meaning is plain: raw unwrapped, comments removed, images and highlighted code as Markdown, the site's base address
/// left out of addresses. The rest is text and is reported. Source: Liquid's and Jekyll's documentation, "Tags" and "Filters".
/// </summary>
internal static partial class TemplateCode
{
    private const int Longest = 2_000;

    /// <param name="image">The front matter's image, which templates call by its name.</param>
    public static SourceText Resolve(SourceText source, string image, ImportNotes notes)
    {
        var text = source.Text;
        var rewriting = new Rewriting(source, notes);
        var at = 0;
        // Ends that were not found once are not looked for again: the time stays linear.
        var lost = new HashSet<string>(StringComparer.Ordinal);
        while ((at = text.IndexOf('{', at)) >= 0 && at + 1 < text.Length)
        {
            rewriting.CopyTo(at);
            at = text[at + 1] switch
            {
                '%' => Tag(rewriting, at, lost),
                '{' => Output(rewriting, at, image),
                _ => at + 1,
            };
        }
        return rewriting.End();
    }

    private static int Tag(Rewriting rewriting, int at, HashSet<string> lost)
    {
        var text = rewriting.Source.Text;
        var close = Close(text, at + 2, "%}");
        if (close < 0) return Kept(rewriting, at, at + 2, "is never closed");
        var end = close + 2;
        var words = text[(at + 2)..close].Trim('-', ' ', '\t', '\n');
        var name = words.Split([' ', '\n', '\t'], 2)[0];
        switch (name)
        {
            case "raw" or "comment" or "highlight" when !lost.Contains(name):
                if (EndTag(text, end, name) is not { } last)
                {
                    lost.Add(name);
                    return Kept(rewriting, at, end, "is never ended");
                }
                Block(rewriting, name, words, end, last.Start, last.End);
                return last.End;
            case "image" or "image_with_class":
                var (file, alt) = TemplateWords.Image(words);
                return file.Length == 0 ? Kept(rewriting, at, end, "names no file") : Image(rewriting, end, file, alt, "");
            case "include" when TemplateWords.Include(words) is ({ Length: > 0 } picture, var said, var caption):
                return Image(rewriting, end, picture, said, caption);
            default:
                return Kept(rewriting, at, end, "is kept as text");
        }
    }

    private static int Image(Rewriting rewriting, int end, string file, string alt, string caption)
    {
        rewriting.Notes.Changed(rewriting.Line, "template image", $"The template's image became an image: {ImportNotes.Shown(file)}");
        rewriting.Add($"![{Label(alt)}]({Address(file)}){(caption.Length > 0 ? "\n\n" + caption : "")}", "template code");
        rewriting.DropTo(end, "template code");
        return end;
    }

    private static void Block(Rewriting rewriting, string name, string words, int end, int last, int after)
    {
        var line = rewriting.Line;
        rewriting.DropTo(end, "template code");
        if (name == "comment") rewriting.DropTo(last, "template comments");
        if (name == "highlight") rewriting.Add($"```{words["highlight".Length..].Trim().Split(' ')[0]}", "template code");
        rewriting.CopyTo(last);
        if (name == "highlight") rewriting.Add(rewriting.Written is [.., '\n'] ? "```" : "\n```", "template code");
        rewriting.DropTo(after, "template code");
        rewriting.Notes.Changed(line, $"template {name}", name switch
        {
            "raw" => "“raw” was unwrapped; what stands in it is text.",
            "comment" => "A template comment was removed.",
            _ => "Highlighted code became a code block.",
        });
    }

    private static int Output(Rewriting rewriting, int at, string image)
    {
        var text = rewriting.Source.Text;
        var close = Close(text, at + 2, "}}");
        if (close < 0) return Kept(rewriting, at, at + 2, "is never closed");
        var (end, said) = (close + 2, text[(at + 2)..close].Trim());
        if (said is "site.baseurl" or "site.url" or "site.base_url")
        {
            rewriting.Notes.Changed(rewriting.Line, "base address", "The template's base address was left out of an address.");
            rewriting.DropTo(end, "template code");
            return end;
        }
        if (image.Length > 0 && OwnImage().IsMatch(said))
        {
            rewriting.Notes.Changed(rewriting.Line, "template address", "The template's name for the image of the front matter became its address.");
            rewriting.Add(Address(image), "template code");
            rewriting.DropTo(end, "template code");
            return end;
        }
        if (Embedded().Match(said) is { Success: true } page)
        {
            rewriting.Notes.Changed(rewriting.Line, "embedded page", $"The embedded page became a link to {ImportNotes.Shown(page.Groups[1].Value)}.");
            var label = page.Groups[2].Value + page.Groups[3].Value;
            rewriting.Add($"[{Label(label.Length > 0 ? label : page.Groups[1].Value)}]({Address(page.Groups[1].Value)})", "template code");
            rewriting.DropTo(end, "template code");
            return end;
        }
        if (UrlFilter().Match(said) is not { Success: true } match) return Kept(rewriting, at, end, "is kept as text");
        rewriting.Notes.Changed(rewriting.Line, "template address", "An address in template code became the address.");
        rewriting.DropTo(at + 2 + text.AsSpan(at + 2).IndexOfAny('"', '\'') + 1, "template code");
        rewriting.CopyTo(rewriting.At + match.Groups[2].Length);
        rewriting.DropTo(end, "template code");
        return end;
    }

    private static int Kept(Rewriting rewriting, int at, int end, string why)
    {
        rewriting.Notes.Kept(rewriting.Line, "template code", $"Template code {why}: {ImportNotes.Shown(rewriting.Source.Text[at..end])}");
        rewriting.CopyTo(end);
        return end;
    }

    private static int Close(string text, int from, string mark)
    {
        var found = text.AsSpan(from, Math.Min(Longest, text.Length - from)).IndexOf(mark);
        return found < 0 ? -1 : from + found;
    }

    private static (int Start, int End)? EndTag(string text, int from, string name)
    {
        for (var at = from; (at = text.IndexOf("end" + name, at, StringComparison.Ordinal)) >= 0; at += name.Length)
        {
            var start = at;
            while (start > from && text[start - 1] is ' ' or '-' or '\n' or '\t') start--;
            var end = at + 3 + name.Length;
            while (end < text.Length && text[end] is ' ' or '-' or '\n' or '\t') end++;
            if (start - 2 >= from && text.AsSpan(start - 2, 2) is "{%" && end + 2 <= text.Length && text.AsSpan(end, 2) is "%}") return (start - 2, end + 2);
        }
        return null;
    }

    internal static string Label(string text) => text.Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]").Replace('\n', ' ');

    internal static string Address(string address)
    {
        var one = address.Trim().Replace("\n", "").Replace("<", "%3C").Replace(">", "%3E");
        return one.AsSpan().IndexOfAny("() \t") < 0 ? one : $"<{one}>";
    }

    [GeneratedRegex("^(page\\.)?image(\\s*\\|\\s*(url|relative_url|absolute_url))?$", RegexOptions.NonBacktracking)]
    private static partial Regex OwnImage();

    // Group 1 the address, 2 or 3 the title, if there is one.
    [GeneratedRegex("""^["'](https?://[^"'\s]+)["']\s*\|\s*embed\s*(?::\s*(?:"([^"]*)"|'([^']*)'))?$""", RegexOptions.NonBacktracking)]
    private static partial Regex Embedded();

    [GeneratedRegex("^(\"|')([^\"']*)(\"|')\\s*\\|\\s*(url|relative_url|absolute_url)$", RegexOptions.NonBacktracking)]
    private static partial Regex UrlFilter();
}
