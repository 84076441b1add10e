using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace QuestCms.Web.Api.Describing;

/// <summary>Schemas made of the records an endpoint takes and answers: camelCase, words of a choice in snake_case.</summary>
internal static class MadeSchemas
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true };

    /// <summary>What a record is called in the document: its name, and those of what it holds.</summary>
    public static string NameOf(Type type) => type.IsGenericType
        ? string.Concat(type.GetGenericArguments().Select(NameOf)) + Plain(type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)])
        : "Managed" + Plain(type.Name);

    /// <summary>What is answered, or put: every member is there, null or not.</summary>
    public static JsonObject Whole(Type type) => Requiring(Made(type), _ => true).AsObject();

    /// <summary>What is sent to make something: what may be left out is.</summary>
    /// <param name="needed">The members that must be there; null: those that can't be null.</param>
    public static JsonObject Sent(Type type, string[]? needed) => Requiring(Made(type), p => needed?.Contains(p.Key) ?? !MayBeNull(p.Value)).AsObject();

    private static JsonNode Made(Type type) => Json.GetJsonSchemaAsNode(type, Exporting);

    private static JsonNode Requiring(JsonNode node, Func<KeyValuePair<string, JsonNode?>, bool> isNeeded)
    {
        if (node is JsonObject thing)
        {
            thing.Remove("required");
            if (thing["properties"] is JsonObject properties && properties.Where(isNeeded).Select(p => (JsonNode)p.Key).ToArray() is { Length: > 0 } needed) thing["required"] = new JsonArray(needed);
            foreach (var (_, value) in thing.ToList())
                if (value is not null) Requiring(value, isNeeded);
        }
        else if (node is JsonArray many)
        {
            foreach (var value in many)
                if (value is not null) Requiring(value, isNeeded);
        }
        return node;
    }

    private static bool MayBeNull(JsonNode? shape) => shape?["type"] is JsonArray types && types.Any(t => t?.ToString() == "null") || shape?["enum"] is JsonArray values && values.Any(v => v is null);

    private static string Plain(string name) => name.EndsWith("Shape", StringComparison.Ordinal) ? name[..^"Shape".Length] : name;
}
