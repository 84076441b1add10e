using System.Text.Json;

namespace QuestCms.Application.Delivery;

/// <summary>What two publications of an article have apart, read from the JSON that readers get.</summary>
internal static class PublishedFields
{
    // Every publication has others of these: they would say nothing.
    private static readonly string[] Always = ["version", "updatedAt"];

    /// <summary>Names of the fields that differ, in their order; none when readers saw nothing before.</summary>
    public static string[] Changed(string? before, string after)
    {
        if (before is null) return [];
        using var old = JsonDocument.Parse(before);
        using var now = JsonDocument.Parse(after);
        var names = now.RootElement.EnumerateObject().Select(p => p.Name).Union(old.RootElement.EnumerateObject().Select(p => p.Name));
        return [.. names.Where(n => !Always.Contains(n) && !IsSame(old.RootElement, now.RootElement, n))];
    }

    /// <summary>The cache tags of all of them, each once.</summary>
    public static string[] CacheTags(params IEnumerable<string?> publications) => [.. publications.OfType<string>().SelectMany(TagsOf).Distinct(StringComparer.Ordinal)];

    private static string[] TagsOf(string json)
    {
        using var article = JsonDocument.Parse(json);
        return article.RootElement.TryGetProperty("cacheTags", out var tags) ? [.. tags.EnumerateArray().Select(t => t.GetString()!)] : [];
    }

    private static bool IsSame(JsonElement old, JsonElement now, string name) =>
        old.TryGetProperty(name, out var was) && now.TryGetProperty(name, out var @is) && JsonElement.DeepEquals(was, @is);
}
