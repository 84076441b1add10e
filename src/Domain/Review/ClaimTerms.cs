using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Review;

/// <summary>For how many months each kind counts as verified; 0 is as long as the sentence stands.</summary>
public sealed record HoldingMonths(int Figure, int Date, int Price, int Law, int Quotation, int Link)
{
    public int Of(ClaimKind kind) => kind switch
    {
        ClaimKind.Figure => Figure,
        ClaimKind.Date => Date,
        ClaimKind.Price => Price,
        ClaimKind.Law => Law,
        ClaimKind.Quotation => Quotation,
        ClaimKind.Link => Link,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public IEnumerable<int> All => Enum.GetValues<ClaimKind>().Select(Of);
}

/// <summary>How a site deals with claims: how long each kind holds, and whether a piece with an open one can be approved. A site without a row has those of <see cref="Of"/>.</summary>
public sealed class ClaimTerms : AggregateRoot
{
    public const int MostMonths = 12 * Claim.MostYears;

    /// <summary>
    /// Fees are changed with every budget, often in the middle of a year: half a year. Figures, rules and the pages of offices change about yearly; so do the dates people act on
    /// ("applications open on 1 March"). What somebody said stays said.
    /// </summary>
    public static readonly HoldingMonths Usual = new(Figure: 12, Date: 12, Price: 6, Law: 12, Quotation: 0, Link: 12);

    private ClaimTerms() { }

    public SiteId Site { get; private set; }
    public bool DemandsNoneOpen { get; private set; }
    public HoldingMonths Months { get; private set; } = Usual;

    public static ClaimTerms Of(SiteId site) => new() { Site = site };

    /// <summary>Error: a number of months beyond the limits.</summary>
    public Result Change(bool demandsNoneOpen, HoldingMonths months)
    {
        foreach (var kind in Enum.GetValues<ClaimKind>())
            if (months.Of(kind) is < 0 or > MostMonths) return Error.Field(kind.ToString().ToLowerInvariant(), "claim_terms.months", $"Between 0 (as long as the sentence stands) and {MostMonths} months.");
        (DemandsNoneOpen, Months) = (demandsNoneOpen, months);
        Changed();
        Raise(new ClaimTermsChanged(Site, demandsNoneOpen));
        return Result.Done;
    }

    /// <summary>The day a sentence of these kinds should be looked at again if it is verified today: the shortest of them; null when none runs out.</summary>
    public DateOnly? HoldsUntil(IEnumerable<ClaimKind> kinds, DateOnly today) =>
        kinds.Select(Months.Of).Where(m => m > 0).DefaultIfEmpty(0).Min() is > 0 and var months ? today.AddMonths(months) : null;
}
