using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common;

/// <summary>Finds the site a thing belongs to. Implemented where the tables are: one look-up by primary key.</summary>
public interface ISiteLookup
{
    /// <summary>Null when there is no such thing.</summary>
    Task<SiteId?> SiteOfAsync(Type kind, Guid thing, CancellationToken ct);
}
