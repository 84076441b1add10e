using System.Text.Json.Nodes;
using static QuestCms.Web.Api.Describing.Shape;

namespace QuestCms.Web.Api.Describing;

/// <summary>Search, and suggestions while it is typed.</summary>
internal static class SearchOperations
{
    private const string Group = "Search";
    private static readonly Parameter Words = Parameters.Query("q", "What to look for, at most 200 characters: words, \"a phrase\", or, -without; the last word may be the beginning of one.", () => Text(), "first week lisbon") with { Required = true };

    public static readonly Operation Search = new("search", Group, "Published articles, the best match first, with passages and figures")
    {
        Description = "What stands in a title comes before what stands in a summary, a heading, the text; the fresher of two alike comes first. Where few articles have every word, those that have most of them follow. `match` holds the title and a passage as pieces of plain text. Counts are over the newest 2,000 matches.",
        Parameters = [Parameters.Site, Words, .. Parameters.Filters.Where(p => p.Name != "q"), Parameters.Filter, Parameters.Query("year", "Published first in that year, in UTC.", () => Whole(null, 1900, 2200)), Parameters.Shaping[0], Parameters.Limit, Parameters.Cursor, Parameters.Known],
        Replies = Replies.OfSite(new Reply(200, "A page of what was found.", "SearchList") { Headers = ["Link"] },
        [
            "q.missing", "q.too_long", "year.malformed", "field.unknown", "limit.range", "cursor.invalid", "filter.malformed", "filter.field", "filter.operator", "filter.empty", "filter.value", "filter.too_short", "filter.too_many",
            "kind.unknown", "score.malformed", "time.malformed", "id.malformed", "tag.malformed",
        ]),
    };

    public static readonly Operation Suggest = new("suggest", Group, "Titles and words that begin like what is being typed")
    {
        Parameters = [Parameters.Site, Words, Parameters.Known],
        Replies = Replies.OfSite(new Reply(200, "At most six of each.", "Suggestions"), ["q.missing", "q.too_long"]),
    };

    public static readonly Dictionary<string, Func<JsonObject>> Schemas = new()
    {
        ["SearchPiece"] = () => Thing("Plain text, never markup: encode it where you show it.", ("text", Text()), ("match", Flag("It is what was looked for."))),
        ["SearchMatch"] = () => Thing("How an article was found.", ("title", Many(Is("SearchPiece"))), ("passage", Many(Is("SearchPiece"), "Around the place that has most of the words; of the summary where the text has none."))),
        ["FoundArticle"] = () => Thing("An article as a list shows it, or the chosen fields of it, and how it was found.", [.. QuestCms.Web.Api.Describing.Schemas.Parts(), ("match", Is("SearchMatch"))]),
        ["SearchFacet"] = () => Thing("How many share a value.", ("value", Text("What a search is narrowed by.")), ("name", Text()), ("count", Whole())),
        ["SearchFacets"] = () => Thing(null, ("categories", Many(Is("SearchFacet"))), ("tags", Many(Is("SearchFacet"), "The thirty commonest.")), ("kinds", Many(Is("SearchFacet"))), ("years", Many(Is("SearchFacet"), "The newest first."))),
        ["SearchMeta"] = () => Thing(null, ("limit", Whole()), ("count", Whole("How many were found, up to 2,500.")), ("countIsAtLeast", Flag("There may be more than were counted.")),
            ("didYouMean", OrNull(Text("The query with words the site knows for such as no article has; they were looked for as well."))), ("facets", Is("SearchFacets"))),
        ["SearchList"] = () => Thing(null, ("data", Many(Is("FoundArticle"))), ("meta", Is("SearchMeta")), ("links", Is("Links"))),
        ["Suggestions"] = () => Thing(null, ("titles", Many(Thing(null, ("title", Text()), ("slug", Text())), "The newest first.")), ("words", Many(Text(), "The commonest first."))),
    };
}
