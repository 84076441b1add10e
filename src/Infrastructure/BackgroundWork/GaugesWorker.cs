using Microsoft.Extensions.Hosting;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Replicate;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>Where metrics are exported: says once where the circuits can be read.</summary>
internal sealed class GaugesWorker(ClaudeResilience claude, ReplicateResilience replicate) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        HouseTelemetry.Watch(() => claude.State, () => replicate.State);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
