namespace QuestCms.Client;

/// <summary>The answers asked for last with their entity tags, so that an unchanged one is not sent again. Bounded by number and by 32 MB; what was not asked for longest goes.</summary>
internal sealed class KeptAnswers(int most)
{
    private const long MostBytes = 32 * 1024 * 1024;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Address, KeptAnswer Answer)>> _byAddress = [];
    private readonly LinkedList<(string Address, KeptAnswer Answer)> _byUse = [];
    private long _bytes;

    public KeptAnswer? Of(string address)
    {
        lock (_lock)
        {
            if (!_byAddress.TryGetValue(address, out var found)) return null;
            _byUse.Remove(found);
            _byUse.AddFirst(found);
            return found.Value.Answer;
        }
    }

    public void Keep(string address, string tag, byte[] bytes)
    {
        if (most <= 0) return;
        lock (_lock)
        {
            if (_byAddress.TryGetValue(address, out var before)) Drop(before);
            _byAddress[address] = _byUse.AddFirst((address, new KeptAnswer(tag, bytes)));
            _bytes += bytes.Length;
            while (_byUse.Count > most || _bytes > MostBytes) Drop(_byUse.Last!);
        }
    }

    private void Drop(LinkedListNode<(string Address, KeptAnswer Answer)> one)
    {
        _byAddress.Remove(one.Value.Address);
        _byUse.Remove(one);
        _bytes -= one.Value.Answer.Bytes.Length;
    }
}

/// <summary>Bytes with the tag they were sent with.</summary>
internal sealed record KeptAnswer(string Tag, byte[] Bytes);
