using QuestCms.TestKit;

[assembly: AssemblyFixture(typeof(QuestCms.IntegrationTests.Common.Database))]
// One more than this machine's two cores: a test that starts a process or kills one waits now and then.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]
[assembly: TestCollectionOrderer(typeof(QuestCms.IntegrationTests.Common.LongestFirst))]
[assembly: TestMethodOrderer(typeof(QuestCms.TestKit.SteadyOrder))]
[assembly: TestCaseOrderer(typeof(QuestCms.TestKit.SteadyOrder))]

namespace QuestCms.IntegrationTests.Common;

/// <summary>The private server of this test run.</summary>
public sealed class Database : IAsyncLifetime
{
    public TestPostgres Postgres { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Postgres = await TestPostgres.StartAsync();

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();
}

/// <summary>A house with people; every test has one of its own.</summary>
public abstract class InAHouse(Database database) : IAsyncLifetime
{
    protected TestHouse House => Some.House;
    protected SomeHouse Some { get; private set; } = null!;

    /// <summary>For a second house of the same test, with settings of its own.</summary>
    protected TestPostgres Postgres => database.Postgres;

    protected virtual bool Workers => false;

    public virtual async ValueTask InitializeAsync() => Some = await SomeHouse.OpenAsync(database.Postgres, Workers);

    public virtual async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>One house for all tests of a class: they make articles of their own and count nobody else's.</summary>
public sealed class SharedHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Some = await SomeHouse.OpenAsync(database.Postgres);

    public ValueTask DisposeAsync() => Some.House.DisposeAsync();
}

/// <summary>For a class whose tests may stand side by side in one house.</summary>
public abstract class InASharedHouse(SharedHouse shared) : IClassFixture<SharedHouse>
{
    protected SomeHouse Some => shared.Some;
    protected TestHouse House => shared.Some.House;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;
}
