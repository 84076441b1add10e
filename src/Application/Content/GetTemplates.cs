using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>The templates of a site, one for each kind, for the page that changes them.</summary>
[Requires(Permission.AdministerSite)]
public sealed record GetTemplates(SiteId Site) : IQuery<IReadOnlyList<TemplateOfSite>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="IsOwn">Changed by an administrator of the site; else the house's.</param>
public sealed record TemplateOfSite(Template Template, bool IsOwn);

internal sealed class GetTemplatesHandler(IQuestDb db) : IQueryHandler<GetTemplates, IReadOnlyList<TemplateOfSite>>
{
    public async Task<Result<IReadOnlyList<TemplateOfSite>>> Handle(GetTemplates query, CancellationToken ct)
    {
        var own = await db.SiteTemplates.AsNoTracking().Where(t => t.Site == query.Site).Select(t => t.Kind).ToListAsync(ct);
        return (await db.TemplatesOfAsync(query.Site, ct)).Select(t => new TemplateOfSite(t, own.Contains(t.Kind))).ToList();
    }
}
