using System.Text;

namespace QuestCms.ClientGenerator;

/// <summary>Things and choices as C#: sealed records whose members are there because the contract says so, and choices that take words of tomorrow.</summary>
public static class CSharpModels
{
    public const string Head = "// Written by ./quest clients from clients/openapi.json: change the application, not this file.\n#nullable enable\n";

    public static string Write(Document document)
    {
        var text = new StringBuilder(Head).Append("using System.Text.Json;\nusing System.Text.Json.Serialization;\n\nnamespace QuestCms.Client;\n");
        foreach (var choice in document.Choices.OrderBy(c => c.Name, StringComparer.Ordinal)) Write(text, choice);
        foreach (var thing in document.Things.Where(t => t.PageOf is null).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            text.Append('\n').Summary("", thing.About).Append($"public sealed record {thing.Name}\n{{\n");
            var first = true;
            foreach (var member in thing.Members)
            {
                if (!first && member.About is not null) text.Append('\n');
                first = false;
                var name = NameOf(member.Name);
                if (JsonNameOf(name) != member.Name) throw new NotSupportedException($"{thing.Name}.{member.Name} can't be written as a property.");
                text.Summary("    ", member.About);
                // What may be left out of what is sent is left out: null would say something.
                if (!member.IsThere && document.Operations.Any(o => o.Body?.Name is { } sent && thing.Name.StartsWith(sent, StringComparison.Ordinal))) text.Append("    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]\n");
                text.Append($"    public {(member.IsThere ? "required " : "")}{TypeOf(document, member.Shape, !member.IsThere)} {name} {{ get; init; }}\n");
            }
            text.Append("}\n");
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, Choice choice)
    {
        text.Append('\n').Summary("", choice.About ?? $"One of: {string.Join(", ", choice.Words)}.", "New values may come: keep a way for what you don't know.")
            .Append($"[JsonConverter(typeof(ChoiceConverter<{choice.Name}>))]\npublic readonly record struct {choice.Name}(string Value) : IChoice<{choice.Name}>\n{{\n");
        foreach (var word in choice.Words) text.Append($"    public static readonly {choice.Name} {Words.Pascal(word)} = new(\"{word}\");\n");
        text.Append($"\n    /// <summary>The word as it is sent.</summary>\n    public override string ToString() => Value;\n\n    static {choice.Name} IChoice<{choice.Name}>.Of(string value) => new(value);\n}}\n");
    }

    /// <param name="maybe">It may be missing, whatever it is.</param>
    public static string TypeOf(Document document, Shape shape, bool maybe = false) => Bare(document, shape) + (shape.MayBeNull || maybe ? "?" : "");

    private static string Bare(Document document, Shape shape) => shape.Kind switch
    {
        ShapeKind.Text => "string",
        ShapeKind.Id => "Guid",
        ShapeKind.Time => "DateTimeOffset",
        ShapeKind.Whole => "int",
        ShapeKind.Long => "long",
        ShapeKind.Number => "double",
        ShapeKind.Flag => "bool",
        ShapeKind.Bytes => "Stream",
        ShapeKind.Anything => "JsonElement",
        ShapeKind.Filters => "IReadOnlyList<Filter>",
        ShapeKind.Many => $"IReadOnlyList<{TypeOf(document, shape.Item!)}>",
        ShapeKind.Thing when document.Of(shape.Name!).PageOf is { } item => $"Page<{TypeOf(document, item)}>",
        _ => shape.Name!,
    };

    public static string NameOf(string name) => Words.Pascal(name);

    private static string JsonNameOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>A summary for who writes with it, where there is something to say.</summary>
    public static StringBuilder Summary(this StringBuilder text, string indent, params string?[] sentences)
    {
        var said = string.Join(' ', sentences.OfType<string>().Where(s => s.Length > 0).Select(s => Words.Sentence(Escape(s))));
        return said.Length == 0 ? text : text.Append($"{indent}/// <summary>{said}</summary>\n");
    }

    /// <summary>Words for XML, with what stands in backquotes as code.</summary>
    public static string Escape(string text)
    {
        var parts = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).ReplaceLineEndings(" ").Split('`');
        return parts.Length % 2 == 0 ? string.Join('`', parts) : string.Concat(parts.Select((p, i) => i % 2 == 0 ? p : $"<c>{p}</c>"));
    }
}
