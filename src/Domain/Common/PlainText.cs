namespace QuestCms.Domain.Common;

/// <summary>Rules for any text that enters: line ends are LF, NUL and lone surrogates have no place in it.</summary>
public static class PlainText
{
    /// <summary>U+FFFF, which Unicode keeps out of every text: a NUL that could not be carried this far.</summary>
    public const char StandsForNul = '\uFFFF';

    /// <summary>CRLF and CR become LF.</summary>
    public static string WithLf(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>True when PostgreSQL can't hold it or UTF-8 can't say it: NUL or what stands for it, or half of a surrogate pair.</summary>
    public static bool HasForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\0' or StandsForNul) return true;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }

    /// <summary>The text without NUL and with U+FFFD for lone surrogates, and how many characters were mended.</summary>
    public static (string Text, int Mended) Clean(string text)
    {
        if (!HasForbidden(text)) return (text, 0);
        var clean = new System.Text.StringBuilder(text.Length);
        var mended = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\0' or StandsForNul) { mended++; continue; }
            if (!char.IsSurrogate(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else { clean.Append('\uFFFD'); mended++; }
        }
        return (clean.ToString(), mended);
    }
}
