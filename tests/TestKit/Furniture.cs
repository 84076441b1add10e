using Npgsql;

namespace QuestCms.TestKit;

/// <summary>
/// The rows of a house as it was furnished. Putting them back (some milliseconds) costs a hundredth of a new house: everything stored since is gone, and those who live there
/// have new ids, so that nothing the process remembers of the ones before is about them.
/// </summary>
internal sealed class Furniture
{
    // Beyond this the deleted rows would be in the way of the next: bytes of one table.
    private const long MostBytes = 4 << 20;

    // The keys a process has in memory stay, and what migrations wrote of themselves.
    private const string Tables = """
        select c.oid, format('%I.%I', n.nspname, c.relname), pg_relation_size(c.oid) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and c.relname not in ('data_protection_keys', '__migrations') and pg_relation_size(c.oid) > 0
        """;

    private const string Columns = "select string_agg(format('%I', attname), ', ' order by attnum) from pg_attribute where attrelid = $1 and attnum > 0 and not attisdropped and attgenerated = ''";

    private readonly List<(string Table, string Columns, string Rows)> _kept = [];

    public static async Task<Furniture> TakeAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var furniture = new Furniture();
        await using var connection = await source.OpenConnectionAsync();
        foreach (var (id, table, _) in await TablesAsync(connection))
        {
            await using var columns = new NpgsqlCommand(Columns, connection) { Parameters = { new() { Value = id, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Oid } } };
            await using var rows = new NpgsqlCommand($"select json_agg(t)::text from {table} t", connection);
            if (await rows.ExecuteScalarAsync() is string found) furniture._kept.Add((table, (string)(await columns.ExecuteScalarAsync())!, found));
        }
        return furniture;
    }

    /// <summary>False where so much was stored that a new house is cheaper.</summary>
    public async Task<bool> PutBackAsync(NpgsqlDataSource database, IReadOnlyDictionary<Guid, Guid> anew)
    {
        await using var connection = await database.OpenConnectionAsync();
        var used = await TablesAsync(connection);
        if (used.Any(t => t.Bytes > MostBytes)) return false;
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        // Without triggers: also what may never be deleted is, and no row counts what it is told by.
        batch.BatchCommands.Add(new NpgsqlBatchCommand("set local session_replication_role = replica"));
        foreach (var (_, table, _) in used) batch.BatchCommands.Add(new NpgsqlBatchCommand($"delete from {table}"));
        foreach (var (table, columns, rows) in _kept)
        {
            var said = anew.Aggregate(rows, (text, id) => text.Replace(id.Key.ToString(), id.Value.ToString(), StringComparison.Ordinal));
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"insert into {table} ({columns}) overriding system value select {columns} from json_populate_recordset(null::{table}, $1::json)") { Parameters = { new() { Value = said } } });
        }
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return true;
    }

    private static async Task<List<(uint Id, string Name, long Bytes)>> TablesAsync(NpgsqlConnection connection)
    {
        var tables = new List<(uint, string, long)>();
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) tables.Add((reader.GetFieldValue<uint>(0), reader.GetString(1), reader.GetInt64(2)));
        return tables;
    }
}
