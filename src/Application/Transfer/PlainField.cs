using System.Net;
using System.Text.RegularExpressions;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Transfer;

/// <summary>A field of front matter as plain text: tags and Markdown links lose their marks and keep their words.</summary>
internal static partial class PlainField
{
    public static string Of(FrontValue value, ImportNotes notes)
    {
        var (text, mended) = PlainText.Clean(PlainText.WithLf(value.Text));
        if (mended > 0) notes.Lost(value.Line, "NUL", "Characters that can't be stored stand here; they were removed.");
        var plain = MarkdownLink().Replace(Tag().Replace(text, ""), "$1");
        if (plain != text) notes.Changed(value.Line, "markup in a field", "Markup in this field was removed; its words are kept.");
        if (plain.Contains('&')) plain = PlainText.Clean(WebUtility.HtmlDecode(plain)).Text;
        return plain.Trim();
    }

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]*(\s[^<>]*)?/?>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[([^\[\]\n]*)\]\([^()\s]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownLink();
}
