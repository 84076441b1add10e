using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Work;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>
/// Carries out jobs: claims what is due, sends the ordinary command in a fresh scope, renews the lease meanwhile. It owns when, never what. Idle it
/// sleeps until the next job is due or the bell rings, so that a database may fall asleep.
/// </summary>
internal sealed partial class JobWorker(IServiceScopeFactory scopes, JobClaims claims, JobBell bell, TimeProvider clock, ILogger<JobWorker> log) : BackgroundService
{
    // More than the streams a process may have at once: a plan to publish never waits for somebody's draft.
    private const int AtOnce = 64;
    private const int MostAttempts = 8;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);
    private readonly Guid _me = Guid.CreateVersion7(clock.GetUtcNow());
    private readonly SemaphoreSlim _places = new(AtOnce);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var running = new HashSet<Task>();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                running.RemoveWhere(t => t.IsCompleted);
                var free = _places.CurrentCount;
                var claimed = free == 0 ? [] : await claims.ClaimAsync(_me, free, stoppingToken);
                foreach (var job in claimed)
                {
                    await _places.WaitAsync(stoppingToken);
                    running.Add(RunAsync(job, stoppingToken));
                }
                failures = 0;
                if (claimed.Count > 0) continue;
                var until = await claims.UntilNextAsync(stoppingToken) ?? LongestSleep;
                await bell.WaitAsync(Clamp(until), clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                if (failures++ == 0) Log.DatabaseAway(log, away.Message);
                await bell.WaitAsync(TimeSpan.FromSeconds(Math.Min(30, 1 << Math.Min(failures, 5))), clock, CancellationToken.None);
            }
        }
        await Task.WhenAll(running);
        await GiveBackAsync();
    }

    private async Task RunAsync(ClaimedJob job, CancellationToken stopping)
    {
        using var lease = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewing = RenewAsync(job, lease.Token);
        var (began, outcome, kind) = (clock.GetTimestamp(), "done", job.Kind.ToString());
        using var span = HouseTelemetry.BeginJob(kind);
        try
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                // The job's id is the operation: carried out twice after a lost answer, it is stored once.
                scope.ServiceProvider.GetRequiredService<Acting>().Begin(Actor.Worker, job.Id);
                var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(JobCommands.Of(job.Kind, job.Subject), lease.Token);
                if (result.Error is { Kind: Domain.Common.ErrorKind.Unavailable } busy) throw new InvalidOperationException(busy.Code);
                if (result.Error is { } refused)
                {
                    outcome = "refused";
                    Log.Refused(log, job.Kind, job.Subject, refused.Code);
                }
            }
            await claims.FinishAsync(_me, job.Id, CancellationToken.None);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            outcome = "given_back"; // below, with everything else this process holds
        }
        catch (Exception fault)
        {
            outcome = "failed";
            await FailedAsync(job, fault);
        }
        finally
        {
            HouseTelemetry.EndJob(span, kind, outcome, clock.GetElapsedTime(began));
            await lease.CancelAsync();
            await renewing;
            _places.Release();
            if (job.HasLane) bell.Ring(); // the next of its lane may begin
        }
    }

    private async Task FailedAsync(ClaimedJob job, Exception fault)
    {
        Log.Failed(log, job.Kind, job.Subject, job.Attempts, fault);
        try
        {
            if (job.Attempts >= MostAttempts) await claims.BuryAsync(_me, job.Id, CancellationToken.None);
            else await claims.RetryAsync(_me, job.Id, TimeSpan.FromSeconds(Math.Pow(2, job.Attempts)), CancellationToken.None);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            Log.DatabaseAway(log, away.Message); // the lease ends by itself
        }
    }

    private async Task RenewAsync(ClaimedJob job, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(JobClaims.Lease / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ct)) await claims.RenewAsync(_me, job.Id, ct);
        }
        catch (OperationCanceledException)
        {
            // The job ended.
        }
        catch (NpgsqlException away)
        {
            Log.DatabaseAway(log, away.Message);
        }
    }

    private async Task GiveBackAsync()
    {
        try
        {
            await claims.GiveBackAsync(_me, CancellationToken.None);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or ObjectDisposedException)
        {
            Log.DatabaseAway(log, away.Message);
        }
    }

    private static TimeSpan Clamp(TimeSpan until) => until < TimeSpan.FromMilliseconds(20) ? TimeSpan.FromMilliseconds(20) : until > LongestSleep ? LongestSleep : until;

    public override void Dispose()
    {
        _places.Dispose();
        base.Dispose();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The job queue can't be reached: {Reason}")]
        public static partial void DatabaseAway(ILogger log, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Kind} {Subject} was refused: {Code}")]
        public static partial void Refused(ILogger log, JobKind kind, Guid subject, string code);

        [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Subject} failed at attempt {Attempt}")]
        public static partial void Failed(ILogger log, JobKind kind, Guid subject, int attempt, Exception fault);
    }
}
