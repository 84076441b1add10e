using System.Text.Json;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>A sentence as Claude quoted it, and the kind it named: figure, date, price, law, quotation or link.</summary>
internal sealed record QuotedClaim(string Sentence, string Kind);

/// <summary>The shape claims are asked for in, and the reading of what came. Whether a sentence really stands in the text is seen by whoever keeps it.</summary>
internal static class ClaimsAnswer
{
    /// <summary>Claims of one answer that are read.</summary>
    public const int Most = 200;

    /// <summary>JSON schema for the provider's structured output. The count of sentences tells an answer without a claim from an object of defaults.</summary>
    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["sentences","claims"],"properties":{"sentences":{"type":"integer"},"claims":{"type":"array","items":{"type":"object","additionalProperties":false,
        "required":["sentence","kind"],"properties":{"sentence":{"type":"string"},"kind":{"type":"string","enum":["figure","date","price","law","quotation","link"]}}}}}}
        """;

    public static readonly Error Shape = Error.Unavailable("claims.shape", "Claude’s answer had not the shape that was asked for, so nothing of it is listed. Ask again.");

    private static readonly string[] Kinds = ["figure", "date", "price", "law", "quotation", "link"];

    /// <summary>Error: <see cref="Shape"/> when a value is missing, of another type or a default.</summary>
    public static Result<IReadOnlyList<QuotedClaim>> Read(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("sentences", out var read) || read.ValueKind != JsonValueKind.Number || !read.TryGetInt32(out var count) || count < 1
                || !json.RootElement.TryGetProperty("claims", out var all) || all.ValueKind != JsonValueKind.Array) return Shape;
            var claims = new List<QuotedClaim>();
            foreach (var one in all.EnumerateArray().Take(Most))
            {
                if (one.ValueKind != JsonValueKind.Object || Text(one, "sentence") is not { Length: > 0 } sentence || Text(one, "kind") is not { } kind || !Kinds.Contains(kind)) return Shape;
                claims.Add(new QuotedClaim(sentence, kind));
            }
            return claims;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Shape;
        }
    }

    private static string? Text(JsonElement one, string name) => one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? PlainText.Clean(value.GetString()!).Text.Trim() : null;
}
