using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>Sends the sweeping commands every six hours while the process lives; seldom enough that an idle database may sleep.</summary>
internal sealed partial class HousekeepingWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HousekeepingWorker> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            await SafelyAsync(MakeCardsAsync, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken)) await SafelyAsync(SweepAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
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
