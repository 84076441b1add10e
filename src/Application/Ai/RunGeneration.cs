using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// Carries out one request to the model: streams what arrives to the row and to whoever watches, and settles how it ended. Nothing is held in the
/// database meanwhile. Found running at its begin, an earlier process died over it: what had arrived is kept, marked interrupted; it is not paid twice.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record RunGeneration(GenerationId Generation) : ICommand;

internal sealed class RunGenerationHandler(IQuestDb db, LiveWriting writing, IGenerationFeed feed, SourceReading reading, PictureShowing pictures, ModelPricing pricing, IJobQueue jobs, TimeProvider clock) : ICommandHandler<RunGeneration>
{
    /// <summary>From asking to the last try, while the provider takes nothing.</summary>
    private static readonly TimeSpan LongestInLine = TimeSpan.FromMinutes(10);
    /// <summary>How long an answer stands in for the same request.</summary>
    private static readonly TimeSpan StandsFor = TimeSpan.FromDays(1);

    public async Task<Result> Handle(RunGeneration command, CancellationToken ct)
    {
        var asked = await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == command.Generation, ct);
        if (asked is null || asked.HasEnded) return Result.Done;
        if (asked.State == GenerationState.Running)
            return await SettleAsync(asked, asked.Text, new(WritingEnd.Cut, null, 0, 0), GenerationState.Interrupted, "The server was restarted while Claude was writing. What had arrived is kept: take it, or ask again.");
        if (asked.CancelRequestedAt is not null) return await SettleAsync(asked, "", new(WritingEnd.Cancelled, null, 0, 0), GenerationState.Cancelled, HowItEnded.Say(WritingEnd.Cancelled, null, hasText: false));

        if ((await db.AiSwitches.AsNoTracking().FirstOrDefaultAsync(ct))?.Refusal is { } off) return await SettleAsync(asked, "", new(WritingEnd.Unavailable, null, 0, 0), GenerationState.Failed, off.Message);
        if (await EarlierAsync(asked, ct) is { } earlier) return await AsBeforeAsync(asked.Id, earlier);
        await feed.BeginAsync(asked.Id, ct);
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == asked.Article).Select(a => new { a.Working.Title, a.Working.Kind }).FirstAsync(ct);
        var sources = await reading.ReadAsync(asked, ct);
        var request = await pictures.ShowAsync(asked, SourceReading.Told(Prompts.For(asked, article.Title, article.Kind), sources), ct);
        if (request.Error is { } unseen) return await SettleAsync(asked, "", new(WritingEnd.Unavailable, null, 0, 0), GenerationState.Failed, unseen.Message);
        var (text, end, first) = await writing.WriteAsync(asked, request.Value, ct);
        if (text.Length == 0 && await WaitAsync(asked, end) is { } waits) return waits;
        return await SettleAsync(asked, text, end, HowItEnded.StateOf(end.End), HowItEnded.SayAll(end, text.Length > 0, sources), first);
    }

    // The same words to the same model for the same text, answered whole not long ago.
    private async Task<Generation?> EarlierAsync(Generation asked, CancellationToken ct)
    {
        if (asked.Fingerprint is null) return null;
        var since = clock.GetUtcNow() - StandsFor;
        return await db.Generations.AsNoTracking().Where(g => g.Article == asked.Article && g.Fingerprint == asked.Fingerprint && g.State == GenerationState.Finished && g.CopiedFrom == null && g.RequestedAt >= since)
            .OrderByDescending(g => g.RequestedAt).FirstOrDefaultAsync(ct);
    }

    private async Task<Result> AsBeforeAsync(GenerationId id, Generation earlier)
    {
        var generation = await db.Generations.FirstAsync(g => g.Id == id, CancellationToken.None);
        generation.EndAsBefore(earlier, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        feed.End(id);
        return Result.Done;
    }

    // The provider wants to be asked later: the job comes again then, and no thread waits. Null when that is too far away, or nothing was said of it.
    private async Task<Result?> WaitAsync(Generation asked, WritingEnded end)
    {
        var now = clock.GetUtcNow();
        if (end.RetryAfter is not { } wait || now + wait > asked.RequestedAt + LongestInLine) return null;
        var generation = await db.Generations.FirstAsync(g => g.Id == asked.Id, CancellationToken.None);
        generation.Postpone(HowItEnded.Waits(wait));
        await jobs.AgainAsync(JobKind.RunGeneration, asked.Id.Value, now + wait, CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        feed.End(asked.Id);
        return Result.Done;
    }

    private async Task<Result> SettleAsync(Generation asked, string text, WritingEnded end, GenerationState state, string? say, DateTimeOffset? firstWordAt = null)
    {
        var generation = await db.Generations.FirstAsync(g => g.Id == asked.Id, CancellationToken.None);
        if (state == GenerationState.Finished && AnswerReader.Keep(db, generation, text, clock.GetUtcNow()).Error is { } off)
            (state, say) = (GenerationState.Failed, off.Message);
        if (state == GenerationState.Cancelled && generation.CancelRequestedAt is null) say = HowItEnded.SwitchedOff;
        var cost = (await pricing.LoadAsync(CancellationToken.None)).CostOf(end.Model ?? generation.Model, end.InputTokens, end.OutputTokens, generation.RequestedAt);
        generation.End(state, text, end.StopReason, say, end.InputTokens, end.OutputTokens, cost, end.Model, clock.GetUtcNow(), firstWordAt);
        await db.SaveChangesAsync(CancellationToken.None);
        feed.End(asked.Id);
        return Result.Done;
    }
}
