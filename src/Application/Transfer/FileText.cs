using System.Text;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Transfer;

/// <summary>Bytes of a file as text with LF, without what can't be stored; each mend reported with its line.</summary>
internal static class FileText
{
    public static (SourceText Text, int CharactersIn) Read(byte[] bytes, ImportNotes notes)
    {
        var (decoded, encoding) = Decode(bytes);
        if (encoding is not "UTF-8") notes.Changed(0, "encoding", $"The file is {encoding}; it was read as such and is stored as UTF-8.");
        var source = SourceText.Of(decoded);
        ReportBadBytes(bytes, encoding, source, notes);
        var text = new Rewriting(source, notes);
        if (decoded.StartsWith('\uFEFF')) text.DropTo(1, "byte order mark");
        for (var i = text.At; i < decoded.Length; i++)
        {
            var c = decoded[i];
            if (c is not ('\r' or '\0' or PlainText.StandsForNul) && !char.IsSurrogate(c)) continue;
            text.CopyTo(i);
            if (c == '\r')
            {
                text.DropTo(i + 1, "line ends");
                if (i + 1 >= decoded.Length || decoded[i + 1] != '\n') text.Add("\n", "line ends");
            }
            else if (c is '\0' or PlainText.StandsForNul)
            {
                notes.Lost(text.Line, "NUL", c == '\0' ? "A NUL character stands here; it can't be stored and was removed." : "A character that is none (U+FFFF) stands here; it can't be stored and was removed.");
                text.DropTo(i + 1, "NUL");
            }
            else if (i + 1 < decoded.Length && char.IsSurrogatePair(c, decoded[i + 1])) i++;
            else
            {
                notes.Lost(text.Line, "lone surrogate", "Half of a character pair stands here; it is shown as \uFFFD.");
                text.Add("\uFFFD", "lone surrogates");
                text.DropTo(i + 1, "lone surrogates");
            }
        }
        return (text.End(), decoded.Length);
    }

    private static (string Text, string Encoding) Decode(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => (Lenient(bytes, bigEndian: false), "UTF-16"),
        [0xFE, 0xFF, ..] => (Lenient(bytes, bigEndian: true), "UTF-16"),
        _ => (Encoding.UTF8.GetString(bytes), "UTF-8"),
    };

    // Unit by unit, so that a lone surrogate arrives as one and is reported where it stands.
    private static string Lenient(byte[] bytes, bool bigEndian) => string.Create(bytes.Length / 2, (bytes, bigEndian), static (units, from) =>
    {
        for (var i = 0; i < units.Length; i++)
            units[i] = (char)(from.bigEndian ? from.bytes[2 * i] << 8 | from.bytes[2 * i + 1] : from.bytes[2 * i] | from.bytes[2 * i + 1] << 8);
    });

    private static void ReportBadBytes(byte[] bytes, string encoding, SourceText text, ImportNotes notes)
    {
        if (encoding != "UTF-8" || System.Text.Unicode.Utf8.IsValid(bytes)) return;
        foreach (var line in Enumerable.Range(0, text.Text.Length).Where(i => text.Text[i] == '\uFFFD').Select(text.LineAt).Distinct())
            notes.Lost(line, "not UTF-8", "Bytes here are not UTF-8; they are shown as \uFFFD. Save the file as UTF-8 and import it again.");
    }
}
