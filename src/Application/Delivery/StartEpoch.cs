using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>
/// After a restore: the log goes on from an earlier state, so numbers that sites have seen would come again for other events. Another epoch begins for every
/// site, each place of before answers 410 <c>resync</c>, and sites fetch anew. Told to readers that are connected within seconds.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record StartEpoch : ICommand;

internal sealed class StartEpochHandler(IEventLogKeeper log) : ICommandHandler<StartEpoch>
{
    public async Task<Result> Handle(StartEpoch command, CancellationToken ct)
    {
        await log.StartEpochAsync(ct);
        return Result.Done;
    }
}
