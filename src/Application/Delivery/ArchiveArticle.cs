using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>A publisher puts an article that is not live out of the way, or takes it back. Errors: <c>article.live</c>, <c>article.frozen</c>.</summary>
/// <param name="Back">Take it out of the archive.</param>
/// <param name="If">The version a program read; another one refuses with <c>article.moved_on</c>.</param>
[Requires(Permission.Publish), OpenToKeys(Permission.WriteAsAgent)]
public sealed record ArchiveArticle(ArticleId Article, bool Back = false, int? If = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class ArchiveArticleHandler(IQuestDb db, EventOutbox outbox, Acting acting, TimeProvider clock) : ICommandHandler<ArchiveArticle>
{
    public async Task<Result> Handle(ArchiveArticle command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        var (wasThere, now) = (article.ArchivedAt is not null, clock.GetUtcNow());
        var result = command.Back ? article.TakeFromArchive(acting.Who) : article.Archive(acting.Who, now);
        if (result.Refused) return result;
        if (!command.Back && !wasThere) await OnceLive.TellAsync(db, outbox, DeliveryEvent.Archived, article.Id, now, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
