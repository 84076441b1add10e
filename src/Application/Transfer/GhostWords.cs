using System.Net;
using System.Text;
using System.Text.Json;

namespace QuestCms.Application.Transfer;

/// <summary>The words of Ghost's two editors' own formats, as HTML of paragraphs, headings, quotes and items; for posts whose export holds no HTML.</summary>
internal static class GhostWords
{
    /// <summary>Nodes within nodes; the parser refuses deeper ones before.</summary>
    private const int Deepest = 60;

    /// <summary>Null when it is none.</summary>
    public static string? OfLexical(string text) => Read(text, (root, html) =>
    {
        if (!root.TryGetProperty("root", out var top) || top.ValueKind != JsonValueKind.Object) return false;
        foreach (var block in Children(top))
        {
            var words = new StringBuilder();
            Gather(block, words, 0);
            Block(html, block.Text("type") switch { "heading" or "extended-heading" => block.Text("tag"), "quote" or "extended-quote" or "aside" => "blockquote", _ => "p" }, words.ToString());
        }
        return true;
    });

    /// <summary>Null when it is none.</summary>
    public static string? OfMobiledoc(string text) => Read(text, (root, html) =>
    {
        if (!root.TryGetProperty("sections", out var sections) || sections.ValueKind != JsonValueKind.Array) return false;
        foreach (var section in sections.EnumerateArray().Where(s => s.ValueKind == JsonValueKind.Array && s.GetArrayLength() >= 3))
        {
            // [1, tag, markers] is text, [3, tag, [markers, …]] a list; cards and images have no words.
            var kind = section[0].Plain();
            if (kind == "1") Block(html, section[1].Plain(), Markers(section[2]));
            else if (kind == "3" && section[2].ValueKind == JsonValueKind.Array)
                html.Append("<ul>").AppendJoin("", section[2].EnumerateArray().Select(item => $"<li>{WebUtility.HtmlEncode(Markers(item))}</li>")).Append("</ul>\n");
        }
        return true;
    });

    private static string? Read(string text, Func<JsonElement, StringBuilder, bool> read)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            var html = new StringBuilder();
            return json.RootElement.ValueKind == JsonValueKind.Object && read(json.RootElement, html) ? html.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Block(StringBuilder html, string tag, string words)
    {
        var name = tag.ToLowerInvariant() is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" ? tag.ToLowerInvariant() : "p";
        if (words.Trim().Length > 0) html.Append($"<{name}>{WebUtility.HtmlEncode(words.Trim())}</{name}>\n");
    }

    private static IEnumerable<JsonElement> Children(JsonElement node) =>
        node.TryGetProperty("children", out var children) && children.ValueKind == JsonValueKind.Array ? children.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.Object) : [];

    private static void Gather(JsonElement node, StringBuilder words, int depth)
    {
        if (depth > Deepest) return;
        if (node.Text("type") is "linebreak" or "listitem" && words.Length > 0) words.Append(' ');
        words.Append(node.Text("text"));
        foreach (var child in Children(node)) Gather(child, words, depth + 1);
    }

    // [type, open marks, closed marks, text]; type 1 is an atom.
    private static string Markers(JsonElement markers) => markers.ValueKind != JsonValueKind.Array ? ""
        : string.Concat(markers.EnumerateArray().Where(m => m.ValueKind == JsonValueKind.Array && m.GetArrayLength() >= 4 && m[0].Plain() == "0").Select(m => m[3].Plain()));
}
