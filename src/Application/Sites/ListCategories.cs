using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>The categories of a site, by name, for its administrators; at most a thousand.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ListCategories(SiteId Site) : IQuery<IReadOnlyList<ListedCategory>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

public sealed record ListedCategory(CategoryId Id, string Slug, string Name);

internal sealed class ListCategoriesHandler(IQuestDb db) : IQueryHandler<ListCategories, IReadOnlyList<ListedCategory>>
{
    public async Task<Result<IReadOnlyList<ListedCategory>>> Handle(ListCategories query, CancellationToken ct) =>
        await db.Categories.AsNoTracking().Where(c => c.Site == query.Site).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(1000)
            .Select(c => new ListedCategory(c.Id, c.Slug, c.Name)).ToListAsync(ct);
}
