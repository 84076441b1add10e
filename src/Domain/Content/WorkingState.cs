using System.Collections.Frozen;

namespace QuestCms.Domain.Content;

/// <summary>Where the working copy stands. Scheduled, published and archived are derived and never stored here.</summary>
public enum WorkingState { Draft, InReview, Approved, ChangesRequested, Rejected }

/// <summary>The lifecycle of a working copy as a table.</summary>
public static class WorkingStates
{
    private static readonly FrozenDictionary<WorkingState, WorkingState[]> Allowed = new Dictionary<WorkingState, WorkingState[]>
    {
        [WorkingState.Draft] = [WorkingState.InReview],
        // withdraw, or one of the three decisions
        [WorkingState.InReview] = [WorkingState.Draft, WorkingState.Approved, WorkingState.ChangesRequested, WorkingState.Rejected],
        // by editing
        [WorkingState.Approved] = [WorkingState.Draft],
        [WorkingState.ChangesRequested] = [WorkingState.Draft],
        [WorkingState.Rejected] = [WorkingState.Draft],
    }.ToFrozenDictionary();

    public static bool CanBecome(this WorkingState from, WorkingState to) => Allowed[from].Contains(to);

    /// <summary>The state as people say it.</summary>
    public static string InWords(this WorkingState state) => state switch
    {
        WorkingState.Draft => "a draft",
        WorkingState.InReview => "in review",
        WorkingState.Approved => "approved",
        WorkingState.ChangesRequested => "sent back for changes",
        WorkingState.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
