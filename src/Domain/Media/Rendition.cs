namespace QuestCms.Domain.Media;

/// <summary>How a rendition is cut: the whole picture, 16 to 9 for the top of a piece, or the shape of a shared link.</summary>
public enum RenditionCut { Whole, Cover, Social }

/// <summary>A file made of a picture for readers: smaller, in a format browsers like, without anything the camera wrote into it.</summary>
/// <param name="Name">The last part of its address: <c>w800.webp</c>, <c>cover-1200-50x30.avif</c>. A crop carries its focal point, so that an address always means the same bytes.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Tag">Entity tag: the beginning of the SHA-256 of its bytes.</param>
public sealed record Rendition(string Name, RenditionCut Cut, string ContentType, int Width, int Height, int Bytes, string Tag);

/// <summary>A rendition that is to be made. <paramref name="Height"/> is null when it follows from the width.</summary>
public sealed record RenditionPlan(string Name, RenditionCut Cut, string ContentType, int Width, int? Height);

/// <summary>Which renditions a picture gets; the one place.</summary>
public static class RenditionPlans
{
    /// <summary>Pixels. A picture is never made wider than it is.</summary>
    public static readonly int[] Widths = [400, 800, 1200, 1600];
    public static readonly int[] CoverWidths = [800, 1600];
    public const int SocialWidth = 1200;
    public const int SocialHeight = 630;
    public const string Webp = "image/webp";
    public const string Avif = "image/avif";
    public const string Jpeg = "image/jpeg";

    /// <summary>The name of the rendition that stands in a text: WebP, which every browser shows, at most 1,200 pixels wide.</summary>
    public static string NameInText(int width) => $"w{WholeWidths(width).Last(w => w <= 1200)}.webp";

    /// <summary>The one that is made while the picture is looked at, so that something can be shown at once.</summary>
    public static string NameOfFirst(int width) => $"w{WholeWidths(width).Last(w => w <= 800)}.webp";

    public static IReadOnlyList<RenditionPlan> Of(int width, int height, FocalPoint focal)
    {
        var plans = new List<RenditionPlan>();
        foreach (var name in WholeWidths(width))
            foreach (var (type, ending) in Formats) plans.Add(new($"w{name}.{ending}", RenditionCut.Whole, type, Math.Min(name, width), null));
        // The widest crop the picture holds; nothing is blown up.
        var widest = Math.Min(width, height * 16 / 9);
        foreach (var name in CoverWidths.Where((w, i) => i == 0 || CoverWidths[i - 1] < widest))
            foreach (var (type, ending) in Formats)
                plans.Add(new($"cover-{name}-{focal.X}x{focal.Y}.{ending}", RenditionCut.Cover, type, Math.Min(name, widest), Math.Max(1, Math.Min(name, widest) * 9 / 16)));
        var social = Math.Min(SocialWidth, Math.Min(width, height * SocialWidth / SocialHeight));
        // JPEG: what shows shared links reads it everywhere, AVIF hardly anywhere.
        plans.Add(new($"social-{focal.X}x{focal.Y}.jpg", RenditionCut.Social, Jpeg, Math.Max(1, social), Math.Max(1, social * SocialHeight / SocialWidth)));
        return plans;
    }

    private static readonly (string Type, string Ending)[] Formats = [(Webp, "webp"), (Avif, "avif")];

    // A picture between two widths gets the next one's name and its own width.
    private static IEnumerable<int> WholeWidths(int width) => Widths.Where((w, i) => i == 0 || Widths[i - 1] < width);
}
