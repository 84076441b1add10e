using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>
/// A reviewer decides: approve, ask for changes, reject; with a score from 1 to 10 and, unless approving, a reason. The decision seals the very
/// revision that was read. Errors: <c>round.you_wrote</c>, <c>round.you_submitted</c> (Forbidden), <c>round.closed</c> and <c>claim.open</c> (Conflict), score or reason missing.
/// </summary>
[Requires(Permission.Decide)]
public sealed record DecideOnRound(ReviewRoundId Round, Verdict Verdict, int? Score, string Reason) : ICommand, IAbout<ReviewRoundId>
{
    public ReviewRoundId About => Round;
}

internal sealed class DecideOnRoundValidator : AbstractValidator<DecideOnRound>
{
    public DecideOnRoundValidator()
    {
        RuleFor(c => c.Verdict).IsInEnum().WithMessage("Approve, ask for changes, or reject.");
        RuleFor(c => c.Score).InclusiveBetween(Decision.MinScore, Decision.MaxScore).When(c => c.Score is not null).WithErrorCode("score.range").WithMessage("A score is a whole number from 1 to 10.");
        RuleFor(c => c.Reason).Text("The reason", Decision.MaxReason);
    }
}

internal sealed class DecideOnRoundHandler(IQuestDb db, Acting acting, ClaimKeeper claims, TimeProvider clock) : ICommandHandler<DecideOnRound>
{
    public async Task<Result> Handle(DecideOnRound command, CancellationToken ct)
    {
        var round = await db.ReviewRounds.FirstOrDefaultAsync(r => r.Id == command.Round, ct);
        if (round is null) return ReviewErrors.NotFound;
        if (round.WhyNot(acting.Me) is { } why) return why;
        var article = await db.Articles.FirstAsync(a => a.Id == round.Article, ct);
        var revision = await db.Revisions.AsNoTracking().FirstAsync(r => r.Article == round.Article && r.Number == round.Revision, ct);

        var now = clock.GetUtcNow();
        var seal = new Seal(CanonicalForm.Hash(revision), CanonicalForm.Version);
        if (command.Verdict == Verdict.Approved && await db.ClaimTerms.AnyAsync(t => t.Site == round.Site && t.DemandsNoneOpen, ct)
            && await claims.OpenInAsync(round.Article, revision.Content, DateOnly.FromDateTime(now.UtcDateTime), ct) is > 0 and var open) return ClaimErrors.StillOpen(open);
        var decided = Decision.OnRound(DecisionId.New(now), round, command.Verdict, command.Score, PlainText.WithLf(command.Reason), seal, acting.Me, now);
        if (decided.Error is { } refusal) return refusal;
        if (article.Decide(Outcome(command.Verdict), round.Revision) is { Refused: true } refused) return refused;

        db.Decisions.Add(decided.Value);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (Exception first) when (first is UniqueViolationException { Constraint: "ix_decisions_one_per_round" } or ChangedMeanwhileException)
        {
            return ReviewErrors.AlreadyClosed;
        }
        return Result.Done;
    }

    private static WorkingState Outcome(Verdict verdict) => verdict switch
    {
        Verdict.Approved => WorkingState.Approved,
        Verdict.ChangesRequested => WorkingState.ChangesRequested,
        Verdict.Rejected => WorkingState.Rejected,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };
}
