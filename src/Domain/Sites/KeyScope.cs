using System.Collections.Frozen;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Sites;

/// <summary>What a site key opens: what is published (every key does), working copies too, proposing and writing. None of them decides, or manages people, keys or settings.</summary>
public enum KeyScope { Read, Preview, Write }

/// <summary>Which permission each scope gives: written once, as roles have their table.</summary>
public static class ScopePermissions
{
    private static readonly FrozenDictionary<KeyScope, Permission[]> Given = new Dictionary<KeyScope, Permission[]>
    {
        [KeyScope.Read] = [Permission.ReadAsAgent],
        [KeyScope.Preview] = [Permission.PreviewAsAgent],
        [KeyScope.Write] = [Permission.ProposeAsAgent, Permission.WriteAsAgent],
    }.ToFrozenDictionary();

    public static bool Give(IEnumerable<KeyScope> scopes, Permission permission) => scopes.Any(s => Given[s].Contains(permission));
}
