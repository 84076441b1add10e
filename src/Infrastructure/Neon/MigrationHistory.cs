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
        """;

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
            while (await reader.ReadAsync(ct))
                if (Known.Value.Contains((reader.GetString(0), reader.GetString(1)))) missing--;
            return missing > 0;
        }
        catch (PostgresException none) when (none.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return true;
        }
    }
}
