using Microsoft.Extensions.DependencyInjection;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>The workers of the process.</summary>
internal static class BackgroundWorkSetup
{
    public static void AddBackgroundWork(this IServiceCollection services) => services
        .AddHostedService<JobWorker>()
        .AddHostedService<LogFollowingWorker>()
        .AddHostedService<HousekeepingWorker>()
        .AddHostedService<AlertWorker>();
}
