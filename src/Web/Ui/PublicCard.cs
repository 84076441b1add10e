using System.Text.Json;

namespace QuestCms.Web.Ui;

/// <summary>An article in a list of readers.</summary>
public sealed record PublicCard(Guid Id, string Slug, string Title, string Summary, string Kind, PublicName? Category, IReadOnlyList<PublicName> Authors, DateTimeOffset PublishedAt, int Minutes, PublicImage? Image)
{
    /// <summary>Where the words of a search stand in it; empty outside a search.</summary>
    public IReadOnlyList<(string Text, bool Match)> Passage { get; init; } = [];

    public string KindName => char.ToUpperInvariant(Kind[0]) + Kind[1..];

    public static PublicCard Of(string listJson)
    {
        using var json = JsonDocument.Parse(listJson);
        var article = json.RootElement;
        return new PublicCard(article.GetProperty("id").GetGuid(), article.GetProperty("slug").GetString()!, article.GetProperty("title").GetString()!, article.GetProperty("summary").GetString()!,
            article.GetProperty("kind").GetString()!, article.GetProperty("category") is { ValueKind: JsonValueKind.Object } category ? NameOf(category) : null,
            [.. article.GetProperty("authors").EnumerateArray().Select(NameOf)], article.GetProperty("publishedAt").GetDateTimeOffset(), article.GetProperty("readingMinutes").GetInt32(), PublicImage.Of(article));
    }

    private static PublicName NameOf(JsonElement of) => new(of.GetProperty("slug").GetString()!, of.GetProperty("name").GetString()!);
}
