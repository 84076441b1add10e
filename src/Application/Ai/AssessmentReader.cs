using System.Text.Json;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>The shape an assessment is asked for in, and the reading of what came: a parse that went well proves nothing, so every value is looked at.</summary>
internal static class AssessmentReader
{
    /// <summary>JSON schema for the provider's structured output.</summary>
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["criteria"],"properties":{"criteria":{"type":"array","items":{"type":"object","additionalProperties":false,
        "required":["criterion","score","reason","quotes"],"properties":{"criterion":{"type":"string"},"score":{"type":"integer"},"reason":{"type":"string"},
        "quotes":{"type":"array","items":{"type":"string"}}}}}}}
        """;

    /// <summary>Adds the assessment that the answer is; saves nothing itself.</summary>
    public static Result Keep(IQuestDb db, Generation generation, string answer, DateTimeOffset now)
    {
        var read = Read(generation, answer, now);
        if (read.Error is { } off) return off;
        db.Assessments.Add(read.Value);
        return Result.Done;
    }

    private static Result<Assessment> Read(Generation generation, string answer, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("criteria", out var all) || all.ValueKind != JsonValueKind.Array) return AssessmentErrors.Shape;
            var findings = new List<Finding>();
            foreach (var one in all.EnumerateArray())
            {
                if (one.ValueKind != JsonValueKind.Object || !Text(one, "criterion", out var criterion) || !Text(one, "reason", out var reason)
                    || !one.TryGetProperty("score", out var score) || score.ValueKind != JsonValueKind.Number || !score.TryGetInt32(out var number)
                    || !one.TryGetProperty("quotes", out var quotes) || quotes.ValueKind != JsonValueKind.Array) return AssessmentErrors.Shape;
                findings.Add(new Finding(criterion, number, reason, [.. quotes.EnumerateArray().Where(q => q.ValueKind == JsonValueKind.String).Select(q => PlainText.Clean(q.GetString()!).Text)]));
            }
            return Assessment.Make(generation, generation.Revision ?? 0, [.. RubricText.Read(generation.Brief.Instruction).Select(c => c.Name)], findings, $"{generation.Brief.Topic}\n{generation.Brief.Context}", now);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return AssessmentErrors.Shape;
        }
    }

    private static bool Text(JsonElement one, string name, out string text)
    {
        text = one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? PlainText.Clean(value.GetString()!).Text : "";
        return text.Length > 0;
    }
}
