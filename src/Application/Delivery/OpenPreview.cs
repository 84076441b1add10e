using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Somebody opens a preview by its link, with no account: the article as it would be published, in delivery's own shape. Errors: <c>preview.refused</c> (Forbidden) for a link that is
/// over, revoked or forged, alike; what the renderer refuses.
/// </summary>
[OpenToEveryone]
public sealed record OpenPreview(string Token) : IQuery<PreviewedArticle>;

/// <summary>A preview. Its pictures have addresses below the link's own, because nobody else may see them yet.</summary>
/// <param name="Json">As the delivery API would answer it; who decided is null while nobody has.</param>
/// <param name="Revision">Null: the text as it stands.</param>
public sealed record PreviewedArticle(string SiteSlug, string SiteName, string Json, string Html, int? Revision, DateTimeOffset EndsAt);

internal sealed partial class OpenPreviewHandler(IQuestDb db, PreviewReader previews, IRenderer renderer, TimeProvider clock) : IQueryHandler<OpenPreview, PreviewedArticle>
{
    public async Task<Result<PreviewedArticle>> Handle(OpenPreview query, CancellationToken ct)
    {
        var opened = await previews.OpenAsync(query.Token, ct);
        if (opened.Error is { } refusal) return refusal;
        if (await previews.TextAsync(opened.Value, ct) is not var (text, article)) return PreviewErrors.Refused;
        var rendered = await renderer.RenderAsync(text.Content.Body, ct);
        if (rendered.Error is { } error) return error;
        var (pictures, decision, now) = (await previews.PicturesAsync(text, ct), await previews.DecisionAsync(text, ct), clock.GetUtcNow());
        var facts = await PublishedFacts.ReadAsync(db, text, decision, ct);
        var row = PublishedArticle.First(article.Id, article.Site, article.Locale, 0, article.FirstPublishedAt ?? now);
        var html = PictureMarkup.Dress(rendered.Value.Html, pictures);
        var slug = text.Content.Slug.Length > 0 ? text.Content.Slug : Slug.From(text.Content.Title);
        var json = PublishedJson.Of(row, slug, text, decision, facts, pictures.Cover, html, now);
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == article.Site).Select(s => s.Name).FirstAsync(ct);
        return new PreviewedArticle(facts.SiteSlug, site, Lead(json, query.Token), Lead(html, query.Token), opened.Value.Revision, opened.Value.EndsAt);
    }

    // A token is letters, digits, "-" and "_": it fits an address and an attribute as it is.
    private static string Lead(string text, string token) => Picture().Replace(text, $"/preview/{token}/media/");

    [GeneratedRegex("""(?<=["\s])/media/(?=[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/)""", RegexOptions.None, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Picture();
}
