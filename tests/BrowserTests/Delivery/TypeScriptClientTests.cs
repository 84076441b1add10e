using System.Diagnostics;
using QuestCms.BrowserTests.Kit;
using QuestCms.TestKit;

namespace QuestCms.BrowserTests.Delivery;

/// <summary>The TypeScript client and its sites, run by the Node.js that the browser library brings along: nothing is asked of the machine. No page is opened.</summary>
public sealed class TypeScriptClientTests(BrowserRun run) : InABrowser(run)
{
    private static readonly string Client = Path.Combine(ProjectFolder.Root, "clients/typescript");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_client_does_as_its_tests_say()
    {
        using var node = Start("test/client.test.mjs");
        var said = await node.StandardOutput.ReadToEndAsync(Ct);
        await node.WaitForExitAsync(Ct);

        Assert.True(node.ExitCode == 0, said);
    }

    [Theory]
    [InlineData("first/news.mjs")]
    [InlineData("example/server.mjs")]
    public async Task A_site_shows_what_is_published_and_tells_the_open_page_what_happens(string site)
    {
        using var node = Start(site);
        try
        {
            var at = new Uri((await node.StandardOutput.ReadLineAsync(Ct))!.Split(' ')[0]);
            using var browser = new HttpClient();
            await Until.TrueAsync(async () => (await browser.GetStringAsync(at, Ct)).Contains("Moving to Lisbon with a family", StringComparison.Ordinal), Ct);

            using var live = new StreamReader(await browser.GetStreamAsync(new Uri(at, "/live"), Ct));
            var heard = HearAsync(live);
            // The line of the site to the house may be open some moments after the browser's.
            using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            do await App.House.SqlAsync("insert into delivery.events (id, site, type, slug, locale, version, at) select gen_random_uuid(), id, 'site.updated', '', locale, 0, now() from delivery.sites where slug = 'relocation'");
            while (!heard.IsCompleted && await again.WaitForNextTickAsync(Ct));

            Assert.Equal("data: site.updated", await heard);
        }
        finally
        {
            node.Kill();
            await node.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<string?> HearAsync(StreamReader live)
    {
        string? line;
        do line = await live.ReadLineAsync(Ct); while (line is not null && (!line.StartsWith("data: ", StringComparison.Ordinal) || line == "data: everything"));
        return line;
    }

    private Process Start(string file)
    {
        var node = Path.Combine(AppContext.BaseDirectory, ".playwright/node", $"linux-{(System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x64")}", "node");
        return Process.Start(new ProcessStartInfo(node, [Path.Combine(Client, file)]) { RedirectStandardOutput = true, WorkingDirectory = Client, Environment = { ["QUEST_ADDRESS"] = App.Address, ["QUEST_SITE"] = "relocation", ["PORT"] = "0" } })!;
    }
}
