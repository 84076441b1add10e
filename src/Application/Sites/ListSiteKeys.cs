using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>The keys of a site, those in use first, newest first, 200 at most; never a secret.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ListSiteKeys(SiteId Site) : IQuery<IReadOnlyList<ListedKey>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="Prefix">What is shown of it.</param>
/// <param name="MadeBy">Null when it was made at a shell of the service.</param>
/// <param name="LastUsedAt">To the minute; null while it was never used.</param>
public sealed record ListedKey(SiteKeyId Id, string Name, string Prefix, IReadOnlyList<KeyScope> Scopes, string? MadeBy, DateTimeOffset MadeAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt);

internal sealed class ListSiteKeysHandler(IQuestDb db) : IQueryHandler<ListSiteKeys, IReadOnlyList<ListedKey>>
{
    private const int Most = 200;

    public async Task<Result<IReadOnlyList<ListedKey>>> Handle(ListSiteKeys query, CancellationToken ct) =>
        await db.SiteKeys.AsNoTracking().Where(k => k.Site == query.Site).OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.MadeAt).Take(Most)
            .Select(k => new ListedKey(k.Id, k.Name, k.Prefix, k.Scopes, db.People.Where(p => p.Id == k.MadeBy).Select(p => p.Name).FirstOrDefault(), k.MadeAt, k.LastUsedAt, k.RevokedAt)).ToListAsync(ct);
}
