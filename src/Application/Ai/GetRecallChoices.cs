using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>What can be recalled by name on a site: the models and prompt versions of its newest 500 requests, and every version of today.</summary>
[Requires(Permission.Recall)]
public sealed record GetRecallChoices(SiteId Site) : IQuery<RecallChoices>, IAbout<SiteId>
{
    public SiteId About => Site;
}

public sealed record RecallChoices(IReadOnlyList<string> Models, IReadOnlyList<string> Prompts);

internal sealed class GetRecallChoicesHandler(IQuestDb db) : IQueryHandler<GetRecallChoices, RecallChoices>
{
    private const int Newest = 500;

    public async Task<Result<RecallChoices>> Handle(GetRecallChoices query, CancellationToken ct)
    {
        var used = await db.Generations.AsNoTracking().Where(g => g.Site == query.Site).OrderByDescending(g => g.RequestedAt).Take(Newest).Select(g => new { g.Model, g.Prompt }).Distinct().ToListAsync(ct);
        return new RecallChoices([.. used.Select(u => u.Model).Distinct().Order(StringComparer.Ordinal)],
            [.. used.Select(u => u.Prompt).Concat(Ai.Prompts.All.SelectMany(p => p.Versions.Select(v => p.Label(v.Number)))).Distinct().Order(StringComparer.Ordinal)]);
    }
}
