using System.Globalization;
using System.Text;
using System.Text.Json;

namespace QuestCms.Application.Audit;

/// <summary>The values of one line of the trail, as words. What an older line does not hold reads as "…".</summary>
internal sealed class AuditDetails(string json, IReadOnlyDictionary<Guid, string> names)
{
    public const string Missing = "…";
    private readonly Dictionary<string, JsonElement> _values = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [];

    /// <summary>The value as it is written.</summary>
    public string this[string field] => _values.TryGetValue(field, out var value) ? value.ToString() : Missing;

    public bool Yes(string field) => _values.TryGetValue(field, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>1,200.</summary>
    public string Count(string field) => long.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString("N0", CultureInfo.InvariantCulture) : Missing;

    /// <summary>"ChangesRequested" reads "changes requested".</summary>
    public string Words(string field)
    {
        var words = new StringBuilder();
        foreach (var c in this[field])
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0) words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }

    /// <summary>The present name of the thing whose id the field holds, in quotation marks for a text; else what it is.</summary>
    public string Name(string field)
    {
        if (!Guid.TryParse(this[field], out var id) || !names.TryGetValue(id, out var name)) return field == "article" ? "an article" : "someone";
        return field == "article" ? name.Length == 0 ? "an article without title" : $"“{name}”" : name;
    }

    /// <summary>"on 24 November 2026 at 07:00 UTC".</summary>
    public string Moment(string field) => DateTimeOffset.TryParse(this[field], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        ? at.ToString("'on' d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture) : Missing;

    /// <summary>Every id in the details of a line, to ask for their names once.</summary>
    public static IEnumerable<Guid> IdsIn(string json) => (JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? [])
        .Where(v => v.Value.ValueKind == JsonValueKind.String && v.Value.TryGetGuid(out _)).Select(v => v.Value.GetGuid());
}
