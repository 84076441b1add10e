using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace QuestCms.Application.Transfer;

/// <summary>YAML events to plain values within limits: no anchors (an alias could multiply), at most ten levels and five thousand values, the first of equal keys.</summary>
internal static class YamlReading
{
    private const int MostLevels = 10;
    private const int MostValues = 5_000;

    /// <exception cref="YamlException">It is not YAML, or beyond the limits.</exception>
    public static Dictionary<string, FrontValue> Read(string yaml, ImportNotes notes)
    {
        var twice = new List<FrontValue>();
        try
        {
            var values = Read(yaml, twice);
            foreach (var name in twice) notes.Lost(name.Line, "front matter", $"“{ImportNotes.Shown(name.Text)}” stands twice; the first is taken and this one is not.");
            return values;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NotSupportedException or FormatException or OverflowException)
        {
            // The scanner throws these for some texts that are no YAML.
            throw new YamlException("the scanner gave up", fault);
        }
    }

    private static Dictionary<string, FrontValue> Read(string yaml, List<FrontValue> twice)
    {
        var limits = yaml.AsSpan().IndexOfAnyExcept(' ', '\n', '\t') < 0 ? null : new Parser(new StringReader(yaml));
        if (limits is null) return [];
        limits.Consume<StreamStart>();
        if (limits.TryConsume<StreamEnd>(out _)) return [];
        limits.Consume<DocumentStart>();
        if (limits.Current is not MappingStart)
        {
            if (limits.TryConsume<Scalar>(out var scalar) && scalar.Value.Length == 0) return [];
            throw new YamlException(Mark.Empty, Mark.Empty, "front matter is a list of names and values");
        }
        var count = 0;
        return (Dictionary<string, FrontValue>)Value(limits, twice, 0, ref count).Value!;
    }

    private static FrontValue Value(Parser parser, List<FrontValue> twice, int level, ref int count)
    {
        var at = parser.Current ?? throw new YamlException("the front matter ends early");
        if (++count > MostValues) throw new YamlException(at.Start, at.End, "more values than any front matter has");
        if (level > MostLevels) throw new YamlException(at.Start, at.End, "nested too deeply");
        if (at is AnchorAlias || at is NodeEvent { Anchor.IsEmpty: false }) throw new YamlException(at.Start, at.End, "anchors and aliases are not read");
        var line = (int)at.Start.Line + 1;
        switch (at)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new FrontValue(scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } ? null : scalar.Value, line);
            case SequenceStart:
                parser.MoveNext();
                var list = new List<FrontValue>();
                while (!parser.TryConsume<SequenceEnd>(out _)) list.Add(Value(parser, twice, level + 1, ref count));
                return new FrontValue(list, line);
            case MappingStart:
                parser.MoveNext();
                var map = new Dictionary<string, FrontValue>(StringComparer.Ordinal);
                while (!parser.TryConsume<MappingEnd>(out _))
                {
                    var key = Value(parser, twice, level + 1, ref count);
                    var value = Value(parser, twice, level + 1, ref count);
                    if (key.Value is List<FrontValue> or Dictionary<string, FrontValue>) throw new YamlException(at.Start, at.End, "a name is one word");
                    // The name's line: a list beneath it begins on the next.
                    if (!map.TryAdd(key.Text, value with { Line = key.Line })) twice.Add(key);
                }
                return new FrontValue(map, line);
            default:
                throw new YamlException(at.Start, at.End, "this is not read here");
        }
    }
}

/// <summary>Front matter that is not YAML, line by line: <c>name: value</c> at the margin, and <c>- item</c> beneath a name.</summary>
internal static class LenientFrontMatter
{
    public static Dictionary<string, FrontValue> Read(string yaml, ImportNotes notes)
    {
        var values = new Dictionary<string, FrontValue>(StringComparer.Ordinal);
        var (name, number) = ("", 1);
        foreach (var line in yaml.Split('\n'))
        {
            number++;
            if (line.AsSpan().Trim().Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':');
            var trimmed = line.Trim();
            if (trimmed.StartsWith("- ", StringComparison.Ordinal) && values.TryGetValue(name, out var above) && above.Value is null or List<FrontValue>)
            {
                if (above!.Value is not List<FrontValue> items) values[name] = above with { Value = items = [] };
                items.Add(new FrontValue(Unquoted(trimmed[2..]), number));
            }
            else if (colon > 0 && !char.IsWhiteSpace(line[0]) && line.AsSpan(0, colon).IndexOfAny(' ', '"', '{') < 0)
            {
                name = line[..colon];
                var value = Unquoted(line[(colon + 1)..]);
                if (!values.TryAdd(name, new FrontValue(value.Length == 0 ? null : value, number)))
                    notes.Lost(number, "front matter", $"“{ImportNotes.Shown(name)}” stands twice; the first is taken and this one is not.");
            }
            else notes.Lost(number, "front matter", $"This line of the front matter was not understood and is not stored: {ImportNotes.Shown(line)}");
        }
        return values;
    }

    private static string Unquoted(string value)
    {
        var text = value.Trim();
        return text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;
    }
}
