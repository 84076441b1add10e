using System.Text.Json.Nodes;
using static QuestCms.Web.Api.Describing.Shape;

namespace QuestCms.Web.Api.Describing;

/// <summary>What answers say beside their bodies.</summary>
internal static class Headers
{
    /// <summary>Of every answer that may be kept.</summary>
    public static readonly string[] OfKept = ["ETag", "Cache-Control", "Vary", "Cache-Tag"];

    public static readonly IReadOnlyDictionary<string, Func<JsonObject>> All = new Dictionary<string, Func<JsonObject>>
    {
        ["ETag"] = () => Header("Hash of these bytes; of a list, of what was asked and the site's sequence. Send it back as If-None-Match."),
        ["Last-Modified"] = () => Header("When it was published last."),
        ["Cache-Control"] = () => Header("public, max-age=0, must-revalidate, stale-if-error=604800; with s-maxage where the site has a CDN that is purged by tag; private where the site is read with keys."),
        ["Vary"] = () => Header("Accept-Encoding, Origin"),
        ["Cache-Tag"] = () => Header("What to purge a cache by: site:… article:… category:… tag:…"),
        ["Link"] = () => Header("The next and the previous page, as in `links`."),
        ["Location"] = () => Header("Where it is."),
        ["Allow"] = () => Header("The methods this address takes."),
        ["Retry-After"] = () => Header("Seconds after which to ask again."),
    };

    private static JsonObject Header(string about) => new() { ["description"] = about, ["schema"] = Text() };
}
