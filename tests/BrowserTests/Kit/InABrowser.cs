using Microsoft.Playwright;
using QuestCms.Domain.Content;

namespace QuestCms.BrowserTests.Kit;

/// <summary>
/// A test with pages of its own, in the application that all share or in its class's own. At its end every page must have been quiet; of a failed test
/// pictures are kept in QUEST_TEST_PICTURES, or beside the results.
/// </summary>
public abstract class InABrowser(BrowserRun run, OwnApplication? own = null) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _contexts = [];

    protected BrowserRun Run => run;
    protected DemoApplication App { get; private set; } = null!;
    protected Complaints Complaints { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        App = own?.App ?? await run.SharedAsync();
        Complaints = new Complaints(App.Address);
    }

    /// <summary>A browser of this person's own, with one empty page.</summary>
    protected async Task<IPage> BrowserOfAsync(Who who, Look? look = null) => await BrowserWithAsync(await App.CookiesAsync(who, run.Browser), look);

    /// <summary>A browser that somebody else signed in with; without cookies nobody has.</summary>
    protected async Task<IPage> BrowserWithAsync(string? cookies, Look? look = null)
    {
        var context = await run.Browser.NewContextAsync((look ?? Look.Desk).Options(App.Address, cookies));
        context.SetDefaultTimeout(60_000); // a busy machine; see BrowserRun
        _contexts.Add(context);
        Complaints.Listen(context);
        return await context.NewPageAsync();
    }

    /// <summary>A page of this person's, opened at an address of the application.</summary>
    protected async Task<IPage> OpenAsync(Who who, string path, Look? look = null)
    {
        var page = await BrowserOfAsync(who, look);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>The editor of an article, opened by this person.</summary>
    protected async Task<EditorPage> EditAsync(Who who, ArticleId article, Look? look = null) => await EditorPage.OpenAsync(await BrowserOfAsync(who, look), DemoDesk.AddressOf(article));

    public virtual async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) await KeepPicturesAsync();
        foreach (var context in _contexts) await context.DisposeAsync();
        GC.SuppressFinalize(this);
        var unexpected = Complaints.Unexpected;
        if (unexpected.Count > 0) Assert.Fail($"The browser complained {unexpected.Count} times:\n{string.Join('\n', unexpected.Distinct())}");
    }

    private async Task KeepPicturesAsync()
    {
        var folder = Environment.GetEnvironmentVariable("QUEST_TEST_PICTURES") ?? Path.Combine(Environment.CurrentDirectory, "artifacts", "test-results", "pictures");
        Directory.CreateDirectory(folder);
        var name = TestContext.Current.TestMethod?.MethodName ?? "test";
        var number = 0;
        foreach (var page in _contexts.SelectMany(c => c.Pages))
        {
            var file = Path.Combine(folder, $"{name}-{++number}");
            await page.ScreenshotAsync(new() { Path = $"{file}.png", FullPage = true });
            await File.WriteAllTextAsync($"{file}.html", $"<!-- {page.Url} -->\n{await page.ContentAsync()}");
        }
    }
}
