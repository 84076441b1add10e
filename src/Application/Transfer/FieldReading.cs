using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Transfer;

/// <summary>Takes names out of front matter one by one; what is left at the end was not understood.</summary>
internal sealed class FieldReading(Dictionary<string, FrontValue> front, ImportNotes notes)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>A text, if there is one under that name.</summary>
    public FrontValue? Take(string name)
    {
        if (!front.TryGetValue(name, out var value) || value.Value is not (string or null)) return null;
        _taken.Add(name);
        return value;
    }

    /// <summary>A text without taking it; empty when there is none.</summary>
    public string Peek(string name) => front.TryGetValue(name, out var value) ? value.Text : "";

    /// <summary>The name stays an attribute after all.</summary>
    public void Keep(string name) => _taken.Remove(name);

    /// <summary>The same, where the reason was said already.</summary>
    public void KeepSilently(string name)
    {
        Keep(name);
        _said.Add(name);
    }

    /// <summary>The line of the first of these names that is there; 0 when none is.</summary>
    public int LineOf(params string[] names) => names.Select(n => front.TryGetValue(n, out var value) ? value.Line : 0).FirstOrDefault(line => line > 0);

    public bool Says(string name, string what) => front.TryGetValue(name, out var value) && value.Text.Equals(what, StringComparison.OrdinalIgnoreCase) && (_taken.Add(name) || true);

    /// <summary>One line of plain text, cut at the limit with a report.</summary>
    public string Line(string name, int most) => Take(name) is { } value ? Limited(name, value, PlainField.Of(value, notes).Replace('\n', ' '), most) : "";

    /// <summary>The first of these that says something; the others stay attributes.</summary>
    public string Paragraph(params string[] names)
    {
        foreach (var name in names)
            if (Take(name) is { } value && PlainField.Of(value, notes) is { Length: > 0 } text)
            {
                notes.Understood(value.Line, "summary", $"The {name} became the summary.");
                return Limited(name, value, text, ArticleContent.MaxSummary);
            }
        return "";
    }

    /// <summary>A list, one text, or texts parted by commas.</summary>
    public IEnumerable<string> Names(params string[] names)
    {
        foreach (var name in names)
        {
            if (!front.TryGetValue(name, out var value)) continue;
            _taken.Add(name);
            var texts = value.Value is string text ? text.Split(',') : value.Texts;
            foreach (var one in texts.Select(t => PlainText.Clean(t).Text.Trim()).Where(t => t.Length > 0)) yield return one;
        }
    }

    public string[] Tags()
    {
        var found = Names("tags").SelectMany(t => front["tags"].Value is string s && !s.Contains(',') ? t.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [t])
            .Select(t => t.Replace('\n', ' ').Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var tag in found.Where(t => t.Length > ArticleContent.MaxTag))
            notes.Lost(front["tags"].Line, "tags", $"The tag “{ImportNotes.Shown(tag)}” has {tag.Length} characters; {ArticleContent.MaxTag} are the most. It is left out.");
        var fitting = found.Where(t => t.Length <= ArticleContent.MaxTag).ToArray();
        if (fitting.Length <= ArticleContent.MaxTags) return fitting;
        notes.Lost(front["tags"].Line, "tags", $"{fitting.Length} tags; {ArticleContent.MaxTags} are the most. The later ones are left out.");
        return fitting[..ArticleContent.MaxTags];
    }

    /// <summary>Addresses as paths with a leading slash, without host, query and fragment.</summary>
    public IEnumerable<string> Paths(string name)
    {
        foreach (var said in Names(name).Take(50))
        {
            var path = Uri.TryCreate(said, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? new Uri(said).AbsolutePath : said;
            path = path.Split('?', '#')[0].Trim();
            if (path.Length is 0 or > 500 || path.Contains(':')) { notes.Kept(front[name].Line, name, $"“{ImportNotes.Shown(said)}” is no path, so no redirect was made of it."); KeepSilently(name); continue; }
            notes.Understood(front[name].Line, name, $"“{ImportNotes.Shown(path)}” is a former address; it leads to the article.");
            yield return path[0] == '/' ? path : "/" + path;
        }
    }

    /// <summary>What nothing took, for the attributes; each said once.</summary>
    public Dictionary<string, object?> Rest()
    {
        var rest = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in front.Where(p => !_taken.Contains(p.Key)))
        {
            var clean = PlainText.Clean(name).Text;
            rest[clean] = Clean(value.Plain);
            if (value.Value is not null && !_said.Contains(name)) notes.Kept(value.Line, "front matter", $"“{ImportNotes.Shown(clean)}” has no field and is kept as an attribute.");
        }
        return rest;
    }

    // YAML escapes can say NUL and lone surrogates where the file's bytes can't.
    private static object? Clean(object? value) => value switch
    {
        string text => PlainText.Clean(text).Text,
        List<object?> list => list.ConvertAll(Clean),
        Dictionary<string, object?> map => map.DistinctBy(p => PlainText.Clean(p.Key).Text).ToDictionary(p => PlainText.Clean(p.Key).Text, p => Clean(p.Value)),
        _ => value,
    };

    private string Limited(string name, FrontValue value, string text, int most)
    {
        if (text.Length <= most) return text;
        notes.Lost(value.Line, name, $"The {name} has {text.Length:N0} characters; {most:N0} are the most. The end is left out.");
        return PostFields.Cut(text, most);
    }
}
