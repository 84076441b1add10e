namespace QuestCms.Client;

/// <summary>The answers asked for last with their entity tags, so that an unchanged one is not sent again. Bounded by number; what was not asked for longest goes.</summary>
internal sealed class KeptAnswers(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<(string Address, KeptAnswer Answer)>> _byAddress = [];
    private readonly LinkedList<(string Address, KeptAnswer Answer)> _byUse = [];

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
            if (_byAddress.Remove(address, out var before)) _byUse.Remove(before);
            _byAddress[address] = _byUse.AddFirst((address, new KeptAnswer(tag, bytes)));
            if (_byAddress.Count <= most) return;
            _byAddress.Remove(_byUse.Last!.Value.Address);
            _byUse.RemoveLast();
        }
    }
}

/// <summary>Bytes with the tag they were sent with.</summary>
internal sealed record KeptAnswer(string Tag, byte[] Bytes);
