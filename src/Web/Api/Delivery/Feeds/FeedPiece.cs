using System.Globalization;
using System.Text.Encodings.Web;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Api.Delivery.Feeds;

/// <summary>A file that goes with a piece: its cover, in a format that every reader shows.</summary>
internal sealed record Enclosure(string Url, string Type, int Length);

/// <summary>A piece as the feeds tell it. Its id stays when its address changes; every address in it is absolute.</summary>
/// <param name="Html">The whole text, and below it what readers of the page are told of how it was made.</param>
internal sealed record FeedPiece(string Id, string Url, string Title, string Summary, string Html, string Locale, string? Category, IReadOnlyList<string> Tags, IReadOnlyList<PublicName> Authors,
    DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, string? Image, Enclosure? Enclosure, PublicPiece Piece);

/// <summary>A site's feed: where it is, what it is called, its newest pieces whole.</summary>
/// <param name="Home">The site's front page, absolute.</param>
/// <param name="UpdatedAt">Of the piece that changed last; of nothing, the beginning of all time.</param>
internal sealed record Feed(DeliverySite Site, string Home, string Self, IReadOnlyList<FeedPiece> Pieces, DateTimeOffset UpdatedAt)
{
    /// <summary>Whole texts of so many: a reader who looks once a week misses nothing, and the answer stays small.</summary>
    public const int MostPieces = 20;

    public string Id => $"urn:uuid:{Site.Id}";
    /// <summary>A feed says in a sentence what it is about; a site without one is called by its name.</summary>
    public string About => Site.Strapline.Length > 0 ? Site.Strapline : Site.Name;

    /// <param name="absolute">Makes an address from the root one that leads here from anywhere.</param>
    public static async Task<Feed> ReadAsync(DeliverySite site, string self, PublishedFeeds feeds, Func<string, string> absolute, CancellationToken ct)
    {
        var rows = await feeds.NewestAsync(site.Id, MostPieces, ct);
        var pieces = rows.Select(r => PublicPiece.Of(r.Json, r.Html)).ToList();
        var lengths = await feeds.LengthsAsync([.. pieces.Select(PictureOf).OfType<(Guid, string)>()], ct);
        return new Feed(site, absolute(PublicPaths.Home(site.Slug)), self, [.. pieces.Select(p => Of(p, site.Slug, lengths, absolute))], rows.Count == 0 ? DateTimeOffset.UnixEpoch : rows.Max(r => r.UpdatedAt));
    }

    private static FeedPiece Of(PublicPiece piece, string site, IReadOnlyDictionary<(Guid, string), int> lengths, Func<string, string> absolute)
    {
        var url = absolute(PublicPaths.Piece(site, piece.Slug));
        var made = piece.Disclosure is null ? "" : $"\n<p><em>How this was made: {HtmlEncoder.Default.Encode(piece.Disclosure)}</em></p>";
        var image = piece.Image is { } cover ? cover.Social ?? cover.Url : null;
        var enclosure = image is not null && PictureOf(piece) is { } rendition && lengths.TryGetValue(rendition, out var length)
            ? new Enclosure(absolute(image), image.EndsWith(".jpg", StringComparison.Ordinal) ? "image/jpeg" : "image/webp", length) : null;
        return new FeedPiece($"urn:uuid:{piece.Id}", url, piece.Title, piece.Summary, AbsoluteHtml.Of(piece.Html, new Uri(url)) + made, piece.Locale, piece.Category?.Name, piece.Tags, piece.Authors,
            piece.PublishedAt, piece.WasUpdated ? piece.UpdatedAt : piece.PublishedAt, image is null ? null : absolute(image), enclosure, piece);
    }

    // "/media/{asset}/{name}"
    private static (Guid, string)? PictureOf(PublicPiece piece) =>
        (piece.Image?.Social ?? piece.Image?.Url)?.Split('/') is [.., var asset, var name] && Guid.TryParse(asset, CultureInfo.InvariantCulture, out var id) ? (id, name) : null;
}
