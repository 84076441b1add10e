using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common;

/// <summary>What a person is, site by site, as of this request.</summary>
public sealed record PersonRoles(string Name, bool HouseAdministrator, IReadOnlyDictionary<SiteId, IReadOnlyList<Role>> BySite)
{
    public IReadOnlyList<Role> In(SiteId site) => BySite.TryGetValue(site, out var roles) ? roles : [];

    /// <summary>For pages that show or hide a step; the pipeline decides again.</summary>
    public bool May(Permission permission, SiteId site) =>
        RolePermissions.Give(In(site), permission) || (HouseAdministrator && permission == Permission.AdministerSite);
}

/// <summary>Reads a person's roles once per scope. Null for somebody unknown or suspended.</summary>
public interface IRoles
{
    Task<PersonRoles?> OfAsync(PersonId person, CancellationToken ct);
}
