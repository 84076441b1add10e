using Npgsql;

namespace QuestCms.Infrastructure.Neon.Backups;

/// <summary>Rows as COPY's text, streamed past in pieces; no row is ever held as a whole.</summary>
internal static class Copying
{
    private const int Piece = 128 * 1024;

    public static async Task OutAsync(NpgsqlConnection connection, BackupTable table, Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationToken ct)
    {
        var buffer = new byte[Piece];
        using var reader = await connection.BeginTextExportAsync($"copy {HouseTables.Quoted(table)} ({HouseTables.Columns(table)}) to stdout", ct);
        // Bytes as they come: decoding and encoding them again would cost more than all else.
        var rows = ((StreamReader)reader).BaseStream;
        int read;
        while ((read = await rows.ReadAsync(buffer, ct)) > 0) await take(buffer.AsMemory(0, read));
    }

    /// <summary>What the table comes to as it is now.</summary>
    public static async Task<(long Rows, string Content)> TallyAsync(NpgsqlConnection connection, BackupTable table, CancellationToken ct)
    {
        using var tally = new RowTally();
        await OutAsync(connection, table, piece =>
        {
            tally.Add(piece.Span);
            return ValueTask.CompletedTask;
        }, ct);
        return (tally.Rows, tally.Content);
    }

    public static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
