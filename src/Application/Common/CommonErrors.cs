using QuestCms.Domain.Common;

namespace QuestCms.Application.Common;

/// <summary>Refusals that any message can meet.</summary>
public static class CommonErrors
{
    public static readonly Error SignInFirst = Error.Forbidden("sign_in", "Sign in to do this.");
    public static readonly Error NotAllowed = Error.Forbidden("not_allowed", "Your roles on this site don't include this. An administrator of the site can change them.");
    public static readonly Error NotFound = Error.NotFound("not_found", "There is no such thing here.");
    public static readonly Error AlreadyDone = Error.Conflict("already_done", "This was already done; nothing was stored a second time.");
    public static readonly Error ChangedMeanwhile = Error.Unavailable("changed_meanwhile", "Someone changed the same thing in the same moment. Nothing of yours was stored; try once more.");
    public static readonly Error ForbiddenCharacters = Error.Invalid("text.forbidden_characters", "The text holds characters that can't be stored (NUL, or half of a character pair).");
}
