using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using QuestCms.Infrastructure.Accounts;

namespace QuestCms.Infrastructure.Neon;

/// <summary>
/// Whether the schema is up to date, asked without a context: building the models takes longer than everything else a start does, and a probe asks this
/// every few seconds.
/// </summary>
internal static class MigrationHistory
{
    private static readonly string AppliedSql = $"""
        select '{nameof(QuestDb)}', migration_id from {NeonSetup.HistorySchema}.{NeonSetup.HistoryTable}
        union all select '{nameof(AccountsDb)}', migration_id from {AccountsDb.Schema}.{NeonSetup.HistoryTable}
        union all select '{UnfinishedRestore}', told from ({UnfinishedSql}) mark where told is not null
        """;

    // The mark is the remark on a schema: it needs no table, and is there before the first one.
    internal const string UnfinishedRestore = "unfinished restore";
    private const string UnfinishedSql = $"select obj_description(to_regnamespace('{NeonSetup.HistorySchema}')::oid, 'pg_namespace') told where obj_description(to_regnamespace('{NeonSetup.HistorySchema}')::oid, 'pg_namespace') like '{UnfinishedRestore}%'";

    private static readonly Lazy<HashSet<(string Context, string Id)>> Known = new(() => typeof(QuestDb).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Migration)))
        .Select(t => (t.GetCustomAttribute<DbContextAttribute>()!.ContextType.Name, t.GetCustomAttribute<MigrationAttribute>()!.Id)).ToHashSet());

    public static async Task<bool> IsPendingAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        try
        {
            await using var command = database.CreateCommand(AppliedSql);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var missing = Known.Value.Count;
            var unfinished = false;
            while (await reader.ReadAsync(ct))
            {
                if (reader.GetString(0) == UnfinishedRestore) unfinished = true;
                else if (Known.Value.Contains((reader.GetString(0), reader.GetString(1)))) missing--;
            }
            return unfinished || missing > 0;
        }
        catch (PostgresException none) when (IsNoHouse(none))
        {
            return true;
        }
    }

    /// <summary>Null, or the mark of a restore that has begun and not ended: such a database is not whole.</summary>
    public static async Task<string?> UnfinishedRestoreAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand(UnfinishedSql);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>The migrations that were applied, in order; none where there is no house.</summary>
    public static async Task<AppliedMigrations> AppliedAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        var (house, accounts) = (new List<string>(), new List<string>());
        try
        {
            await using var command = database.CreateCommand(AppliedSql);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                if (reader.GetString(0) == nameof(QuestDb)) house.Add(reader.GetString(1));
                else if (reader.GetString(0) == nameof(AccountsDb)) accounts.Add(reader.GetString(1));
            }
        }
        catch (PostgresException none) when (IsNoHouse(none))
        {
            // An empty database.
        }
        return new([.. house.Order(StringComparer.Ordinal)], [.. accounts.Order(StringComparer.Ordinal)]);
    }

    /// <summary>How many migrations this program has.</summary>
    public static int Count => Known.Value.Count;

    /// <summary>This program has the migration.</summary>
    public static bool Knows(string context, string id) => Known.Value.Contains((context, id));

    private static bool IsNoHouse(PostgresException fault) => fault.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName;
}

/// <summary>Ids of migrations, by context, oldest first.</summary>
internal sealed record AppliedMigrations(IReadOnlyList<string> House, IReadOnlyList<string> Accounts)
{
    /// <summary>How many of them this program has.</summary>
    public int Known => House.Count(id => MigrationHistory.Knows(nameof(QuestDb), id)) + Accounts.Count(id => MigrationHistory.Knows(nameof(AccountsDb), id));

    public bool IsNone => House.Count + Accounts.Count == 0;

    /// <summary>One that a newer version of the program applied; null when there is none.</summary>
    public string? Unknown => House.FirstOrDefault(id => !MigrationHistory.Knows(nameof(QuestDb), id)) ?? Accounts.FirstOrDefault(id => !MigrationHistory.Knows(nameof(AccountsDb), id));
}
