using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>Reads what a person types where an address is wanted, and what they can be answered.</summary>
public static class RedirectAddress
{
    public static readonly Error NoFrom = Error.Field("from", "redirect.from", "Say which address of the site leads on, as in old/page.");
    public static readonly Error NoTo = Error.Field("to", "redirect.to", "Name an article of this site by its address, or an address elsewhere that begins with https://");
    public static readonly Error NotLive = Error.Field("to", "redirect.not_live", "No article that readers see has this address. Name one of this site that is live.");
    public static readonly Error Taken = Error.Conflict("redirect.taken", "An article has this address, so it shows that article. Take the article down or choose another address.");
    public static readonly Error Former = Error.Conflict("redirect.former", "This was an article's address: it leads to that article by itself, and when that is taken down, to what stands in for it.");
    public static readonly Error Exists = Error.Conflict("redirect.exists", "This address leads on already. Remove that redirect first.");
    public static readonly Error Loop = Error.Field("to", "redirect.loop", "It would lead to itself.");
    public static readonly Error Chain = Error.Field("to", "redirect.chain", "That address leads on itself. Lead straight to where it ends.");
    public static readonly Error Chained = Error.Field("from", "redirect.chained", "Another redirect leads to this address. Lead that one straight to the end first.");
    public static readonly Error NotFound = Error.NotFound("redirect.not_found", "There is no such redirect on this site.");

    /// <summary>The part behind the site, of a path or a whole address; small letters stay as they are. Null when it is none.</summary>
    public static string? Read(string typed, string site)
    {
        var path = typed.Trim();
        if (path.Length == 0 || PlainText.HasForbidden(path) || path.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return null;
        if (Uri.TryCreate(path, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https") path = whole.AbsolutePath;
        path = path.Split('?', '#')[0].Trim('/');
        if (OwnPath(path, site) is { } own) path = own;
        return path.Length is 0 or > Redirect.MaxFrom || path.Split('/').Any(p => p is "" or "." or "..") ? null : path;
    }

    /// <summary>What stands behind <c>/sites/{site}/</c> in an address; null for any other.</summary>
    public static string? OwnPath(string path, string site)
    {
        var (start, trimmed) = ($"sites/{site}/", path.Trim('/'));
        return trimmed.StartsWith(start, StringComparison.Ordinal) && trimmed.Length > start.Length ? trimmed[start.Length..] : null;
    }
}
