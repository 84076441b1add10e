using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using QuestCms.Application.Delivery;
using QuestCms.IntegrationTests.Api;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Pages;

/// <summary>The public pages of a house with 25 pieces, as a reader without a name gets them.</summary>
public sealed partial class PublicPagesTests(ApiHouse shared) : IClassFixture<ApiHouse>, IDisposable
{
    private const string Site = "/sites/relocation";
    private readonly HttpClient _reader = shared.Some.House.CreateClient(new() { AllowAutoRedirect = false });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _reader.Dispose();

    private async Task<(int Status, string Body, HttpResponseMessage Answer)> AskAsync(string address)
    {
        var answer = await _reader.GetAsync(address, Ct);
        return ((int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)), answer);
    }

    [GeneratedRegex("""<h2><a href="/sites/relocation/piece-(\d+)">""")]
    private static partial Regex Piece();

    private static IEnumerable<int> PiecesOf(string body) => Piece().Matches(body).Select(m => int.Parse(m.Groups[1].ValueSpan));

    [Theory]
    [InlineData($"{Site}", 25)]
    [InlineData($"{Site}/category/portugal", 20)]
    [InlineData($"{Site}/category/spain", 5)]
    [InlineData($"{Site}/tag/tax", 12)]
    [InlineData($"{Site}/tag/all", 25)]
    [InlineData($"{Site}/author/relocation-desk", 25)]
    public async Task Page_by_page_a_list_shows_each_of_its_pieces_once_newest_first(string address, int pieces)
    {
        var seen = new List<int>();
        for (var next = address; next is not null;)
        {
            var (status, body, _) = await AskAsync(next);
            Assert.Equal(200, status);
            Assert.Equal(next != address, body.Contains("<meta name=\"robots\" content=\"noindex\">", StringComparison.Ordinal));
            seen.AddRange(PiecesOf(body));
            next = NextPage().Match(body) is { Success: true } older ? older.Groups[1].Value : null;
        }
        Assert.Equal((pieces, pieces), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(seen.OrderDescending(), seen);
    }

    [GeneratedRegex("""<a href="([^"]+)" rel="next">""")]
    private static partial Regex NextPage();

    [Fact]
    public async Task The_archive_shows_a_year_and_its_months_and_no_other_time()
    {
        var now = shared.Some.House.Clock.GetUtcNow();

        Assert.Equal(20, PiecesOf((await AskAsync($"{Site}/archive/{now.Year}")).Body).Count());
        var month = await AskAsync($"{Site}/archive/{now.Year}/{now.Month}");
        Assert.Contains($"<h1>{now:MMMM yyyy}</h1>", month.Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Site}/archive/{now.Year}\"", month.Body, StringComparison.Ordinal);
        foreach (var other in new[] { $"{Site}/archive/1999", $"{Site}/archive/{now.Year}/{(now.Month % 12) + 1}", $"{Site}/archive/{now.Year}/13", $"{Site}/archive/twenty" }) Assert.Equal(404, (await AskAsync(other)).Status);
    }

    [Fact]
    public async Task A_search_finds_and_says_when_nothing_answers()
    {
        Assert.Equal([7], PiecesOf((await AskAsync($"{Site}?q=lighthouse")).Body));
        Assert.Contains("Nothing here answers “zeppelin”.", (await AskAsync($"{Site}?q=zeppelin")).Body, StringComparison.Ordinal);
        var empty = await AskAsync($"{Site}?q=");
        Assert.Contains("<h1>Search</h1>", empty.Body, StringComparison.Ordinal);
        Assert.Equal(400, (await AskAsync($"{Site}?q={new string('x', 201)}")).Status);
        Assert.Equal(400, (await AskAsync($"{Site}?q=a%00b")).Status);
        var first = await AskAsync($"{Site}?q=number");
        Assert.Equal(20, PiecesOf(first.Body).Count());
        Assert.Equal(5, PiecesOf((await AskAsync(NextPage().Match(first.Body).Groups[1].Value)).Body).Count());
    }

    [Fact]
    public async Task What_is_not_there_helps_to_find_it()
    {
        var (status, body, answer) = await AskAsync($"{Site}/moving-to-lisbn");

        Assert.Equal(404, status);
        Assert.Contains("value=\"moving to lisbn\"", body, StringComparison.Ordinal); // the words of the address, to be looked for
        Assert.Contains($"href=\"{Site}/category/spain\"", body, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Site}/piece-25\"", body, StringComparison.Ordinal);
        Assert.Contains("content=\"noindex\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"canonical\"", body, StringComparison.Ordinal);
        Assert.Null(answer.Headers.ETag);
        foreach (var nowhere in new[] { $"{Site}/category/nowhere", $"{Site}/tag/nowhere", $"{Site}/author/nobody", $"{Site}/category/portugal/more", $"{Site}/feed" }) Assert.Equal(404, (await AskAsync(nowhere)).Status);
        foreach (var broken in new[] { $"{Site}/a%EF%BF%BFb", $"{Site}/tag/a%EF%BF%BFb", $"{Site}/category/a%EF%BF%BFb", $"{Site}/author/a%EF%BF%BFb", "/sites/nowhere", "/sites/nowhere/piece-1" }) Assert.Equal(404, (await AskAsync(broken)).Status);
    }

    [Fact]
    public async Task An_answer_depends_on_nothing_of_its_asker()
    {
        using var signedIn = await shared.Some.BrowserOfAsync(shared.Some.Creator);
        foreach (var address in new[] { Site, $"{Site}/piece-7", $"{Site}/category/spain", $"{Site}/tag/tax", $"{Site}/author/relocation-desk", $"{Site}?q=number", $"{Site}/nowhere" })
        {
            var (_, body, answer) = await AskAsync(address);
            Assert.Equal(body, WebUtility.HtmlDecode((await signedIn.GetAsync(address)).Raw));
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.DoesNotContain("nonce", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal); // default-src 'none'
            Assert.DoesNotContain("__RequestVerificationToken", body, StringComparison.Ordinal);
            Assert.Empty(Scripts().Matches(body));
        }
    }

    [GeneratedRegex("""<script(?! type="application/ld\+json")""")]
    private static partial Regex Scripts();

    [Fact]
    public async Task A_page_is_answered_304_until_something_it_shows_changes()
    {
        foreach (var address in new[] { Site, $"{Site}/piece-9", $"{Site}/category/spain", $"{Site}/archive/{shared.Some.House.Clock.GetUtcNow().Year}" })
        {
            var first = (await AskAsync(address)).Answer;
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await _reader.SendAsync(again, Ct)).StatusCode);
            Assert.StartsWith("site:relocation", first.Headers.GetValues("Cache-Tag").Single(), StringComparison.Ordinal);
            Assert.Contains("must-revalidate", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_site_that_is_not_read_by_everybody_has_no_pages_and_its_feeds_want_a_key()
    {
        using var house = TestHouse.On(shared.Some.House.ConnectionString);
        await house.SqlAsync("update delivery.sites set anonymous_reading = false where slug = 'placement'");
        using var reader = house.CreateClient();
        foreach (var address in new[] { "/sites/placement", "/sites/placement/piece-1", "/sites/placement/category/portugal", "/api/v1/sites/placement/feed.atom", "/api/v1/sites/placement/feed.rss", "/api/v1/sites/placement/feed.json", "/api/v1/sites/placement/sitemap.xml", "/api/v1/sites/placement/llms.txt" })
            Assert.Equal((address, address.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound), (address, (await reader.GetAsync(address, Ct)).StatusCode));
        await house.SqlAsync("update delivery.sites set anonymous_reading = true where slug = 'placement'");
    }

    [Fact]
    public async Task A_page_says_what_it_is_to_machines()
    {
        var raw = await _reader.GetStringAsync($"{Site}/piece-7", Ct);
        var graph = JsonSerializer.Deserialize<JsonElement>(Regex.Match(raw, """<script type="application/ld\+json">(.*?)</script>""", RegexOptions.Singleline).Groups[1].Value).GetProperty("@graph").EnumerateArray().ToDictionary(n => n.GetProperty("@type").GetString()!);

        Assert.Equal(["Article", "BreadcrumbList", "Organization", "WebPage", "WebSite"], graph.Keys.Order());
        Assert.Equal("reviewer", graph["WebPage"].GetProperty("reviewedBy")[0].GetProperty("name").GetString());
        Assert.Equal(("Piece 7", "Relocation desk"), (graph["Article"].GetProperty("headline").GetString(), graph["Article"].GetProperty("author")[0].GetProperty("name").GetString()));
        Assert.False(graph["Article"].TryGetProperty("digitalSourceType", out _)); // people wrote it
        Assert.Equal(["Relocation", "Portugal", "Piece 7"], graph["BreadcrumbList"].GetProperty("itemListElement").EnumerateArray().Select(i => i.GetProperty("name").GetString()));
        Assert.Matches("""<link rel="canonical" href="http://[^/]+/sites/relocation/piece-7">""", raw);
        foreach (var said in new[] { "og:type\" content=\"article", "og:title\" content=\"Piece 7", "twitter:card\" content=\"summary", "article:published_time", "article:section\" content=\"Portugal", "type=\"application/atom+xml\"", "type=\"application/rss+xml\"", "type=\"application/feed+json\"" })
            Assert.Contains(said, WebUtility.HtmlDecode(raw), StringComparison.Ordinal);
        Assert.Contains("CollectionPage", await _reader.GetStringAsync($"{Site}/category/spain", Ct), StringComparison.Ordinal);
        Assert.Contains("SearchAction", await _reader.GetStringAsync(Site, Ct), StringComparison.Ordinal);
    }
}

/// <summary>Addresses: what is a list's is no article's, and what was an article's leads on.</summary>
public sealed class PublicAddressesTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Theory]
    [InlineData("Search")]
    [InlineData("Archive")]
    [InlineData("Category")]
    [InlineData("Tag")]
    [InlineData("Author")]
    [InlineData("2026")]
    public async Task No_slug_is_taken_from_the_writers_by_a_list(string title)
    {
        var article = await Some.DraftAsync(title);
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);

        using var reader = House.CreateClient();
        Assert.Contains($"<h1>{title}</h1>", await reader.GetStringAsync($"/sites/relocation/{title.ToLowerInvariant()}", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_address_of_several_parts_leads_on_also_where_a_list_could_be()
    {
        var article = await Some.DraftAsync("Now here");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        foreach (var former in new[] { "category/technology", "tag/a/b", "author/somebody", "archive/2014/3", "2014/03/12/now-here" })
            await House.SqlAsync("insert into delivery.former_slugs (site, slug, article) values ($1, $2, $3)", Some.Site.Value, former, article.Value);

        using var reader = House.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var former in new[] { "category/technology/", "tag/a/b", "author/somebody", "archive/2014/3", "archive/2014/3/", "2014/03/12/now-here/" })
        {
            var answer = await reader.GetAsync($"/sites/relocation/{former}", Ct);
            Assert.Equal((former, 308, "/sites/relocation/now-here"), (former, (int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        }
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        var gone = await reader.GetAsync("/sites/relocation/now-here", Ct);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("role=\"search\"", await gone.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ci/cd")]
    [InlineData("C# & .NET")]
    [InlineData("50 %")]
    [InlineData("日本")]
    public async Task A_tag_has_an_address_whatever_it_is_written_with(string tag)
    {
        var article = await Some.DraftAsync($"Tagged {Guid.CreateVersion7(House.Clock.GetUtcNow()):N}");
        await Some.ChangeAsync(article, c => c with { Tags = [tag] });
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);

        using var reader = House.CreateClient();
        Assert.Contains($"<h1>{tag}</h1>", WebUtility.HtmlDecode(await reader.GetStringAsync(QuestCms.Web.Ui.PublicPaths.Tag("relocation", tag), Ct)), StringComparison.Ordinal);
    }

    /// <summary>The longest of 327 real posts has 40 KB of text; made-up words pack worse than a language.</summary>
    [Fact]
    public async Task The_first_view_of_a_long_piece_is_under_60_kilobytes_without_pictures_and_fonts()
    {
        var made = new Random(7);
        string Word() => new([.. Enumerable.Range(0, made.Next(2, 9)).Select(_ => (char)('a' + made.Next(26)))]);
        var article = await Some.DraftAsync("The longest piece", string.Join("\n\n", Enumerable.Range(1, 60).Select(i => $"## Part {i}\n\n{string.Join(' ', Enumerable.Range(0, 100).Select(_ => Word()))}.")));
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        using var reader = House.CreateClient();

        var html = await reader.GetStringAsync("/sites/relocation/the-longest-piece", Ct);
        var css = await reader.GetByteArrayAsync(Regex.Match(html, """<link rel="stylesheet" href="([^"]+)">""").Groups[1].Value, Ct);

        Assert.True(html.Length > 40_000);
        var (page, sheet) = (Packed(Encoding.UTF8.GetBytes(html)), Packed(css));
        Assert.True(page + sheet < 60 * 1024, $"HTML {page}, style sheet {sheet} bytes, packed");
        Assert.Equal(2, Regex.Count(html, """<link rel="preload" href="/fonts/[a-z0-9-]+\.[a-z0-9]{10}\.woff2" as="font" type="font/woff2" crossorigin>""")); // by fingerprint: kept for good
    }

    private static long Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray().Length;
    }
}
