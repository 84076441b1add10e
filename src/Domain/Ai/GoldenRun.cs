using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Ai;

/// <summary>How far a trial is. The last three are final; broken off is no judgement.</summary>
public enum GoldenState { Queued, Running, Passed, Failed, BrokenOff }

/// <summary>What an answer cost: tokens, and US dollars where a price is set.</summary>
public sealed record GoldenCost(int InputTokens, int OutputTokens, decimal? Dollars);

/// <summary>What came of one case: the answer, what it cost, what the version that runs cost on the same case, and in sentences what is not as expected.</summary>
public sealed record GoldenResult(string Case, string Text, GoldenCost Cost, GoldenCost? OfRunning, IReadOnlyList<string> Faults);

/// <summary>
/// One trial of a prompt version against its golden set: every case is asked, looked at, and measured against the version that runs. The row is written before
/// anything is asked; each case is kept as it ends. A version that passed can be switched on.
/// </summary>
public sealed class GoldenRun : AggregateRoot
{
    /// <summary>US dollars that trials may cost the house in a month (UTC).</summary>
    public const decimal MostPerMonth = 25m;
    /// <summary>So many times what the running version costs on the same cases, and no more.</summary>
    public const decimal MostOfRunning = 1.25m;

    private GoldenRun() { }

    public GoldenRunId Id { get; private set; }
    public string Prompt { get; private set; } = "";
    public int Number { get; private set; }
    /// <summary>The version that ran when it was asked.</summary>
    public int Against { get; private set; }
    public string Model { get; private set; } = "";
    /// <summary>Which cases and expectations: the hash of the set as it was.</summary>
    public string Set { get; private set; } = "";
    public int Cases { get; private set; }
    public PersonId? AskedBy { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    /// <summary>US dollars: the most it can cost; null where no price is set.</summary>
    public decimal? Reserved { get; private set; }
    public GoldenState State { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Why it was broken off, or what speaks against it beside the cases.</summary>
    public string? Say { get; private set; }
    public IReadOnlyList<GoldenResult> Results { get; private set; } = [];
    /// <summary>US dollars of all its calls; null where no price is set.</summary>
    public decimal? Cost { get; private set; }

    public bool HasEnded => State is GoldenState.Passed or GoldenState.Failed or GoldenState.BrokenOff;
    public int FailedCases => Results.Count(r => r.Faults.Count > 0);

    /// <summary>What it costs in times of the running version, over all cases that both answered; null where there is nothing to compare.</summary>
    public decimal? OfRunning
    {
        get
        {
            var both = Results.Where(r => r.OfRunning is not null).ToList();
            var priced = both.TrueForAll(r => r.Cost.Dollars is not null && r.OfRunning!.Dollars is not null);
            decimal Sum(Func<GoldenResult, GoldenCost> of) => both.Sum(r => priced ? of(r).Dollars!.Value : of(r).InputTokens + of(r).OutputTokens);
            return both.Count > 0 && Sum(r => r.OfRunning!) is > 0 and var running ? Math.Round(Sum(r => r.Cost) / running, 2) : null;
        }
    }

    public static GoldenRun Ask(GoldenRunId id, string prompt, int number, int against, string model, string set, int cases, decimal? reserved, PersonId? by, DateTimeOffset now)
    {
        var run = new GoldenRun { Id = id, Prompt = prompt, Number = number, Against = against, Model = model, Set = set, Cases = cases, Reserved = reserved, AskedBy = by, AskedAt = now };
        run.Raise(new GoldenSetTried(id, prompt, number));
        return run;
    }

    /// <summary>One more case ended; after the last one the version passed or failed.</summary>
    public Result Record(GoldenResult result, DateTimeOffset now)
    {
        if (HasEnded) return Result.Done;
        (State, Results) = (GoldenState.Running, [.. Results, result]);
        Cost = Sum(Cost, result.Cost.Dollars, result.OfRunning);
        Changed();
        if (Results.Count < Cases) return Result.Done;
        if (OfRunning > MostOfRunning) Say = $"It costs {OfRunning:0.00} times what {Prompt}/{Against} costs on the same cases; {MostOfRunning:0.00} times is the most.";
        End(FailedCases == 0 && Say is null ? GoldenState.Passed : GoldenState.Failed, now);
        return Result.Done;
    }

    /// <summary>It ends without a judgement: Claude could not be asked, or the house was renewed under it.</summary>
    public Result BreakOff(string say, DateTimeOffset now)
    {
        if (HasEnded) return Result.Done;
        Say = say;
        Changed();
        End(GoldenState.BrokenOff, now);
        return Result.Done;
    }

    private void End(GoldenState state, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        Raise(new GoldenSetEnded(Id, Prompt, Number, state.ToString(), FailedCases));
    }

    private static decimal? Sum(decimal? before, decimal? now, GoldenCost? running) => now is null ? before : (before ?? 0) + now + (running?.Dollars ?? 0);
}

public sealed record GoldenSetTried(GoldenRunId Run, string Prompt, int Number) : DomainEvent(Run.Value, null);
public sealed record GoldenSetEnded(GoldenRunId Run, string Prompt, int Number, string State, int Failed) : DomainEvent(Run.Value, null);
