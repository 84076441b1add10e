using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>What a watcher of a generation hears: more text from an offset in characters, or that its state changed.</summary>
public sealed record GenerationNews(int Offset, string Text, GenerationState State);

/// <summary>
/// Carries the words of a running generation to whoever watches, in this process at once and from the row in any other, and keeps them in the row
/// while they arrive. Survives its watchers; a watcher resumes by offset.
/// </summary>
public interface IGenerationFeed
{
    /// <summary>The runner began: the row says so.</summary>
    Task BeginAsync(GenerationId generation, CancellationToken ct);

    /// <summary>More words, told to watchers at once.</summary>
    void Tell(GenerationId generation, string text);

    /// <summary>Keeps the text so far in the row, and when its first word came.</summary>
    Task KeepAsync(GenerationId generation, string text, DateTimeOffset? firstWordAt, CancellationToken ct);

    /// <summary>A person asked to stop. False also where that can't be asked just now.</summary>
    Task<bool> IsStopAskedForAsync(GenerationId generation, CancellationToken ct);

    /// <summary>The end is in the row: watchers are told and leave.</summary>
    void End(GenerationId generation);

    /// <summary>From an offset to the end; the last news carries a final state.</summary>
    IAsyncEnumerable<GenerationNews> WatchAsync(GenerationId generation, int offset, CancellationToken ct);
}
