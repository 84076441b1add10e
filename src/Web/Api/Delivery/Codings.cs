using Microsoft.Extensions.Primitives;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Which packing a reader takes most gladly (RFC 9110, 12.5.3): brotli before gzip where both are as welcome, none for who says nothing.</summary>
internal static class Codings
{
    public static Coding Of(HttpRequest request) => Best(request.Headers.AcceptEncoding);

    public static Coding Best(StringValues accepted)
    {
        if (accepted.Count == 0) return Coding.Identity;
        int brotli = -1, gzip = -1, identity = -1, any = -1;
        foreach (var line in accepted)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var one = line.AsSpan(range).Trim();
                var end = one.IndexOf(';');
                var name = end < 0 ? one : one[..end].TrimEnd();
                var weight = end < 0 ? 1000 : Weight(one[(end + 1)..]);
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = weight;
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)) gzip = weight;
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase)) identity = weight;
                else if (name is "*") any = weight;
            }
        }
        if (brotli < 0) brotli = Math.Max(any, 0);
        if (gzip < 0) gzip = Math.Max(any, 0);
        if (brotli == 0 && gzip == 0) return Coding.Identity;
        if (identity > Math.Max(brotli, gzip)) return Coding.Identity;
        return brotli >= gzip ? Coding.Brotli : Coding.Gzip;
    }

    public static string? NameOf(Coding coding) => coding switch { Coding.Brotli => "br", Coding.Gzip => "gzip", _ => null };

    /// <summary>Packed while somebody waits; null where it would not be shorter.</summary>
    public static byte[]? Pack(ReadOnlySpan<byte> bytes, Coding coding)
    {
        if (coding == Coding.Identity || bytes.Length < 200) return null;
        var packed = coding == Coding.Brotli ? Compressed.Brotli(bytes, Compressed.Waiting) : Compressed.Gzip(bytes, Compressed.Waiting);
        return packed.Length < bytes.Length ? packed : null;
    }

    // In thousandths; what is no weight counts as none given.
    private static int Weight(ReadOnlySpan<char> parameters)
    {
        var at = parameters.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 1000;
        var digits = parameters[(at + 2)..];
        var end = digits.IndexOf(';');
        if (end >= 0) digits = digits[..end];
        return decimal.TryParse(digits.Trim(), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var q) && q is >= 0 and <= 1 ? (int)(q * 1000) : 1000;
    }
}
