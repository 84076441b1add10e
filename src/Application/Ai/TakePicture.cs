using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// A writer takes a painted picture as the article's cover: nothing else of the newest working copy changes, and a revision is frozen. One taken before may be taken again.
/// Errors: <c>proposal.writing</c>, <c>picture.none</c>, <c>article.frozen</c>, archive, bin.
/// </summary>
[Requires(Permission.Write)]
public sealed record TakePicture(GenerationId Generation) : ICommand, IAbout<GenerationId>
{
    public GenerationId About => Generation;
}

internal sealed class TakePictureHandler(IQuestDb db, Acting acting, TypedTextKeeper keeper, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<TakePicture>
{
    public static readonly Error None = Error.Conflict("picture.none", "No picture came of this request, or it was removed from the library. The article is as it was.");

    public async Task<Result> Handle(TakePicture command, CancellationToken ct)
    {
        var generation = await db.Generations.FirstOrDefaultAsync(g => g.Id == command.Generation, ct);
        if (generation is null) return GenerationErrors.NotFound;
        if (!generation.HasEnded) return GenerationErrors.StillWriting;
        if (await db.Paintings.Where(p => p.Generation == command.Generation).Select(p => p.Asset).FirstOrDefaultAsync(ct) is not { } picture) return None;

        var article = await db.Articles.FirstAsync(a => a.Id == generation.Article, ct);
        if (article.Working.Cover == picture) return Result.Done;
        var now = clock.GetUtcNow();
        if (await keeper.PutAsync(article, new TypedText(article.Working with { Cover = picture }, article.WorkingVersion, null, []), now, ct) is { } refusal) return refusal;
        var revision = await freezer.FreezeAsync(article, Occasion.ProposalTaken, new Origin(OriginKind.Person, acting.Me.Value), acting.Me, now, ct);
        if (generation.Proposal == ProposalState.Open) generation.Take(revision.Number, acting.Me, now);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
