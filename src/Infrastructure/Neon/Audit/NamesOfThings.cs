using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Audit;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Audit;

internal sealed class NamesOfThings(QuestDb db) : INamesOfThings
{
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var names = new Dictionary<Guid, string>();
        if (ids.Count == 0) return names;
        var people = ids.Select(PersonId.From).ToList();
        var sites = ids.Select(SiteId.From).ToList();
        var articles = ids.Select(ArticleId.From).ToList();
        foreach (var person in await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct)) names[person.Id.Value] = person.Name;
        foreach (var site in await db.Sites.AsNoTracking().Where(s => sites.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(ct)) names[site.Id.Value] = site.Name;
        foreach (var article in await db.Articles.AsNoTracking().Where(a => articles.Contains(a.Id)).Select(a => new { a.Id, a.Working.Title }).ToListAsync(ct)) names[article.Id.Value] = article.Title;
        return names;
    }
}
