using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>The addresses of a site that lead on: those people made, and those the house made when an article, a category or a byline got another address. Fifty at a time, by address.</summary>
/// <param name="After">The last address of the page before.</param>
[Requires(Permission.Redirect)]
public sealed record ListRedirects(SiteId Site, string? After = null) : IQuery<Page<ListedRedirect>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>Where an address leads.</summary>
/// <param name="Article">The article it leads to, or that was there.</param>
/// <param name="To">An address: a slug of this site, a shelf of it, or one elsewhere. Null where readers are told that the article is gone.</param>
/// <param name="Title">Of the article at the end; null without one.</param>
/// <param name="IsReplaced">The article is gone, and what is named stands in for it.</param>
/// <param name="IsMade">Somebody made it, or it is the former address of a shelf: it can be removed.</param>
public sealed record ListedRedirect(string From, string? To, string? Title, ArticleId? Article, bool IsReplaced, bool IsMade, bool IsAutomatic);

internal sealed class ListRedirectsHandler(IQuestDb db) : IQueryHandler<ListRedirects, Page<ListedRedirect>>
{
    private const int PageSize = 50;

    public async Task<Result<Page<ListedRedirect>>> Handle(ListRedirects query, CancellationToken ct)
    {
        var after = PlainText.HasForbidden(query.After ?? "") ? "" : query.After ?? "";
        // The database orders: it alone knows how its texts stand.
        var keys = await db.FormerSlugs.Where(f => f.Site == query.Site && string.Compare(f.Slug, after) > 0).OrderBy(f => f.Slug).Take(PageSize + 1).Select(f => f.Slug)
            .Concat(db.Redirects.Where(m => m.Site == query.Site && string.Compare(m.From, after) > 0).OrderBy(m => m.From).Take(PageSize + 1).Select(m => m.From))
            .OrderBy(k => k).Take(PageSize + 1).ToListAsync(ct);
        var shown = keys.Take(PageSize).ToList();
        var live = db.PublishedArticles.AsNoTracking();
        var rows = await (from f in db.FormerSlugs.AsNoTracking().Where(f => f.Site == query.Site && shown.Contains(f.Slug))
                          join p in live on f.Article equals p.Article into now
                          from p in now.DefaultIfEmpty()
                          join r in live on f.Replacement equals (ArticleId?)r.Article into others
                          from r in others.DefaultIfEmpty()
                          select new ListedRedirect(f.Slug, p != null ? p.Slug : r != null ? r.Slug : null, p != null ? p.Shown.Title : r != null ? r.Shown.Title : null, f.Article, p == null && r != null, false, true)).ToListAsync(ct);
        rows.AddRange(await (from m in db.Redirects.AsNoTracking().Where(m => m.Site == query.Site && shown.Contains(m.From))
                             join p in live on m.Article equals (ArticleId?)p.Article into now
                             from p in now.DefaultIfEmpty()
                             select new ListedRedirect(m.From, p != null ? p.Slug : m.Article != null ? null : m.Url ?? m.Path, p != null ? p.Shown.Title : null, m.Article, false, true, m.IsAutomatic)).ToListAsync(ct));
        return new Page<ListedRedirect>([.. rows.OrderBy(r => shown.IndexOf(r.From))], keys.Count > PageSize ? shown[^1] : null);
    }
}
