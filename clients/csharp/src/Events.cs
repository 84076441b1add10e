using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace QuestCms.Client;

public sealed partial class QuestSite
{
    /// <summary>
    /// What happens on the site, as it happens and for as long as the caller reads: lines that break are taken up behind the last event, nothing is told twice or left out. An event that was handed out counts as
    /// handled; keep its <see cref="QuestEvent.Id"/> where a restart finds it, and begin with it.
    /// </summary>
    /// <param name="since">The id of the last event that was handled, or <c>meta.next</c> of <see cref="ListChangesAsync"/>; null begins now.</param>
    /// <exception cref="QuestResyncException">It can't be read on from there: fetch everything, then follow from the end.</exception>
    /// <exception cref="QuestProblemException">The site can't be read: <c>site.not_found</c>, <c>key.missing</c>, <c>cursor.invalid</c> and the like. What passes by itself is waited for instead.</exception>
    public async IAsyncEnumerable<QuestEvent> FollowAsync(string? since = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var line = new EventLine(_wire, $"/api/v1/sites/{Wire.Segment(Slug)}/events", since);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            if (await line.NextAsync(ct) is { } told) yield return told;
        }
    }

    /// <summary>
    /// Keeps a copy of the site fresh, in the order that leaves nothing out: where the log ends, everything, then each event from there on; and from the beginning when the log began anew. Ends when it is cancelled.
    /// </summary>
    /// <param name="fetchEverything">Fetches all the caller shows and replaces what there was.</param>
    /// <param name="handle">Makes the copy right after one event, the newer of two in order. What it throws ends all.</param>
    /// <exception cref="QuestProblemException">As of <see cref="FollowAsync"/>, save a resync.</exception>
    public async Task MirrorAsync(Func<CancellationToken, Task> fetchEverything, Func<QuestEvent, CancellationToken, Task> handle, CancellationToken ct = default)
    {
        while (true)
        {
            var end = (await ListChangesAsync(new ListChangesQuery { Since = "now" }, ct)).Meta.Next;
            await fetchEverything(ct);
            try
            {
                await foreach (var told in FollowAsync(end, ct)) await handle(told, ct);
            }
            catch (QuestResyncException)
            {
                // The log began anew, and so does this.
            }
        }
    }
}

/// <summary>A line to the events that is opened again when it ends: at once as its server advises, after longer and longer silences when nobody answers.</summary>
internal sealed class EventLine(Wire wire, string address, string? since) : IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30), LongestPause = TimeSpan.FromMinutes(1);
    private EventBlocks? _open;
    private string? _last = since;
    private int _failures;

    /// <summary>The next event; null when the line was cut and is to be opened again.</summary>
    public async Task<QuestEvent?> NextAsync(CancellationToken ct)
    {
        try
        {
            _open ??= new EventBlocks(await wire.OpenAsync(address, ("Last-Event-ID", _last), ct));
            while (await _open.NextAsync(Silence, wire.Clock, ct) is { } block)
            {
                _failures = 0;
                _last = block.Id ?? _last;
                if (block.Data is { } data) return JsonSerializer.Deserialize<QuestEvent>(data, QuestJson.Options);
            }
            await PauseAsync(_open.Retry, ct);
        }
        catch (QuestProblemException busy) when (busy.Status is (int)HttpStatusCode.TooManyRequests or >= 500)
        {
            await PauseAsync(null, ct);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException || cut is OperationCanceledException && !ct.IsCancellationRequested)
        {
            await PauseAsync(null, ct);
        }
        return null;
    }

    private async Task PauseAsync(TimeSpan? advised, CancellationToken ct)
    {
        Dispose();
        var pause = advised ?? TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 1 << Math.Min(_failures++, 6)) * (0.5 + Random.Shared.NextDouble() / 2));
        await Task.Delay(pause, wire.Clock, ct);
    }

    public void Dispose()
    {
        _open?.Dispose();
        _open = null;
    }
}
