using System.Text.Json.Nodes;
using QuestCms.Web.Api.Delivery;
using static QuestCms.Web.Api.Describing.Shape;

namespace QuestCms.Web.Api.Describing;

/// <summary>What addresses take, said once.</summary>
internal static class Parameters
{
    public static readonly Parameter Site = new("site", "path", "The site's slug.", () => Text(), "relocation") { Required = true };
    public static readonly Parameter Id = new("id", "path", "The article's id.", () => Shape.Id(), "01920000-0000-7000-8000-000000000000") { Required = true };
    public static readonly Parameter Slug = new("slug", "path", "The article's slug, or one it had.", () => Text(), "moving-to-lisbon") { Required = true };
    public static readonly Parameter Known = new("If-None-Match", "header", "The tag of what the caller has: answered 304 while it is good.", () => Text());

    public static readonly Parameter[] Shaping =
    [
        Query("fields", "Only these fields, with commas between them; a part of one as `seo.title`.", () => Text(), "slug,title,seo.title"),
        Query("include", "What comes besides, with commas between: `related`, `media`.", () => Text(), "media"),
        Query("body", "The form of the body.", () => Choice(null, ArticleShape.Bodies), "markdown"),
    ];

    public static readonly Parameter Limit = Query("limit", "How many at most; more is refused.", () => Whole(null, 1, ListQuery.MaxLimit), 20);
    public static readonly Parameter Cursor = Query("cursor", "A position from `links`: opaque, bound to filters and order, good for ever.", () => Text());
    public static readonly Parameter Count = Query("count", "Whether all that meet the conditions are counted.", () => Flag());

    public static readonly Parameter[] Filters =
    [
        Query("category", "A category's slug.", () => Text(), "portugal"),
        Query("tag", "A tag; given several times, any of them.", () => Many(Text())),
        Query("tagAll", "Given several times, all of them.", () => Many(Text())),
        Query("author", "A byline's slug.", () => Text()),
        Query("kind", "", () => Choice(null, Delivery.Filters.Kinds), "guide"),
        Query("locale", "BCP 47.", () => Text()),
        Query("minScore", "The reviewer's score, at least.", () => Whole(null, 1, 10)),
        Query("publishedAfter", "Readers saw it first after this time, RFC 3339; a date is its beginning in UTC.", () => Text(), "2026-01-01"),
        Query("publishedBefore", "Before this time.", () => Text()),
        Query("updatedAfter", "Published last after this time.", () => Text()),
        Query("q", "Words to look for: \"a phrase\", -without, or.", () => Text()),
    ];

    public static readonly Parameter Filter = new("filter", "query",
        $"filter[field][operator]=value. Fields: {string.Join(", ", Delivery.Filters.Fields)}. Operators: {string.Join(", ", Delivery.Filters.Operators)}; not every one of every field. `in` and `nin` take values with commas between, `null` true or false.",
        () => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } } })
    { Deep = true };

    public static readonly Parameter Sort = Query("sort", $"Keys with commas between, each from high to low with a minus before it: {string.Join(", ", ListQuery.Sorts)}; relevance with `q` alone. The id is always the last.", () => Text(), "-publishedAt,title");

    public static Parameter Query(string name, string about, Func<JsonObject> shape, JsonNode? example = null) => new(name, "query", about, shape, example);
}
