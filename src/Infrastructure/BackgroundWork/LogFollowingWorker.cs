using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>
/// Makes the board look when another process stored something, as long as anyone here listens: by NOTIFY over a connection past the pooler, where one comes about
/// and really brings notices; else by looking twice a second. What this process stores itself is seen at once without it. Without listeners it is silent, so that a
/// database may fall asleep.
/// </summary>
internal sealed partial class LogFollowingWorker(LiveLog live, SiteBoard board, DatabaseAddresses addresses, TimeProvider clock, ILogger<LogFollowingWorker> log) : BackgroundService
{
    /// <summary>How long after it was stored elsewhere an event may be seen here without notices.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // A line can break without a word: it is asked this often, and the board looks too.
    private static readonly TimeSpan AskLine = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(2);
    private const int LongestPause = 60;

    // Notices of the primary come before a reading replica has the rows: there, only looking helps.
    private readonly bool _mayListen = addresses.Delivery is null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        try
        {
            while (true)
            {
                await live.SomeoneAsync(stoppingToken);
                if (_mayListen && await ListenAsync(stoppingToken)) failures = 0;
                else failures++;
                // A pause before the next connection, longer each time; meanwhile it looks by itself.
                await LookAsync(_mayListen ? TimeSpan.FromSeconds(Math.Min(LongestPause, 1 << Math.Min(failures, 6))) : Timeout.InfiniteTimeSpan, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Shutting down.
        }
    }

    private async Task LookAsync(TimeSpan most, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        using var timer = new PeriodicTimer(LookEvery, clock);
        while (live.Readers > 0 && (most == Timeout.InfiniteTimeSpan || clock.GetElapsedTime(began) < most))
        {
            board.LookAgain();
            await timer.WaitForNextTickAsync(ct);
        }
    }

    /// <summary>Listens until nobody is there or the line breaks. False when it never came about.</summary>
    private async Task<bool> ListenAsync(CancellationToken ct)
    {
        var listens = false;
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(addresses.Direct) { Pooling = false, ApplicationName = "questcms-listen" }.ConnectionString);
            await connection.OpenAsync(ct);
            var mine = $"trial_{connection.ProcessID}";
            connection.Notification += (_, notice) =>
            {
                if (notice.Channel == mine) listens = true;
                else board.LookAgain();
            };
            await ExecuteAsync(connection, $"listen delivery; listen {mine}", ct);
            // A pooler takes LISTEN and brings nothing: a notice to oneself is the trial.
            await ExecuteAsync(connection, $"notify {mine}", ct);
            if (!listens) await connection.WaitAsync(Trial, ct);
            if (!listens) return false;
            board.LookAgain(); // what was stored while nobody listened
            while (live.Readers > 0)
            {
                if (await connection.WaitAsync(AskLine, ct)) continue;
                await ExecuteAsync(connection, "select 1", ct);
                board.LookAgain();
            }
            return true;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or IOException)
        {
            LogNoLine(away.Message);
            return listens;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 5 };
        await command.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The event log is not followed by notices just now, it is looked at twice a second: {Reason}")]
    private partial void LogNoLine(string reason);
}
