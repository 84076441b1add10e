using System.Text.Json.Nodes;

namespace QuestCms.Web.Api.Describing;

/// <summary>JSON Schema (2020-12, as OpenAPI 3.1 wants it) in few words. All properties of a thing are there unless they are said to be <see cref="Maybe"/>; what may be null says so.</summary>
internal static class Shape
{
    private const string Optional = "x-maybe";

    public static JsonObject Text(string? about = null, string? format = null, string? pattern = null) => About(new() { ["type"] = "string" }, about, ("format", format), ("pattern", pattern));
    public static JsonObject Id(string? about = null) => Text(about, "uuid");
    public static JsonObject Time(string? about = null) => Text(about, "date-time");
    public static JsonObject Whole(string? about = null, int? least = null, int? most = null)
    {
        var shape = About(new() { ["type"] = "integer" }, about);
        if (least is { } low) shape["minimum"] = low;
        if (most is { } high) shape["maximum"] = high;
        return shape;
    }

    public static JsonObject Number(string? about = null) => About(new() { ["type"] = "number" }, about);
    public static JsonObject Flag(string? about = null) => About(new() { ["type"] = "boolean" }, about);
    public static JsonObject Many(JsonObject items, string? about = null) => About(new() { ["type"] = "array", ["items"] = items }, about);
    public static JsonObject Choice(string? about, params string[] values) => About(new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) }, about);
    public static JsonObject Is(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };
    public static JsonObject Anything(string? about = null) => About([], about);

    /// <summary>The same, or null.</summary>
    public static JsonObject OrNull(JsonObject shape)
    {
        if (shape["type"] is not JsonValue type) return new() { ["anyOf"] = new JsonArray(shape, new JsonObject { ["type"] = "null" }) };
        shape["type"] = new JsonArray(type.GetValue<string>(), "null");
        if (shape["enum"] is JsonArray values) values.Add((JsonNode?)null);
        return shape;
    }

    /// <summary>A property that need not be there.</summary>
    public static JsonObject Maybe(JsonObject shape)
    {
        shape[Optional] = true;
        return shape;
    }

    public static JsonObject Thing(string? about, params (string Name, JsonObject Shape)[] properties)
    {
        var shapes = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, shape) in properties)
        {
            if (!shape.Remove(Optional)) required.Add((JsonNode)name);
            shapes[name] = shape;
        }
        var thing = About(new() { ["type"] = "object", ["properties"] = shapes }, about);
        if (required.Count > 0) thing["required"] = required;
        return thing;
    }

    private static JsonObject About(JsonObject shape, string? about, params (string Name, string? Value)[] more)
    {
        foreach (var (name, value) in more)
            if (value is not null) shape[name] = value;
        if (about is not null) shape["description"] = about;
        return shape;
    }
}
