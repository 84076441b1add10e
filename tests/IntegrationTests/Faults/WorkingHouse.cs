using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Faults;

/// <summary>A database on a sturdy server with a writer who has a password and a draft; the application runs on it as a process of its own.</summary>
internal sealed class WorkingHouse : IAsyncDisposable
{
    public const string Email = "creator@quest.test";
    public const string Password = "correct horse battery";

    private WorkingHouse(SturdyPostgres server, TestHouse house, Guid article) => (Server, House, Article) = (server, house, article);

    public SturdyPostgres Server { get; }
    /// <summary>Looks at the same database, without workers.</summary>
    public TestHouse House { get; }
    public Guid Article { get; }

    public static async Task<WorkingHouse> OpenAsync(CancellationToken ct)
    {
        var server = await SturdyPostgres.StartAsync(ct);
        await TestHouse.MigrateAsync(server.ConnectionString);
        var house = TestHouse.On(server.ConnectionString);
        var some = await SomeHouse.MakeAsync(house);
        await using var scope = house.Services.CreateAsyncScope();
        var given = await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(some.Creator.Person!.Value, Password, mustChange: false, ct);
        Assert.Null(given.Error);
        return new WorkingHouse(server, house, (await some.DraftAsync()).Value);
    }

    /// <summary>The built program on this database.</summary>
    public RunningQuest Run(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Testing", ["NEON_CONNECTION_STRING"] = Server.ConnectionString, ["QUEST_LOG_LEVEL"] = "Warning" };
        foreach (var (name, value) in settings) all[name] = value;
        return RunningQuest.Start(ProjectFolder.Program, all);
    }

    public Task<string?> BodyAsync() => House.ScalarAsync<string>("select body from content.articles where id = $1", Article);

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await Server.DisposeAsync();
    }
}
