using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace QuestCms.IntegrationTests.Api;

/// <summary>The OpenAPI document as a test reads it: strict, so that an answer holds nothing that is not described.</summary>
internal sealed class ApiDocument(JsonObject document)
{
    private readonly Dictionary<string, JsonSchema> _schemas = [];

    public JsonObject Json { get; } = document;

    /// <summary>operationId, method, address below /api/v1, and what is said of it.</summary>
    public IEnumerable<(string Id, string Method, string Path, JsonObject Said)> Operations() =>
        from address in Json["paths"]!.AsObject()
        from one in address.Value!.AsObject()
        select (one.Value!["operationId"]!.GetValue<string>(), one.Key.ToUpperInvariant(), address.Key, one.Value.AsObject());

    /// <summary>What stands against the answer: a status nobody told of, another media type, a header that is missing, a body of another shape. Empty when all is as described.</summary>
    public IReadOnlyList<string> Against(JsonObject said, Answered answer, string? schema = null)
    {
        if (said["responses"]![$"{answer.Status}"] is not JsonObject reply) return [$"{answer.Status} is not described"];
        var wrong = new List<string>();
        foreach (var (name, _) in reply["headers"]?.AsObject() ?? [])
            if (!answer.Headers.Contains(name) && name is not ("Link" or "Last-Modified")) wrong.Add($"{answer.Status} has no {name}");
        if (reply["content"] is not JsonObject content) return answer.Body.Length > 0 ? [.. wrong, $"{answer.Status} has a body and none is described"] : wrong;
        if (!content.ContainsKey(answer.MediaType ?? "")) return [.. wrong, $"{answer.Status} is {answer.MediaType}, not {string.Join(", ", content.Select(c => c.Key))}"];
        if (!answer.MediaType!.Contains("json", StringComparison.Ordinal)) return wrong;
        var named = schema ?? content[answer.MediaType]!["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];
        wrong.AddRange(Against(named, answer.Body));
        if (answer.MediaType == "application/problem+json")
        {
            var code = JsonNode.Parse(answer.Body)!["code"]!.GetValue<string>();
            if (!reply["description"]!.GetValue<string>().Contains($"`{code}`", StringComparison.Ordinal) && said["x-scope"] is null) wrong.Add($"{answer.Status} says {code}, which is not described");
        }
        return wrong;
    }

    /// <summary>What of this JSON is not as the schema says.</summary>
    public IEnumerable<string> Against(string schema, string json)
    {
        using var body = JsonDocument.Parse(json);
        var found = SchemaOf(schema).Evaluate(body.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return found.IsValid ? [] : (found.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{schema} {d.InstanceLocation}: {e.Value}")).Prepend($"{schema} is not met").Take(12);
    }

    private JsonSchema SchemaOf(string name)
    {
        if (_schemas.TryGetValue(name, out var known)) return known;
        var all = Strict(Json["components"]!["schemas"]!.DeepClone())!;
        var text = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$ref"] = $"#/$defs/{name}", ["$defs"] = all }.ToJsonString()
            .Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        return _schemas[name] = JsonSchema.FromText(text);
    }

    // What is described is all there is.
    private static JsonNode? Strict(JsonNode? node)
    {
        if (node is JsonObject thing)
        {
            if (thing["properties"] is JsonObject && thing["type"] is not null) thing["additionalProperties"] = false;
            foreach (var (_, inner) in thing.ToList()) Strict(inner);
        }
        else if (node is JsonArray many)
        {
            foreach (var inner in many) Strict(inner);
        }
        return node;
    }
}

/// <summary>An answer with what it says beside its body.</summary>
internal sealed record Answered(int Status, string? MediaType, string Body, IReadOnlySet<string> Headers)
{
    public static async Task<Answered> OfAsync(HttpClient client, HttpRequestMessage request, CancellationToken ct)
    {
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        return new Answered((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, isStream ? "" : await answer.Content.ReadAsStringAsync(ct),
            answer.Headers.Concat(answer.Content.Headers).Select(h => h.Key).ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
