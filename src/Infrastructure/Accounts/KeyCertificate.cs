using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>
/// <c>QUEST_KEY_CERTIFICATE</c> protects the data-protection keys, which otherwise lie in the database as they are: PEM text of an RSA certificate and its private key, or a PKCS#12 file without password in base64.
/// Of several pairs of PEM the first protects and all open, which is how one is replaced. What was stored before stays readable.
/// </summary>
public static class KeyCertificate
{
    private const string Setting = "QUEST_KEY_CERTIFICATE";
    private const string Begin = "-----BEGIN CERTIFICATE-----";

    /// <summary>None when it is not set.</summary>
    /// <exception cref="FormatException">It is neither; the message names it and never its value.</exception>
    public static IReadOnlyList<X509Certificate2> From(IConfiguration configuration)
    {
        if (configuration[Setting] is not { } given || string.IsNullOrWhiteSpace(given)) return [];
        try
        {
            // A platform's form may keep a line end as two characters.
            var text = given.Trim().Replace("\\n", "\n", StringComparison.Ordinal);
            var found = text.Contains("-----BEGIN", StringComparison.Ordinal) ? Pairs(text) : [X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(text), null)];
            if (found.Count > 0 && found.TrueForAll(c => c.GetRSAPrivateKey() is not null)) return found;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            // Said below, without what the reader says of the text.
        }
        throw new FormatException($"{Setting} is neither PEM text of an RSA certificate with its private key nor a PKCS#12 file without password in base64.");
    }

    internal static void Protect(IDataProtectionBuilder keys, IReadOnlyList<X509Certificate2> certificates)
    {
        if (certificates.Count > 0) keys.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate([.. certificates]);
    }

    // Each certificate with the key that stands behind it; a key before the first certificate is the first one's.
    private static List<X509Certificate2> Pairs(string text)
    {
        var starts = new List<int>();
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Begin, at + 1, StringComparison.Ordinal)) starts.Add(at);
        return [.. starts.Select((start, n) => (From: n == 0 ? 0 : start, To: n + 1 < starts.Count ? starts[n + 1] : text.Length)).Select(p => text[p.From..p.To]).Select(pair => X509Certificate2.CreateFromPem(pair, pair))];
    }
}
