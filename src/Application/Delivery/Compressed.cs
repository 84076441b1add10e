using System.IO.Compression;
using System.Security.Cryptography;

namespace QuestCms.Application.Delivery;

/// <summary>Bytes as they go over the line, and the entity tag of exactly those.</summary>
public static class Compressed
{
    /// <summary>How hard to try for what is made once and sent often: 0 to 11 for brotli. The last steps cost ten times as much for a hundredth less.</summary>
    public const int Once = 9;
    /// <summary>The same for what somebody waits for.</summary>
    public const int Waiting = 4;
    private const int Window = 22;

    public static byte[] Brotli(ReadOnlySpan<byte> bytes, int effort)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, room, out var written, effort, Window) ? room[..written] : throw new InvalidOperationException("Brotli wanted more room than it says it needs.");
    }

    public static byte[] Gzip(ReadOnlySpan<byte> bytes, int effort)
    {
        using var made = new MemoryStream();
        using (var gzip = new GZipStream(made, effort >= Once ? CompressionLevel.SmallestSize : CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        return made.ToArray();
    }

    /// <summary>An entity tag without its quotes: 32 hexadecimal digits of the SHA-256.</summary>
    public static string TagOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}
