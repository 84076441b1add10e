using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai.Golden;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>Every prompt with its versions: which runs, what its newest trial said, and why one can't be switched on yet.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record GetPrompts : IQuery<PromptsShown>;

/// <param name="NotAsked">Why nothing can be tried just now; null when it can.</param>
/// <param name="Spent">US dollars of this month's trials.</param>
public sealed record PromptsShown(IReadOnlyList<PromptShown> Prompts, string Model, string? NotAsked, decimal Spent);

/// <param name="Cases">Of its golden set; 0 without one.</param>
public sealed record PromptShown(string Name, GenerationKind Kind, int Running, DateTimeOffset? Since, int Cases, IReadOnlyList<PromptVersionShown> Versions);

/// <param name="Ran">It ran here before: going back to it needs no trial.</param>
/// <param name="WhyNot">Why it can't be switched on; null when it can.</param>
/// <param name="Most">US dollars a trial can cost; null without a price.</param>
public sealed record PromptVersionShown(int Number, string Label, string Why, bool IsRunning, bool Ran, Trial? Trial, string? WhyNot, decimal? Most);

/// <summary>The newest trial of a version. <paramref name="OfRunning"/>: its cost in times of the running version's.</summary>
public sealed record Trial(GoldenRunId Id, GoldenState State, DateTimeOffset At, int Cases, int Ended, int Failed, decimal? OfRunning, decimal? Cost, string? Say);

internal sealed class GetPromptsHandler(IQuestDb db, IWriter writer, WriterModels models, ModelPricing pricing, TimeProvider clock) : IQueryHandler<GetPrompts, PromptsShown>
{
    public async Task<Result<PromptsShown>> Handle(GetPrompts query, CancellationToken ct)
    {
        var choices = await db.PromptChoices.AsNoTracking().ToDictionaryAsync(c => c.Prompt, ct);
        var (prices, now) = (await pricing.LoadAsync(ct), clock.GetUtcNow());
        var shown = new List<PromptShown>();
        foreach (var prompt in Ai.Prompts.All)
        {
            var choice = choices.GetValueOrDefault(prompt.Name) ?? PromptChoice.Of(prompt.Name, prompt.Runs);
            var running = prompt.Version(choice.Running) ?? prompt.Version(prompt.Runs)!;
            var set = GoldenSets.Of(prompt.Name);
            var versions = new List<PromptVersionShown>();
            foreach (var version in prompt.Versions.Reverse())
            {
                var run = await db.GoldenRuns.AsNoTracking().Where(r => r.Prompt == prompt.Name && r.Number == version.Number).OrderByDescending(r => r.AskedAt).FirstOrDefaultAsync(ct);
                var whyNot = set is null ? PromptErrors.NoSet(prompt.Name) : choice.Refuse(version.Number, run, models.Default, set.Fingerprint);
                versions.Add(new PromptVersionShown(version.Number, prompt.Label(version.Number), version.Why, version == running, choice.Ran.Contains(version.Number), run is null ? null : Of(run), whyNot?.Message,
                    set is null ? null : TryPromptHandler.MostOf(set, version, running, models.Default, prices, now)));
            }
            shown.Add(new PromptShown(prompt.Name, prompt.Kind, running.Number, choice.At, set?.Cases.Count ?? 0, versions));
        }
        var off = (await db.AiSwitches.AsNoTracking().FirstOrDefaultAsync(ct))?.Refusal ?? writer.Unavailable;
        return new PromptsShown(shown, models.Default, off?.Message, await TryPromptHandler.SpentAsync(db, now, ct));
    }

    internal static Trial Of(GoldenRun run) => new(run.Id, run.State, run.AskedAt, run.Cases, run.Results.Count, run.FailedCases, run.OfRunning, run.Cost, run.Say);
}
