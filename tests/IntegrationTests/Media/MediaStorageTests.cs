using System.Security.Cryptography;
using Npgsql;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Media;
using QuestCms.Infrastructure.Storage;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Media;

/// <summary>Both kinds of storage keep the same promises.</summary>
public sealed class MediaStorageTests(SharedHouse shared) : InASharedHouse(shared), IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"quest-media-{Guid.CreateVersion7():N}");

    public static TheoryData<string> Kinds => ["folder", "database"];

    private IMediaStorage Open(string kind) => kind == "folder" ? new FolderStorage(_folder) : new DatabaseStorage(House.Services.GetRequiredService<NpgsqlDataSource>());

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_put_is_there_until_it_is_deleted(string kind)
    {
        var storage = Open(kind);
        var (a, b) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        var large = RandomNumberGenerator.GetBytes(3_000_000);

        await PutAsync(storage, $"{a}/original", large);
        await PutAsync(storage, $"{a}/w400.webp", [1, 2, 3]);
        await PutAsync(storage, $"{b}/original", [4]);
        await PutAsync(storage, $"{a}/w400.webp", [9, 9, 9]); // what lies under a key never changes

        Assert.Equal(kind, storage.Kind);
        Assert.Equal(large, await ReadAsync(storage, $"{a}/original"));
        Assert.Equal([1, 2, 3], await ReadAsync(storage, $"{a}/w400.webp"));
        Assert.Null(await ReadAsync(storage, $"{a}/w800.webp"));

        await storage.DeleteAllAsync(a, Ct);
        await storage.DeleteAllAsync(a, Ct);

        Assert.Null(await ReadAsync(storage, $"{a}/original"));
        Assert.Equal([4], await ReadAsync(storage, $"{b}/original"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_that_breaks_leaves_nothing(string kind)
    {
        var storage = Open(kind);
        var key = $"{Guid.CreateVersion7()}/original";

        await Assert.ThrowsAnyAsync<Exception>(() => storage.PutAsync(key, new BreakingStream(), Ct));

        Assert.Null(await ReadAsync(storage, key));
        Assert.True(kind != "folder" || Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Length == 0);
    }

    [Fact]
    public async Task A_key_never_leads_out_of_the_folder() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new FolderStorage(_folder).OpenAsync("../../etc/passwd", Ct));

    private static async Task PutAsync(IMediaStorage storage, string key, byte[] content)
    {
        using var stream = new MemoryStream(content);
        await storage.PutAsync(key, stream, Ct);
    }

    private static async Task<byte[]?> ReadAsync(IMediaStorage storage, string key)
    {
        await using var stream = await storage.OpenAsync(key, Ct);
        if (stream is null) return null;
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, Ct);
        return whole.ToArray();
    }

    private sealed class BreakingStream : MemoryStream
    {
        private int _reads;

        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _reads++ == 0 ? ValueTask.FromResult(Math.Min(buffer.Length, 1_000)) : throw new IOException("cut");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("cut");
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("cut");
    }
}
