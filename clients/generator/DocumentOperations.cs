using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace QuestCms.ClientGenerator;

public sealed partial class Document
{
    private const string Root = "/api/v1", OfManagement = "/manage/sites/{site}", OfSite = "/sites/{site}";

    // Any call can be refused so.
    private static readonly string[] Usual = ["parameter.", "text.", "key.", "rate.", "database."];

    private IEnumerable<Operation> Each() =>
        from address in _json["paths"]!.AsObject()
        from one in address.Value!.AsObject()
        where Speaks(one.Value!.AsObject())
        select Read(one.Value!.AsObject(), one.Key.ToUpperInvariant(), address.Key);

    // Streams are written by hand.
    private static bool Speaks(JsonObject said) => said["responses"]!["101"] is null && said["responses"]!["200"]?["content"]?["text/event-stream"] is null;

    private Operation Read(JsonObject said, string method, string path)
    {
        var id = said["operationId"]!.GetValue<string>();
        var parameters = (said["parameters"]?.AsArray() ?? []).Select(p => p!.AsObject()).ToLookup(p => p["in"]!.GetValue<string>());
        var headers = parameters["header"].Select(p => p["name"]!.GetValue<string>()).ToHashSet();
        var responses = said["responses"]!.AsObject();
        var good = responses.First(r => r.Key.StartsWith('2')).Value!;
        var (media, content) = good["content"]?.AsObject().Select(c => (c.Key, c.Value)).FirstOrDefault() ?? (null, null);
        var answer = media is null || !media.EndsWith("json", StringComparison.Ordinal) ? null : ShapeOf(content!["schema"]!.AsObject(), Words.Pascal(id), "");
        var canPick = answer is not null && parameters["query"].Any(p => p["name"]!.GetValue<string>() == "fields") && PartOf(answer) is not null;
        var sent = said["requestBody"]?["content"]?.AsObject().Single();
        return new Operation(id, method, Root + path, said["summary"]!.GetValue<string>(), said["description"]?.GetValue<string>() ?? "")
        {
            Home = path.StartsWith(OfManagement, StringComparison.Ordinal) ? OperationHome.Management : path.StartsWith(OfSite, StringComparison.Ordinal) ? OperationHome.Site : OperationHome.House,
            InPath = [.. parameters["path"].Where(p => p["name"]!.GetValue<string>() != "site").Select(p => MemberOf(p, id))],
            Query = [.. parameters["query"].Where(p => !canPick || p["name"]!.GetValue<string>() != "fields").Select(p => MemberOf(p, id))],
            CanPick = canPick,
            NeedsMatch = headers.Contains("If-Match"),
            TakesOnceKey = headers.Contains("Idempotency-Key"),
            Body = sent is { } body ? ShapeOf(body.Value!["schema"]!.AsObject(), Words.Pascal(id), "") : null,
            BodyIsNeeded = said["requestBody"]?["required"]?.GetValue<bool>() ?? false,
            BodyIsForm = sent?.Key == "multipart/form-data",
            Answer = answer,
            Codes = [.. responses.Where(r => r.Key[0] is '4' or '5').SelectMany(r => Code().Matches(After(r.Value!["description"]!.GetValue<string>(), "Codes:")).Select(m => m.Groups[1].Value)).Where(c => !Usual.Any(c.StartsWith)).Distinct()],
        };
    }

    /// <summary>What is answered when fields were chosen; null where none can be.</summary>
    public Shape? PartOf(Shape answer) => answer.Part is { } part ? new Shape(ShapeKind.Thing, part) : answer.Name is { } name && _things.GetValueOrDefault(name)?.PageOf?.Part is { } item ? new Shape(ShapeKind.Thing, item) : null;

    private Member MemberOf(JsonObject parameter, string id)
    {
        var name = parameter["name"]!.GetValue<string>();
        var shape = parameter["style"]?.GetValue<string>() == "deepObject" ? new Shape(ShapeKind.Filters) : ShapeOf(parameter["schema"]!.AsObject(), Words.Pascal(id), name);
        return new Member(name, shape, AboutOf(parameter), parameter["required"]!.GetValue<bool>());
    }

    private static string After(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? text[at..] : "";

    [GeneratedRegex("`([a-z0-9_.]+)`")]
    private static partial Regex Code();
}

/// <summary>How names are written.</summary>
internal static partial class Words
{
    public static string Pascal(string name) => string.Concat(Part().Matches(name).Select(m => char.ToUpperInvariant(m.Value[0]) + m.Value[1..]));

    /// <summary>What an operation does without its first word: listArticles → Articles.</summary>
    public static string WithoutVerb(string id) => id.StartsWith("list", StringComparison.Ordinal) ? id[4..] : id.StartsWith("get", StringComparison.Ordinal) ? id[3..] : Pascal(id);

    /// <summary>One line, a sentence.</summary>
    public static string Sentence(string text) => text.TrimEnd() is var t && t.Length > 0 && !".!?".Contains(t[^1], StringComparison.Ordinal) ? t + "." : t;

    [GeneratedRegex("[A-Za-z0-9]+")]
    private static partial Regex Part();
}
