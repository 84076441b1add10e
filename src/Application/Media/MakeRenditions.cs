using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>Makes what is missing of a picture's renditions for its present focal point and puts them into the storage. Sent by the worker; carried out twice it changes nothing.</summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record MakeRenditions(AssetId Asset) : ICommand;

internal sealed class MakeRenditionsHandler(IQuestDb db, IPictures pictures, IMediaStorage storage) : ICommandHandler<MakeRenditions>
{
    public async Task<Result> Handle(MakeRenditions command, CancellationToken ct)
    {
        var seen = await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == command.Asset, ct);
        if (seen is null || seen.State != RenditionState.Waiting) return Result.Done; // removed meanwhile, or another process was first
        var made = await MakeAsync(seen, ct);

        // Loaded anew: people may have described it while its renditions were made.
        var asset = await db.Assets.FirstOrDefaultAsync(a => a.Id == command.Asset, ct);
        if (asset is null) return Result.Done;
        if (made.Error is { } error) asset.Fail(error.Message);
        else asset.Show(made.Value, seen.Focal);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task<Result<IReadOnlyList<Rendition>>> MakeAsync(Asset asset, CancellationToken ct)
    {
        var there = asset.Renditions.ToDictionary(r => r.Name);
        var all = new List<Rendition>();
        byte[]? original = null;
        foreach (var plan in RenditionPlans.Of(asset.Width, asset.Height, asset.Focal))
        {
            if (there.TryGetValue(plan.Name, out var known))
            {
                all.Add(known);
                continue;
            }
            original ??= await ReadAsync(asset.Id, ct);
            if (original is null) return AssetErrors.Broken;
            var made = await pictures.MakeAsync(original, plan, asset.Focal, ct);
            if (made.Error is { } error) return error;
            await using var content = new MemoryStream(made.Value.Content, writable: false);
            await storage.PutAsync(AssetKeeper.KeyOf(asset.Id, plan.Name), content, ct);
            all.Add(made.Value.Rendition);
        }
        return all;
    }

    private async Task<byte[]?> ReadAsync(AssetId asset, CancellationToken ct)
    {
        await using var stream = await storage.OpenAsync(AssetKeeper.KeyOf(asset, AssetKeeper.Original), ct);
        if (stream is null) return null;
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, ct);
        return whole.ToArray();
    }
}
