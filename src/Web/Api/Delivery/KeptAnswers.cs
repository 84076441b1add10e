using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// Answers in memory, by what was asked, up to so many bytes. Whatever lies here is good for the sites as the board last said they are: when an event moves a site,
/// what it made old is taken out before anybody is answered from that look. Finding takes no lock; what was asked since it last came round stays longer (FIFO with a second chance).
/// </summary>
internal sealed class KeptAnswers
{
    public const string Setting = "QUEST_DELIVERY_MEMORY";
    private const int DefaultMegabytes = 64;
    private readonly ConcurrentDictionary<KeptKey, KeptAnswer> _answers = new();
    private readonly ConcurrentDictionary<(KeptKey Key, object Stamp), Task<KeptAnswer>> _making = new();
    private readonly LinkedList<KeptAnswer> _order = new();
    private readonly Lock _gate = new();
    private readonly MovedArticles? _moved;
    private readonly long _most;
    private DeliverySites? _now;
    private long _bytes;

    public KeptAnswers(SiteBoard board, MovedArticles moved, IConfiguration configuration) : this((Settings.Number(configuration, Setting, 0, 65_536) ?? DefaultMegabytes) * 1024L * 1024)
    {
        _moved = moved;
        board.Moved += MovedAsync;
        DeliveryFigures.Meter.CreateObservableGauge("quest.delivery.kept", () => Interlocked.Read(ref _bytes), "By", "Bytes of answers kept in memory.");
    }

    /// <param name="most">Bytes at most.</param>
    internal KeptAnswers(long most) => _most = most;

    public long Bytes => Interlocked.Read(ref _bytes);

    public int Count => _answers.Count;

    public KeptAnswer? Find(in KeptKey key)
    {
        if (!_answers.TryGetValue(key, out var answer)) return null;
        if (!answer.WasAsked) answer.WasAsked = true; // written once: a line of memory that all cores share is not touched by every reader
        return answer;
    }

    /// <summary>
    /// One makes it, all who ask meanwhile are given the same; who goes away stops waiting and nothing else. <paramref name="stamp"/> says of which state of the house it
    /// will be: who saw a later state does not wait for an earlier one's answer.
    /// </summary>
    public async Task<KeptAnswer> MakeOnceAsync(KeptKey key, object stamp, Func<Task<KeptAnswer>> make, CancellationToken ct)
    {
        var mine = new TaskCompletionSource<KeptAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = _making.GetOrAdd((key, stamp), mine.Task);
        if (running != mine.Task)
        {
            var theirs = await running.WaitAsync(ct);
            return theirs.IsForAll ? theirs : await make();
        }
        try
        {
            var made = await make();
            mine.SetResult(made);
            return made;
        }
        catch (Exception fault)
        {
            mine.SetException(fault);
            _ = mine.Task.Exception; // also where nobody waits
            throw;
        }
        finally
        {
            _making.TryRemove((key, stamp), out _);
        }
    }

    /// <summary>Keeps it, if the house still is as it was when making it began.</summary>
    /// <param name="site">As it was then; null for what is of all sites.</param>
    public bool Keep(KeptKey key, KeptAnswer answer, DeliverySite? site, DeliverySites seen)
    {
        (answer.Key, answer.Site) = (key, site?.Id);
        if (answer.Size > _most / 8) return false;
        lock (_gate)
        {
            _now ??= seen;
            if (site is null ? !ReferenceEquals(_now, seen) : !site.Equals(_now.Of(site.Id))) return false;
            if (!_answers.TryAdd(key, answer)) return false;
            answer.Place = _order.AddLast(answer);
            Interlocked.Add(ref _bytes, answer.Size);
            while (_bytes > _most) DropOne();
        }
        return true;
    }

    internal async Task MovedAsync(DeliverySites? before, DeliverySites now)
    {
        var moved = new Dictionary<Guid, HashSet<Guid>?>();
        foreach (var site in before?.All ?? [])
        {
            if (now.Of(site.Id) is not { } next) moved[site.Id] = null;
            else if (next != site) moved[site.Id] = next == site with { Sequence = next.Sequence } && next.Sequence > site.Sequence ? await NamedAsync(site.Id, site.Sequence, next.Sequence) : null;
        }
        Move(now, moved);
    }

    /// <summary>Takes out what is old: of a site that moved, everything but the answers of single articles that were not named; everything where none can be named.</summary>
    internal void Move(DeliverySites now, IReadOnlyDictionary<Guid, HashSet<Guid>?> moved)
    {
        lock (_gate)
        {
            _now = now;
            for (var place = _order.First; place is not null;)
            {
                var (answer, next) = (place.Value, place.Next);
                if (answer.Site is not { } site || (moved.TryGetValue(site, out var named) && (named is null || answer.OnlyOf is not { } article || named.Contains(article)))) Drop(answer);
                place = next;
            }
        }
    }

    private async Task<HashSet<Guid>?> NamedAsync(Guid site, long after, long upTo)
    {
        try
        {
            return _moved is null ? null : await _moved.BetweenAsync(site, after, upTo, CancellationToken.None);
        }
        catch (Npgsql.NpgsqlException)
        {
            return null; // it fell silent between the look and this: everything of the site is read anew
        }
    }

    // What was asked since it came by last goes round once more: each is moved at most once for each that is dropped or asked.
    private void DropOne()
    {
        var oldest = _order.First!.Value;
        if (!oldest.WasAsked)
        {
            Drop(oldest);
            DeliveryFigures.Dropped.Add(1);
            return;
        }
        oldest.WasAsked = false;
        _order.Remove(oldest.Place!);
        _order.AddLast(oldest.Place!);
    }

    private void Drop(KeptAnswer answer)
    {
        _answers.TryRemove(answer.Key, out _);
        _order.Remove(answer.Place!);
        Interlocked.Add(ref _bytes, -answer.Size);
    }
}

/// <summary>Counters of delivery: what a hot answer leaves behind instead of a line in the log.</summary>
internal static class DeliveryFigures
{
    public static readonly Meter Meter = new("QuestCms.Delivery");
    public static readonly Counter<long> FromMemory = Meter.CreateCounter<long>("quest.delivery.from_memory", description: "Answers sent from memory.");
    public static readonly Counter<long> Made = Meter.CreateCounter<long>("quest.delivery.made", description: "Answers made from the database.");
    public static readonly Counter<long> NotModified = Meter.CreateCounter<long>("quest.delivery.not_modified", description: "Answers 304.");
    public static readonly Counter<long> Limited = Meter.CreateCounter<long>("quest.delivery.limited", description: "Answers 429.");
    public static readonly Counter<long> Dropped = Meter.CreateCounter<long>("quest.delivery.dropped", description: "Answers that made room for others.");
}
