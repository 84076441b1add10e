using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds). In place of Identity's own, which takes a code again and again for some
/// minutes: here a code opens once, as the RFC asks, and one of the step before or after is taken for clocks that differ.
/// </summary>
internal sealed class AppCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    // Where the step of the last code that was taken is kept, beside the key.
    private const string Owner = "quest";
    private const string LastStep = "LastStep";
    private const int Seconds = 30;

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>The app makes them, not the house.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || BytesOf(key) is not { } secret) return false;
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / Seconds;
        var step = Enumerable.Range(-1, 3).Select(i => now + i).FirstOrDefault(s => CryptographicOperations.FixedTimeEquals(Ascii(At(secret, s)), Ascii(token)), -1);
        if (step < 0) return false;
        if (long.TryParse(await manager.GetAuthenticationTokenAsync(user, Owner, LastStep), NumberStyles.None, CultureInfo.InvariantCulture, out var last) && step <= last) return false;
        // Two browsers with one code at once: the account's stamp lets one of them save.
        return (await manager.SetAuthenticationTokenAsync(user, Owner, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    /// <summary>The code of one step: the number of half minutes since 1970.</summary>
    internal static string At(byte[] secret, long step)
    {
        var counter = new byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // what every app understands; as a keyed hash of a counter SHA-1 is not broken
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Base 32 (RFC 4648) as apps read it; null for what is none.</summary>
    internal static byte[]? BytesOf(string base32)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new List<byte>(base32.Length * 5 / 8);
        var (held, bits) = (0, 0);
        foreach (var letter in base32.TrimEnd('='))
        {
            if (letters.IndexOf(letter, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var value)) return null;
            (held, bits) = (held << 5 | value, bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
