using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>The open previews of an article, those that end last first, and the revisions that can be shown; never a link. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record ListPreviews(ArticleId Article) : IQuery<PreviewsOfArticle>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <param name="Revision">Null: the text as it stands when the link is opened.</param>
public sealed record ListedPreview(PreviewLinkId Id, int? Revision, string MadeBy, DateTimeOffset MadeAt, DateTimeOffset EndsAt);

/// <summary>What the page of an article's previews shows.</summary>
/// <param name="LastRevision">0 while nothing was frozen.</param>
public sealed record PreviewsOfArticle(ArticleId Article, string Title, int LastRevision, int? LiveRevision, IReadOnlyList<ListedPreview> Open);

internal sealed class ListPreviewsHandler(IQuestDb db, TimeProvider clock) : IQueryHandler<ListPreviews, PreviewsOfArticle>
{
    private const int Most = 50;

    public async Task<Result<PreviewsOfArticle>> Handle(ListPreviews query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article).Select(a => new { a.Working.Title, a.LastRevision, a.LiveRevision }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        var open = await (from p in db.PreviewLinks.AsNoTracking().Where(p => p.Article == query.Article && p.RevokedAt == null && p.EndsAt > now)
                          join person in db.People.AsNoTracking() on p.MadeBy equals person.Id
                          orderby p.EndsAt descending
                          select new ListedPreview(p.Id, p.Revision, person.Name, p.MadeAt, p.EndsAt)).Take(Most).ToListAsync(ct);
        return new PreviewsOfArticle(query.Article, article.Title.Length > 0 ? article.Title : "Untitled", article.LastRevision, article.LiveRevision, open);
    }
}
