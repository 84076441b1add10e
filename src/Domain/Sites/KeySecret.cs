using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Domain.Sites;

/// <summary>
/// What a program sends to prove its key: <c>qk_</c>, ten characters by which the key is found, and 256 random bits. It is shown once and kept nowhere;
/// its text never says the secret, so that no log and no exception can.
/// </summary>
public sealed class KeySecret
{
    public const string Mark = "qk_";
    public const int RandomBytes = FindBytes + SecretBytes;
    private const int FindBytes = 5;
    private const int SecretBytes = 32;
    private const int PrefixLength = 3 + (2 * FindBytes);
    private const int WholeLength = PrefixLength + 1 + (2 * SecretBytes);
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");
    private readonly string _whole;

    private KeySecret(string whole) => _whole = whole;

    /// <param name="random">Exactly <see cref="RandomBytes"/> from a cryptographic source.</param>
    public static KeySecret Of(ReadOnlySpan<byte> random) => random.Length == RandomBytes
        ? new KeySecret($"{Mark}{Convert.ToHexStringLower(random[..FindBytes])}_{Convert.ToHexStringLower(random[FindBytes..])}")
        : throw new ArgumentException($"{RandomBytes} random bytes make a secret.", nameof(random));

    /// <summary>The part people recognise the key by: no secret.</summary>
    public string Prefix => _whole[..PrefixLength];

    /// <summary>SHA-256 of the whole; 32 bytes.</summary>
    public byte[] Hash() => HashOf(_whole);

    /// <summary>All of it: for the one page and the one line that show it.</summary>
    public string Reveal() => _whole;

    public override string ToString() => Prefix + "…";

    /// <summary>Whether a text begins like a key or holds what reads like one: the mark and ten characters. The mark alone stands in many a random text.</summary>
    public static bool MayBeIn(string text)
    {
        if (text.StartsWith(Mark, StringComparison.Ordinal)) return true;
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal))
            if (text.AsSpan(at + Mark.Length) is { Length: >= 2 * FindBytes } rest && rest[..(2 * FindBytes)].IndexOfAnyExcept(Hexadecimal) < 0) return true;
        return false;
    }

    public static byte[] HashOf(string given) => SHA256.HashData(Encoding.UTF8.GetBytes(given));

    /// <summary>The prefix of what was sent; null where it can't be a key.</summary>
    public static string? PrefixOf(string given) =>
        given.Length == WholeLength && given.StartsWith(Mark, StringComparison.Ordinal) && given[PrefixLength] == '_'
        && given.AsSpan(Mark.Length, 2 * FindBytes).IndexOfAnyExcept(Hexadecimal) < 0 && given.AsSpan(PrefixLength + 1).IndexOfAnyExcept(Hexadecimal) < 0
            ? given[..PrefixLength] : null;
}
