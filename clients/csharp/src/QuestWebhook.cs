using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Client;

/// <summary>Checks that a webhook came from Quest, unchanged and just now.</summary>
public static class QuestWebhook
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="secret">The whole secret, <c>whsec_</c> included.</param>
    /// <param name="id">The header <c>webhook-id</c>; keep it, and leave out what you had before.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>: two while a secret is changed.</param>
    /// <param name="body">The body as it came, byte for byte, before anything reads it.</param>
    public static bool IsGenuine(string secret, string id, string timestamp, string signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds) return false;

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed);
        var given = new byte[expected.Length];
        foreach (var one in signatures.Split(' '))
        {
            if (one.StartsWith("v1,", StringComparison.Ordinal) && Convert.TryFromBase64String(one[3..], given, out var length) && length == expected.Length
                && CryptographicOperations.FixedTimeEquals(given, expected))
                return true;
        }
        return false;
    }
}
