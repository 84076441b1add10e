using System.Text.Json;

namespace QuestCms.Web.Ui;

/// <summary>Words of a published text by the hand they came from.</summary>
public sealed record StoryHand(string Kind, string? Model, int Words, int Pasted, IReadOnlyList<string> Prompts)
{
    /// <summary>"People", "claude-sonnet-5-5".</summary>
    public string Name => Kind switch
    {
        "person" => "People",
        "model" => Model ?? "A model whose name is not known any more",
        "program" => "Another program",
        "import" => "Taken over from where it stood before",
        "template" => "A template of the house",
        _ => Kind,
    };
}

public sealed record StorySource(string Address, string Title);

public sealed record StoryClaim(string Sentence, string? Source, DateTimeOffset CheckedAt, string? HoldsUntil);

public sealed record StoryCorrection(DateTimeOffset At, string What, int Revision, int Before);

public sealed record StoryPicture(bool Cover, string Alt, string? Model);

/// <summary>What a signed provenance card tells, for the page: read from the very answer of the API.</summary>
public sealed record ProvenanceStory(Guid Article, IReadOnlyList<string> Authors, IReadOnlyList<string> Reviewers, bool WasReviewed, int? Score, DateTimeOffset ApprovedAt)
{
    public int Version { get; private init; }
    public int Revision { get; private init; }
    public string Seal { get; private init; } = "";
    public IReadOnlyList<StoryHand> Hands { get; private init; } = [];
    public int Machine { get; private init; }
    public int Edited { get; private init; }
    public int People { get; private init; }
    public int Pasted { get; private init; }
    public IReadOnlyList<StorySource> Sources { get; private init; } = [];
    public int ClaimsFound { get; private init; }
    public int ClaimsVerified { get; private init; }
    public IReadOnlyList<StoryClaim> Claims { get; private init; } = [];
    public DateTimeOffset KnownSince { get; private init; }
    public IReadOnlyList<StoryCorrection> Corrections { get; private init; } = [];
    public IReadOnlyList<StoryPicture> Pictures { get; private init; } = [];

    public int Words => Hands.Sum(h => h.Words);

    /// <summary>Words that a model or another program wrote first.</summary>
    public int FromMachines => Hands.Where(h => h.Kind is "model" or "program").Sum(h => h.Words);

    /// <summary>Null where an article of before there were cards waits for its own.</summary>
    /// <param name="json">The answer of the API.</param>
    public static ProvenanceStory? Of(string? json)
    {
        if (json is null) return null;
        using var document = JsonDocument.Parse(json);
        var card = document.RootElement.GetProperty("card");
        var (article, review, words, stand, claims, corrections) = (card.GetProperty("article"), card.GetProperty("review"), card.GetProperty("words"), card.GetProperty("words").GetProperty("asTheyStand"), card.GetProperty("claims"), card.GetProperty("corrections"));
        return new ProvenanceStory(article.GetProperty("id").GetGuid(), [.. Each(card, "authors").Select(a => Text(a, "name"))], Texts(review, "reviewers"), Text(review, "kind") == "review",
            review.GetProperty("score") is { ValueKind: JsonValueKind.Number } score ? score.GetInt32() : null, review.GetProperty("approvedAt").GetDateTimeOffset())
        {
            Version = Number(article, "version"),
            Revision = Number(article, "revision"),
            Seal = Text(card.GetProperty("hashes"), "seal"),
            Hands = [.. Each(words, "byHand").Select(h => new StoryHand(Text(h, "kind"), Maybe(h, "model"), Number(h, "words"), Number(h, "pasted"), Texts(h, "prompts")))],
            Machine = Number(stand, "machine"),
            Edited = Number(stand, "edited"),
            People = Number(stand, "people"),
            Pasted = Number(stand, "pasted"),
            Sources = [.. Each(card, "sources").Select(s => new StorySource(Text(s, "address"), Text(s, "title")))],
            ClaimsFound = Number(claims, "found"),
            ClaimsVerified = Number(claims, "verified"),
            Claims = [.. Each(claims, "list").Select(c => new StoryClaim(Text(c, "sentence"), Maybe(c, "source"), c.GetProperty("checkedAt").GetDateTimeOffset(), Maybe(c, "holdsUntil")))],
            KnownSince = corrections.GetProperty("knownSince").GetDateTimeOffset(),
            Corrections = [.. Each(corrections, "list").Select(c => new StoryCorrection(c.GetProperty("at").GetDateTimeOffset(), Text(c, "what"), Number(c, "revision"), Number(c, "before")))],
            Pictures = [.. Each(card, "pictures").Select(p => new StoryPicture(p.GetProperty("cover").GetBoolean(), Text(p, "alt"), Maybe(p, "model")))],
        };
    }

    private static JsonElement.ArrayEnumerator Each(JsonElement of, string name) => of.GetProperty(name).EnumerateArray();
    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
    private static string? Maybe(JsonElement of, string name) => of.GetProperty(name).GetString();
    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
    private static string[] Texts(JsonElement of, string name) => [.. Each(of, name).Select(t => t.GetString()!)];
}
