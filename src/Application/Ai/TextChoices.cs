using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>What an answer may choose from, a line each: the site's categories; live articles of the site that speak of the same things, with their addresses.</summary>
internal sealed class TextChoices(IQuestDb db, IArticleSearch search)
{
    private const int MostFound = 60;
    private const int MostArticles = 30;
    private const int ShortestWord = 4;

    public async Task<string> CategoriesAsync(SiteId site, CancellationToken ct) =>
        string.Join('\n', await db.Categories.AsNoTracking().Where(c => c.Site == site).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(ct));

    public async Task<string> ArticlesAsync(SiteId site, ArticleId self, string title, IReadOnlyList<string> tags, CancellationToken ct)
    {
        var words = tags.Append(title).SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(w => new string([.. w.Where(char.IsLetterOrDigit)])).Where(w => w.Length >= ShortestWord).Distinct(StringComparer.OrdinalIgnoreCase).Take(20).ToList();
        if (words.Count == 0) return "";
        var found = await search.ListAsync(new ArticleFilter(site, string.Join(" or ", words) + " ", ListedState.Any, null, null, null, null, ListedOrigin.Any, null, null, MostFound), ct);
        var live = found.Where(r => r.LiveRevision is not null && r.Id != self).Take(MostArticles).Select(r => r.Id).ToList();
        var slug = await db.Sites.AsNoTracking().Where(s => s.Id == site).Select(s => s.Slug).FirstAsync(ct);
        var shown = await db.Articles.AsNoTracking().Where(a => live.Contains(a.Id))
            .Join(db.Revisions, a => new { a.Id, Number = a.LiveRevision!.Value }, r => new { Id = r.Article, r.Number }, (a, r) => new { a.Id, r.Content.Slug, r.Content.Title }).ToListAsync(ct);
        return string.Join('\n', shown.OrderBy(a => live.IndexOf(a.Id)).Select(a => $"/sites/{slug}/{a.Slug} | {a.Title}"));
    }
}
