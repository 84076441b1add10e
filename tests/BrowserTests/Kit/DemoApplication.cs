using Microsoft.Playwright;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.BrowserTests.Kit;

/// <summary>Whom a page belongs to: nobody signed in, or one of the demo's people.</summary>
public enum Who { Nobody, Creator, Reviewer, Publisher, Admin }

/// <summary>
/// The application as <c>./quest run</c> starts it: real server, a database of its own with the demo in it, workers, and the stand-ins for Claude and
/// Replicate wired by settings alone.
/// </summary>
public sealed class DemoApplication : IAsyncDisposable
{
    public const string Password = "practice makes perfect";

    private readonly Dictionary<Who, string> _signedIn = [];
    private readonly SemaphoreSlim _signing = new(1);
    private readonly string _data;

    private DemoApplication(TestHouse house, ClaudeStandIn claude, ReplicateStandIn replicate, string data, string address) => (House, Claude, Replicate, _data, Address) = (house, claude, replicate, data, address);

    public TestHouse House { get; private set; }
    public ClaudeStandIn Claude { get; }
    public ReplicateStandIn Replicate { get; }

    /// <summary>Where it answers, without a slash at the end.</summary>
    public string Address { get; }

    /// <param name="postgres">The server that gives the database.</param>
    /// <param name="settings">In addition to, or instead of, the usual ones; an empty value takes a usual one away.</param>
    public static async Task<DemoApplication> OpenAsync(TestPostgres postgres, params (string Name, string Value)[] settings)
    {
        var data = Directory.CreateTempSubdirectory("quest-demo-").FullName;
        var claude = await ClaudeStandIn.StartAsync(0, TimeProvider.System);
        claude.Play(new StandInScenario { Pace = 2 });
        var replicate = await ReplicateStandIn.StartAsync(0, TimeProvider.System);
        replicate.Scenario = new PainterScenario { Looks = 1 };
        var all = new Dictionary<string, string>
        {
            ["ReloadStaticAssetsAtRuntime"] = "false",
            ["QUEST_DATA"] = data,
            ["QUEST_DEMO_PASSWORD"] = Password,
            ["CLAUDE_BASE_URL"] = claude.BaseUrl,
            ["CLAUDE_API_KEY"] = "practice",
            ["REPLICATE_BASE_URL"] = replicate.BaseUrl,
            ["REPLICATE_API_TOKEN"] = "practice",
            ["QUEST_OUTBOUND_ALLOW"] = "127.0.0.1", // where the stand-in keeps its files
        };
        foreach (var (name, value) in settings) all[name] = value;
        var house = await TestHouse.OpenDevelopmentAsync(postgres, [.. all.Select(s => (s.Key, s.Value))]);
        return new DemoApplication(house, claude, replicate, data, house.Listen());
    }

    public static string EmailOf(Who who) => $"{who.ToString().ToLowerInvariant()}@quest.test";

    /// <summary>The cookies of this person, signed in once by the form and kept for the next page.</summary>
    public async Task<string?> CookiesAsync(Who who, IBrowser browser)
    {
        if (who == Who.Nobody) return null;
        await _signing.WaitAsync();
        try
        {
            if (_signedIn.TryGetValue(who, out var kept)) return kept;
            await using var context = await browser.NewContextAsync(new() { BaseURL = Address });
            var page = await context.NewPageAsync();
            await page.SignInAsync(EmailOf(who), Password);
            return _signedIn[who] = await context.StorageStateAsync();
        }
        finally
        {
            _signing.Release();
        }
    }

    /// <summary>Ends the server as a deployment does.</summary>
    public async Task StopAsync() => await House.DisposeAsync();

    /// <summary>Starts it again on the same database at the same address.</summary>
    public void StartAgain()
    {
        House = House.Replica(workers: true);
        House.Listen(new Uri(Address).Port);
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Claude.DisposeAsync();
        await Replicate.DisposeAsync();
        _signing.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
