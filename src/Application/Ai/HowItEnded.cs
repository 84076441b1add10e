using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>The state and the sentence for each way a call to a model can end.</summary>
internal static class HowItEnded
{
    public const string SwitchedOff = "Claude was switched off in this house while it wrote. What had arrived is kept; your text is as it was.";

    public static GenerationState StateOf(WritingEnd end) => end switch
    {
        WritingEnd.Complete => GenerationState.Finished,
        WritingEnd.Refused => GenerationState.Refused,
        WritingEnd.Cancelled => GenerationState.Cancelled,
        _ => GenerationState.Failed,
    };

    /// <summary>Null when it ended well.</summary>
    public static string? Say(WritingEnd end, Error? error, bool hasText) => end switch
    {
        WritingEnd.Complete => null,
        WritingEnd.Truncated => "Claude reached the limit of one answer before the end. Take what is here and ask it to continue.",
        WritingEnd.Refused => "Claude declined to write this. Your text is as it was; say it differently, or write it yourself.",
        WritingEnd.Cut => "The connection to Claude broke before the end. What had arrived is kept; your text is as it was.",
        WritingEnd.TimedOut when hasText => "Claude fell silent before the end. What had arrived is kept: take it, or ask again. Your text is as it was.",
        WritingEnd.TimedOut => "Claude did not answer within 30 seconds. Your text is as it was; try again or go on writing.",
        WritingEnd.Cancelled when !hasText => "You stopped it before a word arrived. Your text is as it was.",
        WritingEnd.Cancelled => "You stopped it. What had arrived is kept; take it or leave it.",
        _ => error?.Message ?? "Claude could not answer. Your text is as it was; try again or go on writing.",
    };
}
