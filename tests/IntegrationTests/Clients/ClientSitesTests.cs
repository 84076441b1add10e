using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using QuestCms.Application.Delivery;
using QuestCms.ClientExample;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Live;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Clients;

/// <summary>A house that listens and works, as a site sees it.</summary>
public sealed class ListeningHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Some = await SomeHouse.OpenAsync(database.Postgres, workers: true);
        Address = Some.House.Listen();
    }

    public ValueTask DisposeAsync() => Some.House.DisposeAsync();
}

/// <summary>The sites of C# that show how it is done, on a house that listens: what is published stands in them, and the pages that readers have open are told.</summary>
public sealed class ClientSitesTests(ListeningHouse shared) : IClassFixture<ListeningHouse>, IDisposable
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_example_shows_what_is_published_within_moments_encodes_it_and_drops_what_was_taken_down()
    {
        await PublishedAsync("Fish & <b>chips</b>");
        await using var site = ExampleSite.Build(["--urls", "http://127.0.0.1:0", "--address", shared.Address, "--site", "relocation", "--QUEST_WEBHOOK_SECRET", Secret, "--contentRoot", Path.Combine(ProjectFolder.Root, "clients/csharp/example"), "--Logging:LogLevel:Default", "None"]);
        await site.StartAsync(Ct);
        var at = site.Urls.Single();
        await Until.TrueAsync(async () => (await _browser.GetStringAsync(at, Ct)).Contains("<strong>Fish &amp; &lt;b&gt;chips&lt;/b&gt;</strong>", StringComparison.Ordinal), Ct);

        using var live = await LiveAsync(at);
        var second = await PublishedAsync("Second piece");
        Assert.Equal("data: article.published", await HearAsync(live));
        Assert.Contains("Second piece", await _browser.GetStringAsync(at, Ct), StringComparison.Ordinal);
        Assert.Contains("<h2", await _browser.GetStringAsync($"{at}/articles/second-piece", Ct), StringComparison.Ordinal);

        await shared.Some.Must(new UnpublishArticle(second), shared.Some.Publisher);
        Assert.Equal("data: article.unpublished", await HearAsync(live));
        using var gone = await _browser.GetAsync($"{at}/articles/second-piece", Ct);
        Assert.Equal(404, (int)gone.StatusCode);
        Assert.StartsWith("default-src 'none'", gone.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        // The same by a webhook.
        var body = """{"id":"e-1","type":"article.deleted","timestamp":"2026-11-28T03:00:00.000Z","data":{"id":"01920000-0000-7000-8000-000000000000","site":"relocation","slug":"x","previousSlug":null,"locale":"en","version":1,"sequence":9,"url":null,"changedFields":[],"cacheTags":[]}}""";
        Assert.Equal(401, await WebhookAsync(at, body, body + " "));
        Assert.Equal(204, await WebhookAsync(at, body, body));
        Assert.Equal("data: article.deleted", await HearAsync(live));
        Assert.Equal(204, await WebhookAsync(at, body, body)); // had before: nothing is told
    }

    [Fact]
    public async Task The_first_site_of_the_guide_shows_the_titles_and_tells_the_open_page()
    {
        await PublishedAsync("From the guide");
        var program = ProjectFolder.Program.Replace("QuestCms.Web", "QuestCms.ClientFirst", StringComparison.Ordinal);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, Environment = { ["QUEST_ADDRESS"] = shared.Address, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" } })!;
        try
        {
            string? line;
            do line = await process.StandardOutput.ReadLineAsync(Ct); while (line?.Contains("listening on: ", StringComparison.Ordinal) == false);
            var at = line!.Split("on: ")[1];
            Assert.Contains("<li>From the guide</li>", await _browser.GetStringAsync(at, Ct), StringComparison.Ordinal);

            var heard = FirstAsync(at);
            // Its line to the house is open some moments after the browser's.
            using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            do await shared.Some.House.TellAsync(shared.Some.Site, "something"); while (!heard.IsCompleted && await again.WaitForNextTickAsync(Ct));
            Assert.Equal("data: article.published", await heard);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task What_the_guide_asks_with_curl_is_answered()
    {
        await PublishedAsync("Moving to Lisbon with a family");
        var asked = File.ReadAllLines(Path.Combine(ProjectFolder.Root, "docs/integrate.md")).Where(l => l.StartsWith("curl ", StringComparison.Ordinal)).Select(l => l.Split('"')[1].Replace("$H", shared.Address, StringComparison.Ordinal)).ToList();

        Assert.True(asked.Count >= 5);
        foreach (var address in asked)
        {
            using var answer = await _browser.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Ct);
            Assert.True((int)answer.StatusCode == 200, $"{address}: {answer.StatusCode}");
        }
    }

    public void Dispose() => _browser.Dispose();

    private async Task<ArticleId> PublishedAsync(string title)
    {
        var article = await shared.Some.DraftAsync(title);
        await shared.Some.ApprovedAsync(article);
        await shared.Some.Must(new PublishArticle(article), shared.Some.Publisher);
        return article;
    }

    private async Task<string?> FirstAsync(string at)
    {
        using var live = new StreamReader(await _browser.GetStreamAsync($"{at}/live", Ct));
        return await HearAsync(live);
    }

    private async Task<StreamReader> LiveAsync(string at)
    {
        var reader = new StreamReader(await _browser.GetStreamAsync($"{at}/live", Ct));
        Assert.Equal("event: hello", await reader.ReadLineAsync(Ct));
        await reader.ReadLineAsync(Ct);
        return reader;
    }

    private static async Task<string?> HearAsync(StreamReader live)
    {
        string? line;
        do line = await live.ReadLineAsync(Ct); while (line is "" or "data: everything");
        return line;
    }

    private async Task<int> WebhookAsync(string at, string signed, string sent)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"e-1.{now}.{signed}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{at}/webhook") { Content = new StringContent(sent, Encoding.UTF8, "application/json"), Headers = { { "webhook-id", "e-1" }, { "webhook-timestamp", $"{now}" }, { "webhook-signature", $"v1,{signature}" } } };
        using var answer = await _browser.SendAsync(request, Ct);
        return (int)answer.StatusCode;
    }
}
