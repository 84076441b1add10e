namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>How much nearer two glyphs stand than their widths say, from the pair adjustments of a font (GPOS, feature <c>kern</c>).</summary>
internal sealed class Kerning
{
    public static readonly Kerning None = new();
    private readonly List<Table> _pairs = [];

    /// <summary>Units of the em; 0 where nothing is said.</summary>
    public int Between(int left, int right)
    {
        foreach (var pairs in _pairs)
            if (Covered(pairs.From(pairs.UShort(2)), left) is >= 0 and var index && Adjustment(pairs, index, left, right) is { } found) return found;
        return 0;
    }

    public static Kerning Read(Table gpos)
    {
        var kerning = new Kerning();
        var features = gpos.From(gpos.UShort(6));
        var lookups = gpos.From(gpos.UShort(8));
        var wanted = new SortedSet<int>();
        for (var i = 0; i < features.UShort(0); i++)
        {
            var entry = features.From(2 + i * 6);
            if (entry.Int(0) != 0x6B65726E) continue; // "kern"
            var feature = features.From(entry.UShort(4));
            for (var l = 0; l < feature.UShort(2); l++) wanted.Add(feature.UShort(4 + l * 2));
        }
        foreach (var index in wanted)
        {
            var lookup = lookups.From(lookups.UShort(2 + index * 2));
            for (var s = 0; s < lookup.UShort(4); s++)
            {
                var table = lookup.From(lookup.UShort(6 + s * 2));
                var kind = lookup.UShort(0);
                if (kind == 9) (kind, table) = (table.UShort(2), table.From(table.Int(4)));
                if (kind == 2) kerning._pairs.Add(table);
            }
        }
        return kerning;
    }

    private static int? Adjustment(Table pairs, int index, int left, int right)
    {
        var (first, second) = (pairs.UShort(4), pairs.UShort(6));
        if ((first & 4) == 0) return null; // no change of the advance
        var before = ((first & 1) != 0 ? 2 : 0) + ((first & 2) != 0 ? 2 : 0);
        var size = (int.PopCount(first) + int.PopCount(second)) * 2;
        if (pairs.UShort(0) == 1)
        {
            var set = pairs.From(pairs.UShort(10 + index * 2));
            for (var i = 0; i < set.UShort(0); i++)
                if (set.UShort(2 + i * (2 + size)) == right) return set.Short(4 + i * (2 + size) + before);
            return null;
        }
        var lefts = Class(pairs.From(pairs.UShort(8)), left);
        var rights = Class(pairs.From(pairs.UShort(10)), right);
        return pairs.Short(16 + (lefts * pairs.UShort(14) + rights) * size + before);
    }

    private static int Covered(Table coverage, int glyph)
    {
        var count = coverage.UShort(2);
        for (var i = 0; i < count; i++)
        {
            if (coverage.UShort(0) == 1)
            {
                if (coverage.UShort(4 + i * 2) == glyph) return i;
            }
            else if (glyph >= coverage.UShort(4 + i * 6) && glyph <= coverage.UShort(6 + i * 6)) return coverage.UShort(8 + i * 6) + glyph - coverage.UShort(4 + i * 6);
        }
        return -1;
    }

    private static int Class(Table classes, int glyph)
    {
        if (classes.UShort(0) == 1)
        {
            var index = glyph - classes.UShort(2);
            return index >= 0 && index < classes.UShort(4) ? classes.UShort(6 + index * 2) : 0;
        }
        for (var i = 0; i < classes.UShort(2); i++)
            if (glyph >= classes.UShort(4 + i * 6) && glyph <= classes.UShort(6 + i * 6)) return classes.UShort(8 + i * 6);
        return 0;
    }
}
