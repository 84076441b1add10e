using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// An administrator deletes an article in the bin for ever, and types its title to say so. Text, revisions, proposals and claims are gone; decisions, costs and the trail stay. Errors:
/// <c>title.differs</c> (Invalid), <c>article.not_binned</c>, <c>replacement.not_live</c>, NotFound once it is deleted.
/// </summary>
/// <param name="Replacement">Slug, address or id of an article of the site that readers see, for what readers saw once; empty leaves it as it was named when it was taken down.</param>
[Requires(Permission.AdministerSite)]
public sealed record DeleteArticleForEver(ArticleId Article, string Title, string? Replacement = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class DeleteArticleForEverValidator : AbstractValidator<DeleteArticleForEver>
{
    public DeleteArticleForEverValidator() => RuleFor(c => c.Title).Text("The title", ArticleContent.MaxTitle);
}

internal sealed class DeleteArticleForEverHandler(IQuestDb db, Acting acting, ArticleEnd end, TimeProvider clock) : ICommandHandler<DeleteArticleForEver>
{
    public async Task<Result> Handle(DeleteArticleForEver command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article && a.DeletedAt == null, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.BinnedAt is not null && command.Title.Trim() != article.Working.ShownTitle.Trim())
            return Error.Field("title", "title.differs", $"Type the title as it stands to delete it for ever: {article.Working.ShownTitle}");
        var replacement = await LiveArticles.ReplacementAsync(db, article, command.Replacement, ct);
        if (replacement.Error is { } unknown) return unknown;
        if (replacement.Value is not null) await LiveArticles.StandInAsync(db, article.Id, replacement.Value, ct);
        if ((await end.PrepareAsync(article, acting.Actor.Person, clock.GetUtcNow(), ct)).Error is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
