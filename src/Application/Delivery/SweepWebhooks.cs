using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>Forgets deliveries of webhooks that are older than 30 days, with their answers, and removed webhooks once nothing of them is left. Sent by the process itself; stores nothing of its own.</summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record SweepWebhooks : ICommand;

/// <summary>The log of deliveries as a whole.</summary>
public interface IWebhookLog
{
    /// <summary>Deletes what happened before that moment, in small statements; then removed webhooks that have nothing left.</summary>
    Task ForgetAsync(DateTimeOffset before, CancellationToken ct);
}

internal sealed class SweepWebhooksHandler(IWebhookLog log, TimeProvider clock) : ICommandHandler<SweepWebhooks>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task<Result> Handle(SweepWebhooks command, CancellationToken ct)
    {
        await log.ForgetAsync(clock.GetUtcNow() - Kept, ct);
        return Result.Done;
    }
}
