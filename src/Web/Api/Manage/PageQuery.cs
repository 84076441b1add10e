using System.Globalization;
using QuestCms.Domain.Common;

namespace QuestCms.Web.Api.Manage;

/// <summary>The query of a list, read strictly: an unknown parameter, one given twice, a limit over the maximum or another list's cursor are 400, each named.</summary>
internal sealed class PageQuery
{
    public const int MaxLimit = 100;
    private const int DefaultLimit = 20;
    private const int MostLength = 4_000;
    private readonly IQueryCollection _query;
    private readonly List<ProblemField> _errors = [];

    public PageQuery(IQueryCollection query, params string[] filters)
    {
        _query = query;
        string[] known = [.. filters, "limit", "cursor"];
        foreach (var name in query.Keys.Where(k => !known.Contains(k))) _errors.Add(new(null, Short(name), "parameter.unknown", $"There is no parameter “{Short(name)}”.", Names.Nearest(name, known)));
        Limit = DefaultLimit;
        if (Text("limit") is { } given && !(int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit && (Limit = limit) > 0))
            _errors.Add(new(null, "limit", "limit.range", $"A limit is a whole number from 1 to {MaxLimit}.", null));
        Cursor = Text("cursor");
    }

    public int Limit { get; }
    public string? Cursor { get; }

    /// <summary>A parameter as it was given; null when it was not.</summary>
    public string? Text(string name)
    {
        var values = _query[name];
        if (values.Count > 1) Wrong(name, "parameter.repeated", $"“{name}” can be given once.");
        if (values is not [{ Length: > 0 } value, ..]) return null;
        if (value.Length <= MostLength && !PlainText.HasForbidden(value)) return value;
        Wrong(name, "parameter.malformed", $"“{name}” is too long, or holds characters that no text has.");
        return null;
    }

    public T? Word<T>(string name) where T : struct, Enum
    {
        if (Text(name) is not { } word) return null;
        if (Names.Find<T>(word) is { } found) return found;
        _errors.Add(new(null, name, "value.unknown", $"“{Short(word)}” is none of the words of “{name}”.", Names.Nearest(word, Names.Of<T>())));
        return null;
    }

    /// <summary>What a cursor is bound to: the list and everything but the cursor and the page's size.</summary>
    public string Filters(string list, string site) => string.Join('\n', _query.Where(q => q.Key is not ("limit" or "cursor")).OrderBy(q => q.Key, StringComparer.Ordinal).Select(q => $"{q.Key}={q.Value}").Prepend(site).Prepend($"manage/{list}"));

    public void NoCursor() => Wrong("cursor", "cursor.invalid", "This cursor was not made here, or for other filters. Begin without one.");

    /// <summary>True when something was wrong, and was answered.</summary>
    public async Task<bool> RefusedAsync(HttpContext context)
    {
        if (_errors.Count == 0) return false;
        await Problems.WriteAsync(context, 400, _errors[0].Code, _errors.Count == 1 ? _errors[0].Detail : "Some parameters need another look.", _errors);
        return true;
    }

    /// <summary>A refusal whose fields are parameters.</summary>
    public static Task RefuseAsync(HttpContext context, Error error) =>
        Problems.WriteAsync(context, Problems.StatusOf(error.Kind), error.Code, error.Message, [.. error.Fields.Select(f => new ProblemField(null, f.Path, f.Code, f.Message, null))]);

    public Task SendAsync<T>(HttpContext context, IReadOnlyList<T> rows, string? next)
    {
        var self = context.Request.Path + context.Request.QueryString;
        var following = next is null ? null : context.Request.Path + QueryString.Create(_query.Where(p => p.Key != "cursor").SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v)).Append(new("cursor", next)));
        if (following is not null) context.Response.Headers.Link = $"<{following}>; rel=\"next\"";
        return Told.SendAsync(context, new PageShape<T>(rows, new(Limit), new(self, following)));
    }

    /// <summary>True when an address that takes no parameter was given one, and that was answered.</summary>
    public static async Task<bool> HasAnyAsync(HttpContext context)
    {
        if (context.Request.Query.Count == 0) return false;
        await Problems.WriteAsync(context, 400, "parameter.unknown", "This address takes no parameters.", [.. context.Request.Query.Keys.Select(k => new ProblemField(null, Short(k), "parameter.unknown", $"There is no parameter “{Short(k)}”.", null))]);
        return true;
    }

    public void Wrong(string name, string code, string detail) => _errors.Add(new(null, name, code, detail, null));

    private static string Short(string text) => text.Length <= 60 ? text : PlainText.Clean(text[..60]).Text + "…";
}
