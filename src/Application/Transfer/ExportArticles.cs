using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;
using QuestCms.Domain.Transfer;

namespace QuestCms.Application.Transfer;

/// <summary>
/// An administrator takes the articles of a site away as Markdown, page by page in the order they were begun: of what readers see that text, of everything else the working copy. What lies in
/// the bin stays there.
/// </summary>
/// <param name="After">The last article of the page before; null for the first page.</param>
[Requires(Permission.AdministerSite)]
public sealed record ExportArticles(SiteId Site, ArticleId? After = null) : IQuery<IReadOnlyList<ExportedArticle>>, IAbout<SiteId>
{
    /// <summary>Articles of one page.</summary>
    public const int AtOnce = 100;

    public SiteId About => Site;
}

/// <param name="File">Its name, unique in the site.</param>
/// <param name="Text">Front matter and Markdown.</param>
/// <param name="HasMore">The working copy says more than the text, which is what readers see.</param>
public sealed record ExportedArticle(ArticleId Article, string File, string Text, IReadOnlyList<ExportedPicture> Pictures, bool HasMore);

/// <summary>A picture an article shows, and what is known of it beside its bytes, which lie in the storage under <paramref name="Key"/>.</summary>
/// <param name="File">Where it lies beside the articles.</param>
public sealed record ExportedPicture(string File, string Key, string FileName, string AltText, string Credit, Making Making);

internal sealed class ExportArticlesHandler(IQuestDb db, ISecurityLog security) : IQueryHandler<ExportArticles, IReadOnlyList<ExportedArticle>>
{
    public async Task<Result<IReadOnlyList<ExportedArticle>>> Handle(ExportArticles query, CancellationToken ct)
    {
        if (query.After is null) await security.NoteAsync(new ArticlesExported(query.Site), ct); // once for all pages
        var after = query.After ?? ArticleId.From(Guid.Empty);
        var articles = await db.Articles.AsNoTracking().Where(a => a.Site == query.Site && a.BinnedAt == null && a.Id > after)
            .OrderBy(a => a.Id).Take(ExportArticles.AtOnce).ToListAsync(ct);
        var ids = articles.Where(a => a.LiveRevision != null).Select(a => a.Id).ToArray();
        var live = await db.Revisions.AsNoTracking().Where(r => ids.Contains(r.Article)).Join(db.Articles, r => new { r.Article, Number = (int?)r.Number }, a => new { Article = a.Id, Number = a.LiveRevision }, (r, _) => r)
            .ToDictionaryAsync(r => r.Article, ct);
        var categories = await db.Categories.AsNoTracking().Where(c => c.Site == query.Site).ToDictionaryAsync(c => c.Id, c => new NamedSlug(c.Slug, c.Name), ct);
        var bylines = await db.Bylines.AsNoTracking().Where(b => b.Site == query.Site).ToDictionaryAsync(b => b.Id, b => new NamedSlug(b.Slug, b.Name), ct);
        var all = articles.Select(a => a.Id).ToArray();
        var former = (await db.FormerSlugs.AsNoTracking().Where(f => f.Site == query.Site && all.Contains(f.Article)).ToListAsync(ct)).ToLookup(f => f.Article, f => f.Slug);

        var contents = articles.ConvertAll(a => (Article: a, Content: live.GetValueOrDefault(a.Id)?.Content ?? a.Working));
        var wanted = contents.SelectMany(c => c.Content.Pictures).Distinct().ToArray();
        var pictures = await db.Assets.AsNoTracking().Where(p => p.Site == query.Site && wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return contents.ConvertAll(c => Of(c.Article, c.Content, categories, bylines, former[c.Article.Id], pictures));
    }

    private static ExportedArticle Of(Article article, ArticleContent content, Dictionary<CategoryId, NamedSlug> categories, Dictionary<BylineId, NamedSlug> bylines, IEnumerable<string> former, Dictionary<AssetId, Asset> pictures)
    {
        string? FileOf(AssetId id) => pictures.TryGetValue(id, out var asset) ? $"{id}.{asset.ContentType[(asset.ContentType.IndexOf('/') + 1)..]}" : null;
        var text = OwnPost.Write(content, content.Category is { } category ? categories.GetValueOrDefault(category) : null, content.Bylines.Select(b => bylines.GetValueOrDefault(b)).OfType<NamedSlug>(),
            former.Order(StringComparer.Ordinal), article.FirstPublishedAt, article.LiveRevision is not null, FileOf);
        var shown = content.Pictures.Where(pictures.ContainsKey).Select(id => pictures[id])
            .Select(p => new ExportedPicture(OwnPost.Pictures + FileOf(p.Id), Media.AssetKeeper.KeyOf(p.Id, Media.AssetKeeper.Original), p.FileName, p.AltText, p.Credit, p.Making));
        return new(article.Id, $"{(content.Slug.Length > 0 ? content.Slug : $"untitled-{article.Id}")}.md", text, [.. shown], article.LiveRevision is not null && !content.SameAs(article.Working));
    }
}
