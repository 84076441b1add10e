using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>A page as its bytes leave the house. <paramref name="Tag"/> says what it was made of.</summary>
public sealed record MadePage(Guid Article, ReadOnlyMemory<byte> Html, string Tag, string CacheTags, DateTimeOffset UpdatedAt)
{
    public const string ContentType = "text/html; charset=utf-8";
}

/// <summary>
/// Makes the page of an article: the HTML of its publishing with how it was made beside it, in the frame of its site. One statement is asked, and no page machinery: what is published is
/// often asked for anew, for every event of a site makes all of its pages old.
/// </summary>
public sealed class ArticlePages(SiteFrames frames, PublishedPages pages, PieceHtml pieces, SiteHtml around)
{
    /// <summary>Null when there is no article at this address.</summary>
    /// <param name="house">Scheme and host, before every absolute address.</param>
    public async ValueTask<MadePage?> MakeAsync(DeliverySite site, string slug, string house, CancellationToken ct)
    {
        var frame = await frames.OfAsync(site, ct);
        if (await pages.OfAsync(site.Id, slug, ct) is not { } article) return null;
        var piece = PublicPiece.Of(article.ListJson, article.Html);
        var related = article.Related.Select(PublicCard.Of).ToList();
        var tag = SitePage.TagOf(house, site, frame, [article.PageTag, article.CardTag, .. related.Select(r => $"{r.Slug} {r.Title}")]);
        var shown = new ShownPiece(piece, site.Slug, WayTo(site, piece), related) { Story = ProvenanceStory.Of(article.Card) };
        var page = About(shown, site, frame, house);
        var html = new HtmlText();
        around.WriteHead(html, page);
        pieces.Write(html, shown);
        around.WriteFoot(html, page);
        return new MadePage(article.Id, html.Bytes, tag, string.Join(',', piece.CacheTags), article.UpdatedAt);
    }

    private static PublicLink[] WayTo(DeliverySite site, PublicPiece piece)
    {
        var home = new PublicLink(site.Name, PublicPaths.Home(site.Slug));
        return piece.Category is { } category ? [home, new PublicLink(category.Name, PublicPaths.Category(site.Slug, category.Slug))] : [home];
    }

    private static PublicPage About(ShownPiece shown, DeliverySite site, SiteFrame frame, string house)
    {
        var (piece, path) = (shown.Piece, PublicPaths.Piece(site.Slug, shown.Piece.Slug));
        string Absolute(string address) => address.Length > 0 && address[0] == '/' ? house + address : address;
        var canonical = Absolute(piece.Canonical ?? path);
        return frame.Around(site, piece.SeoTitle, canonical) with
        {
            Piece = piece,
            Locale = piece.Locale,
            Description = piece.SeoDescription,
            Image = piece.Image is { } image ? Absolute(image.Social ?? image.Url) : null,
            ImageAlt = piece.Image?.Alt,
            JsonLd = StructuredData.OfPiece(piece, site.Name, site.Slug, canonical, [.. shown.Crumbs, new PublicLink(piece.Title, path, Current: true)], Absolute),
        };
    }
}
