using System.Net;
using System.Text.RegularExpressions;

namespace QuestCms.Application.Delivery;

/// <summary>
/// Which of the addresses that people noted may be shown to everyone: those a reader can open. Words, addresses inside a house's own network, and whatever holds a name and password or a mail
/// address stay inside.
/// </summary>
internal static partial class PublicSource
{
    private const int MostLetters = 2_000;
    private static readonly string[] Inside = [".local", ".localhost", ".internal", ".intranet", ".lan", ".home", ".corp", ".test", ".invalid", ".example"];

    /// <summary>The address as it may be shown; null where none may.</summary>
    public static string? Of(string source)
    {
        if (source.Length > MostLetters || !Uri.TryCreate(source.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) return null;
        var host = address.Host.TrimEnd('.');
        if (address.UserInfo.Length > 0 || !host.Contains('.', StringComparison.Ordinal) || IPAddress.TryParse(host.Trim('[', ']'), out _) || !address.IsDefaultPort) return null;
        if (Inside.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase))) return null;
        return Mail().IsMatch(Uri.UnescapeDataString(address.PathAndQuery + address.Fragment)) ? null : address.AbsoluteUri;
    }

    [GeneratedRegex(@"[^\s/?&=#@]@[^\s/?&=#@]+\.\p{L}", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Mail();
}
