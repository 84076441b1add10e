using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>A writer takes the text back before anyone decided; it can be changed again. Errors: <c>article.not_in_review</c>, <c>round.closed</c>.</summary>
/// <param name="If">The version a program read; another one refuses with <c>article.moved_on</c>.</param>
[Requires(Permission.Write), OpenToKeys(Permission.WriteAsAgent)]
public sealed record WithdrawFromReview(ArticleId Article, int? If = null) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class WithdrawFromReviewHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<WithdrawFromReview>
{
    public async Task<Result> Handle(WithdrawFromReview command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.MovedOnFrom(command.If) is { } moved) return moved;
        if (article.Withdraw(acting.Who) is { Refused: true } refused) return refused;
        var round = await db.ReviewRounds.FirstOrDefaultAsync(r => r.Article == article.Id && r.State == RoundState.Open, ct);
        if (round is null) return ReviewErrors.AlreadyClosed;
        if (round.Withdraw(clock.GetUtcNow()) is { Refused: true } closed) return closed;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
