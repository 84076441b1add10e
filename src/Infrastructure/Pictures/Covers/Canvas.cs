namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>A colour in sRGB.</summary>
internal readonly record struct Colour(byte R, byte G, byte B)
{
    public static Colour Hex(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>So much of the other, 0 to 1.</summary>
    public Colour Toward(Colour other, float part) => new(Mix(R, other.R, part), Mix(G, other.G, part), Mix(B, other.B, part));

    /// <summary>As WCAG 2 defines it, 1 to 21.</summary>
    public double ContrastWith(Colour other)
    {
        var (a, b) = (Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private double Luminance => 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);

    private static double Linear(byte channel) => channel / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static byte Mix(byte from, byte to, float part) => (byte)Math.Clamp(from + (to - from) * part + 0.5f, 0, 255);
}

/// <summary>Pixels that outlines are filled on, with soft edges: how much of each pixel an outline covers is summed up line by line.</summary>
internal sealed class Canvas
{
    private readonly float[] _cover;

    public Canvas(int width, int height, Colour ground)
    {
        (Width, Height) = (width, height);
        Pixels = new byte[width * height * 3];
        for (var i = 0; i < Pixels.Length; i += 3) (Pixels[i], Pixels[i + 1], Pixels[i + 2]) = (ground.R, ground.G, ground.B);
        _cover = new float[(width + 2) * height];
        Window = (0, 0, width, height);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>Three bytes each, row by row.</summary>
    public byte[] Pixels { get; }

    /// <summary>Nothing outside of it is touched.</summary>
    public (int X, int Y, int Width, int Height) Window { get; set; }

    public void Fill(Outline outline, Colour colour)
    {
        var (top, bottom, left, right) = (Height, 0, Width, 0);
        foreach (var contour in outline.Contours)
            for (var i = 0; i < contour.Length; i++)
            {
                var (from, to) = (contour[i], contour[(i + 1) % contour.Length]);
                top = Math.Min(top, Math.Max(0, (int)Math.Min(from.Y, to.Y)));
                bottom = Math.Max(bottom, Math.Min(Height, (int)Math.Max(from.Y, to.Y) + 1));
                left = Math.Min(left, Math.Max(0, (int)from.X));
                right = Math.Max(right, Math.Min(Width, (int)from.X + 2));
                Line(from.X, from.Y, to.X, to.Y);
            }
        for (var y = top; y < bottom; y++) Paint(y, left, right, colour);
    }

    private void Paint(int y, int left, int right, Colour colour)
    {
        var covered = 0f;
        var row = y * (Width + 2);
        for (var x = left; x < right; x++)
        {
            covered += _cover[row + x];
            _cover[row + x] = 0;
            var part = Math.Min(1, Math.Abs(covered));
            if (part < 0.004f || x < Window.X || x >= Window.X + Window.Width || y < Window.Y || y >= Window.Y + Window.Height) continue;
            var at = (y * Width + x) * 3;
            var mixed = new Colour(Pixels[at], Pixels[at + 1], Pixels[at + 2]).Toward(colour, part);
            (Pixels[at], Pixels[at + 1], Pixels[at + 2]) = (mixed.R, mixed.G, mixed.B);
        }
        Array.Clear(_cover, row + right, Math.Min(2, Width + 2 - right));
    }

    // The signed area right of the line, row by row; what lies left of the canvas counts at its edge, what lies right of it nowhere.
    private void Line(float x0, float y0, float x1, float y1)
    {
        if (y0 == y1) return;
        var sign = y0 < y1 ? 1f : -1f;
        if (y0 > y1) (x0, y0, x1, y1) = (x1, y1, x0, y0);
        var slope = (x1 - x0) / (y1 - y0);
        if (y0 < 0) (x0, y0) = (x0 - y0 * slope, 0);
        var last = Math.Min(Height, y1);
        for (var y = (int)y0; y < last; y++)
        {
            var (from, to) = (Math.Max(y, y0), Math.Min(y + 1, y1));
            if (to <= from) continue;
            var a = Math.Clamp(x0 + (from - y0) * slope, 0, Width);
            var b = Math.Clamp(x0 + (to - y0) * slope, 0, Width);
            Row(y * (Width + 2), Math.Min(a, b), Math.Max(a, b), sign * (to - from));
        }
    }

    private void Row(int row, float left, float right, float height)
    {
        var (first, last) = ((int)left, (int)right);
        if (first == last)
        {
            var middle = (left + right) / 2 - first;
            _cover[row + first] += height * (1 - middle);
            _cover[row + first + 1] += height * middle;
            return;
        }
        var each = height / (right - left);
        var before = 0f; // of the pixel's area, already given
        for (var x = first; x <= last; x++)
        {
            var (from, to) = (Math.Max(left, x), Math.Min(right, x + 1));
            var part = each * (to - from);
            var inside = part * (1 - ((from + to) / 2 - x));
            _cover[row + x] += inside + before;
            before = part - inside;
        }
        _cover[row + last + 1] += before;
    }
}
