namespace QuestCms.BrowserTests.Kit;

/// <summary>An application for one test class alone: its stand-in may fail, its server may stop.</summary>
public sealed class OwnApplication(BrowserRun run) : IAsyncLifetime
{
    public DemoApplication App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await DemoApplication.OpenAsync(run.Postgres);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
