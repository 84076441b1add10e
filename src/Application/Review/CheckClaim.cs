using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>
/// A reviewer who did not write in the text says what they found of one sentence: true in a source and until when, not right and why, or nothing to check. The same for a sentence
/// of a live piece whose day is over: the article is not touched. Errors: <c>claim.source</c>, <c>claim.holds</c>, <c>claim.why</c> beside their fields; <c>claim.you_wrote</c> (Forbidden), <c>claim.changed</c> (Conflict).
/// </summary>
/// <param name="Found">Verified, NotRight or NoClaim.</param>
/// <param name="HoldsUntil">For Verified; null as long as the sentence stands.</param>
/// <param name="Version">The claim's, as it stood in the form.</param>
[Requires(Permission.Decide)]
public sealed record CheckClaim(ClaimId Claim, ClaimState Found, string Source, DateOnly? HoldsUntil, string Why, int Version) : ICommand, IAbout<ClaimId>
{
    public ClaimId About => Claim;
}

internal sealed class CheckClaimValidator : AbstractValidator<CheckClaim>
{
    public CheckClaimValidator()
    {
        RuleFor(c => c.Found).Must(f => f is ClaimState.Verified or ClaimState.NotRight or ClaimState.NoClaim).WithErrorCode("claim.found").WithMessage("Say what you found: it is right, it is not, or there is nothing to check.");
        RuleFor(c => c.Source).Text("The source", Claim.MaxSource);
        RuleFor(c => c.Why).Text("The reason", Claim.MaxWhy);
    }
}

internal sealed class CheckClaimHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<CheckClaim>
{
    public async Task<Result> Handle(CheckClaim command, CancellationToken ct)
    {
        var claim = await db.Claims.FirstOrDefaultAsync(c => c.Id == command.Claim, ct);
        if (claim is null) return ClaimErrors.NotFound;
        var article = await db.Articles.AsNoTracking().FirstAsync(a => a.Id == claim.Article, ct);
        if ((await WritersOf.SinceApprovalAsync(db, article, ct)).Contains(acting.Me)) return ClaimErrors.YouWrote;
        if (claim.Version != command.Version) return ClaimErrors.Changed;

        var now = clock.GetUtcNow();
        var done = command.Found switch
        {
            ClaimState.Verified => claim.Verify(PlainText.WithLf(command.Source), command.HoldsUntil, acting.Me, now),
            ClaimState.NotRight => claim.Refute(PlainText.WithLf(command.Why), acting.Me, now),
            _ => claim.SetAside(acting.Me, now),
        };
        if (done.Refused) return done;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (ChangedMeanwhileException)
        {
            return ClaimErrors.Changed;
        }
        return Result.Done;
    }
}
