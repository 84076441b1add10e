using QuestCms.Domain.Common;

namespace QuestCms.Domain.Content;

/// <summary>What an article can answer instead of doing what was asked.</summary>
public static class ArticleErrors
{
    public static readonly Error NotFound = Error.NotFound("article.not_found", "There is no such article here.");
    public static readonly Error Stale = Error.Conflict("article.stale",
        "Someone saved a newer version of this text. Nothing is lost: both are kept until you decide.");
    public static readonly Error Frozen = Error.Conflict("article.frozen",
        "The text is in review and can't be changed. Withdraw it from review to go on writing.");
    public static readonly Error InTheBin = Error.Conflict("article.binned", "The article is in the bin. Put it back first.");
    public static readonly Error InTheArchive = Error.Conflict("article.archived", "The article is in the archive. Take it out first.");
    public static readonly Error NotLive = Error.Conflict("article.not_live", "Readers don't see this article, so there is nothing to take down.");
    public static readonly Error StillLive = Error.Conflict("article.live", "Readers still see this article. Unpublish it first, then archive it.");
    public static readonly Error InReviewNotBinned = Error.Conflict("article.frozen", "The text is in review. Withdraw it from review first, then delete it.");
    public static readonly Error LiveNotBinned = Error.Conflict("article.live", "Readers still see this article. Take it down first, then delete it.");
    public static readonly Error PlannedNotBinned = Error.Conflict("article.planned", "A plan waits for this article. Cancel the plan first, then delete it.");
    public static readonly Error NotInTheBin = Error.Conflict("article.not_binned", "The article is not in the bin. Only from there it can be deleted for ever.");
    public static readonly Error MovedOn = Error.Conflict("article.moved_on", "The article changed since you read it, so nothing was stored. Read it again and decide what becomes of your change.");
    public static readonly Error NoSuchRevision = Error.NotFound("revision.not_found", "This article has no such revision.");
    public static readonly Error BodyTooLarge = Error.TooLarge("body.too_large",
        "The text is over 200 KB, about 35,000 words, and is not saved. Your copy is kept in this browser; move a part of it into another article.");

    public static Error SlugTaken(string slug) =>
        Error.Field("slug", "slug.taken", $"Another article of this site has the address “{slug}”. Choose another slug.");

    public static Error NotADraft(WorkingState state) =>
        Error.Conflict("article.not_a_draft", $"This article is {state.InWords()}, so it can't be submitted now.");

    public static Error NotInReview(WorkingState state) =>
        Error.Conflict("article.not_in_review", $"This article is {state.InWords()}; it is not waiting for a decision.");

    public static Error NotReady(IReadOnlyList<FieldError> gaps) =>
        Error.Invalid("article.not_ready", "Something is missing before a reviewer can read it.", [.. gaps]);
}
