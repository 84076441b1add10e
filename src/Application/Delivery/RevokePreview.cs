using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>Takes a preview back: from now on its link opens nothing. Doing it again changes nothing. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record RevokePreview(PreviewLinkId Preview) : ICommand, IAbout<PreviewLinkId>
{
    public PreviewLinkId About => Preview;
}

internal sealed class RevokePreviewHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<RevokePreview>
{
    public async Task<Result> Handle(RevokePreview command, CancellationToken ct)
    {
        if (await db.PreviewLinks.FirstOrDefaultAsync(p => p.Id == command.Preview, ct) is not { } preview) return PreviewErrors.NotFound;
        preview.Revoke(acting.Me, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
