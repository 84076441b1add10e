using QuestCms.Application.Common;

namespace QuestCms.Web.Mcp;

/// <summary>The site whose key the agent came with; a call has no other.</summary>
internal sealed class AgentSite(Acting acting, IKeyRing keys)
{
    public async Task<KeyGrant> GrantAsync(CancellationToken ct) =>
        await keys.OfAsync(acting.Agent, ct) ?? throw new KeyGoneException();
}

/// <summary>The key was revoked between the door and the call.</summary>
internal sealed class KeyGoneException() : Exception("The key opens nothing any more.");
