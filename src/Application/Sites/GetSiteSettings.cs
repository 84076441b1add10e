using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>What a site is called and how it is read, for its administrators. Error: NotFound.</summary>
[Requires(Permission.AdministerSite)]
public sealed record GetSiteSettings(SiteId Site) : IQuery<SiteSettings>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>The page of a site's settings.</summary>
public sealed record SiteSettings(string Slug, string Name, string Strapline, string Locale, bool AnonymousReading, IReadOnlyList<string> Origins, bool HasTaggedCdn);

internal sealed class GetSiteSettingsHandler(IQuestDb db) : IQueryHandler<GetSiteSettings, SiteSettings>
{
    public async Task<Result<SiteSettings>> Handle(GetSiteSettings query, CancellationToken ct) =>
        await db.Sites.AsNoTracking().FirstOrDefaultAsync(s => s.Id == query.Site, ct) is { } s
            ? new SiteSettings(s.Slug, s.Name, s.Strapline, s.Locale, s.AnonymousReading, s.Origins, s.HasTaggedCdn) : CommonErrors.NotFound;
}
