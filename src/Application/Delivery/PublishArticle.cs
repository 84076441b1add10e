using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A publisher shows a revision to readers: the one approved last, or an earlier approved one (put back). Errors: <c>publish.nothing_approved</c>,
/// <c>publish.not_approved</c>, <c>publish.seal_broken</c>, <c>publish.already_live</c>, slug taken; what readers see stays as it was.
/// </summary>
[Requires(Permission.Publish)]
public sealed record PublishArticle(ArticleId Article, int? Revision = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class PublishArticleHandler(IQuestDb db, Acting acting, Publisher publisher, TimeProvider clock) : ICommandHandler<PublishArticle>
{
    public async Task<Result> Handle(PublishArticle command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if ((command.Revision ?? article.ApprovedRevision) is not { } revision) return DeliveryErrors.NothingApproved;
        if (article.LiveRevision == revision) return DeliveryErrors.AlreadyLive;
        if ((await publisher.PublishAsync(article, revision, acting.Me, clock.GetUtcNow(), ct)).Error is { } refusal) return refusal;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException taken) when (taken.Constraint == "ix_published_articles_slug")
        {
            return ArticleErrors.SlugTaken(article.Working.Slug);
        }
        return Result.Done;
    }
}
