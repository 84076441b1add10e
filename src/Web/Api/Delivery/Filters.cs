using System.Globalization;
using System.Text.RegularExpressions;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>What a list can be narrowed by: the short parameters, and filter[field][operator]=value for the same fields.</summary>
internal static partial class Filters
{
    private const int MostConditions = 20;
    private const int MostValues = 50;
    private const int ShortestPart = 3;

    /// <summary>The short parameters, each with the condition it stands for.</summary>
    public static readonly IReadOnlyDictionary<string, (ListField Field, ListOperator Operator)> Short = new Dictionary<string, (ListField, ListOperator)>
    {
        ["category"] = (ListField.Category, ListOperator.Eq),
        ["tag"] = (ListField.Tag, ListOperator.In),
        ["tagAll"] = (ListField.Tag, ListOperator.All),
        ["author"] = (ListField.Author, ListOperator.Eq),
        ["kind"] = (ListField.Kind, ListOperator.Eq),
        ["locale"] = (ListField.Locale, ListOperator.Eq),
        ["minScore"] = (ListField.Score, ListOperator.Gte),
        ["publishedAfter"] = (ListField.PublishedAt, ListOperator.Gt),
        ["publishedBefore"] = (ListField.PublishedAt, ListOperator.Lt),
        ["updatedAfter"] = (ListField.UpdatedAt, ListOperator.Gt),
    };

    public static readonly string[] Kinds = [.. Enum.GetNames<ArticleKind>().Select(k => k.ToLowerInvariant())];
    public static readonly string[] Fields = [.. Enum.GetNames<ListField>().Select(Camel)];
    public static readonly string[] Operators = [.. Enum.GetNames<ListOperator>().Where(o => o != nameof(ListOperator.All)).Select(Camel)];

    public static bool IsFilter(string name) => name.StartsWith("filter[", StringComparison.OrdinalIgnoreCase) || name.Equals("filter", StringComparison.OrdinalIgnoreCase);

    /// <summary>What an operator can be asked of.</summary>
    public static IEnumerable<ListOperator> OperatorsOf(ListField field) => Enum.GetValues<ListOperator>().Where(o => field switch
    {
        ListField.Id or ListField.Slug => o is ListOperator.Eq or ListOperator.Ne or ListOperator.In or ListOperator.Nin,
        ListField.Tag or ListField.Author => o is not (ListOperator.Lt or ListOperator.Lte or ListOperator.Gt or ListOperator.Gte or ListOperator.All),
        ListField.Score or ListField.PublishedAt or ListField.UpdatedAt => o is not (ListOperator.Contains or ListOperator.StartsWith or ListOperator.All),
        _ => o is not ListOperator.All,
    });

    public static List<ListCondition> Read(AskedQuery asked)
    {
        var conditions = new List<ListCondition>();
        foreach (var (name, (field, op)) in Short)
        {
            string[] given = op is ListOperator.In or ListOperator.All ? asked.Many(name) : asked.One(name) is { } one ? [one] : [];
            if (given.Length > MostConditions) asked.Refuse(name, "tag.malformed", $"At most {MostConditions} tags.");
            else if (given.Length > 0 && Values(asked, name, field, given) is { } values) conditions.Add(new ListCondition(field, op, values));
        }
        foreach (var name in asked.Names.Where(IsFilter).Order(StringComparer.Ordinal))
            if (Filter(asked, name) is { } condition) conditions.Add(condition);
        if (conditions.Count > MostConditions) asked.Refuse("filter", "filter.too_many", $"A list is narrowed by at most {MostConditions} conditions.");
        return conditions;
    }

    /// <summary>The conditions in one order and one writing, for what hangs on them.</summary>
    public static string Canonical(IEnumerable<ListCondition> conditions) => string.Join('\n', conditions.Select(c =>
        $"{c.Field} {c.Operator} {string.Join('\u001f', c.Values.Select(v => v is DateTimeOffset at ? at.UtcTicks.ToString(CultureInfo.InvariantCulture) : Convert.ToString(v, CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    private static ListCondition? Filter(AskedQuery asked, string name)
    {
        if (Form().Match(name) is not { Success: true } form)
        {
            asked.Refuse(name, "filter.malformed", "A filter is written filter[field][operator]=value.", "For example filter[category][eq]=spain.");
            return null;
        }
        if (!Enum.TryParse<ListField>(form.Groups["field"].Value, ignoreCase: true, out var field) || !Fields.Contains(form.Groups["field"].Value))
        {
            asked.Refuse(name, "filter.field", "There is no such field to filter by.", Nearest.Hint(form.Groups["field"].Value, Fields));
            return null;
        }
        if (!Operators.Contains(form.Groups["operator"].Value) || !Enum.TryParse<ListOperator>(form.Groups["operator"].Value, ignoreCase: true, out var op))
        {
            asked.Refuse(name, "filter.operator", "There is no such operator.", Nearest.Hint(form.Groups["operator"].Value, Operators));
            return null;
        }
        if (!OperatorsOf(field).Contains(op))
        {
            asked.Refuse(name, "filter.operator", $"“{Camel(op.ToString())}” can't be asked of {Camel(field.ToString())}.", $"It takes: {string.Join(", ", OperatorsOf(field).Select(o => Camel(o.ToString())))}.");
            return null;
        }
        if (asked.One(name) is not { } given)
        {
            asked.Refuse(name, "filter.empty", "A filter has a value.");
            return null;
        }
        if (op == ListOperator.Null)
        {
            if (given is not ("true" or "false")) asked.Refuse(name, "filter.value", "“null” is true or false.");
            return new ListCondition(field, op, [given == "true"]);
        }
        string[] parts = op is ListOperator.In or ListOperator.Nin ? given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [given];
        if (parts.Length is 0 or > MostValues) asked.Refuse(name, "filter.value", $"A list of values has 1 to {MostValues}, with commas between them.");
        else if (field == ListField.Title && op is ListOperator.Contains && given.Length < ShortestPart) asked.Refuse(name, "filter.too_short", $"A part of a title has at least {ShortestPart} characters.");
        else if (op is ListOperator.Contains or ListOperator.StartsWith) return asked.Fits(name, given) ? new ListCondition(field, op, [given]) : null;
        else if (Values(asked, name, field, parts) is { } values) return new ListCondition(field, op, values);
        return null;
    }

    private static List<object>? Values(AskedQuery asked, string name, ListField field, string[] given)
    {
        var values = new List<object>();
        foreach (var text in given)
        {
            if (field is ListField.Tag && QuestCms.Domain.Common.PlainText.HasForbidden(text)) asked.Refuse(name, "tag.malformed", "A tag holds no characters that no text has.");
            else if (asked.Fits(name, text) && Value(asked, name, field, text) is { } value) values.Add(value);
        }
        return values.Count == given.Length ? values : null;
    }

    private static object? Value(AskedQuery asked, string name, ListField field, string text)
    {
        switch (field)
        {
            case ListField.Id:
                if (Guid.TryParseExact(text, "D", out var id)) return id;
                asked.Refuse(name, "id.malformed", "An id is written like 01920000-0000-7000-8000-000000000000.");
                return null;
            case ListField.Score:
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && score is >= Decision.MinScore and <= Decision.MaxScore) return score;
                asked.Refuse(name, "score.malformed", $"A score is a whole number from {Decision.MinScore} to {Decision.MaxScore}.");
                return null;
            case ListField.PublishedAt or ListField.UpdatedAt:
                if (Time(text) is { } at) return at;
                asked.Refuse(name, "time.malformed", "A time is written like 2026-11-28T09:30:00Z, or 2026-11-28 for the beginning of that day in UTC.", text.Contains(' ') ? "A plus sign in an address is written %2B." : null);
                return null;
            case ListField.Kind when !Kinds.Contains(text):
                asked.Refuse(name, "kind.unknown", "There is no such kind.", Nearest.Hint(text, Kinds));
                return null;
            default: return text;
        }
    }

    private static DateTimeOffset? Time(string text) =>
        Moment().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.UtcDateTime.Year is > 1 and < 9999
            ? new DateTimeOffset(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero) : null;

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"^filter\[(?<field>[^\[\]]{0,40})\]\[(?<operator>[^\[\]]{0,40})\]$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d))?$")]
    private static partial Regex Moment();
}
