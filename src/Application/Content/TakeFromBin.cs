using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>A writer takes an article out of the bin, as it was; where another one has its slug by now, it gets the next free one. Errors: NotFound once it is deleted for ever, <c>article.moved_on</c>.</summary>
/// <param name="If">The version a program read; another one refuses.</param>
[Requires(Permission.Write), OpenToKeys(Permission.WriteAsAgent)]
public sealed record TakeFromBin(ArticleId Article, int? If = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class TakeFromBinHandler(IQuestDb db, Acting acting) : ICommandHandler<TakeFromBin>
{
    public async Task<Result> Handle(TakeFromBin command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        var slug = await References.FreeSlugAsync(db, article.Site, article.Id, article.Working.Slug, ct);
        if (article.TakeFromBin(slug, acting.Who).Error is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
