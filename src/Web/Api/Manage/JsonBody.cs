using System.Globalization;
using System.Text.Json;

namespace QuestCms.Web.Api.Manage;

/// <summary>
/// A request's JSON object, read strictly: what is wrong with it is gathered, each with its JSON pointer and a hint, and answered at once. Unknown members, members
/// given twice, wrong types, nesting over <see cref="MostDepth"/>, what is no UTF-8 or no UTF-16: none of it reaches a message.
/// </summary>
internal sealed class JsonBody
{
    public const int MostDepth = 8;
    private const int MostErrors = 50;
    private const int MostShown = 60;
    private readonly string _path;
    private readonly List<ProblemField> _errors;
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly List<JsonBody> _inner = [];

    private JsonBody(JsonElement of, string path, List<ProblemField> errors)
    {
        (_path, _errors) = (path, errors);
        foreach (var member in of.EnumerateObject())
            if (Read(() => member.Name) is not { } name) Wrong(path.Length == 0 ? "/" : path, "text.forbidden_characters", "The name of a member holds half of a character pair.", null);
            else if (!_members.TryAdd(name, member.Value)) Wrong(PointerTo(name), "member.twice", $"“{Short(name)}” is given twice.", "Give it once.");
    }

    /// <summary>Of a parsed text; null with the reason when it is no object.</summary>
    public static (JsonBody? Body, ProblemField? Error) Of(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var parsed = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth });
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? (new JsonBody(parsed.RootElement.Clone(), "", []), null)
                : (null, new("", null, "json.not_object", "The body is a JSON object.", "{ … }"));
        }
        catch (JsonException malformed)
        {
            return (null, new("", null, "json.malformed", string.Create(CultureInfo.InvariantCulture, $"The body is not JSON, or nested deeper than {MostDepth}: look at line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine}."), null));
        }
    }

    /// <summary>What was wrong, with everything nobody asked for. Empty when all is well.</summary>
    public IReadOnlyList<ProblemField> Errors()
    {
        foreach (var name in _members.Keys.Where(n => !_asked.Contains(n))) Wrong(PointerTo(name), "member.unknown", $"There is no member “{Short(name)}”.", Names.Nearest(name, [.. _asked]));
        foreach (var inner in _inner) inner.Errors();
        return _errors;
    }

    /// <summary>A text; null when it is left out, or null where that is said to be allowed.</summary>
    public string? Text(string name, bool isRequired = false, bool mayBeNull = false)
    {
        if (Find(name, isRequired, mayBeNull) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return Read(value.GetString) ?? Wrong<string>(PointerTo(name), "text.forbidden_characters", "The text holds half of a character pair, or bytes that are no UTF-8.", null);
        return Wrong<string>(PointerTo(name), "member.type", $"“{name}” is a text.", "\"…\"");
    }

    /// <summary>A list of texts; null when it is left out.</summary>
    public string[]? Texts(string name, bool isRequired = false)
    {
        if (Find(name, isRequired, false) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Array) return Wrong<string[]>(PointerTo(name), "member.type", $"“{name}” is a list of texts.", "[\"…\"]");
        var texts = new List<string>();
        foreach (var one in value.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.String) Wrong($"{PointerTo(name)}/{texts.Count}", "member.type", $"“{name}” holds texts.", "\"…\"");
            else if (Read(one.GetString) is not { } text) Wrong($"{PointerTo(name)}/{texts.Count}", "text.forbidden_characters", "The text holds half of a character pair, or bytes that are no UTF-8.", null);
            else texts.Add(text);
            if (_errors.Count >= MostErrors) break;
        }
        return [.. texts];
    }

    /// <summary>A whole number; null when it is left out.</summary>
    public int? Number(string name)
    {
        if (Find(name, false, true) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)) return number;
        return Wrong(PointerTo(name), "member.type", $"“{name}” is a whole number.", "1");
    }

    public bool? YesOrNo(string name)
    {
        if (Find(name, false, false) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong(PointerTo(name), "member.type", $"“{name}” is true or false.", "true");
        return null;
    }

    /// <summary>A moment with its offset, as RFC 3339 writes it.</summary>
    public DateTimeOffset? Moment(string name, bool isRequired = false)
    {
        if (Text(name, isRequired) is not { } text) return null;
        if (text.Length is >= 20 and <= 35 && char.ToUpperInvariant(text[10]) == 'T' && (char.ToUpperInvariant(text[^1]) == 'Z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)) return at;
        Wrong(PointerTo(name), "time.malformed", $"“{name}” is a moment as RFC 3339 writes it, with its offset.", "2026-11-30T07:00:00Z");
        return null;
    }

    public Guid? Id(string name, bool isRequired = false, bool mayBeNull = false)
    {
        if (Text(name, isRequired, mayBeNull) is not { } text) return null;
        if (Guid.TryParseExact(text, "D", out var id)) return id;
        Wrong(PointerTo(name), "id.malformed", $"“{name}” is an id.", "01920000-0000-7000-8000-000000000000");
        return null;
    }

    /// <summary>One of the words of an enum in snake_case.</summary>
    public T? Word<T>(string name, bool isRequired = false) where T : struct, Enum
    {
        if (Text(name, isRequired) is not { } text) return null;
        if (Names.Find<T>(text) is { } found) return found;
        Wrong(PointerTo(name), "value.unknown", $"“{Short(text)}” is none of the words of “{name}”.", Names.Nearest(text, Names.Of<T>()));
        return null;
    }

    /// <summary>An object in this one; null when it is left out.</summary>
    public JsonBody? Object(string name, bool isRequired = false)
    {
        if (Find(name, isRequired, false) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object) return Wrong<JsonBody>(PointerTo(name), "member.type", $"“{name}” is an object.", "{ … }");
        var inner = new JsonBody(value, PointerTo(name), _errors);
        _inner.Add(inner);
        return inner;
    }

    private JsonElement? Find(string name, bool isRequired, bool mayBeNull)
    {
        _asked.Add(name);
        if (!_members.TryGetValue(name, out var value))
        {
            if (isRequired) Wrong(PointerTo(name), "member.missing", $"“{name}” is missing.", null);
            return null;
        }
        if (value.ValueKind != JsonValueKind.Null) return value;
        if (!mayBeNull) Wrong(PointerTo(name), "member.type", $"“{name}” can't be null.", isRequired ? null : "Leave it out.");
        return null;
    }

    // What is no text in the reader's eyes throws there; here it is one more thing that is wrong.
    private static string? Read(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private int? Wrong(string pointer, string code, string detail, string? hint)
    {
        if (_errors.Count < MostErrors) _errors.Add(new(pointer, null, code, detail, hint));
        return null;
    }

    private T? Wrong<T>(string pointer, string code, string detail, string? hint) where T : class
    {
        Wrong(pointer, code, detail, hint);
        return null;
    }

    private string PointerTo(string name) => $"{_path}/{Short(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Short(string name) => name.Length <= MostShown ? name : Domain.Common.PlainText.Clean(name[..MostShown]).Text + "…";
}
