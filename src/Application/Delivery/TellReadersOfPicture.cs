using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A publisher has readers told what the library says of a picture now, in every piece that shows it: alt text, credit, the mark of a model, its crops. What was sealed stays; a
/// revision frozen later has its own words. Errors: NotFound, <c>asset.not_public</c>, <c>asset.not_ready</c>.
/// </summary>
[Requires(Permission.Publish)]
public sealed record TellReadersOfPicture(AssetId Asset) : ICommand, IAbout<AssetId>
{
    public AssetId About => Asset;
}

internal sealed class TellReadersOfPictureHandler(IQuestDb db, EventOutbox outbox, IJobQueue jobs, Acting acting, TimeProvider clock) : ICommandHandler<TellReadersOfPicture>
{
    // Beyond that a cache in front of the site drops all of it.
    private const int MostTags = 100;
    private static readonly Error NotPublic = Error.Conflict("asset.not_public", "No piece that readers see has this picture, so there is nothing to tell them.");

    public async Task<Result> Handle(TellReadersOfPicture command, CancellationToken ct)
    {
        var asset = await db.Assets.FirstOrDefaultAsync(a => a.Id == command.Asset, ct);
        if (asset is null) return AssetErrors.NotFound;
        if (!asset.IsReady) return asset.State == RenditionState.Failed ? AssetErrors.NotShown : AssetErrors.NotReady;
        var articles = await db.PublishedMediaUses.AsNoTracking().Where(u => u.Asset == asset.Id).OrderBy(u => u.Article).Take(MostTags + 1).Select(u => u.Article).ToListAsync(ct);
        if (articles.Count == 0) return NotPublic;
        var now = clock.GetUtcNow();
        asset.TellReaders(acting.Me, now);
        var rewriting = Rewriting.Start(RewritingId.New(now), asset.Site, SharedThing.Picture, asset.Id.Value, [], now);
        db.Rewritings.Add(rewriting);
        jobs.Enqueue(JobKind.RewriteArticles, rewriting.Id.Value, now);
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == asset.Site).Select(s => s.Slug).FirstAsync(ct);
        string[] tags = articles.Count > MostTags ? [$"site:{site}"] : [.. articles.Select(a => $"article:{a}")];
        await outbox.AddAsync(DeliveryEvent.TellMedia(asset.Site, asset.Id, ["alt", "credit"], tags, now), ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
