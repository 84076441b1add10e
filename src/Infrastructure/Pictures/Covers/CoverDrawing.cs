namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>A drawing and its title as it was set; null where it was left out.</summary>
internal sealed record DrawnCover(Canvas Canvas, SetText? Title);

/// <summary>
/// The composition of a house cover, 1600 by 900: a pattern in the site's colours, the title large on a plain ground beside or below it, the site's name. The title is
/// at least 64 pixels high, 16 where the cover is shown 400 wide. A title with letters our faces do not have is left out rather than shown with holes.
/// </summary>
internal static class CoverDrawing
{
    public const int Width = 1600;
    public const int Height = 900;
    public const float LeastSize = 64;
    private const float Margin = 80;
    private const float SmallSize = 40;

    /// <param name="withTitle">False leaves only what lies under it, so that a test can measure the contrast.</param>
    public static DrawnCover Draw(string seed, string title, string site, string siteSlug, bool withTitle = true)
    {
        var dice = new Dice(seed);
        var colours = SiteColours.OfSite(siteSlug);
        var isDark = dice.Below(5) < 2;
        var (ground, ink) = isDark ? (colours.Dark, colours.Paper) : (colours.Paper, colours.Dark);
        var canvas = new Canvas(Width, Height, ground);
        var pattern = Patterns.All[dice.Below(Patterns.All.Count)];
        Colour[] shades = [colours.Dark, colours.Strong, colours.Soft, isDark ? colours.Paper : colours.Paper.Toward(colours.Soft, 0.4f), colours.Spark];

        var serif = Typesetter.Serif;
        if (!serif.CanSet(title))
        {
            Into(canvas, new Area(0, 0, Width, Height), area => pattern(canvas, area, shades, dice));
            return new DrawnCover(canvas, null);
        }
        var words = serif.Plain(title);
        var isLong = words.Length > 90;
        var layout = isLong ? 0 : dice.Below(3);
        var (picture, text) = layout switch
        {
            // beside the text, at its right; a long title gets more of the width
            0 or 1 when isLong => (new Area(1180, 0, 420, Height), new Area(Margin, Margin, 1020, Height - 2 * Margin)),
            0 => (new Area(1000, 0, 600, Height), new Area(Margin, Margin, 840, Height - 2 * Margin)),
            1 => (new Area(0, 0, 560, Height), new Area(560 + Margin, Margin, Width - 560 - 2 * Margin, Height - 2 * Margin)),
            // above it
            _ => (new Area(0, 0, Width, 400), new Area(Margin, 400 + 56, Width - 2 * Margin, Height - 400 - 56 - Margin + 16)),
        };
        Into(canvas, picture, area => pattern(canvas, area, shades, dice));
        var name = serif.CanSet(site) ? serif.Plain(site) : "";
        var set = serif.Fit(words, text.Width, text.Height - (name.Length == 0 ? 12 : SmallSize + 40), layout == 2 ? 124 : words.Length < 14 ? 210 : 150, LeastSize);
        if (withTitle) Set(canvas, serif, set, name, text, layout == 2, ink, isDark ? colours.Soft : colours.Spark);
        return new DrawnCover(canvas, set);
    }

    private static void Set(Canvas canvas, Typesetter serif, SetText set, string site, Area text, bool below, Colour ink, Colour mark)
    {
        // The letters' own height within the em: capitals reach 0.67 of it above the line.
        var first = below ? text.Y + set.Size * 0.72f : text.Y + set.Size * 0.7f + 4;
        for (var line = 0; line < set.Lines.Count; line++) canvas.Fill(serif.Draw(set.Lines[line], text.X - set.Size * 0.03f, first + line * set.Leading, set.Size), ink);
        if (site.Length == 0) return;
        var name = serif.Fit(site, text.Width - 60, SmallSize, SmallSize, 24);
        var foot = text.Bottom - 4;
        canvas.Fill(Outline.Rectangle(text.X, foot - 14, 34, 7), mark);
        canvas.Fill(serif.Draw(name.Lines[0], text.X + 52, foot, name.Size), ink);
    }

    private static void Into(Canvas canvas, Area area, Action<Area> draw)
    {
        canvas.Window = ((int)area.X, (int)area.Y, (int)area.Width, (int)area.Height);
        draw(area);
        canvas.Window = (0, 0, canvas.Width, canvas.Height);
    }
}
