using System.Text;

namespace QuestCms.ClientGenerator;

/// <summary>Operations as methods of three C# classes, and what they take as records.</summary>
public static class CSharpOperations
{
    public static string Write(Document document)
    {
        var text = new StringBuilder(CSharpModels.Head).Append("using System.Text.Json;\n\nnamespace QuestCms.Client;\n");
        foreach (var home in document.Operations.GroupBy(o => o.Home))
        {
            text.Append($"\npublic sealed partial class {ClassOf(home.Key)}\n{{");
            foreach (var operation in home) Write(text, document, operation);
            text.Append("}\n");
        }
        foreach (var operation in document.Operations.Where(o => o.Query.Count > 0)) WriteQuery(text, document, operation);
        return text.ToString();
    }

    private static string ClassOf(OperationHome home) => home switch { OperationHome.House => "QuestClient", OperationHome.Site => "QuestSite", _ => "QuestManagement" };

    private static void Write(StringBuilder text, Document document, Operation operation)
    {
        var answer = operation.Answer is { } shape ? CSharpModels.TypeOf(document, shape) : "string";
        var name = Words.Pascal(operation.Id);
        if (operation.Home == OperationHome.Management && operation.Query.Count == 0) WriteChange(text, document, operation, answer, name);
        else if (operation.Method != "GET") throw new NotSupportedException($"{operation.Id} changes something and is none of the management.");
        else
        {
            var call = operation.Answer is null ? "TextAsync" : $"GetAsync<{answer}>";
            Method(text, document, operation, operation.Summary, $"Task<{answer}> {name}Async", "", $"_wire.{call}({Address(operation)}, ct)");
            if (operation.Answer is { } whole && ItemOf(document, operation, whole) is { } item)
                Method(text, document, operation, operation.Summary + ", page after page", $"IAsyncEnumerable<{item}> All{Words.WithoutVerb(operation.Id)}Async", "", $"_wire.ThroughAsync<{answer}, {item}>({Address(operation)}, page => page.Data, page => page.Links.Next, ct)");
            if (operation.CanPick && document.PartOf(operation.Answer!) is { } part)
            {
                var picked = operation.Answer!.Part is null ? $"Page<{part.Name}>" : part.Name!;
                Method(text, document, operation, operation.Summary + ": the chosen fields alone", $"Task<{picked}> Pick{Words.WithoutVerb(operation.Id)}Async", "string fields",
                    $"_wire.GetAsync<{picked}>({Address(operation, "fields")}, ct)");
            }
        }
    }

    // What a page is a page of, where there is a next one.
    private static string? ItemOf(Document document, Operation operation, Shape answer)
    {
        if (!operation.Query.Any(q => q.Name == "cursor") || answer.Kind != ShapeKind.Thing) return null;
        var page = document.Of(answer.Name!);
        return CSharpModels.TypeOf(document, page.PageOf ?? page.Members.Single(m => m.Name == "data").Shape.Item!);
    }

    private static void WriteChange(StringBuilder text, Document document, Operation operation, string answer, string name)
    {
        var body = operation.Body is { } sent ? $"{CSharpModels.TypeOf(document, sent)}{(operation.BodyIsNeeded ? "" : "?")} {(operation.BodyIsForm ? "picture" : "sent")}{(operation.BodyIsNeeded ? "" : " = null")}" : "";
        var content = operation.Body is null ? "null" : operation.BodyIsForm ? "Wire.Form(picture)" : "Wire.Json(sent)";
        string[] more = [operation.NeedsMatch ? "string ifMatch" : "", body, operation.TakesOnceKey ? "string? idempotencyKey = null" : ""];
        var header = operation.NeedsMatch ? "(\"If-Match\", ifMatch)" : operation.TakesOnceKey ? "(\"Idempotency-Key\", idempotencyKey)" : "(\"Accept\", \"application/json\")";
        Method(text, document, operation, operation.Summary, $"Task<Answer<{answer}>> {name}Async", string.Join(", ", more.Where(m => m.Length > 0)),
            $"_wire.SendAsync<{answer}>(HttpMethod.{Words.Pascal(operation.Method.ToLowerInvariant())}, {Address(operation)}, {content}, {header}, ct)");
    }

    private static void Method(StringBuilder text, Document document, Operation operation, string summary, string signature, string more, string call)
    {
        text.Append('\n').Summary("    ", summary);
        if (operation.Description.Length > 0) text.Append($"    /// <remarks>{CSharpModels.Escape(operation.Description)}</remarks>\n");
        foreach (var member in operation.InPath.Where(m => m.About is not null)) text.Append($"    /// <param name=\"{member.Name}\">{CSharpModels.Escape(member.About!)}</param>\n");
        if (more == "string fields") text.Append("    /// <param name=\"fields\">Fields with commas between them; a part of one as <c>seo.title</c>.</param>\n");
        if (operation.NeedsMatch) text.Append("    /// <param name=\"ifMatch\">The entity tag of the version the change is made on: <see cref=\"Answer{T}.ETag\"/>.</param>\n");
        if (operation.TakesOnceKey) text.Append("    /// <param name=\"idempotencyKey\">The same key with the same call makes one thing and hears the same answer, for 24 hours.</param>\n");
        if (operation.Codes.Count > 0) text.Append($"    /// <exception cref=\"QuestProblemException\">It was refused; codes: {string.Join(", ", operation.Codes)}.</exception>\n");
        var query = operation.Query.Count == 0 ? "" : $"{Words.Pascal(operation.Id)}Query{(operation.Query.Any(q => q.IsThere) ? " query" : "? query = null")}";
        string[] taken = [.. operation.InPath.Select(m => $"{CSharpModels.TypeOf(document, m.Shape)} {m.Name}"), more, query, signature.StartsWith("IAsync", StringComparison.Ordinal) ? "CancellationToken ct = default" : "CancellationToken ct = default"];
        text.Append($"    public {signature}({string.Join(", ", taken.Where(t => t.Length > 0))}) =>\n        {call};\n");
    }

    private static string Address(Operation operation, string? picked = null)
    {
        var path = operation.Path.Replace("{site}", "{Wire.Segment(Slug)}", StringComparison.Ordinal);
        foreach (var member in operation.InPath) path = path.Replace($"{{{member.Name}}}", $"{{{(member.Shape.Kind == ShapeKind.Text ? $"Wire.Segment({member.Name})" : member.Name)}}}", StringComparison.Ordinal);
        var address = path.Contains('{', StringComparison.Ordinal) ? $"$\"{path}\"" : $"\"{path}\"";
        if (operation.Query.Count == 0) return picked is null ? address : $"{address} + new Asked().Add(\"fields\", fields)";
        return $"{address} + Asked.Of(query{(picked is null ? "" : ", fields")})";
    }

    private static void WriteQuery(StringBuilder text, Document document, Operation operation)
    {
        var name = Words.Pascal(operation.Id);
        text.Append($"\n/// <summary>What <c>{name}Async</c> can be asked.</summary>\npublic sealed record {name}Query : IAsked\n{{\n");
        foreach (var member in operation.Query)
            text.Summary("    ", member.About).Append($"    public {(member.IsThere ? "required " : "")}{CSharpModels.TypeOf(document, member.Shape, !member.IsThere)} {CSharpModels.NameOf(member.Name)} {{ get; init; }}\n");
        text.Append("\n    void IAsked.Write(Asked asked) => asked").Append(string.Concat(operation.Query.Select(m => $".Add(\"{m.Name}\", {CSharpModels.NameOf(m.Name)})"))).Append(";\n}\n");
    }
}
