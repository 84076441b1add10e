using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Review;

public sealed record ClaimSourceGiven(ClaimId Claim, SiteId Site, ArticleId Article, PersonId By) : DomainEvent(Article.Value, Site.Value);
public sealed record ClaimChecked(ClaimId Claim, SiteId Site, ArticleId Article, string State, DateOnly? HoldsUntil, PersonId By) : DomainEvent(Article.Value, Site.Value);
public sealed record ClaimTermsChanged(SiteId Site, bool DemandsNoneOpen) : DomainEvent(Site.Value, Site.Value);

/// <summary>What a claim can answer instead of doing what was asked.</summary>
public static class ClaimErrors
{
    public static readonly Error NotFound = Error.NotFound("claim.not_found", "There is no such claim here.");
    public static readonly Error SourceMissing = Error.Field("source", "claim.source", "Say where it can be looked up: an address, or a document and its page.");
    public static readonly Error WhyMissing = Error.Field("why", "claim.why", "Say in a word what is not right, so that the writers know what to change.");
    public static readonly Error Holds = Error.Field("holdsUntil", "claim.holds", $"It can hold from today on, and at most {Claim.MostYears} years; empty means as long as the sentence stands.");
    public static readonly Error Verified = Error.Conflict("claim.verified", "This sentence is verified with its source. A reviewer can check it anew; nothing was changed.");
    public static readonly Error Changed = Error.Conflict("claim.changed", "Someone else looked at this sentence meanwhile. What they found stands below; yours was not stored.");
    public static readonly Error YouWrote = Error.Forbidden("claim.you_wrote", "You wrote in this text; someone else checks its claims. You can say where a sentence can be looked up.");

    /// <summary>Approval where the site demands that nothing is open.</summary>
    public static Error StillOpen(int open) => Error.Conflict("claim.open",
        $"{(open == 1 ? "One claim is" : $"{open} claims are")} still open, and this site approves no piece with an open one: look under Claims on this page. Your score and your reason still stand in the form.");
}
