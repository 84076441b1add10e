using Npgsql;

namespace QuestCms.Infrastructure.Neon.Backups;

/// <summary>Which tables and sequences the house has, asked of the database itself: also those no entity stands for.</summary>
internal static class HouseTables
{
    /// <summary>Pictures in the database are pictures in a backup, wherever they lie.</summary>
    public const string MediaFiles = "work.media_files";
    public const string Keys = "accounts.data_protection_keys";

    private const string TablesSql = $"""
        select n.nspname || '.' || c.relname, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname = any ($1) and c.relname <> '{NeonSetup.HistoryTable}'
        order by 1
        """;

    private const string ReferencesSql = """
        select distinct a.nspname || '.' || t.relname, b.nspname || '.' || u.relname
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace a on a.oid = t.relnamespace join pg_class u on u.oid = c.confrelid join pg_namespace b on b.oid = u.relnamespace
        where c.contype = 'f' and c.conrelid <> c.confrelid and a.nspname = any ($1)
        """;

    /// <summary>A table stands after those its rows speak of.</summary>
    public static async Task<List<BackupTable>> InOrderAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var tables = new List<BackupTable>();
        await foreach (var reader in RowsAsync(connection, TablesSql, ct)) tables.Add(new(reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        var after = tables.ToDictionary(t => t.Name, _ => new HashSet<string>());
        await foreach (var reader in RowsAsync(connection, ReferencesSql, ct)) after[reader.GetString(0)].Add(reader.GetString(1));

        var ordered = new List<BackupTable>();
        var placed = new HashSet<string>();
        while (ordered.Count < tables.Count)
        {
            var next = tables.Where(t => !placed.Contains(t.Name) && after[t.Name].IsSubsetOf(placed)).ToList();
            if (next.Count == 0) throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", tables.Select(t => t.Name).Except(placed))}.");
            ordered.AddRange(next);
            placed.UnionWith(next.Select(t => t.Name));
        }
        return ordered;
    }

    /// <summary>Last values of the sequences that were used.</summary>
    public static async Task<Dictionary<string, long>> SequencesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var sequences = new Dictionary<string, long>();
        await foreach (var reader in RowsAsync(connection, "select schemaname || '.' || sequencename, last_value from pg_sequences where schemaname = any ($1) and last_value is not null order by 1", ct))
            sequences[reader.GetString(0)] = reader.GetInt64(1);
        return sequences;
    }

    /// <summary>Schemas of the house that hold anything here.</summary>
    public static async Task<List<string>> InhabitedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var found = new List<string>();
        await foreach (var reader in RowsAsync(connection, "select nspname::text from pg_namespace n where nspname = any ($1) and exists (select from pg_class c where c.relnamespace = n.oid) order by 1", ct)) found.Add(reader.GetString(0));
        return found;
    }

    public static string Quoted(BackupTable table) => Quoted(table.Name);

    public static string Quoted(string name) => string.Join('.', name.Split('.').Select(Word));

    public static string Columns(BackupTable table) => string.Join(", ", table.Columns.Select(Word));

    private static string Word(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(NpgsqlConnection connection, string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = HouseContexts.Schemas.Value } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return reader;
    }
}
