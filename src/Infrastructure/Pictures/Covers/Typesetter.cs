using System.Globalization;
using System.Reflection;
using System.Text;

namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>Lines of a text as they are set, and how high an em is; in pixels.</summary>
internal sealed record SetText(IReadOnlyList<string> Lines, float Size, float Leading)
{
    public float Height => (Lines.Count - 1) * Leading + Size;
}

/// <summary>
/// Sets text with faces of our own: the same on every machine, whatever is installed there. A character is taken from the first face that has it; one that none has is
/// left out when it is a sign, and tells <see cref="CanSet"/> when it is a letter.
/// </summary>
internal sealed class Typesetter
{
    private static readonly string[] Subsets = ["latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"];
    private static readonly Lazy<Typesetter> Ours = new(() => new Typesetter());
    /// <summary>Marks where a word was broken, until it is shown.</summary>
    private const char Broken = '\u00AD';
    private readonly Face[] _faces;

    private Typesetter() => _faces = [.. Subsets.Select(subset => new Face(Read($"source-serif-4-{subset}-600-normal.woff")))];

    public static Typesetter Serif => Ours.Value;

    /// <summary>One line, without what can't be drawn and what makes no mark.</summary>
    public string Plain(string text) => Spaces(new string([.. Runes(text.Normalize(NormalizationForm.FormC)).Where(r => Rune.IsWhiteSpace(r) || Glyph(r) is not null).SelectMany(r => r.ToString())]));

    /// <summary>False when a letter or a digit of the text has no drawing here: it is better not set at all than with holes.</summary>
    public bool CanSet(string text) => Runes(text.Normalize(NormalizationForm.FormC)).All(r => Glyph(r) is not null || !(Rune.IsLetterOrDigit(r) || Rune.GetUnicodeCategory(r) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        && Plain(text).Length > 0;

    /// <summary>
    /// The largest size, from most to least, at which the text fits in lines of about one length; a word wider than a line is broken only where no size helps. At the
    /// least size what does not fit ends in dots.
    /// </summary>
    public SetText Fit(string text, float width, float height, float most, float least, float leading = 1.14f)
    {
        var mayBreak = text.Split(' ').Any(word => Width(word, least) > width);
        for (var size = most; ; size = Math.Max(least, size * 0.96f))
        {
            var set = new SetText(Even(text, Wrap(text, size, width), size, width), size, size * leading);
            if (set.Height <= height && (mayBreak || !IsBroken(set.Lines)) && (size < most * 0.6f || !IsRagged(set))) return Shown(set);
            if (size > least) continue;
            var room = Math.Max(1, (int)((height - size) / set.Leading) + 1);
            return Shown(set.Lines.Count <= room ? set : set with { Lines = [.. set.Lines.Take(room - 1), set.Lines[room - 1].TrimEnd(' ', ',', '.', ';', ':', Broken) + "…"] });
        }
    }

    public float Width(string text, float size)
    {
        var x = 0f;
        Walk(text, (face, glyph, kern) => x += (kern + face.Width(glyph)) * size);
        return x;
    }

    /// <summary>The outlines of a line whose letters stand on y.</summary>
    public Outline Draw(string text, float x, float y, float size)
    {
        var outline = new Outline();
        Walk(text, (face, glyph, kern) =>
        {
            x += kern * size;
            face.Outline(glyph, outline, x, y, size);
            x += face.Width(glyph) * size;
        });
        return outline;
    }

    // Words as they come; a word wider than a line is broken where the line ends (marked, so that a smaller size is tried first).
    private List<string> Wrap(string text, float size, float width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0) lines.Add(line);
            line = word;
            while (Width(line, size) > width)
            {
                var fits = Longest(line, size, width);
                lines.Add(line[..fits] + Broken);
                line = line[fits..];
            }
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    // As many letters as a line holds with a hyphen behind them, never half a pair.
    private int Longest(string word, float size, float width)
    {
        var (least, most) = (1, word.Length - 1);
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            if (Width(word[..middle] + "-", size) <= width) least = middle;
            else most = middle - 1;
        }
        return char.IsHighSurrogate(word[least - 1]) ? least + 1 : least;
    }

    // As many lines, but of about the same length: no last line of one short word.
    private List<string> Even(string text, List<string> lines, float size, float width)
    {
        if (lines.Count < 2 || IsBroken(lines)) return lines;
        var (low, high) = (width / 2, width);
        while (high - low > 4)
        {
            var middle = (low + high) / 2;
            var tried = Wrap(text, size, middle);
            if (tried.Count <= lines.Count && !IsBroken(tried)) high = middle;
            else low = middle;
        }
        return Wrap(text, size, high);
    }

    // A line of one short word between longer ones.
    private bool IsRagged(SetText set) => set.Lines.Count > 2 && set.Lines.Min(l => Width(l, set.Size)) < set.Lines.Max(l => Width(l, set.Size)) * 0.5f;

    private static bool IsBroken(IReadOnlyList<string> lines) => lines.Any(l => l.EndsWith(Broken));

    private static SetText Shown(SetText set) => set with { Lines = [.. set.Lines.Select(l => l.Replace(Broken, '-'))] };

    private void Walk(string text, Action<Face, int, float> each)
    {
        (Face Face, int Glyph)? before = null;
        foreach (var rune in Runes(text))
        {
            if (Glyph(rune) is not { } found) continue;
            each(found.Face, found.Glyph, before is { } last && ReferenceEquals(last.Face, found.Face) ? found.Face.Kern(last.Glyph, found.Glyph) : 0);
            before = found;
        }
    }

    private (Face Face, int Glyph)? Glyph(Rune rune)
    {
        foreach (var face in _faces)
            if (face.Glyph(rune.Value) is { } glyph) return (face, glyph);
        return null;
    }

    private static StringRuneEnumerator Runes(string text) => text.EnumerateRunes();

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"QuestCms.Infrastructure.Pictures.Covers.Faces.{name}") ?? throw new InvalidOperationException($"The face {name} is missing from the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
