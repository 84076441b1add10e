using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>Asks a model for text and streams it; a process boundary. A provider's fault is never an exception: it is how the writing ended.</summary>
public interface IWriter
{
    /// <summary>Null when it can be asked; else the sentence that says why not (no key, circuit open).</summary>
    Error? Unavailable { get; }

    /// <summary>Any number of <see cref="TextArrived"/>, then exactly one <see cref="WritingEnded"/>, last.</summary>
    IAsyncEnumerable<WriterEvent> WriteAsync(WriterRequest request, CancellationToken ct);
}

/// <param name="MaxTokens">Of the answer.</param>
/// <param name="Schema">A JSON schema the answer is to have; null for text.</param>
/// <param name="Picture">Seen before the prompt is read; null where the request speaks of none.</param>
public sealed record WriterRequest(string Model, string System, string Prompt, int MaxTokens, string? Schema = null, SeenPicture? Picture = null);

/// <summary>A picture as it is sent: one of our own renditions.</summary>
public sealed record SeenPicture(string ContentType, ReadOnlyMemory<byte> Content);

public abstract record WriterEvent;

/// <param name="Mended">Characters that could not be stored (NUL, lone surrogates) and were removed or replaced.</param>
public sealed record TextArrived(string Text, int Mended = 0) : WriterEvent;

/// <summary>How a writing ended; only Complete is a whole answer.</summary>
public enum WritingEnd { Complete, Truncated, Refused, Cut, TimedOut, Unavailable, Failed, Cancelled }

/// <param name="Mended">Of the whole answer, as in <see cref="TextArrived"/>.</param>
/// <param name="RetryAfter">When the provider wants to be asked again, as it said; null where it said nothing.</param>
public sealed record WritingEnded(WritingEnd End, string? StopReason, int InputTokens, int OutputTokens, string? Model = null, string? RequestId = null, Error? Error = null, TimeSpan? RetryAfter = null, int Mended = 0) : WriterEvent;
