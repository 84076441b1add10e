using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>Removes what an article that was deleted for ever leaves behind: revisions and everything else that holds its words. What must stay for the trail stays: decisions, who asked what model and what it cost. Twice is once.</summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record EraseArticle(ArticleId Article) : ICommand;

/// <summary>Removes rows by the hundred without reading them; implemented where the tables are.</summary>
public interface IArticleEraser
{
    Task EraseAsync(ArticleId article, CancellationToken ct);
}

internal sealed class EraseArticleHandler(IQuestDb db, IArticleEraser eraser) : ICommandHandler<EraseArticle>
{
    public async Task<Result> Handle(EraseArticle command, CancellationToken ct)
    {
        if (await db.Articles.AnyAsync(a => a.Id == command.Article && a.DeletedAt != null, ct)) await eraser.EraseAsync(command.Article, ct);
        return Result.Done;
    }
}
