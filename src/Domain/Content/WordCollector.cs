using System.Buffers;
using System.Text;

namespace QuestCms.Domain.Content;

/// <summary>Reads a text from left to right and keeps the words and the sentence ends it meets.</summary>
internal sealed class WordCollector(string text)
{
    private static readonly SearchValues<char> EndsAddress = SearchValues.Create(" \t\n\r<>\"`|)]*\u00A0");
    private static readonly string[] Addresses = ["https://", "http://", "www.", "mailto:", "ftp://"];

    private readonly List<Word> _found = new(text.Length / 6);
    // A full stop counts once white space follows: "node.js" and "v2.0" go on.
    private bool _stop;

    public IReadOnlyList<Word> Found => _found;

    public void StepTo(int from, int end)
    {
        while (from < end) from = Step(from, end);
    }

    /// <summary>Reads what stands at <paramref name="i"/>, a whole word or one character, and returns what comes after it.</summary>
    public int Step(int i, int end)
    {
        var c = text[i];
        if (char.IsAsciiLetterOrDigit(c)) return ReadWord(i, end);
        if (c is ' ' or '\n' or '\t' or '\u00A0')
        {
            if (_stop) Break(WordBreak.Sentence);
            return i + 1;
        }
        if (c < 0x80)
        {
            if (c is '!' or '?') _stop = true;
            // "U.S. agencies", "e.g. this", "J. Smith": a point after a single letter ends nothing.
            else if (c == '.') _stop = _found.Count > 0 && (_found[^1].End != i || _found[^1].Length > 1 || !char.IsAsciiLetter(text[i - 1]));
            else if (c is ',' or ';' or ':') _stop = false;
            return i + 1;
        }
        if (c == '…') _stop = true;
        else if (c is '。' or '！' or '？') Break(WordBreak.Sentence);
        var rune = RuneAt(i, end, out var length);
        return Rune.IsLetterOrDigit(rune) ? ReadWord(i, end) : i + length;
    }

    /// <summary>Says what ends after the last word.</summary>
    public void Break(WordBreak kind)
    {
        _stop = false;
        if (_found.Count > 0 && _found[^1].After < kind) _found[^1] = _found[^1] with { After = kind };
    }

    private int ReadWord(int start, int end)
    {
        _stop = false;
        if (IsAddress(start, end)) return SkipAddress(start, end);
        var i = start;
        while (i < end)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c)) { i++; continue; }
            if (c < 0x80 || c is '’' or '‐' or '‑')
            {
                if (i > start && i + 1 < end && Joins(i, end)) { i++; continue; }
                break;
            }
            var rune = RuneAt(i, end, out var length);
            if (IsIdeograph(rune))
            {
                if (i == start) i += length;
                break;
            }
            if (!Rune.IsLetterOrDigit(rune) && !IsMark(rune)) break;
            i += length;
        }
        _found.Add(new Word(start, i - start, WordBreak.None));
        return i;
    }

    private bool Joins(int i, int end) => text[i] switch
    {
        '\'' or '’' or '-' or '‐' or '‑' => IsLetterOrDigitAt(i + 1, end),
        '.' or ',' => char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]),
        _ => false,
    };

    private bool IsLetterOrDigitAt(int i, int end)
    {
        if (text[i] < 0x80) return char.IsAsciiLetterOrDigit(text[i]);
        var rune = RuneAt(i, end, out _);
        return Rune.IsLetterOrDigit(rune) && !IsIdeograph(rune);
    }

    private bool IsAddress(int i, int end)
    {
        if ((text[i] | 0x20) is not ('h' or 'w' or 'm' or 'f')) return false;
        foreach (var address in Addresses)
            if (i + address.Length < end && text.AsSpan(i, address.Length).Equals(address, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private int SkipAddress(int start, int end)
    {
        var length = text.AsSpan(start, end - start).IndexOfAny(EndsAddress);
        var i = length < 0 ? end : start + length;
        // What ends the sentence is not the address's.
        while (i > start + 1 && text[i - 1] is '.' or ',' or ';' or ':' or '!' or '?') i--;
        return i;
    }

    private Rune RuneAt(int i, int end, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(i, end - i), out var rune, out length);
        return rune;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    // Han and kana are written without spaces: one by one they count about as words do.
    private static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x3041 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
