using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>A writer says where a sentence can be looked up; it verifies nothing. Errors: <c>claim.source</c>, <c>claim.verified</c>, <c>claim.changed</c>.</summary>
/// <param name="Version">The claim's, as it stood in the form.</param>
[Requires(Permission.Write)]
public sealed record GiveClaimSource(ClaimId Claim, string Source, int Version) : ICommand, IAbout<ClaimId>
{
    public ClaimId About => Claim;
}

internal sealed class GiveClaimSourceValidator : AbstractValidator<GiveClaimSource>
{
    public GiveClaimSourceValidator() => RuleFor(c => c.Source).Text("The source", Claim.MaxSource);
}

internal sealed class GiveClaimSourceHandler(IQuestDb db, Acting acting) : ICommandHandler<GiveClaimSource>
{
    public async Task<Result> Handle(GiveClaimSource command, CancellationToken ct)
    {
        var claim = await db.Claims.FirstOrDefaultAsync(c => c.Id == command.Claim, ct);
        if (claim is null) return ClaimErrors.NotFound;
        if (claim.Version != command.Version) return ClaimErrors.Changed;
        if (claim.GiveSource(PlainText.WithLf(command.Source), acting.Me) is { Refused: true } refused) return refused;
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
