using System.Text.Json.Nodes;

namespace QuestCms.ClientGenerator;

/// <summary>
/// The OpenAPI document of this application as things, choices and operations. It reads what the application writes (docs/api.md, src/Web/Api/Describing) and stops at what it
/// does not know, so that nothing is generated wrong in silence.
/// </summary>
public sealed partial class Document
{
    // What is said in the document without a name of its own, and how it reads best.
    private static readonly Dictionary<string, string> Better = new()
    {
        ["Event"] = "QuestEvent",
        ["EventData"] = "QuestEventData",
        ["Ai"] = "AiShare",
        ["Media"] = "ArticlePicture",
        ["Links"] = "PageLinks",
        ["Meta"] = "PageMeta",
        ["QuestEventType"] = "EventType",
        ["PartOfAiShareOrigin"] = "AiOrigin",
        ["ListArticlesBody"] = "BodyForm",
        ["RenditionCut"] = "PictureCut",
        ["ManagedStandingState"] = "ReviewState",
        ["ManagedRowShown"] = "ShownState",
        ["ManagedRowChangedBy"] = "ManagedWriter",
        ["ManagedRowPageMeta"] = "ManagedPageMeta",
        ["ManagedRowPageLink"] = "ManagedPageLinks",
        ["SiteCount"] = "SiteCounts",
        ["SuggestionsTitle"] = "SuggestedTitle",
    };

    private readonly JsonObject _json;
    private readonly Dictionary<string, Thing> _things = [];
    private readonly Dictionary<string, string> _thingByText = [];
    private readonly Dictionary<string, Choice> _choices = [];
    private readonly Dictionary<string, string> _choiceByWords = [];

    public Document(string json)
    {
        _json = JsonNode.Parse(json)!.AsObject();
        var schemas = Schemas.Where(s => s.Value!["properties"] is not null).ToList();
        foreach (var (name, schema) in schemas) _thingByText.TryAdd(TextOf(schema!.AsObject()), Named(name));
        foreach (var (name, schema) in schemas) Keep(Named(name), schema!.AsObject());
        Operations = [.. Each().OrderBy(o => o.Home)];
    }

    public IReadOnlyList<Thing> Things => [.. _things.Values];
    public IReadOnlyList<Choice> Choices => [.. _choices.Values];
    public IReadOnlyList<Operation> Operations { get; }
    public Thing Of(string name) => _things[name];

    private JsonObject Schemas => _json["components"]!["schemas"]!.AsObject();

    private static string Named(string name) => Better.GetValueOrDefault(name, name);

    private void Keep(string name, JsonObject schema)
    {
        var needed = schema["required"]?.AsArray().Select(n => n!.GetValue<string>()).ToHashSet() ?? [];
        _things[name] = new Thing(name, null, []); // its place; it may hold itself
        var members = schema["properties"]!.AsObject().Select(p => new Member(p.Key, ShapeOf(p.Value!.AsObject(), name, p.Key), AboutOf(p.Value.AsObject()), needed.Contains(p.Key))).ToList();
        var isPage = members is [{ Name: "data" }, { Shape.Name: "PageMeta" }, { Shape.Name: "PageLinks" }];
        _things[name] = new Thing(name, AboutOf(schema), members) { PageOf = isPage ? members[0].Shape.Item : null };
    }

    private Shape ShapeOf(JsonObject schema, string owner, string name)
    {
        if (schema["$ref"] is { } to) return Referred(to.GetValue<string>().Split('/')[^1]);
        if (schema["anyOf"] is JsonArray any) return OneOf([.. any.Select(a => a!.AsObject())], owner, name);
        var types = schema["type"] is JsonArray several ? several.Select(t => t!.GetValue<string>()).ToList() : schema["type"] is { } one ? [one.GetValue<string>()] : [];
        var mayBeNull = types.Remove("null");
        if (schema["enum"] is JsonArray words) return Chosen([.. words.Where(w => w is not null).Select(w => w!.GetValue<string>())], owner, name, AboutOf(schema)) with { MayBeNull = mayBeNull || words.Contains(null) };
        var shape = (types is [var type] ? type : "", schema["format"]?.GetValue<string>()) switch
        {
            ("string", "uuid") => new Shape(ShapeKind.Id),
            ("string", "date-time") => new Shape(ShapeKind.Time),
            ("string", "binary") => new Shape(ShapeKind.Bytes),
            ("string", null or "uri-reference" or "byte" or "base64url" or "date" or "uri") => new Shape(ShapeKind.Text),
            ("integer", "int64") => new Shape(ShapeKind.Long),
            ("integer", null or "int32") => new Shape(ShapeKind.Whole),
            ("number", _) => new Shape(ShapeKind.Number),
            ("boolean", _) => new Shape(ShapeKind.Flag),
            ("array", _) => new Shape(ShapeKind.Many, Item: ShapeOf(schema["items"]!.AsObject(), owner, name)),
            ("object", _) when schema["properties"] is not null => Inside(schema, owner, name),
            ("object" or "", _) => new Shape(ShapeKind.Anything),
            var (other, format) => throw new NotSupportedException($"{owner}.{name} is {other} {format}, which no client can write yet: say in {nameof(Document)} what it is."),
        };
        return shape with { MayBeNull = mayBeNull };
    }

    private Shape Referred(string name)
    {
        var schema = Schemas[name]!.AsObject();
        return schema["properties"] is not null ? new Shape(ShapeKind.Thing, Named(name)) : ShapeOf(schema, Named(name), "");
    }

    // The same or null; or a thing whole, and the part of it that was asked for.
    private Shape OneOf(IReadOnlyList<JsonObject> any, string owner, string name)
    {
        var shapes = any.Where(a => a["type"]?.ToString() != "null").Select(a => ShapeOf(a, owner, name)).ToList();
        var part = shapes.Find(s => s.Name?.StartsWith("PartOf", StringComparison.Ordinal) == true);
        return shapes[0] with { MayBeNull = shapes.Count < any.Count, Part = shapes.Count > 1 ? part?.Name : null };
    }

    // A thing said in place: one that has a name when it says the same, a part of it when it says the same and nothing must be there; else by where it stands.
    private Shape Inside(JsonObject schema, string owner, string name)
    {
        var text = TextOf(schema);
        var called = _thingByText.GetValueOrDefault(text) ?? Schemas.Where(s => s.Value!["properties"]?.ToJsonString() == schema["properties"]!.ToJsonString()).Select(s => "PartOf" + Named(s.Key)).FirstOrDefault()
            ?? Named(name == "data" && owner.EndsWith("Page", StringComparison.Ordinal) ? owner[..^"Page".Length] : owner + Words.Pascal(name is "authors" ? "author" : name.TrimEnd('s')));
        if (_thingByText.TryAdd(text, called)) Keep(called, schema);
        return new Shape(ShapeKind.Thing, called);
    }

    private Shape Chosen(IReadOnlyList<string> words, string owner, string name, string? about)
    {
        var key = string.Join('|', words);
        if (!_choiceByWords.TryGetValue(key, out var called))
        {
            called = _choiceByWords[key] = Named(owner + Words.Pascal(name));
            _choices[called] = new Choice(called, about, words);
        }
        return new Shape(ShapeKind.Choice, called);
    }

    private static string TextOf(JsonObject schema) => schema["properties"]!.ToJsonString() + schema["required"]?.ToJsonString();

    private static string? AboutOf(JsonObject schema) => schema["description"]?.GetValue<string>();
}
