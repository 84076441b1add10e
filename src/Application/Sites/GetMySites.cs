using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>The sites a person has a role on (every site for a house administrator), with the roles; the oldest site first.</summary>
[Requires(Permission.SignedIn)]
public sealed record GetMySites : IQuery<MySites>;

/// <summary>One site and what the person is there.</summary>
public sealed record MySite(SiteId Id, string Slug, string Name, IReadOnlyList<Role> Roles);

/// <summary>Who is here, and where they work.</summary>
public sealed record MySites(string Name, bool HouseAdministrator, IReadOnlyList<MySite> Sites)
{
    public static readonly MySites None = new("", false, []);
}

internal sealed class GetMySitesHandler(IQuestDb db, Acting acting, IRoles roles) : IQueryHandler<GetMySites, MySites>
{
    public async Task<Result<MySites>> Handle(GetMySites query, CancellationToken ct)
    {
        var mine = await roles.OfAsync(acting.Me, ct);
        if (mine is null) return CommonErrors.SignInFirst;
        var ids = mine.BySite.Keys.ToList();
        var sites = await db.Sites.AsNoTracking().Where(s => mine.HouseAdministrator || ids.Contains(s.Id)).OrderBy(s => s.CreatedAt).Select(s => new { s.Id, s.Slug, s.Name }).ToListAsync(ct);
        return new MySites(mine.Name, mine.HouseAdministrator, [.. sites.Select(s => new MySite(s.Id, s.Slug, s.Name, mine.In(s.Id)))]);
    }
}
