using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Npgsql;
using QuestCms.Application.Media;
using QuestCms.Infrastructure.Accounts;

namespace QuestCms.Infrastructure.Neon.Backups;

/// <summary>
/// Brings a backup into an empty database: its schema as the backup had it, then all rows in one transaction, each table counted and hashed as it then stands there, then the schema of today.
/// From its first step to its last the database carries a mark that says it is not whole; restoring again begins anew.
/// </summary>
public sealed class Restorer(DatabaseAddresses addresses, IMediaStorage storage, TimeProvider clock)
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(30);

    /// <param name="say">Told each step, in a line.</param>
    /// <exception cref="OperatorException">The file is not whole, the database not empty, or what was stored is not what the file says.</exception>
    public async Task<(BackupHeader Header, BackupManifest Manifest)> RestoreAsync(string path, Action<string> say, CancellationToken ct)
    {
        var (header, manifest) = await BackupReader.CheckAsync(path, ct);
        say($"The file is whole: {manifest.Rows:N0} rows of {manifest.Tables.Count} tables and {manifest.Media.Files:N0} files of pictures, from {header.At:yyyy-MM-dd HH:mm} UTC.");
        if (!MigrationHistory.Knows(nameof(QuestDb), header.House) || !MigrationHistory.Knows(nameof(AccountsDb), header.Accounts))
            throw new OperatorException("The backup was made by a newer version of Quest CMS: restore it with that version. Nothing was changed.");

        await using var database = HouseContexts.Direct(addresses, LockTimeout);
        await using var connection = await database.OpenConnectionAsync(ct);
        await BeginAsync(database, connection, ct);
        await HouseContexts.MigrateToAsync(database, clock, header.House, header.Accounts, ct);
        await using (var all = await connection.BeginTransactionAsync(ct))
        {
            await Copying.DoAsync(connection, BackupFile.SameEverywhere, ct);
            await FillAsync(connection, path, header, manifest, ct);
            say("Everything is stored; counting and hashing it …");
            await VerifyAsync(connection, header, manifest, ct);
            await all.CommitAsync(ct);
        }
        // What readers followed was another log: its numbers would come again for other events.
        await Copying.DoAsync(connection, $"update delivery.sites set epoch = {Delivery.PublishedSiteConfiguration.EpochSql}, kept_after = last_sequence", ct);
        await HouseContexts.MigrateToAsync(database, clock, null, null, ct);
        await Copying.DoAsync(connection, $"comment on schema {NeonSetup.HistorySchema} is null", ct);
        return (header, manifest);
    }

    // Empty, or marked by a restore that did not end: then what it left is removed.
    private async Task BeginAsync(NpgsqlDataSource database, NpgsqlConnection connection, CancellationToken ct)
    {
        var inhabited = await HouseTables.InhabitedAsync(connection, ct);
        var unfinished = await MigrationHistory.UnfinishedRestoreAsync(database, ct) is not null;
        if (inhabited.Count > 0 && !unfinished)
            throw new OperatorException($"The database “{connection.Database}” is not empty: the house already has the {(inhabited.Count == 1 ? "schema" : "schemas")} {string.Join(", ", inhabited)} there. Restore into an empty one, as with --into NAME. Nothing was changed.");
        if (unfinished) await Copying.DoAsync(connection, string.Join(' ', HouseContexts.Schemas.Value.Where(s => s != NeonSetup.HistorySchema).Select(s => $"drop schema if exists {HouseTables.Quoted(s)} cascade;")), ct);
        // The mark is there in every moment between.
        await Copying.DoAsync(connection, $"""
            begin; drop schema if exists {NeonSetup.HistorySchema} cascade; create schema {NeonSetup.HistorySchema};
            comment on schema {NeonSetup.HistorySchema} is '{MigrationHistory.UnfinishedRestore}, begun {clock.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm} UTC'; commit
            """, ct);
    }

    private async Task FillAsync(NpgsqlConnection connection, string path, BackupHeader header, BackupManifest manifest, CancellationToken ct)
    {
        var there = await HouseTables.InOrderAsync(connection, ct);
        foreach (var table in header.Tables)
            if (there.Find(t => t.Name == table.Name) is not { } found || !found.Columns.ToHashSet().SetEquals(table.Columns))
                throw new OperatorException($"The backup's table {table.Name} is not as its migration {header.House} makes it: the schema had drifted when it was backed up. Nothing was stored.");
        var names = there.Select(HouseTables.Quoted).ToList();
        // Triggers count and number what is stored first; what they made is in the backup already.
        await Copying.DoAsync(connection, string.Concat(names.Select(n => $"alter table {n} disable trigger user;")) + $"truncate {string.Join(", ", names)}", ct);
        await using (var file = BackupReader.Open(path))
        await using (var tar = new TarReader(file))
            await FillAsync(connection, tar, header.Tables.ToDictionary(t => t.Name), ct);
        await Copying.DoAsync(connection, string.Concat(names.Select(n => $"alter table {n} enable trigger user;")), ct);
        foreach (var (sequence, last) in manifest.Sequences)
        {
            await using var set = new NpgsqlCommand("select setval($1::regclass, $2)", connection) { Parameters = { new() { Value = HouseTables.Quoted(sequence) }, new() { Value = last } } };
            await set.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task FillAsync(NpgsqlConnection connection, TarReader tar, Dictionary<string, BackupTable> tables, CancellationToken ct)
    {
        (string Table, TextWriter Writer)? open = null;
        async Task CloseAsync()
        {
            if (open is { } done) await done.Writer.DisposeAsync(); // ends the COPY; what it could not take is thrown here
            open = null;
        }
        while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
        {
            if (entry.Name.StartsWith(BackupFile.Rows, StringComparison.Ordinal))
            {
                var name = entry.Name.Split('/')[1];
                if (open?.Table != name)
                {
                    await CloseAsync();
                    open = (name, await connection.BeginTextImportAsync($"copy {HouseTables.Quoted(tables[name])} ({HouseTables.Columns(tables[name])}) from stdin", ct));
                }
                await using var rows = new GZipStream(entry.DataStream!, CompressionMode.Decompress);
                await rows.CopyToAsync(((StreamWriter)open!.Value.Writer).BaseStream, ct);
                continue;
            }
            await CloseAsync();
            if (BackupReader.KeyOf(entry) is { } key) await StoreAsync(connection, key, entry, ct);
        }
        await CloseAsync();
    }

    private async Task StoreAsync(NpgsqlConnection connection, string key, TarEntry entry, CancellationToken ct)
    {
        var content = entry.DataStream ?? Stream.Null;
        if (storage.Kind != "database")
        {
            await storage.PutAsync(key, content, ct);
            await using var stored = await storage.OpenAsync(key, ct);
            if (stored is null || !BackupReader.Told(entry, await SHA256.HashDataAsync(stored, ct))) throw new OperatorException($"The picture {key} lies in the storage and is not the one of the backup. The database was left as it was.");
            return;
        }
        await using var insert = new NpgsqlCommand($"insert into {HouseTables.MediaFiles} (key, content) values ($1, $2)", connection);
        insert.Parameters.Add(new() { Value = key });
        insert.Parameters.Add(new() { Value = content, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
        await insert.ExecuteNonQueryAsync(ct);
    }

    // Files were looked at one by one when they were stored.
    private async Task VerifyAsync(NpgsqlConnection connection, BackupHeader header, BackupManifest manifest, CancellationToken ct)
    {
        foreach (var (table, count) in header.Tables.Zip(manifest.Tables))
            if (await Copying.TallyAsync(connection, table, ct) is var (rows, content) && (rows, content) != (count.Rows, count.Content))
                throw new OperatorException($"{table.Name} holds {rows:N0} rows that come to {content[..12]}…, and the backup says {count.Rows:N0} that come to {count.Content[..12]}…. Nothing was stored.");
        if (storage.Kind == "database" && await MediaAsync(connection, ct) is var media && media != manifest.Media)
            throw new OperatorException($"{media.Files:N0} files of pictures were stored, and the backup says {manifest.Media.Files:N0}, or they are others. Nothing was stored.");
    }

    // The server hashes its own.
    private static async Task<MediaCount> MediaAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        using var tally = new RowTally();
        var bytes = 0L;
        await using var command = new NpgsqlCommand($"select key, octet_length(content), sha256(content) from {HouseTables.MediaFiles}", connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            tally.Add(reader.GetString(0), reader.GetInt32(1), reader.GetFieldValue<byte[]>(2));
            bytes += reader.GetInt32(1);
        }
        return new(tally.Rows, bytes, tally.Content);
    }
}
