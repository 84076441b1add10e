using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Transfer;

/// <summary>
/// The site an operator means and the person an import acts as, who administers it. Errors: <c>import.no_site</c>, <c>import.no_person</c>,
/// <c>import.no_administrator</c>.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record GetImportTarget(string SiteSlug, string Email) : IQuery<ImportTarget>;

/// <summary>Where to and as whom.</summary>
public sealed record ImportTarget(SiteId Site, string SiteName, PersonId Person, string PersonName);

internal sealed class GetImportTargetHandler(IQuestDb db, IRoles roles) : IQueryHandler<GetImportTarget, ImportTarget>
{
    public async Task<Result<ImportTarget>> Handle(GetImportTarget query, CancellationToken ct)
    {
        var site = await db.Sites.AsNoTracking().Where(s => s.Slug == query.SiteSlug).Select(s => new { s.Id, s.Name }).FirstOrDefaultAsync(ct);
        if (site is null) return Error.NotFound("import.no_site", $"There is no site “{query.SiteSlug}”. Nothing was imported.");
        var person = await db.People.AsNoTracking().Where(p => p.Email == Person.NormalEmail(query.Email) && p.SuspendedAt == null).Select(p => new { p.Id, p.Name }).FirstOrDefaultAsync(ct);
        if (person is null) return Error.NotFound("import.no_person", $"Nobody here signs in as {query.Email}. Nothing was imported.");
        if ((await roles.OfAsync(person.Id, ct))?.May(Permission.AdministerSite, site.Id) is not true)
            return Error.Forbidden("import.no_administrator", $"{query.Email} does not administer {site.Name}, and only an administrator brings content in. Nothing was imported.");
        return new ImportTarget(site.Id, site.Name, person.Id, person.Name);
    }
}
