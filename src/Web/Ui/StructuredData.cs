using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace QuestCms.Web.Ui;

/// <summary>
/// What pages tell machines, in schema.org's words. Who reviewed stands at the page (<c>reviewedBy</c>, <c>lastReviewed</c>: schema.org knows them for a WebPage alone), who wrote at the
/// article. The part of a model is said twice: <c>digitalSourceType</c> by IPTC's code, which programs compare, and <c>creditText</c> with the sentence that readers see. A text that people
/// wrote alone has neither: there is no code for writing by hand.
/// </summary>
public static class StructuredData
{
    private const string ByModel = "https://schema.org/TrainedAlgorithmicMediaDigitalSource";
    private const string PartlyByModel = "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource";

    // "<" is written as \u003C, so that no text can end the script element.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="absolute">Makes an address from the root one that leads here from anywhere.</param>
    public static string OfPiece(PublicPiece piece, string site, string siteSlug, string canonical, IReadOnlyList<PublicLink> crumbs, Func<string, string> absolute) => Graph(
        new Dictionary<string, object?>
        {
            ["@type"] = "WebPage",
            ["@id"] = canonical,
            ["url"] = canonical,
            ["name"] = piece.SeoTitle,
            ["inLanguage"] = piece.Locale,
            ["isPartOf"] = Ref(absolute(PublicPaths.Home(siteSlug)) + "#site"),
            ["breadcrumb"] = Ref(canonical + "#crumbs"),
            ["mainEntity"] = Ref(canonical + "#article"),
            ["reviewedBy"] = piece.Reviewers.Count == 0 ? null : piece.Reviewers.Select(r => Named("Person", r)).ToList(),
            ["lastReviewed"] = piece.Reviewers.Count == 0 ? null : piece.ApprovedAt?.UtcDateTime.ToString("yyyy-MM-dd"),
        },
        new Dictionary<string, object?>
        {
            ["@type"] = piece.Kind == "news" ? "NewsArticle" : "Article",
            ["@id"] = canonical + "#article",
            ["url"] = canonical,
            ["mainEntityOfPage"] = Ref(canonical),
            ["headline"] = piece.Title,
            ["description"] = piece.SeoDescription,
            ["inLanguage"] = piece.Locale,
            ["articleSection"] = piece.Category?.Name,
            ["keywords"] = piece.Tags.Count == 0 ? null : piece.Tags,
            ["wordCount"] = piece.Words,
            ["timeRequired"] = $"PT{Math.Max(piece.Minutes, 1)}M",
            ["datePublished"] = Time(piece.PublishedAt),
            ["dateModified"] = Time(piece.WasUpdated ? piece.UpdatedAt : piece.PublishedAt),
            ["author"] = piece.Authors.Select(a => new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = a.Name, ["url"] = absolute(PublicPaths.Author(siteSlug, a.Slug)) }).ToList(),
            ["publisher"] = Ref(absolute(PublicPaths.Home(siteSlug)) + "#publisher"),
            ["image"] = piece.Image is not { } image ? null : Known(new()
            {
                ["@type"] = "ImageObject",
                ["url"] = absolute(image.Url),
                ["width"] = image.Width,
                ["height"] = image.Height,
                ["caption"] = image.Alt.Length == 0 ? null : image.Alt,
                ["creditText"] = image.Credit.Length == 0 ? null : image.Credit,
                ["digitalSourceType"] = image.IsAi ? ByModel : null,
            }),
            ["digitalSourceType"] = piece.AiOrigin switch { "generated" => ByModel, "assisted" => PartlyByModel, _ => null },
            ["creditText"] = piece.Disclosure,
            ["isAccessibleForFree"] = true,
        },
        Site(site, siteSlug, null, null, absolute), Publisher(site, siteSlug, absolute), Crumbs(crumbs, canonical, absolute));

    public static string OfHome(string site, string siteSlug, string strapline, string locale, Func<string, string> absolute) =>
        Graph(Site(site, siteSlug, strapline, locale, absolute), Publisher(site, siteSlug, absolute));

    public static string OfList(string name, string canonical, string site, string siteSlug, IReadOnlyList<PublicLink> crumbs, Func<string, string> absolute) => Graph(
        new Dictionary<string, object?>
        {
            ["@type"] = "CollectionPage",
            ["@id"] = canonical,
            ["url"] = canonical,
            ["name"] = name,
            ["isPartOf"] = Ref(absolute(PublicPaths.Home(siteSlug)) + "#site"),
            ["breadcrumb"] = Ref(canonical + "#crumbs"),
        },
        Site(site, siteSlug, null, null, absolute), Crumbs(crumbs, canonical, absolute));

    private static Dictionary<string, object?> Site(string site, string siteSlug, string? strapline, string? locale, Func<string, string> absolute) => new()
    {
        ["@type"] = "WebSite",
        ["@id"] = absolute(PublicPaths.Home(siteSlug)) + "#site",
        ["url"] = absolute(PublicPaths.Home(siteSlug)),
        ["name"] = site,
        ["description"] = strapline is { Length: > 0 } ? strapline : null,
        ["inLanguage"] = locale,
        ["publisher"] = locale is null ? null : Ref(absolute(PublicPaths.Home(siteSlug)) + "#publisher"),
        ["potentialAction"] = locale is null ? null : new Dictionary<string, object?>
        {
            ["@type"] = "SearchAction",
            ["target"] = absolute(PublicPaths.Search(siteSlug)) + "{words}",
            ["query-input"] = "required name=words",
        },
    };

    private static Dictionary<string, object?> Publisher(string site, string siteSlug, Func<string, string> absolute) => new()
    {
        ["@type"] = "Organization",
        ["@id"] = absolute(PublicPaths.Home(siteSlug)) + "#publisher",
        ["name"] = site,
        ["url"] = absolute(PublicPaths.Home(siteSlug)),
        ["logo"] = absolute("/icon-512.png"),
    };

    private static Dictionary<string, object?> Crumbs(IReadOnlyList<PublicLink> crumbs, string canonical, Func<string, string> absolute) => new()
    {
        ["@type"] = "BreadcrumbList",
        ["@id"] = canonical + "#crumbs",
        ["itemListElement"] = crumbs.Select((crumb, i) => new Dictionary<string, object?>
        {
            ["@type"] = "ListItem",
            ["position"] = i + 1,
            ["name"] = crumb.Name,
            ["item"] = crumb.Current ? canonical : absolute(crumb.Href),
        }).ToList(),
    };

    private static string Graph(params Dictionary<string, object?>[] nodes) =>
        JsonSerializer.Serialize(new Dictionary<string, object?> { ["@context"] = "https://schema.org", ["@graph"] = nodes.Select(Known) }, Json);

    // What is not known is not said.
    private static Dictionary<string, object?> Known(Dictionary<string, object?> node) => node.Where(n => n.Value is not null).ToDictionary();

    private static Dictionary<string, string> Ref(string id) => new() { ["@id"] = id };

    private static Dictionary<string, string> Named(string type, string name) => new() { ["@type"] = type, ["name"] = name };

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
