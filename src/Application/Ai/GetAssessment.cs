using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>What Claude thinks of a revision, and whether it is being asked just now.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetAssessment(ArticleId Article, int Revision) : IQuery<AssessmentShown>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <param name="Newest">Null when there is none.</param>
/// <param name="Running">The request on its way; null when none is.</param>
/// <param name="Say">Why the newest request gave no assessment.</param>
public sealed record AssessmentShown(AssessmentOfRevision? Newest, GenerationId? Running, string? Say);

/// <param name="Score">The AI score: the mean of the criteria, one decimal.</param>
public sealed record AssessmentOfRevision(decimal Score, IReadOnlyList<Finding> Findings, int QuotesLost, string Model, string Prompt, DateTimeOffset MadeAt);

internal sealed class GetAssessmentHandler(IQuestDb db) : IQueryHandler<GetAssessment, AssessmentShown>
{
    public async Task<Result<AssessmentShown>> Handle(GetAssessment query, CancellationToken ct)
    {
        var made = await db.Assessments.AsNoTracking().Where(a => a.Article == query.Article && a.Revision == query.Revision).OrderByDescending(a => a.MadeAt).FirstOrDefaultAsync(ct);
        var asked = await db.Generations.AsNoTracking().Where(g => g.Article == query.Article && g.Kind == GenerationKind.Assessment && g.Revision == query.Revision)
            .OrderByDescending(g => g.RequestedAt).Select(g => new { g.Id, g.EndedAt, g.Say }).FirstOrDefaultAsync(ct);
        return new AssessmentShown(made is null ? null : new AssessmentOfRevision(made.Score, made.Findings, made.QuotesLost, made.Model, made.Prompt, made.MadeAt),
            asked is { EndedAt: null } ? asked.Id : null, asked is { EndedAt: not null } ? asked.Say : null);
    }
}
