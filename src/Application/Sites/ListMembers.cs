using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>The members of a site with their roles, by name; at most a thousand.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ListMembers(SiteId Site) : IQuery<IReadOnlyList<Member>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>One member. Without roles the person stays in the list and may do nothing. <paramref name="Version"/> is the membership's, for <see cref="ChangeRoles"/>.</summary>
public sealed record Member(PersonId Person, string Name, string Email, IReadOnlyList<Role> Roles, bool IsHouseAdministrator, DateTimeOffset? SuspendedAt, int Version);

internal sealed class ListMembersHandler(IQuestDb db) : IQueryHandler<ListMembers, IReadOnlyList<Member>>
{
    public async Task<Result<IReadOnlyList<Member>>> Handle(ListMembers query, CancellationToken ct)
    {
        var members = await (from membership in db.Memberships.AsNoTracking().Where(m => m.Site == query.Site)
                             join person in db.People.AsNoTracking() on membership.Person equals person.Id
                             orderby person.Name, person.Id
                             select new { person.Id, person.Name, person.Email, membership.Roles, person.IsHouseAdministrator, person.SuspendedAt, membership.Version }).Take(1000).ToListAsync(ct);
        return members.Select(m => new Member(m.Id, m.Name, m.Email, m.Roles, m.IsHouseAdministrator, m.SuspendedAt, m.Version)).ToList();
    }
}
