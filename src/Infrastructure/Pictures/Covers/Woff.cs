using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace QuestCms.Infrastructure.Pictures.Covers;

/// <summary>The tables of a font file in the WOFF 1.0 container, unpacked once. Only files of our own are read: what is off is a fault of the build.</summary>
internal sealed class Woff
{
    private readonly Dictionary<string, byte[]> _tables = [];

    public Woff(byte[] file)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(file) != 0x774F4646) throw new InvalidDataException("Not a WOFF file.");
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(12));
        for (var i = 0; i < count; i++)
        {
            var entry = file.AsSpan(44 + i * 20, 20);
            var offset = BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            var packed = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            var length = BinaryPrimitives.ReadInt32BigEndian(entry[12..]);
            _tables[Encoding.ASCII.GetString(entry[..4])] = packed == length ? file.AsSpan(offset, length).ToArray() : Unpack(file, offset, packed, length);
        }
    }

    public Table this[string name] => new(_tables[name], 0);

    public bool Has(string name) => _tables.ContainsKey(name);

    private static byte[] Unpack(byte[] file, int offset, int packed, int length)
    {
        using var stream = new ZLibStream(new MemoryStream(file, offset, packed), CompressionMode.Decompress);
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>Big-endian numbers of a table, from a place in it.</summary>
internal readonly record struct Table(byte[] Bytes, int Start)
{
    public int UShort(int at) => BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(Start + at));
    public int Short(int at) => BinaryPrimitives.ReadInt16BigEndian(Bytes.AsSpan(Start + at));
    public int Int(int at) => BinaryPrimitives.ReadInt32BigEndian(Bytes.AsSpan(Start + at));
    public int Byte(int at) => Bytes[Start + at];
    public Table From(int at) => this with { Start = Start + at };
}
