using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>
/// A program puts another text into the working copy. What stood there is frozen first as whoever wrote it, the new words at once after it with the origin <em>agent</em>; what people
/// wrote and the program left keeps its origin. Who types in the editor meanwhile keeps their text beside it. The same text again changes nothing. Errors: those of
/// <see cref="WriteNewArticle"/>, <c>article.moved_on</c> when it is not the version the program read, <c>article.frozen</c> in review, archive, bin.
/// </summary>
/// <param name="If">The version the program read.</param>
[Requires(Permission.WriteAsAgent)]
public sealed record RewriteArticle(ArticleId Article, ArticleText Text, int If) : ICommand<Standing>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class RewriteArticleValidator : AbstractValidator<RewriteArticle>
{
    public RewriteArticleValidator() => RuleFor(c => c.Text).SetValidator(new ArticleTextRules());
}

internal sealed class RewriteArticleHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<RewriteArticle, Standing>
{
    public async Task<Result<Standing>> Handle(RewriteArticle command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        if (article.Closed is { } closed) return closed;
        if (article.State == WorkingState.InReview) return ArticleErrors.Frozen;
        var found = await TextInSite.FindAsync(db, article.Site, article.Id, command.Text, article.Working.Slug, ct);
        if (found.Error is { } missing) return missing;
        var content = found.Value.Content;
        if (found.Value.IsSlugTaken) return ArticleErrors.SlugTaken(content.Slug);
        if (content.SameAs(article.Working)) return Standing.Of(article);

        var now = clock.GetUtcNow();
        var before = article.NeedsRevisionBefore(acting.Who, now) ? await freezer.FreezeChangesAsync(article, Occasion.ChangeOfWriter, article.WhoWroteLast() ?? acting.Who, now, ct) : null;
        if (article.Save(content, article.WorkingVersion, null, [], acting.Who, now).Error is { } refusal) return refusal;
        // Ids rise with their instant: this one comes after the other of the same save.
        await freezer.FreezeAsync(article, Occasion.NamedSave, RevisionFreezer.OriginOf(acting.Who), acting.Who, before is null ? now : now.AddMilliseconds(1), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException taken) when (taken.Constraint == "ix_articles_slug")
        {
            return ArticleErrors.SlugTaken(content.Slug);
        }
        return Standing.Of(article);
    }
}
