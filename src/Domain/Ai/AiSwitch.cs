using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Ai;

/// <summary>The one switch that stops every call to a model in the house: nothing new is asked, and what is being written stops within a second.</summary>
public sealed class AiSwitch : AggregateRoot
{
    public const int MaxReason = 200;
    /// <summary>There is one row.</summary>
    public const int Only = 1;

    private AiSwitch() { }

    public int Id { get; private set; } = Only;
    public bool IsOff { get; private set; }
    public string Reason { get; private set; } = "";
    public PersonId? By { get; private set; }
    public DateTimeOffset? At { get; private set; }

    public static AiSwitch On() => new();

    /// <summary>Switching off what is off changes nothing.</summary>
    public Result TurnOff(string reason, PersonId? by, DateTimeOffset now)
    {
        if (IsOff) return Result.Done;
        (IsOff, Reason, By, At) = (true, reason.Trim(), by, now);
        Changed();
        Raise(new AiStopped(Reason));
        return Result.Done;
    }

    public Result TurnOn(PersonId? by, DateTimeOffset now)
    {
        if (!IsOff) return Result.Done;
        (IsOff, Reason, By, At) = (false, "", by, now);
        Changed();
        Raise(new AiResumed());
        return Result.Done;
    }

    /// <summary>The sentence for whoever asks meanwhile; null when it is on.</summary>
    public Error? Refusal => IsOff ? Error.Unavailable("ai.off", $"Claude is switched off in this house{(Reason.Length > 0 ? $": {Reason.TrimEnd('.')}" : "")}. Your text is as it was; go on writing.") : null;
}

public sealed record AiStopped(string Reason) : DomainEvent(Guid.Empty, null);
public sealed record AiResumed() : DomainEvent(Guid.Empty, null);
