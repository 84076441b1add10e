using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using QuestCms.Application.Media;

namespace QuestCms.Infrastructure.Neon.Backups;

/// <summary>
/// Writes the whole house into one file while it goes on working: every table in one snapshot, every picture, what memory it takes being the same for a thousand rows and for a million. The file is
/// written beside its place and appears there when it is whole; nobody but its owner may read it, for it holds what signs people in.
/// </summary>
public sealed class BackupWriter(DatabaseAddresses addresses, IMediaStorage storage, TimeProvider clock)
{
    /// <param name="path">Where to; a file of that name is replaced, once the new one is whole.</param>
    /// <param name="withKeys">Also the data-protection keys: without them a restore signs everybody out and webhooks need new secrets.</param>
    /// <exception cref="OperatorException">There is nothing to back up, or the file can't be written.</exception>
    public async Task<(BackupManifest Manifest, long Bytes)> WriteAsync(string path, bool withKeys, CancellationToken ct)
    {
        var beside = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            BackupManifest manifest;
            long bytes;
            await using (var file = OwnersFile.Open(beside, FileMode.CreateNew))
            {
                manifest = await WriteAsync(file, withKeys, ct);
                file.Flush(flushToDisk: true);
                bytes = file.Length;
            }
            File.Move(beside, path, overwrite: true);
            return (manifest, bytes);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The backup could not be written to {path}: {unwritable.Message} Nothing was left behind.");
        }
        finally
        {
            if (File.Exists(beside)) File.Delete(beside);
        }
    }

    private async Task<BackupManifest> WriteAsync(Stream file, bool withKeys, CancellationToken ct)
    {
        await using var database = HouseContexts.Direct(addresses, TimeSpan.FromSeconds(30));
        if (await MigrationHistory.UnfinishedRestoreAsync(database, ct) is not null) throw new OperatorException("A restore of this database was interrupted: there is nothing whole to back up.");
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await Copying.DoAsync(connection, $"set transaction read only; {BackupFile.SameEverywhere}", ct);
        var applied = await MigrationHistory.AppliedAsync(database, ct);
        if (applied.House.Count == 0 || applied.Accounts.Count == 0) throw new OperatorException("The database has no tables of this house yet: there is nothing to back up.");
        var tables = (await HouseTables.InOrderAsync(connection, ct)).Where(t => t.Name != HouseTables.MediaFiles && (withKeys || t.Name != HouseTables.Keys)).ToList();

        await using var tar = new TarWriter(file, TarEntryFormat.Pax, leaveOpen: true);
        await AddJsonAsync(tar, BackupFile.Header, new BackupHeader(BackupFile.Format, clock.GetUtcNow().ToUniversalTime(), applied.House[^1], applied.Accounts[^1], withKeys, tables), ct);
        var counts = new List<TableCount>();
        foreach (var table in tables) counts.Add(await AddTableAsync(tar, connection, table, ct));
        var media = await AddMediaAsync(tar, connection, ct);
        var manifest = new BackupManifest(counts, media, await HouseTables.SequencesAsync(connection, ct));
        await AddJsonAsync(tar, BackupFile.Manifest, manifest, ct);
        return manifest;
    }

    private static async Task<TableCount> AddTableAsync(TarWriter tar, NpgsqlConnection connection, BackupTable table, CancellationToken ct)
    {
        var parts = new List<BackupPart>();
        using var tally = new RowTally();
        using var packed = new MemoryStream();
        GZipStream? gzip = null;
        var raw = 0;
        async ValueTask CloseAsync()
        {
            if (gzip is null) return;
            await gzip.DisposeAsync();
            (gzip, raw) = (null, 0);
            var name = $"{BackupFile.Rows}{table.Name}/{parts.Count + 1:000000}.copy.gz";
            packed.Position = 0;
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(packed.GetBuffer().AsSpan(0, (int)packed.Length)));
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = packed }, ct);
            parts.Add(new(name, packed.Length, sha256));
            packed.SetLength(0);
        }
        await Copying.OutAsync(connection, table, async piece =>
        {
            gzip ??= new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            tally.Add(piece.Span);
            await gzip.WriteAsync(piece, ct);
            if ((raw += piece.Length) >= BackupFile.PartBytes) await CloseAsync();
        }, ct);
        await CloseAsync();
        return new(table.Name, tally.Rows, tally.Content, parts);
    }

    private async Task<MediaCount> AddMediaAsync(TarWriter tar, NpgsqlConnection connection, CancellationToken ct)
    {
        using var tally = new RowTally();
        var bytes = 0L;
        // From the database in the snapshot of its rows; from a folder, whose files never change, as they are.
        await foreach (var (key, content) in storage.Kind == "database" ? RowsAsync(connection, ct) : FilesAsync(ct))
        {
            var sha256 = SHA256.HashData(content);
            using var data = new MemoryStream(content, writable: false);
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, BackupFile.Media + key, [new(BackupFile.Sha256, Convert.ToHexStringLower(sha256))]) { DataStream = data }, ct);
            tally.Add(key, content.Length, sha256);
            bytes += content.Length;
        }
        return new(tally.Rows, bytes, tally.Content);
    }

    private static async IAsyncEnumerable<(string Key, byte[] Content)> RowsAsync(NpgsqlConnection connection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select key, content from {HouseTables.MediaFiles} order by key", connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, ct);
        while (await reader.ReadAsync(ct)) yield return (reader.GetString(0), await reader.GetFieldValueAsync<byte[]>(1, ct));
    }

    private async IAsyncEnumerable<(string Key, byte[] Content)> FilesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var key in storage.KeysAsync(ct))
        {
            await using var stream = await storage.OpenAsync(key, ct);
            if (stream is null) continue; // removed in this moment, with the row that spoke of it
            using var whole = new MemoryStream();
            await stream.CopyToAsync(whole, ct);
            yield return (key, whole.ToArray());
        }
    }

    private static async Task AddJsonAsync<T>(TarWriter tar, string name, T value, CancellationToken ct)
    {
        using var data = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, BackupFile.Json));
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = data }, ct);
    }
}
