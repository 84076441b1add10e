using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Common;

/// <summary>
/// The daily upkeep of tables that grow and have no sweep of their own: what is older than <see cref="KeptFor.Limits"/> says is forgotten. Revisions that were submitted, approved or live are
/// kept for ever and are no part of it. Safe to run at once from several processes; broken off, it goes on where it was.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record SweepAgedRows : ICommand;

/// <summary>What grows old.</summary>
public enum AgedRows
{
    /// <summary>Jobs that were given up after their last attempt; what is done leaves the table by itself.</summary>
    BuriedJobs,
    /// <summary>Texts typed on a version that was no longer the newest, which their writer never came back for.</summary>
    SideCopies,
    /// <summary>Lines of the audit trail.</summary>
    AuditLines,
    /// <summary>Mails, sent or not; a link in one is over within a day.</summary>
    Mails,
    /// <summary>Counts of what was asked for too often; the age is that of the end of their hour.</summary>
    AskCounts,
}

/// <summary>How long each is kept, in one place.</summary>
public static class KeptFor
{
    public static readonly IReadOnlyDictionary<AgedRows, TimeSpan> Limits = new Dictionary<AgedRows, TimeSpan>
    {
        [AgedRows.BuriedJobs] = TimeSpan.FromDays(30),
        [AgedRows.SideCopies] = TimeSpan.FromDays(90),
        [AgedRows.AuditLines] = TimeSpan.FromDays(2 * 365 + 1),
        [AgedRows.Mails] = TimeSpan.FromDays(30),
        [AgedRows.AskCounts] = TimeSpan.FromDays(1),
    };
}

/// <summary>Forgets rows; implemented where the tables are.</summary>
public interface IAgedRowKeeper
{
    /// <summary>Removes what is older, a few thousand rows a statement.</summary>
    /// <param name="before">UTC.</param>
    Task ForgetAsync(AgedRows rows, DateTimeOffset before, CancellationToken ct);
}

internal sealed class SweepAgedRowsHandler(IAgedRowKeeper keeper, TimeProvider clock) : ICommandHandler<SweepAgedRows>
{
    public async Task<Result> Handle(SweepAgedRows command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var (rows, kept) in KeptFor.Limits) await keeper.ForgetAsync(rows, now - kept, ct);
        return Result.Done;
    }
}
