using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>Whose pages may read a site's API with a script: one origin a line, as a browser sends it, "https://www.example.org". http is for a developer's own machine.</summary>
public static class SiteOrigins
{
    public const int Most = 50;
    public const int MaxLength = 300;
    private const string Code = "origins.malformed";

    /// <summary>Each once, in the order they were typed; empty lines fall. Refusals name the line.</summary>
    public static Result<string[]> Read(string typed)
    {
        var origins = new List<string>();
        foreach (var line in typed.Split(['\n', '\r', ',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Fault(line) is { } fault) return Error.Field("origins", Code, fault);
            var origin = new Uri(line).GetLeftPart(UriPartial.Authority).ToLowerInvariant();
            if (!origins.Contains(origin)) origins.Add(origin);
        }
        return origins.Count > Most ? Error.Field("origins", "origins.too_many", $"At most {Most} origins are kept; there are {origins.Count}.") : origins.ToArray();
    }

    private static string? Fault(string line)
    {
        if (line.Length > MaxLength) return $"An origin has at most {MaxLength} characters.";
        if (line is "*") return "Every page may read where nothing is named and anyone may read; “*” is not needed.";
        if (line.Contains("//*", StringComparison.Ordinal)) return $"“{line}” stands for many hosts. Name each of them.";
        if (PlainText.HasForbidden(line) || !Uri.TryCreate(line, UriKind.Absolute, out var uri) || uri.Host.Length == 0) return $"“{line}” is no origin. Write it with its scheme: https://www.example.org";
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) return $"“{line}” is not https. Only a page on this machine (http://localhost:3000) may do without.";
        if (uri.UserInfo.Length > 0) return $"“{uri.Host}” comes with a name or a password; an origin has none.";
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.AbsolutePath != "/" || line.EndsWith('/')) return $"“{line}” has a path. An origin ends behind the host: {uri.GetLeftPart(UriPartial.Authority)}";
        return null;
    }
}
