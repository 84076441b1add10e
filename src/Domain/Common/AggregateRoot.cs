namespace QuestCms.Domain.Common;

/// <summary>
/// News of the domain: a past-tense fact of ids and values. Published inside the save that made it true, written to the audit trail with it.
/// </summary>
/// <param name="About">The id of the thing it happened to.</param>
/// <param name="InSite">The site it happened in; null for the house.</param>
public abstract record DomainEvent(Guid About, Guid? InSite);

/// <summary>
/// What is loaded, asked and saved as one. <see cref="Version"/> is counted here with each change and is the optimistic lock in the database;
/// a modified aggregate whose version did not move fails the save.
/// </summary>
public abstract class AggregateRoot
{
    private readonly List<DomainEvent> _news = [];

    public int Version { get; private set; } = 1;

    /// <summary>What happened since the last take; empty after it.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        var taken = _news.ToArray();
        _news.Clear();
        return taken;
    }

    /// <summary>A look at the news without taking it (tests).</summary>
    public IReadOnlyList<DomainEvent> News => _news;

    protected void Raise(DomainEvent news) => _news.Add(news);

    /// <summary>Counts one change. Called by every verb that changes something.</summary>
    protected void Changed() => Version++;
}
