using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Ai;

/// <summary>Which version of a prompt runs in the house. A prompt without a row runs in the version it came with. A version is switched on after it passed its golden set.</summary>
public sealed class PromptChoice : AggregateRoot
{
    private PromptChoice() { }

    public string Prompt { get; private set; } = "";
    public int Running { get; private set; }
    /// <summary>Every version that ran here; going back to one of them needs no trial.</summary>
    public int[] Ran { get; private set; } = [];
    public PersonId? By { get; private set; }
    public DateTimeOffset? At { get; private set; }

    public static PromptChoice Of(string prompt, int begins) => new() { Prompt = prompt, Running = begins, Ran = [begins] };

    /// <summary>Why this version can't be switched on; null when it can. It must have passed, with the model and the golden set of today and measured against the version that runs.</summary>
    /// <param name="tried">Its newest trial; null when there was none.</param>
    public Error? Refuse(int number, GoldenRun? tried, string model, string set)
    {
        if (number == Running || Ran.Contains(number)) return null;
        var name = $"{Prompt}/{number}";
        return tried switch
        {
            null => PromptErrors.Untried(name),
            { State: GoldenState.Queued or GoldenState.Running } => PromptErrors.BeingTried(name),
            { State: GoldenState.BrokenOff } => PromptErrors.BrokenOff(name, tried.Say),
            { State: GoldenState.Failed } => PromptErrors.Failed(name, tried.FailedCases, tried.Cases, tried.Say),
            _ when tried.Model != model || tried.Set != set || tried.Against != Running => PromptErrors.TriedElsewhere(name, tried.Model != model ? $"with {tried.Model}" : tried.Set != set ? "against other cases" : $"measured against {Prompt}/{tried.Against}"),
            _ => null,
        };
    }

    /// <summary>This version runs from the next request on. Switching on what runs changes nothing. Errors: those of <see cref="Refuse"/>.</summary>
    public Result SwitchOn(int number, GoldenRun? tried, string model, string set, PersonId? by, DateTimeOffset now)
    {
        if (number == Running) return Result.Done;
        if (Refuse(number, tried, model, set) is { } refusal) return refusal;
        var before = Running;
        (Running, By, At) = (number, by, now);
        if (!Ran.Contains(number)) Ran = [.. Ran, number];
        Changed();
        Raise(new PromptSwitched(Prompt, before, number));
        return Result.Done;
    }
}

public sealed record PromptSwitched(string Prompt, int Before, int Number) : DomainEvent(Guid.Empty, null);

/// <summary>Why a version of a prompt is not tried or not switched on.</summary>
public static class PromptErrors
{
    public static readonly Error Unknown = Error.NotFound("prompt.unknown", "There is no such version of a prompt here.");
    public static Error NoSet(string prompt) => Error.Conflict("prompt.no_set", $"There is no golden set for {prompt} yet; a developer writes one beside its versions.");
    public static readonly Error Busy = Error.Conflict("prompt.busy", "A golden set is being tried already. Wait for its end, then try this one.");
    public static readonly Error Spent = Error.Unavailable("prompt.budget", $"Trying this golden set could pass the ${GoldenRun.MostPerMonth:0} that trials may cost in a month. It can be tried next month.");
    public static Error Untried(string name) => Error.Conflict("prompt.untried", $"{name} was not tried against its golden set yet. Try it first; it can be switched on when it passed.");
    public static Error BeingTried(string name) => Error.Conflict("prompt.being_tried", $"{name} is being tried against its golden set. It can be switched on when it passed.");
    public static Error BrokenOff(string name, string? say) => Error.Conflict("prompt.broken_off", $"The trial of {name} was broken off: {say} Try it again.");
    public static Error Failed(string name, int failed, int cases, string? say) => Error.Conflict("prompt.failed", $"{name} failed its golden set: {(failed > 0 ? $"{failed} of {cases} cases are not as expected." : say)} It can’t be switched on.");
    public static Error TriedElsewhere(string name, string how) => Error.Conflict("prompt.tried_elsewhere", $"{name} passed its golden set {how}; here it has to pass as things are now. Try it again.");
}
