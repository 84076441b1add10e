using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>The bylines of a site, by name, for its administrators; at most a thousand.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ListBylines(SiteId Site) : IQuery<IReadOnlyList<ListedByline>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary><paramref name="PersonName"/> is the person who signs in under this name; null for a desk or a guest.</summary>
public sealed record ListedByline(BylineId Id, string Slug, string Name, string Description, string? PersonName);

internal sealed class ListBylinesHandler(IQuestDb db) : IQueryHandler<ListBylines, IReadOnlyList<ListedByline>>
{
    public async Task<Result<IReadOnlyList<ListedByline>>> Handle(ListBylines query, CancellationToken ct) =>
        await db.Bylines.AsNoTracking().Where(b => b.Site == query.Site).OrderBy(b => b.Name).ThenBy(b => b.Id).Take(1000)
            .Select(b => new ListedByline(b.Id, b.Slug, b.Name, b.About, db.People.Where(p => p.Id == b.Person).Select(p => p.Name).FirstOrDefault())).ToListAsync(ct);
}
