using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// An agent asks the writers to hand an article to the reviewers. Nothing is submitted by it: who submits answers for the text. Asked again while the wish is open, nothing is added. Errors:
/// <c>review.nothing_taken</c> while the article has no text a person wrote or took, <c>article.in_review</c>, <c>article.archived</c>, a note over its limit.
/// </summary>
[Requires(Permission.ProposeAsAgent)]
public sealed record AskForReview(ArticleId Article, string Note) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class AskForReviewValidator : AbstractValidator<AskForReview>
{
    public AskForReviewValidator() => RuleFor(c => c.Note).Text("The note", AgentNote.MaxText);
}

internal sealed class AskForReviewHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<AskForReview>
{
    private static readonly Error NothingTaken = Error.Conflict("review.nothing_taken", "The article has no text yet that a person wrote or took. Ask again when someone took a proposal.");
    private static readonly Error InReview = Error.Conflict("article.in_review", "The article is in review already.");

    public async Task<Result> Handle(AskForReview command, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article && a.BinnedAt == null).Select(a => new { a.Site, a.State, a.ArchivedAt, Empty = a.Working.Body == "" }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.ArchivedAt is not null) return ArticleErrors.InTheArchive;
        if (article.State == WorkingState.InReview) return InReview;
        if (article.Empty) return NothingTaken;
        var agent = acting.Agent;
        if (await db.AgentNotes.AnyAsync(n => n.Article == command.Article && n.Kind == AgentNoteKind.ReviewWish && n.SettledAt == null && n.Agent == agent, ct)) return Result.Done;
        var now = clock.GetUtcNow();
        db.AgentNotes.Add(AgentNote.AskForReview(AgentNoteId.New(now), article.Site, command.Article, PlainText.WithLf(command.Note).Trim(), agent, acting.Actor.Name, now));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
