using System.Collections.Concurrent;
using System.Numerics;

namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>One font file: which glyph a character has, how wide it is, its outline. TrueType outlines only; units of the em are given as fractions of it.</summary>
internal sealed class Face
{
    private readonly Woff _font;
    private readonly float _em;
    private readonly int _metrics;
    private readonly bool _longOffsets;
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly Kerning _kerning;
    private readonly ConcurrentDictionary<(int Left, int Right), float> _pairs = new();

    public Face(byte[] file)
    {
        _font = new Woff(file);
        _em = _font["head"].UShort(18);
        _longOffsets = _font["head"].Short(50) == 1;
        _metrics = _font["hhea"].UShort(34);
        ReadCharacters();
        _kerning = _font.Has("GPOS") ? Kerning.Read(_font["GPOS"]) : Kerning.None;
    }

    /// <summary>Null when this file has no drawing for it.</summary>
    public int? Glyph(int character) => _glyphs.TryGetValue(character, out var glyph) ? glyph : null;

    public float Width(int glyph) => _font["hmtx"].UShort(Math.Min(glyph, _metrics - 1) * 4) / _em;

    // Asked for the same pairs at every size that is tried.
    public float Kern(int left, int right) => _pairs.GetOrAdd((left, right), pair => _kerning.Between(pair.Left, pair.Right) / _em);

    /// <summary>Adds the outline with its origin at this place, so many pixels high as an em.</summary>
    public void Outline(int glyph, Outline into, float x, float y, float size) => Add(glyph, into, new Matrix3x2(size / _em, 0, 0, -size / _em, x, y));

    private void Add(int glyph, Outline into, Matrix3x2 place)
    {
        var offsets = _font["loca"];
        var (start, end) = _longOffsets ? (offsets.Int(glyph * 4), offsets.Int(glyph * 4 + 4)) : (offsets.UShort(glyph * 2) * 2, offsets.UShort(glyph * 2 + 2) * 2);
        if (start == end) return;
        var glyf = _font["glyf"].From(start);
        var contours = glyf.Short(0);
        if (contours < 0) AddParts(glyf, into, place);
        else AddContours(glyf, contours, into, place);
    }

    // An accented letter is its letter and its accent, each moved; a closing quotation mark is the opening one, turned.
    private void AddParts(Table glyf, Outline into, Matrix3x2 place)
    {
        const int Words = 1, Scale = 8, More = 0x20, TwoScales = 0x40, Turned = 0x80;
        var at = 10;
        int flags;
        do
        {
            flags = glyf.UShort(at);
            var part = glyf.UShort(at + 2);
            var isWords = (flags & Words) != 0;
            var (dx, dy) = isWords ? (glyf.Short(at + 4), glyf.Short(at + 6)) : ((sbyte)glyf.Byte(at + 4), (sbyte)glyf.Byte(at + 5));
            at += isWords ? 8 : 6;
            var own = new Matrix3x2(1, 0, 0, 1, dx, dy);
            float Next() => glyf.Short((at += 2) - 2) / 16384f;
            if ((flags & Scale) != 0) own.M11 = own.M22 = Next();
            else if ((flags & TwoScales) != 0) (own.M11, own.M22) = (Next(), Next());
            else if ((flags & Turned) != 0) (own.M11, own.M12, own.M21, own.M22) = (Next(), Next(), Next(), Next());
            Add(part, into, own * place);
        }
        while ((flags & More) != 0);
    }

    private static void AddContours(Table glyf, int contours, Outline into, Matrix3x2 place)
    {
        var ends = Enumerable.Range(0, contours).Select(i => glyf.UShort(10 + i * 2)).ToArray();
        var count = ends[^1] + 1;
        var at = 10 + contours * 2;
        at += 2 + glyf.UShort(at);
        var flags = new int[count];
        for (var i = 0; i < count;)
        {
            var flag = glyf.Byte(at++);
            var times = (flag & 8) != 0 ? glyf.Byte(at++) + 1 : 1;
            while (times-- > 0) flags[i++] = flag;
        }
        var xs = Coordinates(glyf, flags, ref at, 2, 16);
        var ys = Coordinates(glyf, flags, ref at, 4, 32);
        var first = 0;
        foreach (var end in ends)
        {
            var points = Enumerable.Range(first, end - first + 1).Select(i => (At: Vector2.Transform(new Vector2(xs[i], ys[i]), place), On: (flags[i] & 1) != 0)).Select(p => (p.At.X, p.At.Y, p.On)).ToArray();
            first = end + 1;
            if (points.Length > 2) into.Quadratics(points);
        }
    }

    private static int[] Coordinates(Table glyf, int[] flags, ref int at, int isByte, int isSameOrPositive)
    {
        var all = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isByte) != 0) value += (flags[i] & isSameOrPositive) != 0 ? glyf.Byte(at++) : -glyf.Byte(at++);
            else if ((flags[i] & isSameOrPositive) == 0)
            {
                value += glyf.Short(at);
                at += 2;
            }
            all[i] = value;
        }
        return all;
    }

    // Format 4 holds the characters of the first plane, 12 all of them; what both say is the same.
    private void ReadCharacters()
    {
        var cmap = _font["cmap"];
        for (var i = 0; i < cmap.UShort(2); i++)
        {
            var table = cmap.From(cmap.Int(4 + i * 8 + 4));
            if (table.UShort(0) == 4) ReadFirstPlane(table);
            else if (table.UShort(0) == 12)
                for (var group = 0; group < table.Int(12); group++)
                {
                    var (from, to, glyph) = (table.Int(16 + group * 12), table.Int(20 + group * 12), table.Int(24 + group * 12));
                    for (var c = from; c <= to; c++) _glyphs[c] = glyph + c - from;
                }
        }
    }

    private void ReadFirstPlane(Table table)
    {
        var segments = table.UShort(6) / 2;
        for (var s = 0; s < segments; s++)
        {
            var end = table.UShort(14 + s * 2);
            var start = table.UShort(16 + segments * 2 + s * 2);
            var delta = table.UShort(16 + segments * 4 + s * 2);
            var place = 16 + segments * 6 + s * 2;
            var range = table.UShort(place);
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                var glyph = range == 0 ? (c + delta) & 0xFFFF : table.UShort(place + range + (c - start) * 2) is > 0 and var found ? (found + delta) & 0xFFFF : 0;
                if (glyph != 0) _glyphs[c] = glyph;
            }
        }
    }
}
