using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Domain.Audit;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Audit;

/// <summary>How many of each kind were written in this minute, in this process.</summary>
internal sealed class SecurityThrottle(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (long Minute, int Count)> _counts = new();

    /// <summary>How many of the kind there were in this minute, this one among them.</summary>
    public int Count(string kind)
    {
        var minute = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        return _counts.AddOrUpdate(kind, (minute, 1), (_, was) => was.Minute == minute ? (minute, was.Count + 1) : (minute, 1)).Count;
    }
}

internal sealed partial class SecurityLog(NpgsqlDataSource database, Acting acting, SecurityThrottle throttle, TimeProvider clock, ILogger<SecurityLog> log) : ISecurityLog
{
    private const string Insert = """
        insert into audit.entries (id, at, actor_kind, actor_id, actor_name, site, what, about, details, is_security) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true)
        """;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task NoteAsync<TEvent>(TEvent happened, CancellationToken ct) where TEvent : DomainEvent, ISecurityEvent
    {
        var kind = typeof(TEvent).Name;
        var count = throttle.Count(kind);
        if (count > ISecurityLog.MostAMinute)
        {
            if (count % 1_000 == 1 || count == ISecurityLog.MostAMinute + 1) LogMany(kind, count);
            return;
        }
        var entry = AuditEntry.Of(happened, JsonSerializer.Serialize(happened, EventDispatcher.Json), acting.Actor, clock.GetUtcNow());
        using var limit = new CancellationTokenSource(Patience); // not the caller's patience: who breaks off is written down too
        try
        {
            await using var command = database.CreateCommand(Insert);
            command.Parameters.Add(new() { Value = entry.Id.Value });
            command.Parameters.Add(new() { Value = entry.At.ToUniversalTime() });
            command.Parameters.Add(new() { Value = entry.ActorKind.ToString() });
            command.Parameters.Add(new() { Value = (object?)entry.ActorId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
            command.Parameters.Add(new() { Value = entry.ActorName });
            command.Parameters.Add(new() { Value = (object?)entry.Site ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
            command.Parameters.Add(new() { Value = entry.What });
            command.Parameters.Add(new() { Value = entry.About });
            command.Parameters.Add(new() { Value = entry.Details, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb });
            await command.ExecuteNonQueryAsync(limit.Token);
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            LogLost(kind, away.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} happened {Count} times in this minute; no more of them stand in the trail")]
    private partial void LogMany(string kind, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} could not be written to the trail: {Fault}")]
    private partial void LogLost(string kind, string fault);
}
