using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>How a site deals with claims, for its administrators: for how many months each kind holds, and whether a piece with an open one can be approved.</summary>
[Requires(Permission.AdministerSite)]
public sealed record GetClaimTerms(SiteId Site) : IQuery<ClaimTermsShown>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>As they are stored, or the usual ones.</summary>
public sealed record ClaimTermsShown(bool DemandsNoneOpen, HoldingMonths Months);

internal sealed class GetClaimTermsHandler(IQuestDb db) : IQueryHandler<GetClaimTerms, ClaimTermsShown>
{
    public async Task<Result<ClaimTermsShown>> Handle(GetClaimTerms query, CancellationToken ct)
    {
        var terms = await db.ClaimTerms.AsNoTracking().FirstOrDefaultAsync(t => t.Site == query.Site, ct) ?? ClaimTerms.Of(query.Site);
        return new ClaimTermsShown(terms.DemandsNoneOpen, terms.Months);
    }
}
