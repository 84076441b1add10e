using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace QuestCms.Web.Api.Delivery.Feeds;

/// <summary>A feed in its three formats: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.</summary>
internal static class FeedFormats
{
    private const string AtomSpace = "http://www.w3.org/2005/Atom";
    private const string ContentSpace = "http://purl.org/rss/1.0/modules/content/";
    private const string CreatorSpace = "http://purl.org/dc/elements/1.1/";
    private const string Maker = "Quest CMS";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Rss(Feed feed) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomSpace);
        xml.WriteAttributeString("xmlns", "content", null, ContentSpace);
        xml.WriteAttributeString("xmlns", "dc", null, CreatorSpace);
        xml.WriteStartElement("channel");
        xml.Element("title", feed.Site.Name);
        xml.Element("link", feed.Home);
        xml.Element("description", feed.About);
        xml.Element("language", feed.Site.Locale);
        if (feed.Pieces.Count > 0) xml.Element("lastBuildDate", feed.UpdatedAt.ToString("R", CultureInfo.InvariantCulture));
        xml.Element("generator", Maker);
        xml.Element("docs", "https://www.rssboard.org/rss-specification");
        xml.WriteStartElement("atom", "link", AtomSpace);
        xml.Attribute("href", feed.Self);
        xml.Attribute("rel", "self");
        xml.Attribute("type", "application/rss+xml");
        xml.WriteEndElement();
        foreach (var piece in feed.Pieces) RssItem(xml, piece);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void RssItem(XmlWriter xml, FeedPiece piece)
    {
        xml.WriteStartElement("item");
        xml.Element("title", piece.Title);
        xml.Element("link", piece.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(piece.Id);
        xml.WriteEndElement();
        xml.Element("pubDate", piece.PublishedAt.ToString("R", CultureInfo.InvariantCulture));
        // RSS's own author is an address of e-mail, and a byline has none.
        foreach (var author in piece.Authors) xml.WriteElementString("dc", "creator", CreatorSpace, XmlText.Clean(author.Name));
        if (piece.Category is not null) xml.Element("category", piece.Category);
        foreach (var tag in piece.Tags) xml.Element("category", tag);
        if (piece.Summary.Length > 0) xml.Element("description", HtmlEncoder.Default.Encode(piece.Summary)); // is read as HTML
        xml.WriteElementString("content", "encoded", ContentSpace, XmlText.Clean(piece.Html));
        if (piece.Enclosure is { } enclosure)
        {
            xml.WriteStartElement("enclosure");
            xml.Attribute("url", enclosure.Url);
            xml.Attribute("length", enclosure.Length.ToString(CultureInfo.InvariantCulture));
            xml.Attribute("type", enclosure.Type);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public static byte[] Atom(Feed feed) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("feed", AtomSpace);
        xml.WriteAttributeString("xml", "lang", null, feed.Site.Locale);
        xml.Element("id", feed.Id);
        xml.Element("title", feed.Site.Name);
        if (feed.Site.Strapline.Length > 0) xml.Element("subtitle", feed.Site.Strapline);
        xml.Element("updated", XmlText.Time(feed.UpdatedAt));
        Link(xml, feed.Self, "self", "application/atom+xml");
        Link(xml, feed.Home, "alternate", "text/html");
        Author(xml, feed.Site.Name, feed.Home); // whose pieces without a byline are
        xml.Element("generator", Maker);
        foreach (var piece in feed.Pieces)
        {
            xml.WriteStartElement("entry");
            if (piece.Locale != feed.Site.Locale) xml.WriteAttributeString("xml", "lang", null, piece.Locale);
            xml.Element("id", piece.Id);
            xml.Element("title", piece.Title);
            xml.Element("published", XmlText.Time(piece.PublishedAt));
            xml.Element("updated", XmlText.Time(piece.UpdatedAt));
            Link(xml, piece.Url, "alternate", "text/html");
            if (piece.Enclosure is { } enclosure) Link(xml, enclosure.Url, "enclosure", enclosure.Type, enclosure.Length);
            foreach (var author in piece.Authors) Author(xml, author.Name, null);
            foreach (var category in new[] { piece.Category }.OfType<string>().Concat(piece.Tags))
            {
                xml.WriteStartElement("category");
                xml.Attribute("term", category);
                xml.WriteEndElement();
            }
            if (piece.Summary.Length > 0) xml.Element("summary", piece.Summary);
            xml.WriteStartElement("content");
            xml.WriteAttributeString("type", "html");
            xml.WriteString(XmlText.Clean(piece.Html));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    });

    /// <summary>With one extension, <c>_quest</c>: who reviewed a piece and what a model had to do with it.</summary>
    public static byte[] JsonFeed(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
    {
        ["version"] = "https://jsonfeed.org/version/1.1",
        ["title"] = feed.Site.Name,
        ["home_page_url"] = feed.Home,
        ["feed_url"] = feed.Self,
        ["description"] = feed.About,
        ["language"] = feed.Site.Locale,
        ["authors"] = new[] { new { name = feed.Site.Name, url = feed.Home } },
        ["items"] = feed.Pieces.Select(Item),
    }, Json);

    private static Dictionary<string, object?> Item(FeedPiece piece) => new Dictionary<string, object?>
    {
        ["id"] = piece.Id,
        ["url"] = piece.Url,
        ["title"] = piece.Title,
        ["summary"] = piece.Summary.Length > 0 ? piece.Summary : null,
        ["content_html"] = piece.Html,
        ["image"] = piece.Image,
        ["date_published"] = XmlText.Time(piece.PublishedAt),
        ["date_modified"] = XmlText.Time(piece.UpdatedAt),
        ["authors"] = piece.Authors.Count > 0 ? piece.Authors.Select(a => new { name = a.Name }) : null,
        ["tags"] = new[] { piece.Category }.OfType<string>().Concat(piece.Tags).Distinct().ToArray() is { Length: > 0 } tags ? tags : null,
        ["language"] = piece.Locale,
        ["attachments"] = piece.Enclosure is { } e ? new[] { new { url = e.Url, mime_type = e.Type, size_in_bytes = e.Length } } : null,
        ["_quest"] = new { about = "who reviewed the piece, and the share of its words that a model wrote", reviewers = piece.Piece.Reviewers, ai_origin = piece.Piece.AiOrigin, ai_share = piece.Piece.AiShare, disclosure = piece.Piece.Disclosure },
    }.Where(member => member.Value is not null).ToDictionary();

    private static void Link(XmlWriter xml, string href, string rel, string type, int? length = null)
    {
        xml.WriteStartElement("link");
        xml.Attribute("rel", rel);
        xml.Attribute("type", type);
        xml.Attribute("href", href);
        if (length is { } bytes) xml.Attribute("length", bytes.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name, string? uri)
    {
        xml.WriteStartElement("author");
        xml.Element("name", name);
        if (uri is not null) xml.Element("uri", uri);
        xml.WriteEndElement();
    }
}
