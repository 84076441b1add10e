using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using QuestCms.Application;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure;
using QuestCms.Infrastructure.Neon;

namespace QuestCms.TestKit;

/// <summary>The whole application on a database of its own: messages are sent as people, pages are asked over HTTP. Without workers unless asked.</summary>
public sealed class TestHouse : WebApplicationFactory<Program>
{
    private readonly string _database;
    private readonly Dictionary<string, string?> _settings;
    private readonly bool _workers;
    private readonly string _environment;

    private TestHouse(string database, bool workers, Dictionary<string, string?> settings, string environment = "Testing") =>
        (_database, _workers, _settings, _environment) = (database, workers, settings, environment);

    public string ConnectionString => _database;
    /// <summary>The time in this house.</summary>
    public MovableClock Clock { get; } = new();

    /// <summary>Not told to stop, and serving nobody over a real line.</summary>
    public bool CanBeUsedAgain
    {
        get
        {
            try
            {
                return ClientOptions.BaseAddress.IsDefaultPort && !Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;
            }
            catch (ObjectDisposedException)
            {
                return false; // it has gone already
            }
        }
    }

    public static async Task<TestHouse> OpenAsync(TestPostgres postgres, bool workers = false, params (string Name, string Value)[] settings)
    {
        var database = await postgres.CloneAsync(MigrateAsync);
        return new TestHouse(database, workers, settings.ToDictionary(s => s.Name, s => (string?)s.Value));
    }

    /// <summary>A house on a database that is there and migrated.</summary>
    public static TestHouse On(string connectionString, bool workers = false, params (string Name, string Value)[] settings) =>
        new(connectionString, workers, settings.ToDictionary(s => s.Name, s => (string?)s.Value));

    /// <summary>As on a developer's machine: workers, and in Development also the demo's sites, people and articles.</summary>
    public static async Task<TestHouse> OpenDevelopmentAsync(TestPostgres postgres, params (string Name, string Value)[] settings) =>
        new(await postgres.CloneAsync(MigrateAsync), workers: true, settings.ToDictionary(s => s.Name, s => (string?)s.Value), "Development");

    /// <summary>A second process on the same database, as a replica would be.</summary>
    public TestHouse Replica(bool workers) => new(_database, workers, _settings, _environment);

    /// <summary>Listens on this machine as it does in production, for a browser. Answers the address; 0 is any free port.</summary>
    public string Listen(int port = 0)
    {
        UseKestrel(port);
        StartServer();
        return ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>Applies the migrations without starting the application, as the deployment does.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddApplication(null)
            .AddInfrastructure(new ConfigurationBuilder().Build(), DatabaseAddresses.Of(connectionString));
        await using var provider = services.BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
    }

    /// <summary>Sends a message as a person, a worker or the shell, in a scope of its own as every request has.</summary>
    public async Task<TResult> SendAsync<TResult>(IRequest<TResult> message, Actor actor, Guid? operation = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(actor, operation);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message);
    }

    /// <summary>Reads with the database context, without a permission.</summary>
    public async Task<T> ReadAsync<T>(Func<IQuestDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<IQuestDb>());
    }

    /// <summary>Writes rows past every rule, as a tester or a vandal would.</summary>
    public async Task<int> SqlAsync(string sql, params object[] values)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.CommandTimeout = 300; // ten thousand rows with their indexes, on a machine that others use too
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_environment);
        builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0"); // any free port: 8080 may be somebody's own
        builder.UseContentRoot(Path.Combine(ProjectFolder.Root, "src/Web"));
        builder.UseSetting("NEON_CONNECTION_STRING", _database);
        builder.UseSetting("QUEST_LOG_LEVEL", "Error"); // warnings are what many tests bring about
        builder.UseStaticWebAssets();
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (_workers) return;
            foreach (var worker in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace == "QuestCms.Infrastructure.BackgroundWork").ToList()) services.Remove(worker);
        });
    }
}
