using System.Text.Json;

namespace QuestCms.Application.Transfer;

/// <summary>Reads the JSON file Ghost exports. It is read whole, so its size is bounded; nothing in it is fetched or run.</summary>
public static class GhostExport
{
    /// <summary>Bytes of a file at most.</summary>
    public const long MostBytes = 100 * 1024 * 1024;
    private const string From = "ghost";

    /// <exception cref="UnreadableExportException">It is no export of Ghost, too large, or broken.</exception>
    public static IEnumerable<ForeignItem> Read(Stream file)
    {
        using var json = Parse(file);
        var data = DataOf(json.RootElement) ?? throw new UnreadableExportException("The file holds no posts of Ghost: there is neither db[0].data.posts nor data.posts in it.");
        var (tags, people) = (ById(data, "tags"), ById(data, "users"));
        var (tagsOf, peopleOf, metaOf) = (Joined(data, "posts_tags", "tag_id"), Joined(data, "posts_authors", "author_id"), Meta(data));
        var number = 0;
        foreach (var post in data.GetProperty("posts").EnumerateArray())
        {
            number++;
            if (post.ValueKind != JsonValueKind.Object) yield return new ForeignItem($"{From}:number {number}", null, "It is no post.");
            else yield return ForeignItem.Of(GhostPost.Read(post, number, Of(tagsOf, tags), Of(peopleOf, people), metaOf.GetValueOrDefault(post.Text("id"))));

            List<JsonElement> Of(Dictionary<string, List<string>> joined, Dictionary<string, JsonElement> things) =>
                [.. joined.GetValueOrDefault(post.Text("id"), []).Where(things.ContainsKey).Select(id => things[id])];
        }
    }

    private static JsonDocument Parse(Stream file)
    {
        if (file.CanSeek && file.Length > MostBytes) throw new UnreadableExportException($"The file has {file.Length / 1024 / 1024:N0} MB; {MostBytes / 1024 / 1024} are the most. Export fewer posts at a time.");
        try
        {
            return JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException broken)
        {
            throw new UnreadableExportException($"The file is no JSON that can be read: line {(broken.LineNumber ?? 0) + 1:N0}. Export it from Ghost once more.");
        }
    }

    // {"db": [{"meta", "data"}]} of today, {"data"} and {"meta", "data"} of older ones.
    private static JsonElement? DataOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return null;
        if (root.TryGetProperty("db", out var db) && db is { ValueKind: JsonValueKind.Array } && db.GetArrayLength() > 0) root = db[0];
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("posts", out var posts) && posts.ValueKind == JsonValueKind.Array ? data : null;
    }

    private static IEnumerable<JsonElement> Rows(JsonElement data, string table) =>
        data.TryGetProperty(table, out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object) : [];

    private static Dictionary<string, JsonElement> ById(JsonElement data, string table)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var row in Rows(data, table)) found.TryAdd(row.Text("id"), row);
        return found;
    }

    private static Dictionary<string, List<string>> Joined(JsonElement data, string table, string to) => Rows(data, table).GroupBy(r => r.Text("post_id"))
        .ToDictionary(g => g.Key, g => g.OrderBy(r => int.TryParse(r.Text("sort_order"), out var at) ? at : 0).Select(r => r.Text(to)).ToList(), StringComparer.Ordinal);

    private static Dictionary<string, JsonElement> Meta(JsonElement data)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var row in Rows(data, "posts_meta")) found.TryAdd(row.Text("post_id"), row);
        return found;
    }
}
