using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>An administrator revokes a key: within five seconds it opens nothing on any replica. Revoking it again changes nothing. Error: NotFound.</summary>
[Requires(Permission.AdministerSite)]
public sealed record RevokeSiteKey(SiteKeyId Key) : ICommand, IAbout<SiteKeyId>
{
    public SiteKeyId About => Key;
}

internal sealed class RevokeSiteKeyHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<RevokeSiteKey>
{
    public async Task<Result> Handle(RevokeSiteKey command, CancellationToken ct)
    {
        if (await db.SiteKeys.FirstOrDefaultAsync(k => k.Id == command.Key, ct) is not { } key) return SiteKeyErrors.NotFound;
        key.Revoke(acting.Actor.Person, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
