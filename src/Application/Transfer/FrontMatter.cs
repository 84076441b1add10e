using YamlDotNet.Core;

namespace QuestCms.Application.Transfer;

/// <summary>A value of the front matter with the line it stands on. Null, text, list of values, or map of values.</summary>
internal sealed record FrontValue(object? Value, int Line)
{
    public string Text => Value switch { null => "", string s => s, _ => "" };
    /// <summary>A list's texts, or the one text.</summary>
    public IEnumerable<string> Texts => Value switch
    {
        string s => [s],
        List<FrontValue> list => list.Select(v => v.Value is Dictionary<string, FrontValue> map && map.TryGetValue("name", out var name) ? name.Text : v.Text),
        Dictionary<string, FrontValue> map when map.TryGetValue("name", out var name) => [name.Text],
        _ => [],
    };

    /// <summary>As plain values for JSON.</summary>
    public object? Plain => Value switch
    {
        List<FrontValue> list => list.Select(v => v.Plain).ToList(),
        Dictionary<string, FrontValue> map => map.ToDictionary(p => p.Key, p => p.Value.Plain),
        _ => Value,
    };
}

/// <summary>The YAML between two lines of three hyphens at the head of a file. What is no YAML is read line by line as far as it goes.</summary>
internal static class FrontMatter
{
    public const int MostCharacters = 64 * 1024;

    /// <summary>The front matter's values, and the text without it.</summary>
    public static (Dictionary<string, FrontValue> Values, SourceText Body) Read(SourceText text, ImportNotes notes)
    {
        var (start, end, after) = Find(text.Text);
        if (after < 0)
        {
            if (start >= 0) notes.Kept(1, "front matter", "The front matter is never closed by a line of ---, so the whole file is the text.");
            else notes.Kept(1, "front matter", "The file has no front matter; its title comes from the file name.");
            return ([], text);
        }
        var rewriting = new Rewriting(text, notes);
        rewriting.DropTo(after, "front matter");
        var body = rewriting.End();
        if (end - start > MostCharacters)
        {
            notes.Lost(1, "front matter", $"The front matter has {end - start:N0} characters; {MostCharacters:N0} are the most. None of it was read.");
            return ([], body);
        }
        var yaml = text.Text[start..end];
        try
        {
            return (YamlReading.Read(yaml, notes), body);
        }
        catch (YamlException broken)
        {
            var line = (int)Math.Clamp(broken.Start.Line + 1, 1, int.MaxValue);
            notes.Changed(line, "front matter", $"This line is not YAML ({ImportNotes.Shown(broken.Message)}); the front matter was read line by line.");
            return (LenientFrontMatter.Read(yaml, notes), body);
        }
    }

    // "---" at the very start, up to the next line that is "---" or "...".
    private static (int Start, int End, int After) Find(string text)
    {
        var first = text.IndexOf('\n');
        if (!text.StartsWith("---", StringComparison.Ordinal) || first < 0 || text.AsSpan(3, first - 3).Trim().Length > 0) return (-1, -1, -1);
        for (var at = first + 1; at < text.Length;)
        {
            var next = text.IndexOf('\n', at);
            var stop = next < 0 ? text.Length : next;
            var line = text.AsSpan(at, stop - at).TrimEnd();
            if (line is "---" or "...") return (first + 1, at, next < 0 ? text.Length : next + 1);
            at = stop + 1;
        }
        return (first + 1, -1, -1);
    }
}
