using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Infrastructure.Neon.Backups;

/// <summary>
/// Counts rows as they stream by and adds up their SHA-256, modulo 2^256: a table read back in another order comes to the same, one with a row more, less or other does not.
/// COPY writes a line feed after each row and nowhere else.
/// </summary>
internal sealed class RowTally : IDisposable
{
    private readonly IncrementalHash _row = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ulong[] _sum = new ulong[4];

    public long Rows { get; private set; }

    /// <summary>64 hexadecimal digits.</summary>
    public string Content => string.Concat(_sum.Reverse().Select(part => part.ToString("x16")));

    public void Add(ReadOnlySpan<byte> text)
    {
        for (int end; (end = text.IndexOf((byte)'\n')) >= 0; text = text[(end + 1)..])
        {
            _row.AppendData(text[..end]);
            Close();
        }
        _row.AppendData(text);
    }

    /// <summary>A picture, as a row.</summary>
    public void Add(string key, long bytes, ReadOnlySpan<byte> sha256) => Add(Encoding.UTF8.GetBytes($"{key}\t{bytes}\t{Convert.ToHexStringLower(sha256)}\n"));

    public void Dispose() => _row.Dispose();

    private void Close()
    {
        Span<byte> hash = stackalloc byte[32];
        _row.GetHashAndReset(hash);
        UInt128 carry = 0;
        for (var i = 0; i < 4; i++)
        {
            carry += (UInt128)_sum[i] + BinaryPrimitives.ReadUInt64LittleEndian(hash[(i * 8)..]);
            _sum[i] = (ulong)carry;
            carry >>= 64;
        }
        Rows++;
    }
}
