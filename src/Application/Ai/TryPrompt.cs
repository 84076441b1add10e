using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai.Golden;
using QuestCms.Application.Ai.Prompting;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// A house administrator has a prompt version tried against its golden set, measured against the version that runs. Writes the row and the job; nothing switches by itself.
/// Errors: <c>prompt.unknown</c>, <c>prompt.no_set</c>, <c>prompt.busy</c> while another is tried, <c>prompt.budget</c>; Unavailable when Claude can't be asked or is switched off.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record TryPrompt(GoldenRunId Id, string Prompt, int Number) : ICommand;

internal sealed class TryPromptHandler(IQuestDb db, Acting acting, IWriter writer, WriterModels models, ModelPricing pricing, IJobQueue jobs, TimeProvider clock) : ICommandHandler<TryPrompt>
{
    public async Task<Result> Handle(TryPrompt command, CancellationToken ct)
    {
        if (await db.GoldenRuns.AnyAsync(r => r.Id == command.Id, ct)) return Result.Done; // the same form again
        if (Prompts.Of(command.Prompt) is not { } prompt || prompt.Version(command.Number) is not { } version) return PromptErrors.Unknown;
        if (GoldenSets.Of(prompt.Name) is not { } set) return PromptErrors.NoSet(prompt.Name);
        if ((await db.AiSwitches.AsNoTracking().FirstOrDefaultAsync(ct))?.Refusal is { } off) return off;
        if (writer.Unavailable is { } unavailable) return unavailable;
        if (await db.GoldenRuns.AnyAsync(r => r.EndedAt == null, ct)) return PromptErrors.Busy;

        var now = clock.GetUtcNow();
        var against = prompt.Version((await db.ChoiceOfAsync(prompt, ct)).Running) ?? prompt.Version(prompt.Runs)!;
        var most = MostOf(set, version, against, models.Default, await pricing.LoadAsync(ct), now);
        if (await SpentAsync(db, now, ct) + (most ?? 0) > GoldenRun.MostPerMonth) return PromptErrors.Spent;
        db.GoldenRuns.Add(GoldenRun.Ask(command.Id, prompt.Name, version.Number, against.Number, models.Default, set.Fingerprint, set.Cases.Count, most, acting.Actor.Person, now));
        jobs.Enqueue(JobKind.TryGoldenCase, command.Id.Value, now);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>US dollars: the most a trial can cost, every case asked in both versions; null without a price.</summary>
    public static decimal? MostOf(GoldenSet set, PromptVersion version, PromptVersion against, string model, PricesThatHold prices, DateTimeOffset now)
    {
        var requests = set.Cases.SelectMany(c => new[] { version, against }.DistinctBy(v => v.Number).Select(v => c.RequestIn(v, model)));
        return requests.Select(r => prices.CostOf(r.Model, (r.System.Length + r.Prompt.Length + (r.Picture is null ? 0 : PictureShowing.Characters)) / GenerationStarter.CharactersPerToken, r.MaxTokens, now)).Aggregate((decimal?)0, (sum, one) => sum + one);
    }

    /// <summary>US dollars of this month's trials, with what is set aside for one that runs.</summary>
    public static async Task<decimal> SpentAsync(IQuestDb db, DateTimeOffset now, CancellationToken ct)
    {
        var month = GenerationStarter.MonthOf(now);
        return await db.GoldenRuns.AsNoTracking().Where(r => r.AskedAt >= month).SumAsync(r => (r.EndedAt == null ? r.Reserved : r.Cost) ?? 0, ct);
    }
}
