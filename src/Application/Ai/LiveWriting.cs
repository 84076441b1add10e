using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>What came of a call. <paramref name="FirstWordAt"/>: null where no word came.</summary>
internal sealed record Written(string Text, WritingEnded End, DateTimeOffset? FirstWordAt);

/// <summary>Carries the words of one call from the model to whoever watches and to the row, and hears when somebody wants it stopped. Nothing is held in the database meanwhile.</summary>
internal sealed class LiveWriting(IWriter writer, IGenerationFeed feed, TimeProvider clock)
{
    private static readonly TimeSpan Checkpoint = TimeSpan.FromMilliseconds(400);

    public async Task<Written> WriteAsync(Generation asked, WriterRequest request, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var written = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var listening = ListenForStopAsync(asked.Id, stop, written.Token);
        var text = new StringBuilder();
        var last = clock.GetTimestamp();
        var mended = 0;
        DateTimeOffset? first = null;
        WritingEnded? end = null;
        try
        {
            await foreach (var happened in writer.WriteAsync(request, stop.Token))
            {
                if (happened is WritingEnded ended) end = ended;
                if (happened is not TextArrived arrived) continue;
                first ??= clock.GetUtcNow();
                text.Append(arrived.Text);
                mended += arrived.Mended;
                feed.Tell(asked.Id, arrived.Text);
                if (clock.GetElapsedTime(last) < Checkpoint) continue;
                last = clock.GetTimestamp();
                await feed.KeepAsync(asked.Id, text.ToString(), first, CancellationToken.None);
            }
        }
        finally
        {
            await written.CancelAsync();
            await listening;
        }
        if (ct.IsCancellationRequested) await feed.KeepAsync(asked.Id, text.ToString(), first, CancellationToken.None);
        ct.ThrowIfCancellationRequested(); // shutting down: the row stays running and the next process marks it interrupted
        return new Written(text.ToString(), (end ?? new WritingEnded(WritingEnd.Cut, null, 0, 0)) with { Mended = mended }, first);
    }

    // Heard also while nothing arrives: before the first word, and when the words stand still.
    private async Task ListenForStopAsync(GenerationId generation, CancellationTokenSource stop, CancellationToken written)
    {
        using var look = new PeriodicTimer(Checkpoint, clock);
        try
        {
            while (await look.WaitForNextTickAsync(written))
                if (await feed.IsStopAskedForAsync(generation, written))
                {
                    await stop.CancelAsync();
                    return;
                }
        }
        catch (OperationCanceledException) when (written.IsCancellationRequested)
        {
            // All is written.
        }
    }
}
