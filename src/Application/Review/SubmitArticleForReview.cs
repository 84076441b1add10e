using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>
/// A writer hands the text to the reviewers: it is frozen as a revision, a round opens for exactly that revision with its claims listed, and the working copy
/// can't be changed until they decide. Errors: <c>article.not_a_draft</c>, <c>article.not_ready</c> with what is missing, <c>round.open</c>, and those of a save.
/// </summary>
/// <param name="Typed">What stands in the form, saved in the same save; null hands over the working copy as it is. A stale one is kept beside and nothing is submitted.</param>
/// <param name="If">The version a program read; another one refuses with <c>article.moved_on</c>.</param>
[Requires(Permission.Write), OpenToKeys(Permission.WriteAsAgent)]
public sealed record SubmitArticleForReview(ArticleId Article, string Note, TypedText? Typed = null, int? If = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class SubmitArticleForReviewValidator : AbstractValidator<SubmitArticleForReview>
{
    public SubmitArticleForReviewValidator()
    {
        RuleFor(c => c.Note).Text("The note", ReviewRound.MaxNote);
        RuleFor(c => c.Typed!).SetValidator(new TypedTextRules()).When(c => c.Typed is not null);
    }
}

internal sealed class SubmitArticleForReviewHandler(IQuestDb db, Acting acting, TypedTextKeeper keeper, RevisionFreezer freezer, ClaimKeeper claims, TimeProvider clock) : ICommandHandler<SubmitArticleForReview>
{
    public async Task<Result> Handle(SubmitArticleForReview command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;

        var now = clock.GetUtcNow();
        if (command.Typed is { } typed && await keeper.PutAsync(article, typed, now, ct) is { } unsaved)
        {
            if (unsaved.Code == ArticleErrors.Stale.Code) await db.SaveChangesAsync(ct);
            return unsaved;
        }
        var hands = await WritersOf.SinceApprovalAsync(db, article, ct);
        if (article.State.CanBecome(WorkingState.InReview)) await freezer.FreezeChangesAsync(article, Occasion.Submission, acting.Who, now, ct);
        if (article.Submit(article.LastRevision, acting.Who) is { Refused: true } refused) return refused;

        db.ReviewRounds.Add(ReviewRound.Open(ReviewRoundId.New(now), article.Id, article.Site, article.LastRevision, PlainText.WithLf(command.Note), hands, acting.Who, now));
        var text = ClaimText.Of(article.Working);
        await claims.KeepAsync(article.Id, article.Site, text, article.LastRevision, ClaimFinder.In(text), null, now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException taken) when (taken.Constraint == "ix_articles_slug")
        {
            return ArticleErrors.SlugTaken(article.Working.Slug);
        }
        catch (UniqueViolationException second) when (second.Constraint is "ix_rounds_one_open" or "ix_revisions_article_number")
        {
            return ReviewErrors.AlreadyOpen;
        }
        return Result.Done;
    }
}
