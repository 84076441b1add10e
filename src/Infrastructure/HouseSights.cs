using QuestCms.Application.Watch;
using QuestCms.Domain.Watch;

namespace QuestCms.Infrastructure;

internal sealed class HouseSights(IHouseHealth health, RequestFigures figures) : IHouseSights
{
    private const int LastMinutes = 5;

    public async Task<HouseSight?> LookAsync(CancellationToken ct)
    {
        var report = await health.LookAsync(ct);
        if (report.OldestOverdueSeconds is not { } overdue) return null;
        var (requests, faults) = figures.Last(LastMinutes);
        var share = ContainerMemory.Limit is { } limit ? (double)ContainerMemory.Used / limit : (double?)null;
        return new HouseSight(IsResting(report.Claude), IsResting(report.Replicate), TimeSpan.FromSeconds(overdue), share, requests, faults, IsSealBroken: false);
    }

    // Half open counts too: nobody knows yet that it is well.
    private static bool IsResting(ProviderHealth provider) => provider.Circuit is "open" or "half_open";
}
