using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using QuestCms.Client;

namespace QuestCms.ClientExample;

/// <summary>Follows the site for as long as this program runs; when the house is away at the start, until it is there.</summary>
public sealed class Follower(QuestSite site, Shelf shelf, Readers readers, ILogger<Follower> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await site.MirrorAsync(FetchEverythingAsync, HandleAsync, stoppingToken);
            }
            catch (Exception away) when (away is HttpRequestException or QuestProblemException)
            {
                log.LogWarning("The house can't be read just now: {Reason}", away.Message);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
        }
    }

    private async Task FetchEverythingAsync(CancellationToken ct)
    {
        await shelf.FetchEverythingAsync(ct);
        readers.Tell("everything");
    }

    private async Task HandleAsync(QuestEvent told, CancellationToken ct)
    {
        await shelf.HandleAsync(told, ct);
        readers.Tell(told.Type.Value);
    }
}

/// <summary>The browsers that have a page open.</summary>
public sealed class Readers
{
    private readonly Lock _lock = new();
    private readonly HashSet<Channel<string>> _open = [];

    /// <summary>Tells each that something changed; who is slow is told once.</summary>
    public void Tell(string what)
    {
        lock (_lock)
            foreach (var one in _open) one.Writer.TryWrite(what);
    }

    public async IAsyncEnumerable<SseItem<string>> ListenAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var mine = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock) _open.Add(mine);
        try
        {
            yield return new SseItem<string>("", "hello");
            await foreach (var what in mine.Reader.ReadAllAsync(ct)) yield return new SseItem<string>(what);
        }
        finally
        {
            lock (_lock) _open.Remove(mine);
        }
    }
}
