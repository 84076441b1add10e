using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// A publisher takes an article from readers; its address answers "gone", and names what stands in for it; its texts stay. Errors: <c>article.not_live</c>, <c>replacement.not_live</c>,
/// <c>replacement.itself</c>.
/// </summary>
/// <param name="Replacement">Slug, address or id of an article of the site that readers see; empty: nothing stands in for it.</param>
/// <param name="If">The version a program read; another one refuses with <c>article.moved_on</c>.</param>
[Requires(Permission.Publish), OpenToKeys(Permission.WriteAsAgent)]
public sealed record UnpublishArticle(ArticleId Article, int? If = null, string? Replacement = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class UnpublishArticleHandler(IQuestDb db, PublishedPictures pictures, EventOutbox outbox, Acting acting, TimeProvider clock) : ICommandHandler<UnpublishArticle>
{
    public async Task<Result> Handle(UnpublishArticle command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        var replacement = await LiveArticles.ReplacementAsync(db, article, command.Replacement, ct);
        if (replacement.Error is { } unknown) return unknown;
        if ((await Unpublication.PrepareAsync(db, pictures, outbox, article, acting.Actor.Person, clock.GetUtcNow(), ct)).Error is { } refusal) return refusal;
        await LiveArticles.StandInAsync(db, article.Id, replacement.Value, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

/// <summary>Row and event of a withdrawal, for now and for a time alike.</summary>
internal static class Unpublication
{
    public static async Task<Result> PrepareAsync(IQuestDb db, PublishedPictures pictures, EventOutbox outbox, Article article, PersonId? by, DateTimeOffset now, CancellationToken ct)
    {
        if (article.GoOffline().Error is { } refusal) return refusal;
        var row = await db.PublishedArticles.FirstAsync(p => p.Article == article.Id, ct);
        await outbox.AddAsync(DeliveryEvent.Tell(DeliveryEvent.Unpublished, row, null, now, cacheTags: PublishedFields.CacheTags(row.Shown.Json)), ct);
        db.PublishedArticles.Remove(row);
        await pictures.UseAsync(article.Id, [], ct);
        // The address stays this article's: it answers "gone", not "unknown".
        if (!await db.FormerSlugs.AnyAsync(f => f.Site == row.Site && f.Slug == row.Slug, ct)) db.FormerSlugs.Add(FormerSlug.Of(row.Site, row.Slug, row.Article));
        article.TellUnpublished(by);
        return Result.Done;
    }
}
