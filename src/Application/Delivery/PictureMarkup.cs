using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Delivery;

/// <summary>Gives the pictures of the library in rendered HTML what a browser wants: sizes to choose from, room before they arrive, and their credit. Only our own words and numbers are added to what the sanitiser let through.</summary>
internal static partial class PictureMarkup
{
    // A column of text is about this wide.
    private const string Sizes = "(max-width: 760px) 100vw, 720px";

    public static string Dress(string html, ShownPictures pictures)
    {
        if (pictures.All.Count == 0) return html;
        return Own().Replace(html, found =>
        {
            var id = AssetId.From(Guid.Parse(found.Groups["id"].ValueSpan));
            return pictures.All.TryGetValue(id, out var picture) ? Dressed(found.Value, picture) : found.Value;
        });
    }

    /// <summary>"w400 address 400w, …" of a format; empty when there is none.</summary>
    public static string SourceSet(ShownPicture picture, RenditionCut cut, string contentType) =>
        string.Join(", ", picture.Of(cut, contentType).DistinctBy(r => r.Width).Select(r => string.Create(CultureInfo.InvariantCulture, $"{picture.AddressOf(r)} {r.Width}w")));

    /// <summary>"Desk. Made with AI." — what readers are told of a picture; empty when nothing is to be said.</summary>
    public static string Said(string credit, bool isAi) => string.Join(' ', new[] { credit.Length == 0 || ".!?…".Contains(credit[^1], StringComparison.Ordinal) ? credit : credit + ".", isAi ? "Made with AI." : "" }.Where(s => s.Length > 0));

    private static string Dressed(string image, ShownPicture picture)
    {
        if (picture.FormerAltText is { } former) image = Alt().Replace(image, found => WebUtility.HtmlDecode(found.Groups["alt"].Value) == former ? $" alt=\"{HtmlEncoder.Default.Encode(picture.AltText)}\"" : found.Value, 1);
        var sized = string.Create(CultureInfo.InvariantCulture, $"""<img width="{picture.Width}" height="{picture.Height}" srcset="{SourceSet(picture, RenditionCut.Whole, RenditionPlans.Webp)}" sizes="{Sizes}" decoding="async"{image[4..]}""");
        var avif = SourceSet(picture, RenditionCut.Whole, RenditionPlans.Avif);
        var said = Said(picture.Credit, picture.IsAi);
        return $"""<picture><source type="image/avif" srcset="{avif}" sizes="{Sizes}">{sized}</picture>{(said.Length == 0 ? "" : $"<small class=\"credit\">{HtmlEncoder.Default.Encode(said)}</small>")}""";
    }

    // A writer's own words for a picture stay: what is replaced is what came from the library.
    [GeneratedRegex("[ ]alt=\"(?<alt>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Alt();

    // An attribute's value may hold ">".
    [GeneratedRegex("""<img(?=[ ])(?:[^">]|"[^"]*")*? src="/media/(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/[^"]*"(?:[^">]|"[^"]*")*>""", RegexOptions.None, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Own();
}
