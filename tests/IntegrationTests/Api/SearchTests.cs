using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace QuestCms.IntegrationTests.Api;

/// <summary>Published search over HTTP: what is found, in which order, with which passages and figures; and that nothing anyone can type is a fault.</summary>
public sealed class SearchTests(SearchHouse house) : IClassFixture<SearchHouse>, IDisposable
{
    private const string Search = "/api/v1/sites/relocation/search";
    private readonly HttpClient _client = house.Some.House.CreateClient(new() { AllowAutoRedirect = false });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Title_comes_before_summary_before_heading_before_text()
    {
        var found = await FoundAsync("lighthouse");

        Assert.Equal(["in-title", "in-summary", "in-heading", "in-text"], found);
    }

    [Fact]
    public async Task Of_two_alike_the_fresher_comes_first() => Assert.Equal(["new-twin", "old-twin"], await FoundAsync("flats for rent in porto"));

    [Theory]
    [InlineData("\"tax office\"", "phrase")]
    [InlineData("tax office -paid", "phrase")]
    [InlineData("office -\"tax office\"", "no-phrase")]
    [InlineData("login", "parted")]
    [InlineData("login.gov", "parted")]
    [InlineData("micropurchase", "parted")]
    [InlineData("micro purchases", "parted")]
    [InlineData("who are we", "stops")]
    [InlineData("cafe evora", "accents")]
    [InlineData("CAFÉ", "accents")]
    [InlineData("lighth", "in-title in-summary in-heading in-text")]
    [InlineData("porto or evora", "accents new-twin old-twin")]
    [InlineData("lighthouse -coast -summary -sea -keeper -climb", "")]
    [InlineData("lighthouse orchard", "")]
    public async Task It_reads_phrases_not_or_parts_accents_and_beginnings(string typed, string expected)
    {
        var found = await FoundAsync(typed);

        if (typed is "lighthouse orchard") Assert.NotEmpty(found); // nothing has both: what has one is better than nothing
        else Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), typed.Contains(" or ", StringComparison.Ordinal) ? found.Order() : found);
    }

    [Theory]
    [InlineData("haus mieten", "german")]
    [InlineData("hauser", "german")]
    [InlineData("Mietvertrag", "german")]
    public async Task Words_are_read_in_the_articles_language(string typed, string expected) => Assert.Contains(expected, await FoundAsync(typed, "&locale=de"));

    [Fact]
    public async Task French_is_read_as_french_with_and_without_accents()
    {
        Assert.Equal(["french"], await FoundAsync("école publique", "&locale=fr"));
        Assert.Equal(["french"], await FoundAsync("ecoles", "&locale=fr"));
        Assert.Equal(["french"], await FoundAsync("eleve", "&locale=fr"));
    }

    [Theory]
    [InlineData("lihgthouses", "lighthouses")]
    [InlineData("ligthouse", "lighthouse")]
    [InlineData("lighthoose coast", "lighthouse coast")]
    [InlineData("parto flat", "porto flat")]
    public async Task A_slip_of_the_finger_is_understood_and_said(string typed, string meant)
    {
        var answer = await AskAsync($"{Search}?q={Uri.EscapeDataString(typed)}");

        Assert.NotEmpty(Slugs(answer));
        Assert.Equal(meant, answer.GetProperty("meta").GetProperty("didYouMean").GetString());
    }

    [Fact]
    public async Task What_is_known_is_not_asked_about()
    {
        Assert.Equal(JsonValueKind.Null, (await AskAsync($"{Search}?q=lighthouse")).GetProperty("meta").GetProperty("didYouMean").ValueKind);
        var nothing = await AskAsync($"{Search}?q=zzzyxwvut");
        Assert.Equal((0, JsonValueKind.Null), (nothing.GetProperty("data").GetArrayLength(), nothing.GetProperty("meta").GetProperty("didYouMean").ValueKind));
    }

    [Fact]
    public async Task A_passage_is_plain_text_around_what_was_looked_for()
    {
        var match = (await AskAsync($"{Search}?q=keeper+lighthouse")).GetProperty("data").EnumerateArray().Single(a => a.GetProperty("slug").GetString() == "in-text").GetProperty("match");

        var passage = Pieces(match, "passage");
        Assert.Contains("& its", string.Concat(passage.Select(p => p.Text)), StringComparison.Ordinal); // text, not markup: whoever shows it encodes it
        Assert.DoesNotContain("<b>", string.Concat(passage.Select(p => p.Text)), StringComparison.Ordinal);
        Assert.Equal(["lighthouse", "keeper"], passage.Where(p => p.Match).Select(p => p.Text));
        Assert.True(string.Concat(passage.Select(p => p.Text)).Length < 400);
        Assert.Equal([("Where ", false), ("keepers", true), (" live", false)], Pieces(match, "title"));
    }

    [Fact]
    public async Task No_text_can_forge_a_match()
    {
        var match = (await AskAsync($"{Search}?q=marks")).GetProperty("data")[0].GetProperty("match");

        Assert.Equal([("Marks", true), (" and <script>alert(1)</script> tags", false)], Pieces(match, "title"));
    }

    [Fact]
    public async Task Facets_count_what_was_found_and_filters_narrow_it()
    {
        var meta = (await AskAsync($"{Search}?q=harvest&limit=3")).GetProperty("meta");
        Assert.Equal(25, meta.GetProperty("count").GetInt32());
        Assert.False(meta.GetProperty("countIsAtLeast").GetBoolean());
        Assert.Equal([("portugal", "Portugal", 17), ("spain", "Spain", 8)], Facet(meta, "categories"));
        Assert.Equal([("fruit", "fruit", 25), ("even", "even", 12)], Facet(meta, "tags"));
        Assert.Equal([("guide", "guide", 20), ("news", "news", 5)], Facet(meta, "kinds"));
        Assert.Equal(["2024", "2023", "2022", "2021", "2020"], Facet(meta, "years").Select(f => f.Value));

        foreach (var (filter, count) in new[] { ("category=spain", 8), ("tag=even", 12), ("kind=news", 5), ("year=2021", 5), ("category=spain&kind=news", 1), ("tag=even&tag=fruit", 25), ("tag=nowhere", 0), ("filter[kind][ne]=news", 20) })
            Assert.Equal(count, (await AskAsync($"{Search}?q=harvest&{filter}")).GetProperty("meta").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Page_by_page_everything_comes_once_forwards_and_backwards()
    {
        var (seen, back) = (new List<string>(), new List<string>());
        string? next = $"{Search}?q=harvest&limit=4&fields=slug", last = null;
        for (; next is not null; last = next, next = Link(await AskAsync(next), "next")) seen.AddRange(Slugs(await AskAsync(next)));
        for (var previous = last; previous is not null; previous = Link(await AskAsync(previous), "prev")) back.InsertRange(0, Slugs(await AskAsync(previous)));

        Assert.Equal(25, seen.Distinct().Count());
        Assert.Equal(seen, back);
        var cursor = (last ?? "").Split("cursor=")[1];
        foreach (var foreign in new[] { $"{Search}?q=fruit&cursor={cursor}", $"{Search}?q=harvest&kind=news&cursor={cursor}", $"/api/v1/sites/relocation/articles?q=harvest&cursor={cursor}", $"{Search}?q=harvest&cursor=x" })
            Assert.Equal((400, "cursor.invalid"), await RefusedAsync(foreign));
    }

    [Fact]
    public async Task Lists_match_by_the_same_words()
    {
        var listed = await AskAsync("/api/v1/sites/relocation/articles?q=cafe+evora&count=true");
        Assert.Equal(["accents"], Slugs(listed));
        Assert.Equal(1, listed.GetProperty("meta").GetProperty("count").GetInt32());
        Assert.Equal(["new-twin", "old-twin"], Slugs(await AskAsync("/api/v1/sites/relocation/articles?q=flats+porto&sort=-publishedAt")));
        Assert.Empty(Slugs(await AskAsync("/api/v1/sites/relocation/articles?q=-porto")));
    }

    [Fact]
    public async Task Suggestions_are_titles_and_words_that_are_there()
    {
        var suggested = await AskAsync($"{Search}/suggest?q=ligh");
        Assert.Equal(["Lighthouses of the coast"], suggested.GetProperty("titles").EnumerateArray().Select(t => t.GetProperty("title").GetString()));
        Assert.Equal(["lighthouse", "lighthouses"], suggested.GetProperty("words").EnumerateArray().Select(w => w.GetString()).Order());
        Assert.Equal(["new-twin", "old-twin"], (await AskAsync($"{Search}/suggest?q=flat+in+por")).GetProperty("titles").EnumerateArray().Select(t => t.GetProperty("slug").GetString()));
        // A word that went with its article is suggested no longer, nor is one of another site.
        Assert.Empty((await AskAsync($"{Search}/suggest?q=model")).GetProperty("words").EnumerateArray());
        Assert.Empty((await AskAsync("/api/v1/sites/placement/search/suggest?q=ligh")).GetProperty("titles").EnumerateArray());
        Assert.Empty(Slugs(await AskAsync("/api/v1/sites/placement/search?q=lighthouse")));
    }

    [Theory]
    [InlineData("q=")]
    [InlineData("")]
    [InlineData("q=a%00b")]
    [InlineData("q=a&q=b")]
    [InlineData("q=a&year=abc")]
    [InlineData("q=a&year=99999999999")]
    [InlineData("q=a&body=html")]
    [InlineData("q=a&sort=title")]
    [InlineData("q=a&limit=101")]
    [InlineData("q=a&fields=body")]
    [InlineData("q=a&kind=poem")]
    public async Task What_cannot_be_is_refused(string query)
    {
        Assert.Equal(400, (await RefusedAsync($"{Search}?{query}")).Status);
    }

    [Fact]
    public async Task Nothing_a_reader_can_type_is_a_fault()
    {
        string[] typed =
        [
            "-", "--", "- -", "-not", "-\"not this\" -that", "\"", "\"\"", "\"unbalanced words", "a\"b\"c", "or", "or or or", "or lighthouse", "lighthouse or", "the", "of the and", "the*", "*", "%", "_", "l%ghthouse",
            "\\", "'", "''", "light'house'", "!", "!lighthouse", "lighthouse & !coast", "a | b", "(", ")", "((((", "<->", "lighthouse <-> coast", ":*", "lighthouse:*", ":a", "lighthouse:ABCD", "$1", "$$", "'; drop table delivery.published_articles; --",
            "<script>", "<b", "&amp;", "\uE000", "😀", "😀 lighthouse", "ﷺ", "日本語", "e\u0301te\u0301", "\u0301\u0301", "I\u0307", "\u202Elighthouse", "www.example.org/a?b=c", "a@b.c", "/etc/passwd", "1e999", "-1", "0x00", "12:30", "c++", "c#",
            "l'été", "O’Neill", string.Join(' ', Enumerable.Repeat("a", 100)), string.Join(' ', Enumerable.Range(0, 50).Select(i => $"w{i}")), new string('x', 200), new string('"', 200), new string('-', 200), new string('(', 200), string.Concat(Enumerable.Repeat("a.b-", 50)), string.Join(" or ", Enumerable.Repeat("ab", 30)),
        ];
        foreach (var one in typed)
            foreach (var address in new[] { $"{Search}?q=", $"{Search}/suggest?q=", "/api/v1/sites/relocation/articles?q=" })
            {
                var started = Stopwatch.GetTimestamp();
                using var response = await _client.GetAsync(address + Uri.EscapeDataString(one), Ct);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}{one}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Ct)}");
                Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5), $"{address}{one} took {Stopwatch.GetElapsedTime(started)}");
            }
        Assert.Equal((400, "q.too_long"), await RefusedAsync($"{Search}?q={new string('q', 201)}"));
        Assert.Equal((400, "q.too_long"), await RefusedAsync($"{Search}/suggest?q={new string('q', 201)}"));
    }

    [Fact]
    public async Task It_is_answered_304_until_something_is_published()
    {
        using var first = await _client.GetAsync($"{Search}?q=lighthouse", Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Search}?q=lighthouse");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await _client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(["site:relocation"], first.Headers.GetValues("Cache-Tag"));
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonElement> AskAsync(string address)
    {
        using var response = await _client.GetAsync(address, Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {body}");
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    private async Task<(int Status, string? Code)> RefusedAsync(string address)
    {
        using var response = await _client.GetAsync(address, Ct);
        return ((int)response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Ct)).GetProperty("code").GetString());
    }

    private async Task<List<string>> FoundAsync(string typed, string more = "") => Slugs(await AskAsync($"{Search}?q={Uri.EscapeDataString(typed)}&limit=100{more}"));

    private static List<string> Slugs(JsonElement answer) => [.. answer.GetProperty("data").EnumerateArray().Select(a => a.GetProperty("slug").GetString()!)];

    private static string? Link(JsonElement answer, string name) => answer.GetProperty("links").GetProperty(name).GetString();

    private static List<(string Text, bool Match)> Pieces(JsonElement match, string name) => [.. match.GetProperty(name).EnumerateArray().Select(p => (p.GetProperty("text").GetString()!, p.GetProperty("match").GetBoolean()))];

    private static List<(string Value, string Name, int Count)> Facet(JsonElement meta, string name) =>
        [.. meta.GetProperty("facets").GetProperty(name).EnumerateArray().Select(f => (f.GetProperty("value").GetString()!, f.GetProperty("name").GetString()!, f.GetProperty("count").GetInt32()))];
}
