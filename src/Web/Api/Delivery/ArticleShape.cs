using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>Which parts of an article an answer has. A field may be a part of one: <c>seo.title</c>.</summary>
internal sealed record ArticleShape(string[]? Fields, bool Related, bool Media, BodyForm Body)
{
    public static readonly string[] Includes = ["related", "media"];
    public static readonly string[] Bodies = [.. Enum.GetNames<BodyForm>().Select(Filters.Camel)];

    /// <summary>How many similar articles come with one.</summary>
    public const int RelatedEach = 3;

    private static readonly Dictionary<string, string[]> Parts = new()
    {
        ["category"] = ["slug", "name"],
        ["authors"] = ["slug", "name"],
        ["image"] = ["url", "alt", "width", "height", "credit", "ai", "renditions"],
        ["seo"] = ["title", "description", "canonical", "keywords"],
        ["review"] = ["score", "approvedAt", "reviewers"],
        ["ai"] = ["origin", "share", "disclosure"],
    };

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The stored JSON of a list is the answer as it is.</summary>
    public bool IsStored => Fields is null && !Related && !Media && Body == BodyForm.None;

    /// <summary>What is read of a row besides its stored JSON.</summary>
    public ListShape Besides => new(Body, Media);

    /// <param name="asked">The query.</param>
    /// <param name="standard">The body where none is asked for.</param>
    /// <param name="known">The fields there are.</param>
    public static ArticleShape Read(AskedQuery asked, BodyForm standard, IReadOnlyList<string> known)
    {
        string[] chosen = [.. known, "body"], all = [.. chosen, .. Parts.SelectMany(p => p.Value.Select(part => $"{p.Key}.{part}"))];
        var fields = Listed(asked, "fields", "field.unknown", "There is no field “{0}” of an article.", all);
        var include = Listed(asked, "include", "include.unknown", "“{0}” can't be included.", Includes) ?? [];
        var form = Listed(asked, "body", "body.unknown", "A body does not come as “{0}”.", Bodies);
        if (form is { Length: > 1 }) asked.Refuse("body", "body.unknown", "A body comes in one form.", Nearest.Hint("", Bodies));
        var body = form is [var one] && Enum.TryParse<BodyForm>(one, ignoreCase: true, out var parsed) ? parsed : fields is null ? standard : fields.Contains("body") ? BodyForm.Html : BodyForm.None;
        return new ArticleShape(fields, include.Contains("related"), include.Contains("media"), body);
    }

    /// <summary>An article in this shape.</summary>
    /// <param name="json">As it is stored, without its body.</param>
    /// <param name="body">In the form that was asked for.</param>
    /// <param name="media">A JSON array.</param>
    /// <param name="related">Articles as lists show them.</param>
    public string Write(string json, string? body, string? media, IEnumerable<string> related)
    {
        if (IsStored) return json;
        using var stored = JsonDocument.Parse(json);
        using var bytes = new MemoryStream(json.Length + (body?.Length ?? 0) + 256);
        using (var writer = new Utf8JsonWriter(bytes, Writing))
        {
            writer.WriteStartObject();
            if (Fields is null) WriteAll(writer, stored.RootElement, body);
            else WriteChosen(writer, stored.RootElement, body);
            if (Related) WriteRaw(writer, "related", $"[{string.Join(',', related)}]");
            if (Media) WriteRaw(writer, "media", media ?? "[]");
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private void WriteAll(Utf8JsonWriter writer, JsonElement article, string? body)
    {
        foreach (var property in article.EnumerateObject())
        {
            property.WriteTo(writer);
            if (property.NameEquals("summary") && Body != BodyForm.None) writer.WriteString("body", body);
        }
    }

    private void WriteChosen(Utf8JsonWriter writer, JsonElement article, string? body)
    {
        foreach (var group in Fields!.Select(f => f.Split('.')).GroupBy(f => f[0]))
        {
            if (group.Key == "body") continue;
            writer.WritePropertyName(group.Key);
            var value = article.GetProperty(group.Key);
            if (group.Any(f => f.Length == 1)) value.WriteTo(writer);
            else WriteParts(writer, value, [.. group.Select(f => f[1]).Distinct()]);
        }
        if (Body != BodyForm.None) writer.WriteString("body", body);
    }

    private static void WriteParts(Utf8JsonWriter writer, JsonElement value, string[] parts)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray()) WriteParts(writer, item, parts);
            writer.WriteEndArray();
            return;
        }
        if (value.ValueKind == JsonValueKind.Null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        foreach (var part in parts)
        {
            writer.WritePropertyName(part);
            value.GetProperty(part).WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, string json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    private static string[]? Listed(AskedQuery asked, string name, string code, string detail, IReadOnlyList<string> known)
    {
        if (asked.One(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } given) return null;
        foreach (var unknown in given.Where(f => !known.Contains(f))) asked.Refuse(name, code, string.Format(System.Globalization.CultureInfo.InvariantCulture, detail, unknown.Length > 60 ? unknown[..60] + "…" : unknown), Nearest.Hint(unknown, known));
        return [.. given.Distinct()];
    }
}
