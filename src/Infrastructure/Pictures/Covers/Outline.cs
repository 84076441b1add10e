namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>Closed lines to be filled; in pixels, y downwards. A line that runs the other way cuts a hole.</summary>
internal sealed class Outline
{
    private const int Steps = 8;

    public List<(float X, float Y)[]> Contours { get; } = [];

    public static Outline Polygon(params (float X, float Y)[] points)
    {
        var outline = new Outline();
        outline.Contours.Add(points);
        return outline;
    }

    public static Outline Rectangle(float x, float y, float width, float height) => Polygon((x, y), (x + width, y), (x + width, y + height), (x, y + height));

    /// <summary>A sector of a ring; from and to in quarters of a turn, clockwise from the right. An inner radius of 0 is a slice, a whole turn of it a disc.</summary>
    public static Outline Arc(float x, float y, float inner, float outer, float from = 0, float to = 4)
    {
        var outline = new Outline();
        var steps = Math.Max(12, (int)(outer * (to - from) / 6));
        var rim = Rim(x, y, outer, from, to, steps);
        var whole = to - from >= 4;
        if (inner <= 0) outline.Contours.Add(whole ? rim : [.. rim, (x, y)]);
        else if (whole) outline.Contours.AddRange([rim, [.. Rim(x, y, inner, from, to, steps).Reverse()]]);
        else outline.Contours.Add([.. rim, .. Rim(x, y, inner, from, to, steps).Reverse()]);
        return outline;
    }

    /// <summary>A contour of a TrueType glyph: between two points off the line lies one on it.</summary>
    public void Quadratics((float X, float Y, bool On)[] points)
    {
        var whole = new List<(float X, float Y, bool On)>();
        for (var i = 0; i < points.Length; i++)
        {
            var (here, next) = (points[i], points[(i + 1) % points.Length]);
            whole.Add(here);
            if (!here.On && !next.On) whole.Add(((here.X + next.X) / 2, (here.Y + next.Y) / 2, true));
        }
        var start = whole.FindIndex(p => p.On);
        var line = new List<(float, float)>();
        for (var i = 0; i < whole.Count; i++)
        {
            var here = whole[(start + i) % whole.Count];
            if (here.On)
            {
                line.Add((here.X, here.Y));
                continue;
            }
            var (from, to) = (whole[(start + i - 1) % whole.Count], whole[(start + i + 1) % whole.Count]);
            for (var s = 1; s < Steps; s++)
            {
                var t = (float)s / Steps;
                var u = 1 - t;
                line.Add((u * u * from.X + 2 * u * t * here.X + t * t * to.X, u * u * from.Y + 2 * u * t * here.Y + t * t * to.Y));
            }
        }
        Contours.Add([.. line]);
    }

    private static (float X, float Y)[] Rim(float x, float y, float radius, float from, float to, int steps) =>
        [.. Enumerable.Range(0, steps + 1).Select(i => (from + (to - from) * i / steps) * MathF.PI / 2).Select(a => (x + radius * MathF.Cos(a), y + radius * MathF.Sin(a)))];
}
