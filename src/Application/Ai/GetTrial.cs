using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai.Golden;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>One trial of a prompt version, case by case: what came, what was expected, what is not so, what it cost. Error: NotFound.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record GetTrial(GoldenRunId Run) : IQuery<TrialStory>;

/// <param name="AskedBy">Null when it was asked at a shell.</param>
public sealed record TrialStory(Trial Trial, string Label, string Against, string Model, string? AskedBy, DateTimeOffset? EndedAt, IReadOnlyList<TrialCase> Cases);

/// <param name="Expected">In words; empty when the set has no such case any more.</param>
public sealed record TrialCase(string Name, string Text, IReadOnlyList<string> Expected, IReadOnlyList<string> Faults, GoldenCost Cost, GoldenCost? OfRunning);

internal sealed class GetTrialHandler(IQuestDb db) : IQueryHandler<GetTrial, TrialStory>
{
    public async Task<Result<TrialStory>> Handle(GetTrial query, CancellationToken ct)
    {
        if (await db.GoldenRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.Run, ct) is not { } run) return CommonErrors.NotFound;
        var name = await db.People.AsNoTracking().Where(p => p.Id == run.AskedBy).Select(p => p.Name).FirstOrDefaultAsync(ct);
        var set = GoldenSets.Of(run.Prompt);
        return new TrialStory(GetPromptsHandler.Of(run), $"{run.Prompt}/{run.Number}", $"{run.Prompt}/{run.Against}", run.Model, name, run.EndedAt,
            [.. run.Results.Select(r => new TrialCase(r.Case, r.Text, [.. set?.Cases.FirstOrDefault(c => c.Name == r.Case)?.Expects.Select(e => e.Says) ?? []], r.Faults, r.Cost, r.OfRunning))]);
    }
}
