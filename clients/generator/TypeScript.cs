using System.Text;

namespace QuestCms.ClientGenerator;

/// <summary>Things, choices and operations as TypeScript: interfaces, unions that take words of tomorrow, three classes.</summary>
public static class TypeScript
{
    private const string Head = "// Written by ./quest clients from clients/openapi.json: change the application, not this file.\n";

    /// <summary>types.ts</summary>
    public static string Types(Document document)
    {
        var text = new StringBuilder(Head).Append("import type { Page } from \"../pages.js\";\n");
        foreach (var choice in document.Choices.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            text.Append('\n').About("", choice.About, "New values may come: keep a way for what you don't know.")
                .Append($"export type {choice.Name} = {string.Join(" | ", choice.Words.Select(w => $"\"{w}\""))} | (string & {{}});\n");
        }
        foreach (var thing in document.Things.Where(t => t.PageOf is null).OrderBy(t => t.Name, StringComparer.Ordinal)) Interface(text.Append('\n').About("", thing.About), document, thing.Name, thing.Members);
        foreach (var operation in document.Operations.Where(o => o.Query.Count > 0))
            Interface(text.Append('\n').About("", $"What `{operation.Id}` can be asked."), document, Words.Pascal(operation.Id) + "Query", operation.Query);
        return (text.ToString().Contains("Page<", StringComparison.Ordinal) ? text : text.Replace("import type { Page } from \"../pages.js\";\n", "")).ToString();
    }

    /// <summary>operations.ts</summary>
    public static string Operations(Document document)
    {
        var text = new StringBuilder(Head).Append("import type { Answer, Page } from \"../pages.js\";\nimport { asked, segment, type Call, type Changing, type Making, type Wire } from \"../wire.js\";\nimport type * as t from \"./types.js\";\n");
        foreach (var home in document.Operations.GroupBy(o => o.Home))
        {
            var (name, kept) = home.Key switch
            {
                OperationHome.House => ("HouseOperations", "protected readonly wire: Wire"),
                OperationHome.Site => ("SiteOperations", "protected readonly wire: Wire, readonly slug: string"),
                _ => ("ManagementOperations", "protected readonly wire: Wire, readonly slug: string"),
            };
            text.Append($"\nexport class {name} {{\n  constructor({kept}) {{}}\n");
            foreach (var operation in home) Write(text, document, operation);
            text.Append("}\n");
        }
        return text.ToString();
    }

    private static void Interface(StringBuilder text, Document document, string name, IReadOnlyList<Member> members)
    {
        text.Append($"export interface {name} {{\n");
        foreach (var member in members) text.About("  ", member.About).Append($"  {member.Name}{(member.IsThere ? "" : "?")}: {TypeOf(document, member.Shape)};\n");
        text.Append("}\n");
    }

    private static void Write(StringBuilder text, Document document, Operation operation)
    {
        var answer = operation.Answer is { } shape ? TypeOf(document, shape, "t.") : "string";
        var path = string.Concat(operation.InPath.Select(m => $"{m.Name}: {TypeOf(document, m.Shape, "t.")}, "));
        if (operation.Home == OperationHome.Management && operation.Query.Count == 0)
        {
            var body = operation.Body is { } sent ? $"{(operation.BodyIsForm ? "picture" : "sent")}{(operation.BodyIsNeeded ? "" : " | undefined")}: {TypeOf(document, sent, "t.")}" : "";
            body = body.Contains(" | undefined:", StringComparison.Ordinal) ? body.Replace(" | undefined:", ":", StringComparison.Ordinal) + " | undefined" : body;
            var options = operation.NeedsMatch ? "options: Changing" : operation.TakesOnceKey ? "options?: Making" : "options?: Call";
            Method(text, operation, operation.Summary, $"{operation.Id}({path}{(body.Length > 0 ? body + ", " : "")}{options}): Promise<Answer<{answer}>>",
                $"this.wire.send<{answer}>(\"{operation.Method}\", {Address(operation)}, {(operation.Body is null ? "undefined" : operation.BodyIsForm ? "picture" : "sent")}, options)");
            return;
        }
        var query = operation.Query.Count == 0 ? "" : $"query{(operation.Query.Any(q => q.IsThere) ? "" : "?")}: t.{Words.Pascal(operation.Id)}Query, ";
        Method(text, operation, operation.Summary, $"{operation.Id}({path}{query}options?: Call): Promise<{answer}>", operation.Answer is null ? $"this.wire.text({Address(operation)}, options)" : $"this.wire.get<{answer}>({Address(operation)}, options)");
        if (operation.Answer is { Kind: ShapeKind.Thing } whole && operation.Query.Any(q => q.Name == "cursor"))
        {
            var page = document.Of(whole.Name!);
            var item = TypeOf(document, page.PageOf ?? page.Members.Single(m => m.Name == "data").Shape.Item!, "t.");
            Method(text, operation, operation.Summary + ", page after page", $"all{Words.WithoutVerb(operation.Id)}({path}{query}options?: Call): AsyncGenerator<{item}, void, undefined>", $"this.wire.through<{item}>({Address(operation)}, options)");
        }
        if (operation.CanPick && document.PartOf(operation.Answer!) is { } part)
        {
            var picked = operation.Answer!.Part is null ? $"Page<t.{part.Name}>" : $"t.{part.Name}";
            Method(text, operation, operation.Summary + ": the chosen fields alone, with commas between them; a part of one as `seo.title`", $"pick{Words.WithoutVerb(operation.Id)}({path}fields: string, {query}options?: Call): Promise<{picked}>", $"this.wire.get<{picked}>({Address(operation, true)}, options)");
        }
    }

    private static void Method(StringBuilder text, Operation operation, string summary, string signature, string call)
    {
        var codes = operation.Codes.Count > 0 ? $" @throws {{QuestProblem}} codes: {string.Join(", ", operation.Codes)}." : "";
        text.Append($"\n  /** {string.Join(' ', new[] { summary, operation.Description }.Where(s => s.Length > 0).Select(s => Words.Sentence(s.ReplaceLineEndings(" "))))}{codes} */\n  {signature} {{\n    return {call};\n  }}\n");
    }

    private static string Address(Operation operation, bool picked = false)
    {
        var path = operation.Path.Replace("{site}", "${segment(this.slug)}", StringComparison.Ordinal);
        foreach (var member in operation.InPath) path = path.Replace($"{{{member.Name}}}", $"${{segment({member.Name})}}", StringComparison.Ordinal);
        var address = path.Contains('$', StringComparison.Ordinal) ? $"`{path}`" : $"\"{path}\"";
        if (operation.Query.Count == 0) return picked ? $"{address} + asked({{ fields }})" : address;
        return $"{address} + asked({(picked ? "{ ...query, fields }" : "query")})";
    }

    private static string TypeOf(Document document, Shape shape, string prefix = "")
    {
        var bare = shape.Kind switch
        {
            ShapeKind.Text or ShapeKind.Id or ShapeKind.Time => "string",
            ShapeKind.Whole or ShapeKind.Long or ShapeKind.Number => "number",
            ShapeKind.Flag => "boolean",
            ShapeKind.Bytes => "Blob",
            ShapeKind.Anything => "unknown",
            ShapeKind.Filters => "Record<string, Record<string, string>>",
            ShapeKind.Many => $"{Grouped(TypeOf(document, shape.Item!, prefix))}[]",
            ShapeKind.Thing when document.Of(shape.Name!).PageOf is { } item => $"Page<{TypeOf(document, item, prefix)}>",
            _ => prefix + shape.Name,
        };
        return shape.MayBeNull ? bare + " | null" : bare;
    }

    private static string Grouped(string type) => type.Contains(' ', StringComparison.Ordinal) ? $"({type})" : type;

    private static StringBuilder About(this StringBuilder text, string indent, params string?[] sentences)
    {
        var said = string.Join(' ', sentences.OfType<string>().Where(s => s.Length > 0).Select(s => Words.Sentence(s.ReplaceLineEndings(" ")))).Replace("*/", "*\\/", StringComparison.Ordinal);
        return said.Length == 0 ? text : text.Append($"{indent}/** {said} */\n");
    }
}
