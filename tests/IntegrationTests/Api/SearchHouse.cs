using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Delivery;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Api;

/// <summary>A house whose published texts say what a search is tried with.</summary>
public sealed class SearchHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;

    private static PublishedRow Row(string slug, string title, string text = "Nothing of note.", string summary = "", string headings = "", int year = 2026) => new(slug, title, text)
    {
        Summary = summary,
        Html = string.Concat(headings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(h => $"<h2 id=\"h\">{h}</h2><p>Some.</p>")),
        PublishedAt = new DateTimeOffset(year, 5, 1, 9, 0, 0, TimeSpan.Zero),
    };

    public async ValueTask InitializeAsync()
    {
        Some = await database.BorrowAsync();
        await PublishedRows.PublishAsync(Some,
        [
            Row("in-title", "Lighthouses of the coast"),
            Row("in-summary", "Coastal walks", summary: "Every lighthouse you can climb."),
            Row("in-heading", "A weekend by the sea", headings: "The <em>lighthouse</em>"),
            Row("in-text", "Where keepers live", $"{string.Concat(Enumerable.Repeat("Some other words stand here first. ", 60))}Then <b>the old lighthouse</b> & its keeper come into sight, and the story ends."),
            Row("old-twin", "Renting a flat in Porto", year: 2014),
            Row("new-twin", "Renting a flat in Porto", year: 2025),
            Row("phrase", "Notes on paperwork", "The tax office opens late."),
            Row("no-phrase", "More notes on paperwork", "An office where no tax is paid."),
            Row("parted", "Signing in with login.gov and a micro-purchase card"),
            Row("stops", "Who we are"),
            Row("accents", "Un café à Évora", "On y va l'été."),
            Row("marks", "Marks \uE000and\uE001 <script>alert(1)</script> tags"),
            Row("german", "Häuser mieten für Familien", "Die Mietverträge sind befristet.") with { Locale = "de", Category = "germany" },
            Row("french", "Les écoles publiques", "Les élèves et leurs parents.") with { Locale = "fr", Tags = ["schools"], Kind = "news" },
            .. Enumerable.Range(1, 25).Select(i => Row($"many-{i}", $"Harvest report {i}", "The orchard gives fruit.", year: 2020 + i % 5) with
            {
                Tags = i % 2 == 0 ? ["fruit", "even"] : ["fruit"], Kind = i % 5 == 0 ? "news" : "guide", Category = i % 3 == 0 ? "spain" : "portugal",
            }),
        ]);
    }

    public ValueTask DisposeAsync() => database.GiveBackAsync(Some);
}
