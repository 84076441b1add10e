using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace QuestCms.Web.Api.Describing;

/// <summary>Schemas made of the records an endpoint takes and answers: camelCase, words of a choice in snake_case, all that is not nullable required.</summary>
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
        : Plain(type.Name);

    public static JsonObject Of(Type type) => Strict(Json.GetJsonSchemaAsNode(type, Exporting)).AsObject();

    // Every member is written, null or not: all of them are required.
    private static JsonNode Strict(JsonNode node)
    {
        if (node is JsonObject thing)
        {
            if (thing["properties"] is JsonObject properties) thing["required"] = new JsonArray([.. properties.Select(p => (JsonNode)p.Key)]);
            foreach (var (_, value) in thing.ToList())
                if (value is not null) Strict(value);
        }
        else if (node is JsonArray many)
        {
            foreach (var value in many)
                if (value is not null) Strict(value);
        }
        return node;
    }

    private static string Plain(string name) => "Managed" + (name.EndsWith("Shape", StringComparison.Ordinal) ? name[..^"Shape".Length] : name);
}
