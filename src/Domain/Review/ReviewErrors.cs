using QuestCms.Domain.Common;

namespace QuestCms.Domain.Review;

/// <summary>What review can answer instead of doing what was asked.</summary>
public static class ReviewErrors
{
    public static readonly Error NotFound = Error.NotFound("round.not_found", "There is no such review here.");
    public static readonly Error AlreadyClosed = Error.Conflict("round.closed", "Someone decided, or the writers withdrew it, before you. Nothing of yours was stored; your reason still stands in the form.");
    public static readonly Error YouWrote = Error.Forbidden("round.you_wrote", "You wrote in it or took a proposal into it; someone else decides.");
    public static readonly Error YouSubmitted = Error.Forbidden("round.you_submitted", "You submitted it; someone else decides.");
    public static readonly Error ReasonMissing = Error.Field("reason", "reason.missing", "Say why, so that the writers know what to do. Only an approval may stand without a reason.");
    public static readonly Error ScoreMissing = Error.Field("score", "score.missing", "Give a score from 1 to 10 before you decide.");
    public static readonly Error AlreadyOpen = Error.Conflict("round.open", "This article is already waiting for a reviewer.");
}
