using System.Text;
using NetVips;

namespace QuestCms.Web.Cli.StandIns;

/// <summary>What the stand-in paints: ridges under a low sun, soft as a photograph in haze, its colours and shapes by the words. 1344 by 768, as the real model's 16 to 9.</summary>
internal static class PracticePicture
{
    private const int Width = 1344;
    private const int Height = 768;
    private const int Ridges = 6;

    private static readonly (double R, double G, double B)[][] Palettes =
    [
        [(247, 214, 170), (232, 142, 92), (58, 46, 66)],
        [(226, 236, 238), (126, 168, 184), (26, 56, 70)],
        [(244, 232, 208), (164, 178, 120), (40, 58, 44)],
        [(242, 220, 222), (176, 124, 158), (48, 34, 62)],
    ];

    public static byte[] Of(string words)
    {
        var random = new Random(Encoding.UTF8.GetBytes(words).Aggregate(17, (sum, b) => unchecked(sum * 31 + b)));
        var (sky, haze, near) = Palettes[random.Next(Palettes.Length)] is [var a, var b, var c] ? (a, b, c) : default;
        var (sunX, sunY, sun) = (Width * (0.25 + 0.5 * random.NextDouble()), Height * (0.24 + 0.12 * random.NextDouble()), 58 + random.Next(30));
        var lines = Enumerable.Range(0, Ridges).Select(r => Ridge(random, r)).ToArray();
        var pixels = new byte[Width * Height * 3];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var behind = Mix(sky, haze, Math.Pow((double)y / Height, 1.4));
                var glow = Math.Exp(-Math.Max(0, Math.Sqrt((x - sunX) * (x - sunX) + (y - sunY) * (y - sunY)) - sun) / 46);
                var colour = Mix(behind, (255, 246, 226), glow);
                for (var r = 0; r < Ridges; r++)
                {
                    if (y < lines[r][x] - 1) continue;
                    var part = (r + 1.0) / Ridges;
                    var own = Mix(Mix(haze, near, part), sky, Math.Max(0, 0.34 * (1 - part) - (y - lines[r][x]) / 900));
                    colour = Mix(colour, own, Math.Clamp(y - lines[r][x] + 0.5, 0, 1));
                }
                var grain = random.NextDouble() * 7 - 3.5;
                var at = (y * Width + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = (Byte(colour.R + grain), Byte(colour.G + grain), Byte(colour.B + grain));
            }
        using var image = Image.NewFromMemory(pixels, Width, Height, 3, Enums.BandFormat.Uchar);
        return image.WebpsaveBuffer(q: 88);
    }

    private static double[] Ridge(Random random, int ridge)
    {
        var waves = Enumerable.Range(0, 6).Select(w => (Length: 900 / Math.Pow(1.9, w), Height: (26 + ridge * 9) / Math.Pow(1.75, w), At: random.NextDouble() * 7)).ToArray();
        return [.. Enumerable.Range(0, Width).Select(x => Height * (0.46 + 0.09 * ridge) + waves.Sum(w => w.Height * Math.Sin(w.At + x / w.Length * 6.28)))];
    }

    private static (double R, double G, double B) Mix((double R, double G, double B) from, (double R, double G, double B) to, double part) =>
        (from.R + (to.R - from.R) * part, from.G + (to.G - from.G) * part, from.B + (to.B - from.B) * part);

    private static byte Byte(double value) => (byte)Math.Clamp(value, 0, 255);
}
