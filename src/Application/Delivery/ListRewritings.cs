using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Delivery;

/// <summary>What is being carried to readers of a site just now: renamed categories and bylines, pictures told of in other words; the newest twenty.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ListRewritings(SiteId Site) : IQuery<IReadOnlyList<OpenRewriting>>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="Subject">Id of the category, byline or picture.</param>
/// <param name="Skipped">Articles left as they are, because their seal does not match.</param>
public sealed record OpenRewriting(SharedThing Thing, Guid Subject, int Rewritten, int Skipped);

internal sealed class ListRewritingsHandler(IQuestDb db) : IQueryHandler<ListRewritings, IReadOnlyList<OpenRewriting>>
{
    public async Task<Result<IReadOnlyList<OpenRewriting>>> Handle(ListRewritings query, CancellationToken ct) =>
        await db.Rewritings.AsNoTracking().Where(r => r.Site == query.Site && r.EndedAt == null && !r.IsSecondLook).OrderByDescending(r => r.StartedAt).Take(20)
            .Select(r => new OpenRewriting(r.Thing, r.Subject, r.Rewritten, r.Skipped)).ToListAsync(ct);
}
