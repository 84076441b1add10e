using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QuestCms.Application.Transfer;

/// <summary>
/// A row of the earlier Quest CMS's table <c>public.articles</c>, as JSON, read as a piece of another system. Ids and dates stay; what a model wrote is named; its figure of quality is
/// that model's, never a reviewer's; columns nobody knows are kept.
/// </summary>
public static partial class LegacyRow
{
    private const string From = "legacy";
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "id", "title", "content", "status", "attributes", "created_at", "updated_at", "published_at", "ai_generated", "ai_model", "generation_prompt",
    };

    /// <summary>The identity of a row within a site.</summary>
    public static string PathOf(Guid id) => $"{From}:{id}";

    /// <param name="row">A JSON object of column to value.</param>
    public static ForeignItem Read(Guid id, string row)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            return ForeignItem.Of(Read(id, json.RootElement));
        }
        catch (JsonException)
        {
            return new ForeignItem(PathOf(id), null, "The row holds JSON nested deeper than is read.");
        }
    }

    private static ForeignPost Read(Guid id, JsonElement row)
    {
        var notes = new ForeignNotes();
        var attributes = row.TryGetProperty("attributes", out var said) && said.ValueKind == JsonValueKind.Object ? said : default;
        var body = row.Text("content");
        var html = IsHtml(body);
        if (body.Length > 0) notes.Understood("form", $"The text is {(html ? "HTML" : "Markdown")}.");
        var status = row.Text("status").Trim().ToLowerInvariant();
        if (status is not ("published" or "review" or "archived" or "draft")) notes.Kept("status", $"“{ImportNotes.Shown(status)}” is no state that is known; it is a working copy.");
        var state = status switch { "published" => ForeignState.Published, "review" => ForeignState.InReview, "archived" => ForeignState.Archived, _ => ForeignState.Draft };
        var (created, changed, published) = (notes.Moment("when it was begun", row.Text("created_at")), notes.Moment("when it was changed", row.Text("updated_at")), notes.Moment("when it was published", row.Text("published_at")));
        if (state == ForeignState.Published && published is null) notes.Changed("date", "It is published there without a date; the day of its last change is taken.");
        if (state == ForeignState.Draft && published is not null) notes.Kept("date", "It was published once and is a draft there; it is a working copy here.");
        if (state != ForeignState.Published) notes.Keep("status", status);
        var machine = row.TryGetProperty("ai_generated", out var ai) && ai.ValueKind == JsonValueKind.True;
        if (!machine)
        {
            notes.Keep("ai_model", row.Text("ai_model"));
            notes.Keep("generation_prompt", row.Text("generation_prompt"));
        }
        Figures(row, notes);
        foreach (var column in row.EnumerateObject().Where(c => !Known.Contains(c.Name) && c.Name is not ("quality_score" or "review_notes" or "reviewed_by"))) notes.Keep(column.Name, column.Value.Plain());
        var (tags, taken) = (Tags(attributes), new[] { "seo_title", "seo_description", "category", "tags", "slug", "excerpt", "summary" });
        if (attributes.ValueKind != JsonValueKind.Object) notes.Keep("attributes", row.Text("attributes"));
        else foreach (var attribute in attributes.EnumerateObject().Where(a => !taken.Contains(a.Name))) notes.Keep(attribute.Name, attribute.Value.Plain());
        return new ForeignPost
        {
            From = From,
            Path = PathOf(id),
            Id = id,
            Title = row.Text("title"),
            Slug = attributes.Text("slug"),
            Body = body,
            Form = html ? ForeignForm.Html : ForeignForm.Markdown,
            Summary = attributes.Text("excerpt") is { Length: > 0 } excerpt ? excerpt : attributes.Text("summary"),
            SeoTitle = attributes.Text("seo_title"),
            SeoDescription = attributes.Text("seo_description"),
            CreatedAt = created,
            ChangedAt = changed,
            PublishedAt = state is ForeignState.Published or ForeignState.Archived ? published : null,
            State = state,
            Status = status,
            Category = attributes.Text("category"),
            Tags = tags,
            Model = machine ? new ForeignModel(row.Text("ai_model"), row.Text("generation_prompt")) : null,
            Rest = notes.Rest,
            Notes = notes.Lines,
        };
    }

    private static void Figures(JsonElement row, ForeignNotes notes)
    {
        if (row.Text("quality_score") is { Length: > 0 } score)
        {
            notes.Keep("ai_score", score);
            notes.Kept("AI score", $"The quality score {ImportNotes.Shown(score)} is a program’s: it is kept as the AI score the piece came with. No reviewer’s score is made of it.");
        }
        if (row.Text("review_notes") is { Length: > 0 } said)
        {
            notes.Keep("review_notes", said);
            notes.Kept("review notes", "What was noted in review there is kept beside the article.");
        }
        notes.Keep("reviewed_by", row.Text("reviewed_by"));
    }

    private static List<string> Tags(JsonElement attributes) => attributes.ValueKind != JsonValueKind.Object || !attributes.TryGetProperty("tags", out var tags) ? []
        : tags.ValueKind == JsonValueKind.Array ? [.. tags.EnumerateArray().Select(t => t.Plain()).Where(t => t.Length > 0)]
        : [.. tags.Plain().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>True when a text is HTML as a whole: it begins with a tag, or parts its paragraphs by tags, and has none of the lines that only Markdown has.</summary>
    internal static bool IsHtml(string text)
    {
        var start = text.AsSpan().TrimStart();
        var tagged = (start is ['<', (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '!', ..] && text.Contains("</", StringComparison.Ordinal)) || text.Contains("</p>", StringComparison.OrdinalIgnoreCase);
        return tagged && !OnlyMarkdown().IsMatch(text);
    }

    // A heading or a fence at the beginning of a line.
    [GeneratedRegex("^(#{1,6} |```|~~~)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyMarkdown();
}

/// <summary>Values of JSON as text, whatever they are.</summary>
internal static class JsonText
{
    /// <summary>The value under that name as text; empty when there is none.</summary>
    public static string Text(this JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value.Plain() : "";

    public static string Plain(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => Words(value),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    // Half of a surrogate pair, escaped, is no text for the parser.
    private static string Words(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }
}
