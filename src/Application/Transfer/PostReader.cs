using System.Security.Cryptography;
using System.Text;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Transfer;

/// <summary>Reads one Markdown file as a post. Knows no database and never throws for what a file holds; its time is linear in the file's length.</summary>
internal static class PostReader
{
    /// <summary>A file over this many bytes is not read: nothing of it would fit.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    public static (ReadPost Post, FileReport Report) Read(SourceFile file)
    {
        var notes = new ImportNotes();
        var (text, charactersIn) = FileText.Read(file.Bytes, notes);
        var (front, body) = FrontMatter.Read(text, notes);
        body = TemplateCode.Resolve(body, notes);
        body = HtmlToMarkdown.Rewrite(body, notes);
        body = MissingImages.Replace(body, file, notes);
        body = WithoutBlankEnds(body, notes);
        if (body.Text.Length == 0) notes.Kept(0, "empty", "The file has no text; the article is imported without one and stays a draft.");
        (body, var whole) = WithinLimit(body, notes);
        var post = PostFields.Of(file, front, notes) with { Sha256 = SHA256.HashData(file.Bytes), Body = body.Text };
        if (!whole || body.Text.Length == 0) post = post with { Published = false };
        return (post, notes.Report(file.Path, charactersIn, body.Text.Length));
    }

    private static SourceText WithoutBlankEnds(SourceText body, ImportNotes notes)
    {
        // Spaces before the first line's text would make it code; line ends at the end say nothing.
        var start = body.Text.AsSpan().IndexOfAnyExcept('\n', ' ', '\t');
        if (start > 0) start = body.Text.LastIndexOf('\n', start - 1) + 1;
        var rewriting = new Rewriting(body, notes);
        rewriting.DropTo(start < 0 ? body.Text.Length : start, "blank lines");
        var end = body.Text.AsSpan().TrimEnd("\n \t").Length;
        if (end > rewriting.At) rewriting.CopyTo(end);
        rewriting.DropTo(body.Text.Length, "blank lines");
        return rewriting.End();
    }

    // Cut at the last paragraph that fits; a cut text is never shown to readers.
    private static (SourceText Body, bool Whole) WithinLimit(SourceText body, ImportNotes notes)
    {
        var bytes = Encoding.UTF8.GetByteCount(body.Text);
        if (bytes <= ArticleContent.MaxBodyBytes) return (body, true);
        var (fits, used) = (0, 0);
        foreach (var rune in body.Text.EnumerateRunes())
        {
            if ((used += rune.Utf8SequenceLength) > ArticleContent.MaxBodyBytes) break;
            fits += rune.Utf16SequenceLength;
        }
        var paragraph = body.Text.LastIndexOf("\n\n", fits, StringComparison.Ordinal);
        var end = paragraph > fits / 2 ? paragraph : fits;
        notes.Lost(body.LineAt(end), "over the limit", $"The text has {bytes / 1024.0:N0} KB; {ArticleContent.MaxBodyBytes / 1024} are the most. It is cut here and stays a draft; move the rest into another file.");
        var rewriting = new Rewriting(body, notes);
        rewriting.CopyTo(end);
        rewriting.DropTo(body.Text.Length, "over the limit");
        return (rewriting.End(), false);
    }
}
