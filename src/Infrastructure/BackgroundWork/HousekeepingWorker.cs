using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Work;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>
/// The daily upkeep: sends the sweeping commands, one process of all once a day, whoever starts and stops meanwhile. A process looks when it starts and when the next turn is due; seldom enough
/// that an idle database may sleep.
/// </summary>
internal sealed partial class HousekeepingWorker(IServiceScopeFactory scopes, Turns turns, TimeProvider clock, ILogger<HousekeepingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    // A start is no time for it, and a turn that comes early by a clock is nobody's.
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await SafelyAsync(MakeCardsAsync, stoppingToken);
            await Task.Delay(AfterStart, clock, stoppingToken);
            while (true)
            {
                var pause = AfterFault;
                await SafelyAsync(async ct => pause = await TurnAsync(ct), stoppingToken);
                await Task.Delay(pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task<TimeSpan> TurnAsync(CancellationToken ct)
    {
        var wait = await turns.TakeAsync(Turns.Upkeep, Every, ct);
        if (wait > TimeSpan.Zero) return wait;
        await SweepAsync(ct);
        return Every;
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        await SendAsync(new SweepAgedRows(), ct);
        await SendAsync(new SweepOperations(), ct);
        await SendAsync(new SweepEventLog(), ct);
        await SendAsync(new SweepWebhooks(), ct);
        while ((await SendAsync(new EmptyBin(), ct)) is { Error: null, Value: true }) ct.ThrowIfCancellationRequested(); // an article a time
        await MakeCardsAsync(ct);
    }

    // Of what was published before there were cards: also at the start, for that is when a new version comes.
    private async Task MakeCardsAsync(CancellationToken ct)
    {
        for (ArticleId? last = null; (await SendAsync(new MakeMissingCard(last), ct)) is { Error: null, Value: { } made }; last = made) ct.ThrowIfCancellationRequested();
    }

    private async Task SafelyAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException)
        {
            Log.Postponed(log, away.Message); // the next tick does it
        }
    }

    private async Task<TResult> SendAsync<TResult>(IRequest<TResult> message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(Actor.Worker);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Sweeping was put off: {Reason}")]
        public static partial void Postponed(ILogger log, string reason);
    }
}
