using System.Text.Json.Nodes;
using QuestCms.Web.Api.Delivery;
using static QuestCms.Web.Api.Describing.Shape;

namespace QuestCms.Web.Api.Describing;

/// <summary>The shapes of what the API answers and takes, by name. New fields and new values of a choice may appear; what is here stays.</summary>
internal static partial class Schemas
{
    private static readonly Dictionary<string, Func<JsonObject>> Delivery = new()
    {
        ["Problem"] = () => Thing("RFC 9457 problem details. `type` is a page that explains the code.",
            ("type", Text("Address of the page about this code.", "uri-reference")), ("title", Text()), ("status", Whole(null, 400, 599)), ("detail", Text("What happened, in a sentence a person may read.")),
            ("code", Text("Stable, lower case.", pattern: "^[a-z0-9_]+(\\.[a-z0-9_]+)*$")), ("traceId", Text("Names this answer in the logs of the house.")), ("errors", Many(Is("ProblemField"), "Everything that is wrong, at once.")),
            ("replacement", Maybe(OrNull(Is("Replacement"))))),
        ["ProblemField"] = () => Thing("One thing that is wrong.",
            ("pointer", OrNull(Text("JSON pointer into what was sent."))), ("parameter", OrNull(Text("Name of a parameter."))), ("code", Text()), ("detail", Text()), ("hint", OrNull(Text("The nearest right name, or what to write instead.")))),
        ["Replacement"] = () => Thing("What stands in for an article that is gone; on 410 alone, null where nothing does.", ("id", Id()), ("slug", Text()), ("url", Text(null, "uri-reference"))),
        ["Article"] = () => Thing("A published article.", [.. ArticleHead(), ("body", Text("In the form asked for: HTML unless said otherwise.")), .. ArticleRest()]),
        ["ListedArticle"] = () => Thing("A published article as lists show it: without its body unless that is asked for.", [.. ArticleHead(), ("body", Maybe(Text("With `body` or `fields=body`."))), .. ArticleRest()]),
        ["PartOfArticle"] = () => Thing("The chosen fields of an article, or parts of them.", [.. Parts()]),
        ["PictureForm"] = () => Thing(null, ("file", Text("The picture's bytes.", "binary")), ("alt", Maybe(Text())), ("credit", Maybe(Text()))),
        ["AnyObject"] = () => new JsonObject { ["type"] = "object" },
        ["AnyArticle"] = () => new JsonObject { ["anyOf"] = new JsonArray(Is("Article"), Is("ListedArticle"), Is("PartOfArticle")) },
        ["Named"] = () => Thing(null, ("slug", Text()), ("name", Text())),
        ["Image"] = () => Thing("A picture with what a reader is told of it. Addresses begin at the root of the house.", [.. ImageParts()]),
        ["Media"] = () => Thing("A picture of an article.", [("id", Id()), ("cover", Flag()), .. ImageParts()]),
        ["Rendition"] = () => Thing("One file of a picture.", ("url", Text(null, "uri-reference")), ("cut", Choice("whole: uncropped; cover: cropped for lists; social: for shared links.", "whole", "cover", "social")), ("type", Text("Media type.")), ("width", Whole()), ("height", Whole())),
        ["Seo"] = () => Thing(null, ("title", Text()), ("description", Text()), ("canonical", OrNull(Text("The one address of the article, from the root of the house.", "uri-reference"))), ("keywords", Many(Text()))),
        ["Review"] = () => Thing("Who approved what readers see. A takeover of what was public elsewhere has no score and no reviewers.", ("score", OrNull(Whole(null, 1, 10))), ("approvedAt", Time()), ("reviewers", Many(Text("A name.")))),
        ["Ai"] = () => Thing("Which share of the words came from a model: none, assisted (some), generated (over half).", ("origin", Choice(null, "none", "assisted", "generated")), ("share", Number("0 to 1.")), ("disclosure", OrNull(Text("A sentence for readers.")))),
        ["Meta"] = () => Thing(null, ("limit", Whole()), ("count", OrNull(Whole("All that meet the conditions, with `count=true`.")))),
        ["Links"] = () => Thing("Addresses from the root; the same stand in the header `Link`.", ("self", Text()), ("next", OrNull(Text())), ("prev", OrNull(Text()))),
        ["ArticleList"] = () => Listing("ListedArticle", "ListedArticle", "PartOfArticle"),
        ["SiteSummary"] = () => Thing(null, ("slug", Text()), ("name", Text()), ("strapline", Text()), ("locale", Text("BCP 47.")), ("locales", Many(Text())), ("articles", Whole("Published ones."))),
        ["SiteList"] = () => Thing(null, ("data", Many(Is("SiteSummary")))),
        ["Site"] = () => Thing(null, ("slug", Text()), ("name", Text()), ("strapline", Text()), ("locale", Text("BCP 47.")), ("locales", Many(Text())),
            ("counts", Thing(null, ("articles", Whole()), ("categories", Whole()), ("tags", Whole()), ("authors", Whole()))), ("categories", Many(Is("Taxon"), "The first hundred by slug.")),
            ("kinds", Many(Thing(null, ("slug", Text()), ("articles", Whole()))))),
        ["Taxon"] = () => Thing("What published articles stand under.", ("slug", Text("What a list is narrowed by.")), ("name", Text()), ("articles", Whole())),
        ["Author"] = () => Thing("A byline.", ("slug", Text()), ("name", Text()), ("about", Text()), ("articles", Whole())),
        ["Redirect"] = () => Thing("An address that leads on, or that was an article's.", ("from", Text("The former slug, or what stands behind the site in its address: old/page, category/old-name.")),
            ("to", OrNull(Text("The slug or path of this site it leads to or that stands in for it, or an https address; null where nothing does."))),
            ("status", Whole("308 where the article has another slug, 301 where somebody led it on or a shelf moved, 410 where the article is gone.")), ("article", OrNull(Id()))),
        ["TaxonList"] = () => Listing("Taxon"),
        ["AuthorList"] = () => Listing("Author"),
        ["RedirectList"] = () => Listing("Redirect"),
    };

    /// <summary>All of them, made anew: a node of JSON has one place.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> All() => Delivery.Concat(Events).Concat(SearchOperations.Schemas).Concat(ProvenanceOperations.Schemas).Select(s => KeyValuePair.Create(s.Key, s.Value()));

    private static JsonObject Listing(params string[] items) => Thing(null,
        ("data", Many(items.Length == 1 ? Is(items[0]) : new JsonObject { ["anyOf"] = new JsonArray([.. items.Distinct().Select(Is)]) })), ("meta", Is("Meta")), ("links", Is("Links")));

    // Any field may be left out, and of a field with parts any part.
    public static IEnumerable<(string, JsonObject)> Parts() => ArticleHead().Concat([("body", Text())]).Concat(ArticleRest()).Select(p => (p.Item1, Maybe(p.Item1 switch
    {
        "category" => OrNull(Loose("Named")),
        "authors" => Many(Loose("Named")),
        "image" => OrNull(Loose("Image")),
        "seo" => Loose("Seo"),
        "review" => Loose("Review"),
        "ai" => Loose("Ai"),
        _ => p.Item2,
    })));

    private static JsonObject Loose(string name)
    {
        var shape = Delivery[name]();
        shape.Remove("required");
        return shape;
    }

    private static IEnumerable<(string, JsonObject)> ArticleHead() =>
    [
        ("id", Id()), ("site", Text()), ("slug", Text()), ("locale", Text("BCP 47.")), ("kind", Choice(null, Filters.Kinds)), ("title", Text()), ("summary", Text()),
    ];

    private static IEnumerable<(string, JsonObject)> ArticleRest() =>
    [
        ("category", OrNull(Is("Named"))), ("tags", Many(Text())), ("authors", Many(Is("Named"))), ("image", OrNull(Is("Image"))), ("seo", Is("Seo")), ("readingMinutes", Whole()), ("wordCount", Whole()),
        ("publishedAt", Time("When readers saw it first.")), ("updatedAt", Time("When what they see was published.")), ("version", Whole("Counts its publications.", 1)), ("review", Is("Review")), ("ai", Is("Ai")),
        ("cacheTags", Many(Text(), "What to purge a cache by.")), ("related", Maybe(Many(Is("ListedArticle"), "With `include=related`."))), ("media", Maybe(Many(Is("Media"), "With `include=media`: all of its pictures, the cover first."))),
    ];

    private static IEnumerable<(string, JsonObject)> ImageParts() =>
        [("url", Text(null, "uri-reference")), ("alt", Text()), ("width", Whole()), ("height", Whole()), ("credit", Text()), ("ai", Flag("Made with AI.")), ("renditions", Many(Is("Rendition")))];
}
