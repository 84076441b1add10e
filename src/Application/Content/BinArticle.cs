using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>
/// A writer puts an article into the bin: it is in no list, its slug is free, and for 30 days it can be put back. Errors: <c>article.live</c>, <c>article.frozen</c> in review,
/// <c>article.planned</c> while a plan waits, <c>article.moved_on</c>.
/// </summary>
/// <param name="If">The version a program read; another one refuses.</param>
[Requires(Permission.Write), OpenToKeys(Permission.WriteAsAgent)]
public sealed record BinArticle(ArticleId Article, int? If = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class BinArticleHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<BinArticle>
{
    public async Task<Result> Handle(BinArticle command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        if (article.PutIntoBin(acting.Who, clock.GetUtcNow()).Error is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
