using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>By what the pieces of a site are assessed, as an administrator writes it: one criterion on each line.</summary>
[Requires(Permission.AdministerSite)]
public sealed record GetRubric(SiteId Site) : IQuery<string>, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class GetRubricHandler(IQuestDb db) : IQueryHandler<GetRubric, string>
{
    public async Task<Result<string>> Handle(GetRubric query, CancellationToken ct) =>
        RubricText.Of((await db.Rubrics.AsNoTracking().FirstOrDefaultAsync(r => r.Site == query.Site, ct) ?? Rubric.Of(query.Site)).Criteria);
}
