using Npgsql;

namespace QuestCms.Infrastructure.Neon;

/// <summary>What an operator wants to know of a database, asked over one connection.</summary>
/// <param name="Fault">Why it could not be asked; null when it could. Holds no secret.</param>
/// <param name="Version">Of the server, as 170002.</param>
/// <param name="Encrypted">The connection is, or needs not be: it stays on this machine.</param>
/// <param name="Connections">That the server allows.</param>
/// <param name="Missing">Extensions that are not there.</param>
/// <param name="Applied">Migrations that were applied.</param>
/// <param name="Pending">Migrations that are pending.</param>
/// <param name="Newer">One that a newer version applied; null when there is none.</param>
/// <param name="UnfinishedRestore">The mark of a restore that did not end.</param>
/// <param name="ClockSeconds">How far the server's clock is ahead of this machine's.</param>
/// <param name="People">Who may sign in; null where there are no tables yet.</param>
public sealed record DatabaseReport(string? Fault, int Version = 0, bool Encrypted = true, int Connections = 0, IReadOnlyList<string>? Missing = null, int Applied = 0, int Pending = 0, string? Newer = null, string? UnfinishedRestore = null, double ClockSeconds = 0, long? People = null);

/// <summary>Looks at a database by its address, without a pool and without waiting long.</summary>
public sealed class DatabaseLook(TimeProvider clock)
{
    private static readonly string[] Wanted = ["pg_trgm"];

    public async Task<DatabaseReport> AtAsync(string address, CancellationToken ct)
    {
        await using var database = Open(address);
        try
        {
            var (version, encrypted, connections, there, ahead) = await AskAsync(database, ct);
            var applied = await MigrationHistory.AppliedAsync(database, ct);
            return new(null, version, encrypted, connections, [.. Wanted.Except(there)], applied.House.Count + applied.Accounts.Count, MigrationHistory.Count - applied.Known, applied.Unknown,
                await MigrationHistory.UnfinishedRestoreAsync(database, ct), ahead, applied.IsNone ? null : await PeopleAsync(database, ct));
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return new(Said(away));
        }
    }

    /// <summary>Why the role of this address can't read what is published; null when it can.</summary>
    public static async Task<string?> ReadsPublishedAsync(string address, CancellationToken ct)
    {
        await using var database = Open(address);
        try
        {
            await using var command = database.CreateCommand("select string_agg(c.relname, ', ' order by c.relname) from pg_class c where c.relnamespace = to_regnamespace('delivery') and c.relkind = 'r' and not has_table_privilege(c.oid, 'select')");
            return await command.ExecuteScalarAsync(ct) is string closed ? $"may not read {closed}" : null;
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException)
        {
            return Said(away);
        }
    }

    // What the server says of a refusal names role and database; the address itself is never in it.
    private static string Said(Exception away) => away switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword } => "refuses the user or the password",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "has no database of that name",
        PostgresException refused => $"refuses ({refused.SqlState})",
        _ when away.InnerException is System.Net.Sockets.SocketException socket => $"can't be reached ({socket.SocketErrorCode})",
        _ when away.InnerException is System.Security.Authentication.AuthenticationException => "has a certificate that can't be verified",
        _ when away.Message.Contains("SSL", StringComparison.OrdinalIgnoreCase) => "does not speak TLS, which the address asks for",
        _ => "did not answer in time",
    };

    private static NpgsqlDataSource Open(string address) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address) { Pooling = false, Timeout = 10, CommandTimeout = 10 }.ConnectionString);

    private async Task<(int Version, bool Encrypted, int Connections, string[] Extensions, double Ahead)> AskAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select current_setting('server_version_num')::int, coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) or inet_client_addr() is null, current_setting('max_connections')::int,
                   array(select extname::text from pg_extension), extract(epoch from clock_timestamp())::float8
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var now = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
        return (reader.GetInt32(0), reader.GetBoolean(1), reader.GetInt32(2), reader.GetFieldValue<string[]>(3), reader.GetDouble(4) - now);
    }

    private static async Task<long?> PeopleAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select case when to_regclass('identity.people') is null then null else (select count(*) from identity.people) end");
        try
        {
            return await command.ExecuteScalarAsync(ct) as long?;
        }
        catch (PostgresException)
        {
            return null;
        }
    }
}
