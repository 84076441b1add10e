using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Content;

/// <summary>
/// A writer puts a picture of the library on an article, or takes it off, from outside the editor: nothing else of the newest working copy changes. Errors:
/// <c>cover.unknown</c> (another site's, or none), <c>article.frozen</c>, archive, bin.
/// </summary>
[Requires(Permission.Write)]
public sealed record ChooseCover(ArticleId Article, AssetId? Cover) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class ChooseCoverHandler(IQuestDb db, TypedTextKeeper keeper, TimeProvider clock) : ICommandHandler<ChooseCover>
{
    public async Task<Result> Handle(ChooseCover command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var typed = new TypedText(article.Working with { Cover = command.Cover }, article.WorkingVersion, null, []);
        if (await keeper.PutAsync(article, typed, clock.GetUtcNow(), ct) is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
