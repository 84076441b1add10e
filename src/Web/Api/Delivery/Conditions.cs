using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Whether a reader has what would be sent (RFC 9110, 13): by tag, compared weakly as reading wants it; by time only where no tag is given.</summary>
internal static class Conditions
{
    /// <param name="tag">With its quotes.</param>
    /// <param name="changed">In full seconds; null where it is not known.</param>
    public static bool HasIt(HttpRequest request, string tag, DateTimeOffset? changed)
    {
        var tags = request.Headers.IfNoneMatch;
        if (tags.Count > 0) return Names(tags, tag);
        var since = request.Headers.IfModifiedSince;
        return changed is { } at && since.Count == 1 && DateTimeOffset.TryParseExact(since[0], "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var had) && at <= had;
    }

    public static bool Names(StringValues given, string tag)
    {
        if (given.Count == 1 && string.Equals(given[0], tag, StringComparison.Ordinal)) return true;
        foreach (var line in given)
        {
            var rest = line.AsSpan();
            while (rest.Length > 0)
            {
                rest = rest.TrimStart(" \t,");
                if (rest.StartsWith("*")) return true;
                if (rest.StartsWith("W/", StringComparison.Ordinal)) rest = rest[2..];
                if (rest.Length < 2 || rest[0] != '"') break;
                var end = rest[1..].IndexOf('"'); // a comma within the quotes is the tag's own
                if (end < 0) break;
                if (rest[..(end + 2)].SequenceEqual(tag)) return true;
                rest = rest[(end + 2)..];
            }
        }
        return false;
    }
}
