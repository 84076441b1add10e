using System.Text.RegularExpressions;

namespace QuestCms.Web.Api.Delivery.Feeds;

/// <summary>HTML that leaves its page: every address in it leads where it led there. It reads what our renderer wrote, where a value stands in double quotes and a "&lt;" begins a tag.</summary>
internal static partial class AbsoluteHtml
{
    /// <param name="page">The page it stands on, absolute.</param>
    public static string Of(string html, Uri page) =>
        Tag().Replace(html, tag => Address().Replace(tag.Value, at => $"{at.Groups["name"].Value}=\"{(at.Groups["name"].ValueSpan is "srcset" ? SourceSet(at.Groups["value"].Value, page) : Lead(at.Groups["value"].Value, page))}\""));

    // The value is HTML: its "&amp;" stays what it is, a relative address has none of its own to resolve.
    private static string Lead(string address, Uri page) =>
        address.Length > 0 && Uri.TryCreate(page, address, out var led) && (led.Scheme == Uri.UriSchemeHttp || led.Scheme == Uri.UriSchemeHttps) && !Uri.TryCreate(address, UriKind.Absolute, out var whole) | whole?.IsFile == true ? led.AbsoluteUri : address;

    private static string SourceSet(string set, Uri page) =>
        string.Join(", ", set.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ', 2)).Select(one => one.Length == 1 ? Lead(one[0], page) : $"{Lead(one[0], page)} {one[1]}"));

    [GeneratedRegex("""<[a-zA-Z](?:[^">]|"[^"]*")*>""", RegexOptions.None, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Tag();

    [GeneratedRegex("""(?<=\s)(?<name>src|href|srcset|poster|cite)="(?<value>[^"]*)"(?=[\s/>])""", RegexOptions.None, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Address();
}
