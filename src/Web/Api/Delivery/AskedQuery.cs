using System.Globalization;
using QuestCms.Domain.Common;

namespace QuestCms.Web.Api.Delivery;

/// <summary>
/// Reads the query of an address, name by name, and gathers everything that is wrong with it: what is unknown with the nearest right name, what is given twice, what can't be.
/// Nothing is mended. A value that is given empty counts as not given.
/// </summary>
internal sealed class AskedQuery(IQueryCollection query)
{
    /// <summary>Characters of one value.</summary>
    public const int MaxValue = 200;
    private const int MostErrors = 20;
    private readonly List<ProblemField> _errors = [];

    public IReadOnlyList<ProblemField> Errors => _errors;

    public IEnumerable<string> Names => query.Keys;

    public void Refuse(string parameter, string code, string detail, string? hint = null)
    {
        if (_errors.Count < MostErrors) _errors.Add(new ProblemField(null, Shown(parameter), code, detail, hint));
    }

    /// <summary>Everything else is refused; <paramref name="also"/> says which others are looked at elsewhere.</summary>
    public void Allow(IReadOnlyList<string> known, Func<string, bool>? also = null)
    {
        foreach (var name in query.Keys)
            if (!known.Contains(name) && also?.Invoke(name) != true && _errors.Count < MostErrors) Refuse(name, "parameter.unknown", $"There is no parameter “{Shown(name)}” here.", Nearest.Hint(name, known));
    }

    /// <summary>A value that may be given once; null when it is not given.</summary>
    public string? One(string name)
    {
        var values = query[name];
        if (values.Count > 1) Refuse(name, "parameter.repeated", $"“{Shown(name)}” can be given once.");
        return values.Count == 0 || string.IsNullOrEmpty(values[0]) ? null : values[0];
    }

    /// <summary>A short text that may be given once.</summary>
    public string? Word(string name)
    {
        var given = One(name);
        return given is null || Fits(name, given) ? given : null;
    }

    /// <summary>All values of a name.</summary>
    public string[] Many(string name) => [.. query[name].OfType<string>().Where(v => v.Length > 0)];

    /// <summary>False, and said, when no text of the house has these characters, or it is longer than any value is.</summary>
    public bool Fits(string name, string value)
    {
        if (PlainText.HasForbidden(value)) Refuse(name, "text.forbidden_characters", $"“{Shown(name)}” holds characters that no text has.");
        else if (value.Length > MaxValue) Refuse(name, "parameter.too_long", $"A value has at most {MaxValue} characters.");
        else return true;
        return false;
    }

    public int Limit(int standard, int most)
    {
        if (One("limit") is not { } given) return standard;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most) return limit;
        Refuse("limit", "limit.range", $"A limit is a whole number from 1 to {most}.");
        return standard;
    }

    public bool Flag(string name)
    {
        var given = One(name);
        if (given is not (null or "true" or "false")) Refuse(name, "parameter.malformed", $"“{name}” is true or false.");
        return given == "true";
    }

    /// <summary>The same query in one order, without the cursor: two that ask for the same are the same.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Ordered() =>
        query.Where(p => !p.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase)).OrderBy(p => p.Key, StringComparer.Ordinal)
            .SelectMany(p => p.Value.Where(v => !string.IsNullOrEmpty(v)).Order(StringComparer.Ordinal), (p, v) => KeyValuePair.Create(p.Key, v));

    /// <summary>The first thing that is wrong is the problem's own; all of them stand in it.</summary>
    public Task WriteAsync(HttpContext context) => Problems.WriteAsync(context, 400, _errors[0].Code, _errors[0].Detail, _errors);

    private static string Shown(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
