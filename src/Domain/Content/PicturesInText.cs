using System.Text.RegularExpressions;
using QuestCms.Domain.Media;

namespace QuestCms.Domain.Content;

/// <summary>Which pictures of the library stand in a text: by their address, <c>/media/id/name</c>. Pictures of other hosts are addresses like any other.</summary>
public static partial class PicturesInText
{
    /// <summary>Pictures of one text, its cover among them; those beyond are not shown to readers.</summary>
    public const int Most = 50;

    public static string AddressOf(AssetId asset, string rendition) => $"/media/{asset}/{rendition}";

    /// <summary>The cover first, then those of the body in their order, each once.</summary>
    public static AssetId[] Of(AssetId? cover, string body)
    {
        var found = new List<AssetId>();
        if (cover is { } first) found.Add(first);
        if (!body.Contains("/media/", StringComparison.Ordinal)) return [.. found];
        foreach (Match match in Address().Matches(body))
        {
            if (found.Count >= Most) break;
            var id = AssetId.From(Guid.Parse(match.Groups["id"].ValueSpan));
            if (!found.Contains(id)) found.Add(id);
        }
        return [.. found];
    }

    [GeneratedRegex("/media/(?<id>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/", RegexOptions.None, matchTimeoutMilliseconds: 500)]
    private static partial Regex Address();
}

/// <summary>
/// A picture as a revision froze it: these bytes, with these words. A decision seals it, and readers are shown it so; what the library says of the picture later comes
/// into a text with its next revision.
/// </summary>
/// <param name="Sha256">Of the original, in small hexadecimal letters.</param>
public sealed record FrozenPicture(AssetId Asset, string Sha256, string AltText, string Credit);
