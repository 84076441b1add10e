namespace QuestCms.Application.Audit;

/// <summary>
/// Present names of what the trail speaks of (people, sites, articles), read where the tables are: the trail itself knows ids and events of the
/// other modules and nothing else of them.
/// </summary>
public interface INamesOfThings
{
    /// <summary>Ids without a name are missing from the answer.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
