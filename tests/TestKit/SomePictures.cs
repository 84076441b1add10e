using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace QuestCms.TestKit;

/// <summary>Pictures and files that pretend to be some, made here so that none need lie in the project.</summary>
public static class SomePictures
{
    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <summary>Left half red, right half blue, with a little noise of its own for each seed, so that two pictures are never the same bytes.</summary>
    public static byte[] Png(int width = 64, int height = 48, int seed = 0)
    {
        var rows = new byte[height * (1 + width * 3)];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var at = y * (1 + width * 3) + 1 + x * 3;
                (rows[at], rows[at + 1], rows[at + 2]) = x < width / 2 ? ((byte)220, (byte)(20 + (seed & 15)), (byte)20) : ((byte)20, (byte)(20 + (seed >> 4 & 15)), (byte)220);
            }
        rows[1] = (byte)(seed >> 8);
        return PngOf(width, height, rows);
    }

    /// <summary>A PNG that says it is so large, in a file of a few bytes.</summary>
    public static byte[] Bomb(int width, int height) => PngOf(width, height, new byte[4_096]);

    /// <summary>The picture in another format: ".jpg", ".webp", ".avif", ".gif".</summary>
    public static byte[] As(string ending, int width = 64, int height = 48, int seed = 0)
    {
        using var picture = Image.NewFromBuffer(Png(width, height, seed));
        return picture.WriteToBuffer(ending);
    }

    /// <summary>A photograph that was held upright, with the place it was taken at: EXIF orientation 6 and GPS.</summary>
    public static byte[] TurnedPhotograph(int width = 64, int height = 48)
    {
        var jpeg = As(".jpg", width, height);
        var exif = Exif();
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    // Big-endian TIFF: orientation 6 and a pointer to a GPS directory with latitude N and a word to look for.
    private static byte[] Exif()
    {
        using var tiff = new MemoryStream();
        void Short(int value) => tiff.Write([(byte)(value >> 8), (byte)value]);
        void Long(int value) => tiff.Write([(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]);
        tiff.Write("MM\0*"u8);
        Long(8);
        Short(2);
        Short(0x0112); Short(3); Long(1); Short(6); Short(0);
        Short(0x8825); Short(4); Long(1); Long(38);
        Long(0);
        Short(2);
        Short(0x0001); Short(2); Long(2); tiff.Write("N\0\0\0"u8);
        Short(0x001B); Short(7); Long(16); Long(68);
        Long(0);
        tiff.Write("HOME-OF-SOMEBODY"u8);
        return [.. "Exif\0\0"u8, .. tiff.ToArray()];
    }

    private static byte[] PngOf(int width, int height, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(rows);
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, string type, byte[] content)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, content.Length);
        png.Write(four);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(four, ~body.Aggregate(uint.MaxValue, (c, b) => Crc[(c ^ b) & 255] ^ (c >> 8)));
        png.Write(four);
    }
}
