using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// What a receiver checks the signature with, by Standard Webhooks: <c>whsec_</c> and the base64 of 24 to 64 random bytes. It is shown once; its text never says it, so that no log and no
/// exception can.
/// </summary>
public sealed class WebhookSecret
{
    public const string Mark = "whsec_";
    public const int RandomBytes = 32;
    public const int LeastBytes = 24;
    public const int MostBytes = 64;
    private readonly byte[] _key;

    private WebhookSecret(byte[] key) => _key = key;

    /// <param name="random">From a cryptographic source.</param>
    public static WebhookSecret Of(ReadOnlySpan<byte> random) => random.Length is >= LeastBytes and <= MostBytes
        ? new WebhookSecret(random.ToArray())
        : throw new ArgumentException($"A secret has {LeastBytes} to {MostBytes} bytes.", nameof(random));

    /// <summary>Reads what <see cref="Reveal"/> wrote; null where it can't be a secret.</summary>
    public static WebhookSecret? Read(string text)
    {
        if (!text.StartsWith(Mark, StringComparison.Ordinal)) return null;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text[Mark.Length..], key, out var length) && length is >= LeastBytes and <= MostBytes ? new WebhookSecret(key[..length]) : null;
    }

    /// <summary>All of it: for the one page that shows it, and for what keeps it protected.</summary>
    public string Reveal() => Mark + Convert.ToBase64String(_key);

    /// <summary><c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
    /// <param name="timestamp">Seconds since 1970.</param>
    public string Sign(string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes($"{id}.{timestamp}.");
        var signed = new byte[head.Length + body.Length];
        head.CopyTo(signed, 0);
        body.CopyTo(signed.AsSpan(head.Length));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(_key, signed));
    }

    public override string ToString() => Mark + "…";
}
