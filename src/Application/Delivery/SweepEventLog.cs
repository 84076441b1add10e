using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>Sweeps away the events of all sites that are older than 90 days; who stands before them begins anew (410). Safe to run at once from several processes.</summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record SweepEventLog : ICommand;

/// <summary>What is done to the event log besides writing events; implemented where the table is.</summary>
public interface IEventLogKeeper
{
    /// <summary>Removes what is older, a few thousand rows a statement. The newest event of each article stays: its count of publications goes on from there.</summary>
    /// <param name="before">UTC.</param>
    Task ForgetAsync(DateTimeOffset before, CancellationToken ct);

    /// <summary>Draws another epoch for each site: no place of before can be read on from.</summary>
    Task StartEpochAsync(CancellationToken ct);
}

internal sealed class SweepEventLogHandler(IEventLogKeeper log, TimeProvider clock) : ICommandHandler<SweepEventLog>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task<Result> Handle(SweepEventLog command, CancellationToken ct)
    {
        await log.ForgetAsync(clock.GetUtcNow() - Kept, ct);
        return Result.Done;
    }
}
