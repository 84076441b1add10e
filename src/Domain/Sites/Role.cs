using System.Collections.Frozen;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Sites;

/// <summary>What a person is in a site. Roles add up.</summary>
public enum Role { Creator, Reviewer, Publisher, Administrator }

/// <summary>Which permission each role gives: the table of the product, written once.</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<Role, Permission[]> Given = new Dictionary<Role, Permission[]>
    {
        [Role.Creator] = [Permission.ReadSite, Permission.Write],
        [Role.Reviewer] = [Permission.ReadSite, Permission.Decide, Permission.Recall],
        [Role.Publisher] = [Permission.ReadSite, Permission.Publish, Permission.Redirect],
        [Role.Administrator] = [Permission.ReadSite, Permission.AdministerSite, Permission.Recall, Permission.Redirect],
    }.ToFrozenDictionary();

    public static bool Give(IEnumerable<Role> roles, Permission permission) => roles.Any(r => Given[r].Contains(permission));
}
