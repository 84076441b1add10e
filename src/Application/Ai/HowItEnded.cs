using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>The state and the sentence for each way a call to a model can end.</summary>
internal static class HowItEnded
{
    public const string SwitchedOff = "Claude was switched off in this house while it wrote. What had arrived is kept; your text is as it was.";

    /// <summary>While the provider takes nothing and said for how long.</summary>
    public static string Waits(TimeSpan wait) => $"Claude takes no more requests from this house just now. Yours is sent again by itself in {(wait.TotalSeconds < 90 ? $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))} seconds" : $"{Math.Ceiling(wait.TotalMinutes)} minutes")}; you can go on writing, or stop it.";

    /// <summary>What the writer has to know of an answer: how it ended when not well, what it was written without, what of it could not be kept. Null when there is nothing to know.</summary>
    public static string? SayAll(WritingEnded end, bool hasText, IReadOnlyList<Source> sources)
    {
        var mended = end.Mended == 0 ? null : $"{(end.Mended == 1 ? "One character" : $"{end.Mended:N0} characters")} of the answer could not be kept and {(end.Mended == 1 ? "was" : "were")} taken out.";
        var all = string.Join(' ', new[] { Say(end.End, end.Error, hasText), SourceReading.Missing(sources), mended }.Where(part => part is not null));
        return all.Length == 0 ? null : all;
    }

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
