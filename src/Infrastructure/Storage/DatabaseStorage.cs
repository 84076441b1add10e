using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using QuestCms.Application.Media;

namespace QuestCms.Infrastructure.Storage;

/// <summary>Pictures as rows of the house's own database: nothing else to set up, back up or lose. One file is at most 20 MB, so a row holds it whole; it is read and written as a stream.</summary>
internal sealed class DatabaseStorage(NpgsqlDataSource database) : IMediaStorage
{
    public string Kind => "database";

    public async Task PutAsync(string key, Stream content, CancellationToken ct)
    {
        await using var command = database.CreateCommand("insert into work.media_files (key, content) values ($1, $2) on conflict (key) do nothing");
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = content, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task<Stream?> OpenAsync(string key, CancellationToken ct)
    {
        var command = database.CreateCommand("select content from work.media_files where key = $1");
        NpgsqlDataReader? reader = null;
        try
        {
            command.Parameters.Add(new() { Value = key });
            reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow, ct);
            if (await reader.ReadAsync(ct)) return new RowStream(await reader.GetStreamAsync(0, ct), reader, command);
            await reader.DisposeAsync();
            await command.DisposeAsync();
            return null;
        }
        catch
        {
            if (reader is not null) await reader.DisposeAsync();
            await command.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<string> KeysAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = database.CreateCommand("select key from work.media_files order by key");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) yield return reader.GetString(0);
    }

    public async Task DeleteAllAsync(string under, CancellationToken ct)
    {
        // A range instead of a pattern: the primary key answers it.
        await using var command = database.CreateCommand("delete from work.media_files where key >= $1 || '/' and key < $1 || '0'");
        command.Parameters.Add(new() { Value = under });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The bytes of a row while its reader is open; closing it gives the connection back.</summary>
    private sealed class RowStream(Stream inner, NpgsqlDataReader reader, NpgsqlCommand command) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => inner.Length;
        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);
        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await reader.DisposeAsync();
            await command.DisposeAsync();
            await base.DisposeAsync();
        }
    }
}
