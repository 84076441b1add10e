using System.Text.Json.Nodes;
using static QuestCms.Web.Api.Describing.Shape;

namespace QuestCms.Web.Api.Describing;

internal static partial class Schemas
{
    private static readonly string[] EventTypes =
    [
        "article.published", "article.updated", "article.unpublished", "article.archived", "article.deleted", "article.slug_changed", "article.corrected", "media.updated", "site.updated", "endpoint.test",
    ];

    private static readonly Dictionary<string, Func<JsonObject>> Events = new()
    {
        ["Event"] = () => Thing("The one form an event has wherever it is told.", ("id", Text("The same wherever and however often it is told; also the cursor behind it.")), ("type", Choice("article.corrected is reserved.", EventTypes)), ("timestamp", Time()), ("data", Is("EventData"))),
        ["EventData"] = () => Thing(null, ("id", Id("Of the article; of the picture or the site where it is about one of those.")), ("site", Text()), ("slug", OrNull(Text())), ("previousSlug", OrNull(Text())), ("locale", OrNull(Text())),
            ("version", OrNull(Whole("Which publication of the article it was."))), ("sequence", OrNull(Whole("Rises with each event of the site."))), ("url", OrNull(Text("Where it is read in the API.", "uri-reference"))),
            ("changedFields", Many(Text())), ("cacheTags", Many(Text()))),
        ["ChangeList"] = () => Thing(null, ("data", Many(Is("Event"))), ("meta", Thing(null, ("limit", Whole()), ("count", OrNull(Whole())), ("next", Text("The cursor to go on from, also when nothing came.")), ("more", Flag("More is there already.")))), ("links", Is("Links"))),
    };
}
