using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using QuestCms.Web.Api.Manage;

namespace QuestCms.Web.Api.Describing;

/// <summary>What the framework's own words say of an endpoint (its name, its summary, what it takes and answers), as an operation; and what those words can't say.</summary>
internal static partial class ManagedOperations
{
    private static readonly Dictionary<string, string[]> Queries = new()
    {
        ["listManagedArticles"] = ["state", "kind", "category", "author", "tag", "q"],
        ["listMedia"] = ["q"],
        ["listGenerations"] = ["article"],
        ["listWebhookDeliveries"] = ["state"],
    };

    // Where more may be left out than what may be null.
    private static readonly Dictionary<string, string[]> Needed = new() { ["writeNewArticle"] = ["title"], ["submitArticle"] = [], ["addWebhook"] = ["address"], ["rotateWebhookSecret"] = [], ["resendWebhooks"] = ["from", "to"] };

    // They make a line of a log and change nothing that has versions: no If-Match, and the same call twice is two.
    private static readonly string[] Repeatable = ["testWebhook", "resendWebhooks", "resendWebhookDelivery"];

    // What is read with an entity tag, and with If-None-Match answers 304.
    private static readonly string[] Versioned = ["readManagedArticle", "readWebhook"];

    private static readonly Dictionary<int, string> Refusals = new()
    {
        [400] = "What was sent can't be; each thing stands in `errors`.",
        [401] = "No key was sent, or it opens nothing.",
        [403] = "The key's scopes don't include this.",
        [404] = "There is no such thing on this site.",
        [409] = "It was right a moment ago; something changed since, or its state does not allow it.",
        [412] = "It was changed since it was read; `ETag` is where it stands now.",
        [413] = "More than is taken at once.",
        [415] = "Another media type is taken.",
        [422] = "The idempotency key was sent with another call before.",
        [428] = "A change says what it was made on: send `If-Match`.",
        [429] = "Too many requests; see `Retry-After`.",
        [503] = "Something that is needed does not answer just now.",
    };

    /// <summary>Null for an endpoint without such words.</summary>
    public static Described? Of(RouteEndpoint endpoint, string method, string path)
    {
        var said = endpoint.Metadata;
        if (said.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not { } id || said.GetMetadata<IEndpointSummaryMetadata>()?.Summary is not { } summary) return null;
        var produced = said.GetOrderedMetadata<IProducesResponseTypeMetadata>();
        var answer = produced.FirstOrDefault(p => p.StatusCode < 300);
        var shape = answer?.Type == typeof(void) ? null : answer?.Type; // how the framework says "nothing"
        var statuses = produced.Where(p => p.StatusCode >= 400).Select(p => p.StatusCode).ToHashSet();
        var isChange = statuses.Contains(428) && path.Contains("/{id}", StringComparison.Ordinal) && !Repeatable.Contains(id);
        var (made, body) = Taken(id, method, said.GetMetadata<TakesJson>()?.Shape ?? said.GetMetadata<IAcceptsMetadata>()?.RequestType);
        if (!isChange) statuses.ExceptWith([412, 428]);
        if (body is not null) statuses.Add(415);
        if (method == "POST" && !isChange && !Repeatable.Contains(id)) statuses.UnionWith([422, 503]);
        var isList = method == "GET" && shape is { IsGenericType: true };
        if (isList || id == "listWebhooks") statuses.Add(400);
        if (shape is { } type) made[MadeSchemas.NameOf(type)] = () => MadeSchemas.Whole(type);
        var operation = new Operation(id, said.GetMetadata<ITagsMetadata>()?.Tags is [var tag, ..] ? tag : "Management", summary)
        {
            Scope = method == "GET" && !path.Contains("/webhooks", StringComparison.Ordinal) ? "preview" : "write",
            Parameters = [.. PathOf(path), .. QueryOf(id, isList), .. Repeatable.Contains(id) ? [] : HeadersOf(method, isChange)],
            Body = body,
            Replies = [new Reply(answer?.StatusCode ?? 200, "Done.", shape is null ? null : MadeSchemas.NameOf(shape)) { Headers = id == "resendWebhooks" || answer?.StatusCode == 204 ? [] : answer?.StatusCode is 201 or 202 ? ["Location"] : isChange || Versioned.Contains(id) ? ["ETag"] : [] },
                .. Versioned.Contains(id) ? [new Reply(304, "The caller has this version.") { Headers = ["ETag"] }] : Array.Empty<Reply>(), .. statuses.Order().Select(s => Reply.Refused(s, Refusals.GetValueOrDefault(s, "It was refused.")))],
        };
        return new Described(method, path, operation, made);
    }

    private static (Dictionary<string, Func<JsonObject>> Made, Sent? Body) Taken(string id, string method, Type? taken)
    {
        if (id == "addMedia") return ([], new Sent("PictureForm", "One picture, at most 20 MB.", MediaType: "multipart/form-data"));
        if (taken is null) return ([], null);
        if (method == "PUT") return (new() { [MadeSchemas.NameOf(taken)] = () => MadeSchemas.Whole(taken) }, new Sent(MadeSchemas.NameOf(taken), "All of it: nothing is emptied by being forgotten."));
        var (name, needed) = (MadeSchemas.NameOf(taken) + "Sent", Needed.GetValueOrDefault(id));
        return (new() { [name] = () => MadeSchemas.Sent(taken, needed) }, new Sent(name, "What is to be made or done.") { Required = needed is not [] });
    }

    private static IEnumerable<Parameter> PathOf(string path) => PathParameter().Matches(path).Select(m => m.Groups[1].Value).Select(name => name switch
    {
        "site" => Parameters.Site,
        "id" => Parameters.Id with { Description = "Which one." },
        _ => new Parameter(name, "path", "Which one.", () => name == "number" ? Shape.Whole(null, 1) : Shape.Text()) { Required = true },
    });

    private static IEnumerable<Parameter> QueryOf(string id, bool isList) =>
        Queries.GetValueOrDefault(id, []).Select(name => Parameters.Query(name, name == "q" ? "Words to look for." : "Only those.", () => Shape.Text())).Concat(isList ? [Parameters.Limit, Parameters.Cursor] : []);

    private static IEnumerable<Parameter> HeadersOf(string method, bool isChange)
    {
        if (isChange) yield return new Parameter("If-Match", "header", "The entity tag of the version the change was made on.", () => Shape.Text()) { Required = true };
        else if (method == "POST") yield return new Parameter("Idempotency-Key", "header", "The same key with the same call makes one thing and hears the same answer, for 24 hours.", () => Shape.Text());
    }

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex PathParameter();
}
