using System.Text.Json;
using System.Text.RegularExpressions;

namespace QuestCms.Web.Ui;

/// <summary>A name with its address: a category, a byline.</summary>
public sealed record PublicName(string Slug, string Name);

/// <summary>A heading of a text that readers can go to; the text is HTML without tags.</summary>
public sealed record PublicHeading(string Id, string Html);

/// <summary>A piece as a page shows it: its HTML and what its ready JSON tells of it.</summary>
public sealed partial record PublicPiece(Guid Id, string Slug, string Locale, string Kind, string Title, string Summary, string Html)
{
    private const int FewestHeadings = 3;

    public PublicName? Category { get; private init; }
    public IReadOnlyList<PublicName> Authors { get; private init; } = [];
    public IReadOnlyList<string> Tags { get; private init; } = [];
    public PublicImage? Image { get; private init; }
    public string SeoTitle { get; private init; } = "";
    public string SeoDescription { get; private init; } = "";
    /// <summary>Where else it has its one address; null: here.</summary>
    public string? Canonical { get; private init; }
    public int Minutes { get; private init; }
    public int Words { get; private init; }
    public DateTimeOffset PublishedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private init; }
    public int? Score { get; private init; }
    /// <summary>Null while nobody has decided.</summary>
    public DateTimeOffset? ApprovedAt { get; private init; }
    /// <summary>Empty for what was taken over from elsewhere: nobody here reviewed it.</summary>
    public IReadOnlyList<string> Reviewers { get; private init; } = [];
    /// <summary>0 to 1.</summary>
    public double AiShare { get; private init; }
    /// <summary>none, assisted or generated.</summary>
    public string AiOrigin { get; private init; } = "none";
    public string? Disclosure { get; private init; }
    public IReadOnlyList<string> CacheTags { get; private init; } = [];

    /// <summary>Readers are told of a change a day later and after; a text taken over is as old as it says, whenever it came here.</summary>
    public bool WasUpdated => Reviewers.Count > 0 && (UpdatedAt - PublishedAt).TotalHours > 24;

    /// <summary>"Guide".</summary>
    public string KindName => char.ToUpperInvariant(Kind[0]) + Kind[1..];

    /// <summary>The parts of a long text; none where there are too few to choose from.</summary>
    public IReadOnlyList<PublicHeading> Headings()
    {
        var found = Heading().Matches(Html);
        return found.Count < FewestHeadings ? [] : [.. found.Select(h => new PublicHeading(h.Groups["id"].Value, Markup().Replace(h.Groups["text"].Value, "")))];
    }

    /// <param name="json">As the delivery API answers it, with or without the body.</param>
    public static PublicPiece Of(string json, string html)
    {
        using var document = JsonDocument.Parse(json);
        var (article, review, ai, seo) = (document.RootElement, document.RootElement.GetProperty("review"), document.RootElement.GetProperty("ai"), document.RootElement.GetProperty("seo"));
        return new PublicPiece(article.GetProperty("id").GetGuid(), Text(article, "slug"), Text(article, "locale"), Text(article, "kind"), Text(article, "title"), Text(article, "summary"), html)
        {
            Category = article.GetProperty("category") is { ValueKind: JsonValueKind.Object } category ? NameOf(category) : null,
            Authors = [.. article.GetProperty("authors").EnumerateArray().Select(NameOf)],
            Tags = Texts(article, "tags"),
            Image = PublicImage.Of(article),
            SeoTitle = Text(seo, "title"),
            SeoDescription = Text(seo, "description"),
            Canonical = seo.GetProperty("canonical").GetString(),
            Minutes = article.GetProperty("readingMinutes").GetInt32(),
            Words = article.GetProperty("wordCount").GetInt32(),
            PublishedAt = article.GetProperty("publishedAt").GetDateTimeOffset(),
            UpdatedAt = article.GetProperty("updatedAt").GetDateTimeOffset(),
            Score = review.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetInt32() : null,
            ApprovedAt = review.GetProperty("approvedAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTimeOffset() : null,
            Reviewers = Texts(review, "reviewers"),
            AiShare = ai.GetProperty("share").GetDouble(),
            AiOrigin = Text(ai, "origin"),
            Disclosure = ai.GetProperty("disclosure").GetString(),
            CacheTags = Texts(article, "cacheTags"),
        };
    }

    private static PublicName NameOf(JsonElement of) => new(Text(of, "slug"), Text(of, "name"));
    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
    private static string[] Texts(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(t => t.GetString()!)];

    [GeneratedRegex("""<h2 id="(?<id>[^"]+)">(?<text>.*?)</h2>""", RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex("""<[^>"]*(?:"[^"]*"[^>"]*)*>""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Markup();
}
