using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.TestKit;

[assembly: AssemblyFixture(typeof(BrowserRun))]
// Two more than this machine's two cores: a test in a browser waits now and then.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
[assembly: TestCollectionOrderer(typeof(LongestFirst))]
[assembly: TestMethodOrderer(typeof(QuestCms.TestKit.SteadyOrder))]
[assembly: TestCaseOrderer(typeof(QuestCms.TestKit.SteadyOrder))]

namespace QuestCms.BrowserTests.Kit;

/// <summary>One Chromium and one PostgreSQL for the whole run, and the demo application that all classes may share.</summary>
public sealed class BrowserRun : IAsyncLifetime
{
    // Where Debian puts it; ./quest test knows more places and says which by the variable.
    private static readonly string[] Usual = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly SemaphoreSlim _opening = new(1);
    private IPlaywright? _playwright;
    private readonly Dictionary<Type, IAsyncDisposable> _made = [];
    private DemoApplication? _shared;

    public TestPostgres Postgres { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given ? given : Usual.FirstOrDefault(File.Exists);
        if (chromium is null || !File.Exists(chromium)) throw new InvalidOperationException("Chromium is not here: run ./quest test, which installs it, or set CHROMIUM_PATH.");
        Postgres = await TestPostgres.StartAsync();
        // Longer than any step takes on a busy machine; what is waited for is a condition, never the time.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            // No sandbox, because tests run as root in containers; no other machine is ever asked.
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
        });
    }

    /// <summary>The application with demo content that classes share which change only what they made themselves. Started when first asked for.</summary>
    public async Task<DemoApplication> SharedAsync()
    {
        await _opening.WaitAsync();
        try
        {
            return _shared ??= await DemoApplication.OpenAsync(Postgres);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Something that takes time to make and that several classes use: made when first asked for, gone with the run.</summary>
    public async Task<T> OnceAsync<T>(Func<Task<T>> make) where T : class, IAsyncDisposable
    {
        await _opening.WaitAsync();
        try
        {
            if (_made.TryGetValue(typeof(T), out var made)) return (T)made;
            var fresh = await make();
            _made.Add(typeof(T), fresh);
            return fresh;
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made.Values) await made.DisposeAsync();
        if (_shared is not null) await _shared.DisposeAsync();
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
        if (Postgres is not null) await Postgres.DisposeAsync();
        _opening.Dispose();
    }
}
