using System.Text;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai.Golden;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// Asks the next case of a trial, in the version tried and in the one that runs, keeps what came of it and puts the case after it into the queue. Found begun, an
/// earlier process died over it: the trial is broken off and nothing is paid twice.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record RunGoldenCase(GoldenRunId Run) : ICommand;

internal sealed class RunGoldenCaseHandler(IQuestDb db, IWriter writer, IGoldenSteps steps, ModelPricing pricing, IJobQueue jobs, TimeProvider clock) : ICommandHandler<RunGoldenCase>
{
    private const string Renewed = "The house was renewed under it, and its versions or its cases are others now.";
    private const string Restarted = "The server was restarted while a case was asked; nothing is asked twice.";
    private const string SwitchedOff = "Claude was switched off in this house meanwhile.";
    /// <summary>From asking to the last try, while the provider takes nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);

    public async Task<Result> Handle(RunGoldenCase command, CancellationToken ct)
    {
        var run = await db.GoldenRuns.FirstOrDefaultAsync(r => r.Id == command.Run, ct);
        if (run is null || run.HasEnded) return Result.Done;
        var (why, wait) = await ContinueAsync(run, ct);
        if (why is not null) run.BreakOff(why, clock.GetUtcNow());
        else if (!run.HasEnded) await jobs.AgainAsync(JobKind.TryGoldenCase, run.Id.Value, clock.GetUtcNow() + wait, CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        return Result.Done;
    }

    // Why the trial ends here; null: the case was asked and kept, or is to be asked after a while.
    private async Task<(string? Why, TimeSpan Wait)> ContinueAsync(GoldenRun run, CancellationToken ct)
    {
        var (prompt, set) = (Prompts.Of(run.Prompt), GoldenSets.Of(run.Prompt));
        if (prompt?.Version(run.Number) is not { } version || prompt.Version(run.Against) is not { } against || set?.Fingerprint != run.Set) return (Renewed, default);
        if (await steps.IsAiOffAsync(ct)) return (SwitchedOff, default);
        if (!await steps.BeginAsync(run.Id, run.Results.Count, ct)) return (Restarted, default);

        var asked = set.Cases[run.Results.Count];
        var (text, end) = await WriteAsync(asked.RequestIn(version, run.Model), ct);
        if (text.Length == 0 && end.RetryAfter is { } later && clock.GetUtcNow() + later < run.AskedAt + Longest)
        {
            await steps.TakeBackAsync(run.Id, run.Results.Count, CancellationToken.None);
            return (null, later);
        }
        if (Interrupted(end) is { } broken) return (broken, default);
        var prices = await pricing.LoadAsync(CancellationToken.None);
        GoldenCost CostOf(WritingEnded ended) => new(ended.InputTokens, ended.OutputTokens, prices.CostOf(ended.Model ?? run.Model, ended.InputTokens, ended.OutputTokens, run.AskedAt));
        GoldenCost? running = null;
        if (against.Number != version.Number)
        {
            var (_, other) = await WriteAsync(asked.RequestIn(against, run.Model), ct);
            if (Interrupted(other) is { } off) return (off, default);
            running = CostOf(other);
        }
        IReadOnlyList<string> faults = end.End == WritingEnd.Complete ? asked.FaultsOf(text) : [end.End == WritingEnd.Refused ? "Claude declined to write this." : "It reached the limit of one answer before its end."];
        run.Record(new GoldenResult(asked.Name, text, CostOf(end), running, faults), clock.GetUtcNow());
        return (null, default);
    }

    // Declined and too long say something of the version; everything else says something of the line.
    private static string? Interrupted(WritingEnded end) => end.End switch
    {
        WritingEnd.Complete or WritingEnd.Truncated or WritingEnd.Refused => null,
        WritingEnd.Cancelled => SwitchedOff,
        WritingEnd.Cut => "The connection to Claude broke before the end of an answer.",
        WritingEnd.TimedOut => "Claude fell silent before the end of an answer.",
        _ => end.Error?.Message.Split(" Your text is as it was", 2)[0] ?? "Claude could not answer.",
    };

    private async Task<(string Text, WritingEnded End)> WriteAsync(WriterRequest request, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var written = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var listening = ListenForSwitchAsync(stop, written.Token);
        var text = new StringBuilder();
        WritingEnded? end = null;
        try
        {
            await foreach (var happened in writer.WriteAsync(request, stop.Token))
            {
                if (happened is WritingEnded ended) end = ended;
                if (happened is TextArrived arrived) text.Append(arrived.Text);
            }
        }
        finally
        {
            await written.CancelAsync();
            await listening;
        }
        ct.ThrowIfCancellationRequested(); // shutting down: the next process finds the case begun
        return (text.ToString(), end ?? new WritingEnded(WritingEnd.Cut, null, 0, 0));
    }

    private async Task ListenForSwitchAsync(CancellationTokenSource stop, CancellationToken written)
    {
        using var look = new PeriodicTimer(Look, clock);
        try
        {
            while (await look.WaitForNextTickAsync(written))
                if (await steps.IsAiOffAsync(written)) await stop.CancelAsync();
        }
        catch (OperationCanceledException) when (written.IsCancellationRequested)
        {
            // All is written.
        }
    }
}
