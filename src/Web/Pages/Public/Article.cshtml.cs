using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>An article as readers see it: the HTML made at publishing, with how it was made beside it. A former address leads to the present one; a withdrawn piece says so.</summary>
[AllowAnonymous]
public sealed class ArticleModel(SiteReading reading, PublishedRelated similar) : SitePage(reading)
{
    private const int MostRelated = 3;

    public ShownPiece? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string site, string slug, CancellationToken ct)
    {
        if (!await EnterAsync(site, ct)) return NotFound();
        slug = slug.Trim('/'); // a former address may have several parts, and a slash at its end
        if (PlainText.HasForbidden(slug) || await Reading.Store.PageAsync(Site.Id, slug, ct) is not { } article) return await ElsewhereAsync(slug, ct);
        var piece = PublicPiece.Of(article.Json, article.Html);
        var related = await RelatedAsync(piece, ct);
        if (IsKnown(string.Join(',', piece.CacheTags), [article.PageTag, article.CardTag, .. related.Select(r => $"{r.Slug} {r.Title}")])) return new EmptyResult();
        Response.Headers.LastModified = article.UpdatedAt.ToString("R");
        var path = PublicPaths.Piece(Site.Slug, article.Slug);
        if (piece.Category is { } category) Lead(new PublicLink(category.Name, PublicPaths.Category(Site.Slug, category.Slug)), new PublicLink(piece.Title, path, Current: true));
        else Lead(new PublicLink(piece.Title, path, Current: true));
        Shown = new ShownPiece(piece, Site.Slug, [.. Crumbs.Where(c => !c.Current)], related) { Story = ProvenanceStory.Of(article.Card) };
        var page = Around(piece.SeoTitle, path);
        var canonical = piece.Canonical is { } own ? Absolute(own) : page.Canonical;
        ViewData["Public"] = page with
        {
            Canonical = canonical,
            Piece = piece,
            Locale = piece.Locale,
            Description = piece.SeoDescription,
            Image = piece.Image is { } image ? Absolute(image.Social ?? image.Url) : null,
            ImageAlt = piece.Image?.Alt,
            JsonLd = StructuredData.OfPiece(piece, Site.Name, Site.Slug, canonical, Crumbs, Absolute),
        };
        return Page();
    }

    private async Task<IReadOnlyList<PublicCard>> RelatedAsync(PublicPiece piece, CancellationToken ct) =>
        [.. (await similar.OfAsync(Site.Id, [piece.Id], MostRelated, ct)).Select(r => PublicCard.Of(r.Json))];
}
