using System.Net;
using QuestCms.Application.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Replicate;

/// <summary>Why there is no picture, each a sentence for the writer.</summary>
internal static class ReplicateErrors
{
    public static readonly Error NoToken = Error.Unavailable("replicate.no_token", "Pictures are not painted here: no token is set for Replicate. An administrator sets REPLICATE_API_TOKEN. The house cover is there all the same.");
    public static readonly Error Resting = Error.Unavailable("replicate.resting", "Replicate did not answer several times in a row, so it is left alone for half a minute. Try again then, or take the house cover.");
    public static readonly Error Unreachable = Error.Unavailable("replicate.unreachable", "Replicate can’t be reached just now. Nothing was begun; try again in a minute, or take the house cover.");
    public static readonly Error Unknown = Error.Unavailable("replicate.unknown", "Replicate did not say whether it began the picture, so it was not asked a second time: it may have been paid for. Try again in a minute, or take the house cover.");
    public static readonly Error Unreadable = Error.Unavailable("replicate.unreadable", "Replicate’s answer could not be read, so it was not asked a second time: the picture may have been paid for. Try again in a minute, or take the house cover.");
    public static readonly Error Forgotten = Error.Unavailable("replicate.forgotten", "Replicate no longer knows this picture. Ask for it again, or take the house cover.");
    public static readonly Error NothingShown = Error.Unavailable("replicate.nothing_shown", "Replicate says that the picture is ready and shows none. Ask for it again, or take the house cover.");
    public static readonly Error KeptBack = Error.Unavailable("replicate.kept_back", "The model’s filter kept this picture back. Describe it in other words, or take the house cover.");
    public static readonly Error Failed = Error.Unavailable("replicate.failed", "Replicate could not paint this picture. Ask for it again, describe it in other words, or take the house cover.");
    public static readonly Error GaveUp = Error.Unavailable("replicate.gave_up", "Replicate gave this picture up before it was ready. Ask for it again, or take the house cover.");

    /// <summary>Null when the answer was taken.</summary>
    public static Error? Of(HttpStatusCode status, string model) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted => null,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Error.Unavailable("replicate.token_refused", "Replicate does not take the token of this house. An administrator must look at REPLICATE_API_TOKEN. Nothing was painted; the house cover is there."),
        HttpStatusCode.PaymentRequired => Error.Unavailable("replicate.unpaid", "Replicate wants its account filled before it paints. An administrator must look at it. Nothing was painted; the house cover is there."),
        HttpStatusCode.NotFound => Error.Unavailable("replicate.no_model", $"Replicate has no model {PainterModels.InWords(model)} for this house. An administrator must look at REPLICATE_MODEL and REPLICATE_FAST_MODEL. Nothing was painted; the house cover is there."),
        _ => Error.Unavailable("replicate.request_refused", "Replicate could not take this request. Describe the picture in other words, or take the house cover."),
    };

    /// <summary>Why a file that a provider named was not fetched.</summary>
    public static Error OfFile(Error fault) => fault.Code switch
    {
        "outbound.private" or "outbound.address" or "outbound.redirects" => Error.Unavailable("picture.private", "Replicate named a place for the picture that this house does not go to. The picture was left there; ask for it again, or take the house cover."),
        "outbound.too_large" => Error.Unavailable("picture.too_large", "What Replicate sent as the picture is over 20 MB, so it was not kept. Ask for it again, or take the house cover."),
        "outbound.status" => Error.Unavailable("picture.gone", "Replicate no longer gives the file of the picture out. Ask for it again, or take the house cover."),
        _ => Error.Unavailable("picture.unreachable", "The file of the picture could not be fetched from Replicate. Ask for it again, or take the house cover."),
    };
}
