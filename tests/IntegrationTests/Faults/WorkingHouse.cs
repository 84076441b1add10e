using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Faults;

/// <summary>A database with a writer who has a password and a draft; the application runs on it as a process of its own.</summary>
internal sealed class WorkingHouse : IAsyncDisposable
{
    public const string Email = "creator@quest.test";
    public const string Password = "correct horse battery";

    private WorkingHouse(TestHouse house, Guid article) => (House, Article) = (house, article);

    /// <summary>Looks at the same database, without workers.</summary>
    public TestHouse House { get; }
    public Guid Article { get; }

    /// <summary>On the server of this test run: where the application is killed, and not the database, that one is as good as any.</summary>
    public static async Task<WorkingHouse> OpenAsync(TestPostgres postgres, CancellationToken ct) => await MakeAsync(await SomeHouse.OpenAsync(postgres), ct);

    /// <summary>On a server that keeps what it committed, whatever becomes of it.</summary>
    public static async Task<WorkingHouse> OpenAsync(SturdyPostgres server, CancellationToken ct)
    {
        await TestHouse.MigrateAsync(server.ConnectionString);
        return await MakeAsync(await SomeHouse.MakeAsync(TestHouse.On(server.ConnectionString)), ct);
    }

    private static async Task<WorkingHouse> MakeAsync(SomeHouse some, CancellationToken ct)
    {
        await using var scope = some.House.Services.CreateAsyncScope();
        var given = await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(some.Creator.Person!.Value, Password, mustChange: false, ct);
        Assert.Null(given.Error);
        return new WorkingHouse(some.House, (await some.DraftAsync()).Value);
    }

    /// <summary>The built program on this database.</summary>
    public RunningQuest Run(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Testing", ["NEON_CONNECTION_STRING"] = House.ConnectionString, ["QUEST_LOG_LEVEL"] = "Warning" };
        foreach (var (name, value) in settings) all[name] = value;
        return RunningQuest.Start(ProjectFolder.Program, all);
    }

    public Task<string?> BodyAsync() => House.ScalarAsync<string>("select body from content.articles where id = $1", Article);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
