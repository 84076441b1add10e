using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>A creator takes a picture out of the library for good; a job removes its bytes. Error: <c>asset.in_use</c> while a text, a revision or readers have it.</summary>
[Requires(Permission.Write)]
public sealed record RemoveAsset(AssetId Asset) : ICommand, IAbout<AssetId>
{
    public AssetId About => Asset;
}

internal sealed class RemoveAssetHandler(IQuestDb db, Acting acting, IAssetUses uses, IJobQueue jobs, TimeProvider clock) : ICommandHandler<RemoveAsset>
{
    public async Task<Result> Handle(RemoveAsset command, CancellationToken ct)
    {
        var asset = await db.Assets.FirstOrDefaultAsync(a => a.Id == command.Asset, ct);
        if (asset is null) return AssetErrors.NotFound;
        if (asset.Remove(await uses.AnyAsync(asset.Id, ct), acting.Me).Error is { } refusal) return refusal;
        db.Assets.Remove(asset);
        jobs.Enqueue(JobKind.ForgetPicture, asset.Id.Value, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
