using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>Removes the bytes of a picture that left the library, out of the storage. Sent by the worker; a picture that is there keeps its bytes.</summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record ForgetPicture(AssetId Asset) : ICommand;

internal sealed class ForgetPictureHandler(IQuestDb db, IMediaStorage storage) : ICommandHandler<ForgetPicture>
{
    public async Task<Result> Handle(ForgetPicture command, CancellationToken ct)
    {
        if (!await db.Assets.AnyAsync(a => a.Id == command.Asset, ct)) await storage.DeleteAllAsync(command.Asset.ToString(), ct);
        return Result.Done;
    }
}
