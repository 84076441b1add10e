using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.Web.Api.Describing;

/// <summary>The OpenAPI 3.1 document: made once, when it is first asked for, of what the mapped addresses say of themselves.</summary>
internal sealed class OpenApi(EndpointDataSource endpoints)
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };
    private readonly Lazy<(string Json, string Tag)> _document = new(() =>
    {
        var json = Make(Described.Of(endpoints).All).ToJsonString(Written);
        return (json, Answer.TagOf(json));
    });

    /// <summary>The document as it is answered.</summary>
    public string Json => _document.Value.Json;

    private static string AboutGroup(string group) => group switch
    {
        "Sites" => "What there is to read, and what it stands under.",
        "Articles" => "Lists and single articles.",
        "Search" => "Ranked, with passages and counts; and while it is typed.",
        "Live" => "Every event in order: asked for, streamed, over a WebSocket.",
        "Feeds" => "For readers and search engines.",
        "About" => "The interface itself.",
        "Management" => "What a program with a key of the site writes, hands over and looks after. It decides nothing.",
        _ => $"{group}.",
    };

    public static readonly Operation Self = new("getOpenApi", "About", "This document")
    {
        Replies = [new Reply(200, "OpenAPI 3.1.", "AnyObject") { Headers = ["ETag"] }, new Reply(304, "The caller has it.") { Headers = ["ETag"] }, Reply.Refused(400, "The document takes no parameters.", "parameter.unknown")],
        Parameters = [Parameters.Known],
    };

    public static void Map(RouteGroupBuilder api) =>
        api.Read("/openapi.json", (HttpContext context, OpenApi document, CancellationToken ct) => document.SendAsync(context, ct), Self);

    /// <summary>A real answer, kept beside the descriptions; null when there is none of that name.</summary>
    public static JsonNode? Example(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Examples.{name}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }

    private Task SendAsync(HttpContext context, CancellationToken ct)
    {
        var asked = new AskedQuery(context.Request.Query);
        asked.Allow([]);
        return asked.Errors.Count > 0 ? asked.WriteAsync(context) : Answer.SendAsync(context, _document.Value.Json, _document.Value.Tag, null, ct);
    }

    private static JsonObject Make(IReadOnlyList<Described> all)
    {
        var (paths, schemas) = (new JsonObject(), new JsonObject());
        foreach (var (name, schema) in Schemas.All()) schemas[name] = schema;
        foreach (var (name, made) in all.SelectMany(d => d.Made).DistinctBy(m => m.Key)) schemas[name] = made();
        foreach (var address in all.GroupBy(d => d.Path))
        {
            var item = new JsonObject();
            foreach (var one in address) item[one.Method.ToLowerInvariant()] = OperationOf(one);
            paths[address.Key] = item;
        }
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Quest CMS",
                ["version"] = "1",
                ["summary"] = "Published articles for everyone, and what a program with a key may do.",
                ["description"] = "Delivery reads published articles and nothing else. Management does what a person may do, save deciding. Changes are additive within v1: new fields and new values of a choice may appear. Every address that is read takes HEAD too. Errors are RFC 9457 problem details; their `type` leads to a page about the code.",
                ["license"] = new JsonObject { ["name"] = "As the house says", ["url"] = "/" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = Described.Root, ["description"] = "This house." }),
            ["tags"] = new JsonArray([.. all.Select(d => d.Operation.Group).Distinct().Select(g => new JsonObject { ["name"] = g, ["description"] = AboutGroup(g) })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A key of a site, qk_…: shown once when it is made, with scopes (read, preview, write). Never in the address." },
                    ["keyHeader"] = new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Api-Key", ["description"] = "The same key." },
                },
            },
        };
    }

    private static JsonObject OperationOf(Described one)
    {
        var said = one.Operation;
        var operation = new JsonObject { ["operationId"] = said.Id, ["tags"] = new JsonArray(said.Group), ["summary"] = said.Summary };
        if (said.Description.Length > 0) operation["description"] = said.Description;
        if (said.Parameters.Count > 0) operation["parameters"] = new JsonArray([.. said.Parameters.Select(ParameterOf)]);
        if (said.Body is { } sent) operation["requestBody"] = BodyOf(sent);
        var responses = new JsonObject();
        foreach (var reply in said.Replies.OrderBy(r => r.Status)) responses[reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = ReplyOf(reply);
        operation["responses"] = responses;
        var key = new JsonArray(new JsonObject { ["key"] = new JsonArray() }, new JsonObject { ["keyHeader"] = new JsonArray() });
        if (said.Scope is null) key.Insert(0, new JsonObject()); // anyone, where the site lets them
        else operation["x-scope"] = said.Scope;
        operation["security"] = key;
        return operation;
    }

    private static JsonObject ParameterOf(Parameter said)
    {
        var parameter = new JsonObject { ["name"] = said.Name, ["in"] = said.In, ["required"] = said.Required, ["schema"] = said.Schema() };
        if (said.Description.Length > 0) parameter["description"] = said.Description;
        if (said.Example is not null) parameter["example"] = said.Example.DeepClone();
        if (said.Deep) (parameter["style"], parameter["explode"]) = ("deepObject", true);
        return parameter;
    }

    private static JsonObject BodyOf(Sent sent) => new()
    {
        ["required"] = sent.Required,
        ["description"] = sent.Description,
        ["content"] = new JsonObject { [sent.MediaType] = Content(sent.Schema, sent.Example) },
    };

    private static JsonObject ReplyOf(Reply reply)
    {
        var codes = reply.Codes.Count == 0 ? "" : $" Codes: {string.Join(", ", reply.Codes.Distinct().Select(c => $"`{c}`"))}.";
        var answer = new JsonObject { ["description"] = reply.Description + codes };
        var headers = new JsonObject();
        foreach (var name in reply.Headers.Distinct()) headers[name] = Headers.All[name]();
        if (headers.Count > 0) answer["headers"] = headers;
        if (reply.Schema is not null) answer["content"] = new JsonObject { [reply.MediaType] = Content(reply.Schema, reply.Example) };
        else if (reply.MediaType != "application/json") answer["content"] = new JsonObject { [reply.MediaType] = new JsonObject { ["schema"] = reply.MediaType.EndsWith("json", StringComparison.Ordinal) ? Shape.Is("AnyObject") : Shape.Text() } };
        return answer;
    }

    private static JsonObject Content(string? schema, string? example)
    {
        var content = new JsonObject { ["schema"] = schema is null ? Shape.Text(null, "binary") : Shape.Is(schema) };
        if (example is not null && Example(example) is { } real) content["example"] = real;
        return content;
    }
}
