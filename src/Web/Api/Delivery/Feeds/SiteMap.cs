using System.Globalization;
using System.Xml;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Api.Delivery.Feeds;

/// <summary>How many pieces a file of a site map holds: the protocol allows 50,000 addresses, and in the first the front page and the categories want room.</summary>
internal sealed record SiteMapSize(int Pieces = 49_000);

/// <summary>
/// A site's addresses for search engines (sitemaps.org 0.9, with Google's image extension): one file, or an index of parts once there are more than a file may hold. A part begins at a
/// piece, oldest first, so that publishing changes the last part alone; the front page and the categories stand in the first.
/// </summary>
internal static class SiteMap
{
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string ImageSpace = "http://www.google.com/schemas/sitemap-image/1.1";

    /// <summary>A part's name: the time and id of its first piece.</summary>
    public static string NameOf((DateTimeOffset At, Guid Id) part) => string.Create(CultureInfo.InvariantCulture, $"{part.At.UtcTicks}-{part.Id:N}");

    /// <summary>Null when it is no part's name.</summary>
    public static (DateTimeOffset At, Guid Id)? Read(string name) =>
        name.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTime.MaxValue.Ticks && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(time, TimeSpan.Zero), guid) : null;

    public static byte[] Index(IEnumerable<string> parts) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("sitemapindex", Space);
        foreach (var part in parts)
        {
            xml.WriteStartElement("sitemap", Space);
            xml.WriteElementString("loc", Space, part);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    /// <param name="sections">Of the first part; null leaves the front page and the categories out.</param>
    public static byte[] Part(string site, IReadOnlyList<MapRow> pieces, IReadOnlyList<ShelfSection>? sections, Func<string, string> absolute) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("urlset", Space);
        xml.WriteAttributeString("xmlns", "image", null, ImageSpace);
        if (sections is not null)
        {
            Address(xml, absolute(PublicPaths.Home(site)), sections.Count > 0 ? sections.Max(s => s.Newest) : null, null);
            foreach (var section in sections) Address(xml, absolute(PublicPaths.Category(site, section.Slug)), section.Newest, null);
        }
        foreach (var piece in pieces) Address(xml, absolute(PublicPaths.Piece(site, piece.Slug)), piece.UpdatedAt, piece.Image is null ? null : absolute(piece.Image));
        xml.WriteEndElement();
    });

    private static void Address(XmlWriter xml, string address, DateTimeOffset? changed, string? image)
    {
        xml.WriteStartElement("url", Space);
        xml.WriteElementString("loc", Space, address);
        if (changed is { } at) xml.WriteElementString("lastmod", Space, XmlText.Time(at));
        if (image is not null)
        {
            xml.WriteStartElement("image", ImageSpace);
            xml.WriteElementString("loc", ImageSpace, image);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
