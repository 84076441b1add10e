using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>An administrator says for how many months each kind of claim holds, and whether a piece with an open one can be approved. Error: <c>claim_terms.months</c>.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ChangeClaimTerms(SiteId Site, bool DemandsNoneOpen, HoldingMonths Months) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeClaimTermsHandler(IQuestDb db) : ICommandHandler<ChangeClaimTerms>
{
    public async Task<Result> Handle(ChangeClaimTerms command, CancellationToken ct)
    {
        var terms = await db.ClaimTerms.FirstOrDefaultAsync(t => t.Site == command.Site, ct);
        if (terms is null) db.ClaimTerms.Add(terms = ClaimTerms.Of(command.Site));
        if (terms.Change(command.DemandsNoneOpen, command.Months) is { Refused: true } refused) return refused;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
