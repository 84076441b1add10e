using System.Collections.Concurrent;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

[assembly: AssemblyFixture(typeof(QuestCms.IntegrationTests.Common.Database))]
// One more than this machine's two cores: a test that starts a process or kills one waits now and then.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]
[assembly: TestCollectionOrderer(typeof(QuestCms.IntegrationTests.Common.LongestFirst))]
[assembly: TestMethodOrderer(typeof(QuestCms.TestKit.SteadyOrder))]
[assembly: TestCaseOrderer(typeof(QuestCms.TestKit.SteadyOrder))]

namespace QuestCms.IntegrationTests.Common;

/// <summary>The private server of this test run, and its houses: who is done with one leaves it to the next, who finds it as it was furnished.</summary>
public sealed class Database : IAsyncLifetime
{
    // A clock further ahead than this may show another day than the database's.
    private static readonly TimeSpan MostAhead = TimeSpan.FromHours(2);

    private readonly ConcurrentBag<SomeHouse> _free = [];
    private readonly ConcurrentBag<(SomeHouse Some, ClaudeStandIn Claude)> _withClaude = [];

    public TestPostgres Postgres { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Postgres = await TestPostgres.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var some in _free) await some.House.DisposeAsync();
        foreach (var (some, claude) in _withClaude) await EndAsync(some, claude);
        await Postgres.DisposeAsync();
    }

    /// <summary>Nobody else's until it is given back, with nothing in it but its people. In a process that others used before.</summary>
    public async Task<SomeHouse> BorrowAsync()
    {
        while (_free.TryTake(out var free))
        {
            if (await free.AnewAsync() is { } anew) return anew;
            await free.House.DisposeAsync();
        }
        return await SomeHouse.OpenAsync(Postgres);
    }

    public ValueTask GiveBackAsync(SomeHouse some)
    {
        if (!some.House.CanBeUsedAgain) return some.House.DisposeAsync();
        _free.Add(some);
        return ValueTask.CompletedTask;
    }

    /// <summary>The same for a house whose Claude is a stand-in of its own. Its clock goes on: the breaker knows until when it rests.</summary>
    public async Task<(SomeHouse Some, ClaudeStandIn Claude)> BorrowWithClaudeAsync(Func<ClaudeStandIn, (string, string)[]> settings)
    {
        while (_withClaude.TryTake(out var free))
        {
            if (free.Some.House.Clock.Ahead < MostAhead && await free.Some.AnewAsync(isClockKept: true) is { } anew) return (anew, free.Claude);
            await EndAsync(free.Some, free.Claude);
        }
        var claude = await ClaudeStandIn.StartAsync(0, TimeProvider.System);
        return (await SomeHouse.OpenAsync(Postgres, workers: false, settings(claude)), claude);
    }

    public void GiveBack(SomeHouse some, ClaudeStandIn claude) => _withClaude.Add((some, claude));

    private static async Task EndAsync(SomeHouse some, ClaudeStandIn claude)
    {
        await some.House.DisposeAsync();
        await claude.DisposeAsync();
    }
}

/// <summary>A house with people; every test has one with nothing else in it.</summary>
public abstract class InAHouse(Database database) : IAsyncLifetime
{
    protected TestHouse House => Some.House;
    protected SomeHouse Some { get; private set; } = null!;

    /// <summary>For a second house of the same test, with settings of its own.</summary>
    protected TestPostgres Postgres => database.Postgres;

    protected virtual bool Workers => false;

    /// <summary>For tests that change the schema, or need a process nobody used before.</summary>
    protected virtual bool Alone => Workers;

    public virtual async ValueTask InitializeAsync() => Some = Alone ? await SomeHouse.OpenAsync(database.Postgres, Workers) : await database.BorrowAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await (Alone ? House.DisposeAsync() : database.GiveBackAsync(Some));
        GC.SuppressFinalize(this);
    }
}

/// <summary>One house for all tests of a class: they make articles of their own and count nobody else's.</summary>
public sealed class SharedHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Some = await database.BorrowAsync();

    public ValueTask DisposeAsync() => database.GiveBackAsync(Some);
}

/// <summary>For a class whose tests may stand side by side in one house.</summary>
public abstract class InASharedHouse(SharedHouse shared) : IClassFixture<SharedHouse>
{
    protected SomeHouse Some => shared.Some;
    protected TestHouse House => shared.Some.House;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;
}
