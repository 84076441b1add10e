using QuestCms.TestKit;

[assembly: AssemblyFixture(typeof(QuestCms.IntegrationTests.Common.Database))]

namespace QuestCms.IntegrationTests.Common;

/// <summary>The private server of this test run.</summary>
public sealed class Database : IAsyncLifetime
{
    public TestPostgres Postgres { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Postgres = await TestPostgres.StartAsync();

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();
}

/// <summary>A house with people for a test class; every class has a database of its own.</summary>
public abstract class InAHouse(Database database) : IAsyncLifetime
{
    protected TestHouse House { get; private set; } = null!;
    protected SomeHouse Some { get; private set; } = null!;

    /// <summary>For a second house of the same test, with settings of its own.</summary>
    protected TestPostgres Postgres => database.Postgres;

    protected virtual bool Workers => false;

    public virtual async ValueTask InitializeAsync()
    {
        House = await TestHouse.OpenAsync(database.Postgres, Workers);
        Some = await SomeHouse.MakeAsync(House);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
