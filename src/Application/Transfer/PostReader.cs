using System.Security.Cryptography;
using System.Text;
using QuestCms.Domain.Common;
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
        if (OwnPost.IsOne(front)) return OwnPost.Read(file, front, body, charactersIn, notes);
        body = TemplateCode.Resolve(body, front.TryGetValue("image", out var image) ? PlainText.Clean(image.Text).Text : "", notes);
        body = HtmlToMarkdown.Rewrite(body, notes);
        body = MissingImages.Replace(body, file, notes);
        return Finish(file, front, body, charactersIn, SHA256.HashData(file.Bytes), notes);
    }

    /// <summary>What is the same wherever fields and text came from: the body within its limit, the fields within theirs.</summary>
    internal static (ReadPost Post, FileReport Report) Finish(SourceFile file, Dictionary<string, FrontValue> front, SourceText body, int charactersIn, byte[] sha256, ImportNotes notes)
    {
        body = WithoutBlankLines(body, notes);
        if (body.Text.Length == 0) notes.Kept(0, "empty", "There is no text; the article is imported without one and stays a draft.");
        (body, var whole) = WithinLimit(body, notes);
        var post = PostFields.Of(file, front, notes) with { Sha256 = sha256, Body = body.Text };
        if (!whole || body.Text.Length == 0) post = post with { Published = false };
        return (post, notes.Report(file.Path, charactersIn, body.Text.Length));
    }

    // Blank lines at both ends and beyond one in a row say nothing in Markdown, save in code.
    private static SourceText WithoutBlankLines(SourceText body, ImportNotes notes)
    {
        var text = body.Text;
        // Spaces before the first line's text stay: they may make it code.
        var start = text.AsSpan().IndexOfAnyExcept('\n', ' ', '\t');
        if (start > 0) start = text.LastIndexOf('\n', start - 1) + 1;
        var rewriting = new Rewriting(body, notes);
        rewriting.DropTo(start < 0 ? text.Length : start, "blank lines");
        var end = Math.Max(rewriting.At, text.AsSpan().TrimEnd("\n \t").Length);
        var code = CodeMask.Of(text);
        for (var at = rewriting.At; at < end; at++)
        {
            if (text[at] != '\n' || code[at]) continue;
            var (last, lines) = (at, 1);
            for (var i = at + 1; i < end && text[i] is '\n' or ' ' or '\t' && !code[i]; i++)
                if (text[i] == '\n') (last, lines) = (i, lines + 1);
            if (lines > 2)
            {
                rewriting.CopyTo(at + 1);
                rewriting.DropTo(last, "blank lines");
            }
            at = last;
        }
        rewriting.CopyTo(end);
        rewriting.DropTo(text.Length, "blank lines");
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
