namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>Where a pattern is drawn, in pixels.</summary>
internal readonly record struct Area(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;
    public float Bottom => Y + Height;
}

/// <summary>Families of geometric drawings. Each fills its area to the edges; what comes out differs with every throw of the dice.</summary>
internal static class Patterns
{
    public static readonly IReadOnlyList<Action<Canvas, Area, Colour[], Dice>> All = [Quarters, Rings, Hills, Rooftops, Sails, Bars];

    // Squares with a quarter disc each, turned as they fall.
    private static void Quarters(Canvas canvas, Area area, Colour[] colours, Dice dice) => Tiles(area, dice.Of(150f, 180f, 225f), (x, y, side) =>
    {
        var ground = dice.Below(colours.Length);
        canvas.Fill(Outline.Rectangle(x, y, side + 1, side + 1), colours[ground]);
        var turn = dice.Below(4);
        var (cx, cy) = turn switch { 0 => (x, y), 1 => (x + side, y), 2 => (x + side, y + side), _ => (x, y + side) };
        var shape = Other(colours, ground, dice);
        canvas.Fill(Outline.Arc(cx, cy, dice.Below(3) == 0 ? side * 0.5f : 0, side, turn, turn + 1), shape);
        if (dice.Below(3) == 0) canvas.Fill(Outline.Arc(cx, cy, 0, side * 0.3f, turn, turn + 1), colours[ground]);
    });

    // Discs within discs, some of them halved.
    private static void Rings(Canvas canvas, Area area, Colour[] colours, Dice dice) => Tiles(area, dice.Of(225f, 300f), (x, y, side) =>
    {
        var ground = dice.Below(colours.Length);
        canvas.Fill(Outline.Rectangle(x, y, side + 1, side + 1), colours[ground]);
        var (cx, cy, half) = (x + side / 2, y + side / 2, side / 2);
        var steps = 2 + dice.Below(3);
        var halved = dice.Below(3) == 0;
        var from = dice.Below(4);
        var colour = ground;
        for (var step = 0; step < steps; step++)
        {
            colour = (colour + 1 + dice.Below(colours.Length - 1)) % colours.Length;
            var radius = half * (0.94f - step * 0.9f / steps);
            canvas.Fill(halved ? Outline.Arc(cx, cy, 0, radius, from, from + 2) : Outline.Arc(cx, cy, 0, radius), colours[colour]);
        }
    });

    // A low sun behind four ridges, each nearer one darker.
    private static void Hills(Canvas canvas, Area area, Colour[] colours, Dice dice)
    {
        var (near, far, sky, sun) = (colours[0], colours[2], colours[3], colours[4]);
        canvas.Fill(Outline.Rectangle(area.X, area.Y, area.Width, area.Height), sky.Toward(far, 0.35f));
        var radius = Math.Min(area.Width, area.Height) * dice.Between(0.17f, 0.25f);
        canvas.Fill(Outline.Arc(area.X + area.Width * dice.Between(0.25f, 0.75f), area.Y + area.Height * dice.Between(0.26f, 0.4f), 0, radius), sun);
        const int Ridges = 4;
        for (var ridge = 0; ridge < Ridges; ridge++)
        {
            var part = ridge / (Ridges - 1f);
            var height = area.Y + area.Height * (0.42f + part * 0.36f);
            var (a, b) = (dice.Between(0.6f, 1.4f), dice.Between(1.6f, 2.9f));
            var (p, q) = (dice.Between(0, 6), dice.Between(0, 6));
            var swing = area.Height * dice.Between(0.05f, 0.1f);
            var line = Enumerable.Range(0, 81).Select(i => i / 80f).Select(t => (area.X + t * area.Width, height + swing * MathF.Sin(p + t * a * 6.28f) + swing * 0.4f * MathF.Sin(q + t * b * 6.28f)));
            canvas.Fill(Outline.Polygon([.. line, (area.Right, area.Bottom), (area.X, area.Bottom)]), ridge == Ridges - 1 ? near : far.Toward(colours[1], part * 1.15f));
        }
    }

    // Houses in rows, the nearest in front.
    private static void Rooftops(Canvas canvas, Area area, Colour[] colours, Dice dice)
    {
        var (dark, strong, soft, paper, spark) = (colours[0], colours[1], colours[2], colours[3], colours[4]);
        canvas.Fill(Outline.Rectangle(area.X, area.Y, area.Width, area.Height), soft.Toward(paper, 0.45f));
        canvas.Fill(Outline.Arc(area.X + area.Width * dice.Between(0.2f, 0.8f), area.Y + area.Height * 0.2f, 0, Math.Min(area.Width, area.Height) * 0.12f), spark.Toward(paper, 0.25f));
        Colour[] walls = [paper, soft, soft.Toward(paper, 0.5f), strong.Toward(paper, 0.55f), spark.Toward(paper, 0.6f)];
        var rows = area.Height > 500 ? 4 : 3;
        for (var row = 0; row < rows; row++)
        {
            var ground = area.Y + area.Height * (0.44f + 0.2f * row) + 60;
            for (var x = area.X - dice.Between(20, 90); x < area.Right;)
            {
                var (width, height) = (dice.Between(80, 150), dice.Between(70, 190));
                var (top, wall) = (ground - height - row * 8, walls[dice.Below(walls.Length)]);
                canvas.Fill(Outline.Rectangle(x, top, width, area.Bottom - top + 1), wall);
                var roof = dice.Between(26, 56);
                canvas.Fill(Outline.Polygon((x - 6, top), (x + width * dice.Of(0.25f, 0.5f, 0.3f), top - roof), (x + width * 0.75f, top - roof), (x + width + 6, top)), dice.Below(4) == 0 ? dark.Toward(strong, 0.3f) : strong);
                var columns = width > 115 ? 3 : 2;
                var light = dark.Toward(wall, 0.25f);
                for (var c = 0; c < columns; c++)
                    for (var w = 0; w < 4; w++)
                        if (dice.Below(6) > 0) canvas.Fill(Outline.Rectangle(x + width * (c + 0.5f) / columns - 8, top + 24 + w * 52, 16, 25), dice.Below(9) == 0 ? spark : light);
                x += width + dice.Between(-2, 10);
            }
        }
    }

    // Squares cut along a diagonal, as sails in a wind.
    private static void Sails(Canvas canvas, Area area, Colour[] colours, Dice dice) => Tiles(area, dice.Of(112.5f, 150f), (x, y, side) =>
    {
        var ground = dice.Below(colours.Length);
        canvas.Fill(Outline.Rectangle(x, y, side + 1, side + 1), colours[ground]);
        var shape = Other(colours, ground, dice);
        (float X, float Y)[] corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)];
        var left = dice.Below(4);
        canvas.Fill(Outline.Polygon([.. corners.Where((_, i) => i != left)]), shape);
    });

    // Upright bars of different lengths, round at their ends, as a chart nobody has to read.
    private static void Bars(Canvas canvas, Area area, Colour[] colours, Dice dice)
    {
        canvas.Fill(Outline.Rectangle(area.X, area.Y, area.Width, area.Height), colours[2].Toward(colours[3], 0.35f));
        var count = Math.Max(4, (int)(area.Width / dice.Of(62f, 80f)));
        var step = area.Width / count;
        var (swing, start) = (dice.Between(0.5f, 1.1f), dice.Between(0, 6));
        for (var i = 0; i < count; i++)
        {
            var wave = 0.5f + 0.32f * MathF.Sin(start + i * swing) + dice.Between(-0.1f, 0.1f);
            var (x, radius) = (area.X + (i + 0.5f) * step, step * 0.37f);
            var top = area.Bottom - area.Height * Math.Clamp(wave, 0.14f, 0.9f);
            var colour = dice.Of(colours[0], colours[1], colours[1], colours[4]);
            canvas.Fill(Outline.Arc(x, top, 0, radius, 2, 4), colour);
            canvas.Fill(Outline.Rectangle(x - radius, top, radius * 2, area.Bottom - top + 1), colour);
            if (dice.Below(2) == 0) canvas.Fill(Outline.Arc(x, top - radius * 2.5f, 0, radius * 0.8f), dice.Of(colours[0], colours[4], colours[3]));
        }
    }

    private static void Tiles(Area area, float side, Action<float, float, float> each)
    {
        // As many whole tiles across as come nearest, so that none is cut at a side.
        side = area.Width / MathF.Max(1, MathF.Round(area.Width / side));
        for (var y = area.Y; y < area.Bottom; y += side)
            for (var x = area.X; x < area.Right - 1; x += side) each(x, y, side);
    }

    private static Colour Other(Colour[] colours, int not, Dice dice) => colours[(not + 1 + dice.Below(colours.Length - 1)) % colours.Length];
}
