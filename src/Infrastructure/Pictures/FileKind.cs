using System.Text;
using QuestCms.Domain.Common;
using QuestCms.Domain.Media;

namespace QuestCms.Infrastructure.Pictures;

/// <summary>What a file is, by its first bytes. Its name and what the sender calls it are never asked.</summary>
internal sealed record FileKind(string ContentType, string Loader)
{
    private static readonly FileKind Jpeg = new("image/jpeg", "jpegload_buffer");
    private static readonly FileKind Png = new("image/png", "pngload_buffer");
    private static readonly FileKind Gif = new("image/gif", "gifload_buffer");
    private static readonly FileKind Webp = new("image/webp", "webpload_buffer");
    private static readonly FileKind Avif = new("image/avif", "heifload_buffer");

    public static Result<FileKind> Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8)) return Gif;
        if (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8)) return Webp;
        if (file.Length >= 16 && file[4..8].SequenceEqual("ftyp"u8)) return OfBrands(file);
        return LooksLikeSvg(file) ? AssetErrors.Svg : AssetErrors.NotAPicture;
    }

    // A box of brands begins the file: the first is what it is, the others what it may also be read as.
    private static Result<FileKind> OfBrands(ReadOnlySpan<byte> file)
    {
        var length = (int)Math.Min(Math.Min(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(file), 256), (uint)file.Length);
        var heic = false;
        for (var at = 8; at + 4 <= length; at += at == 8 ? 8 : 4)
        {
            var brand = file[at..(at + 4)];
            if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8)) return Avif;
            heic |= brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.SequenceEqual("mif1"u8);
        }
        return heic ? AssetErrors.Heic : AssetErrors.NotAPicture;
    }

    private static bool LooksLikeSvg(ReadOnlySpan<byte> file) =>
        Encoding.UTF8.GetString(file[..Math.Min(file.Length, 4_096)]).Replace("\0", "", StringComparison.Ordinal).Contains("<svg", StringComparison.OrdinalIgnoreCase);
}
