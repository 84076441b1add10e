using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using QuestCms.Application.Common;
using QuestCms.Application.Watch;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>Has the house looked at once a minute, in each process.</summary>
internal sealed partial class AlertWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AlertWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private readonly string _me = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Acting>().Begin(Actor.Worker);
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LookForAlerts(_me), ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Missed(log, fault.GetType().Name); // the next minute looks again
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The house was not looked at: {Fault}")]
        public static partial void Missed(ILogger log, string fault);
    }
}
