using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Embedded;

namespace QuestCms.Web.Hosting;

/// <summary>Which database this process uses. In Development without an address a private server is started in the data folder and ends with the process.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private Database(DatabaseAddresses addresses, EmbeddedPostgres? embedded) => (Addresses, _embedded) = (addresses, embedded);

    public DatabaseAddresses Addresses { get; }

    /// <exception cref="SettingException">An address is missing or wrong, or a private server can't be had.</exception>
    /// <param name="name">Of the database on the private server.</param>
    public static async Task<Database> FindAsync(IHostEnvironment environment, IConfiguration configuration, string name = "quest")
    {
        string? Address(string name) => Settings.Address(environment, configuration, name);
        var (given, direct, delivery) = (Address("NEON_CONNECTION_STRING"), Address("NEON_DIRECT_CONNECTION_STRING"), Address("NEON_DELIVERY_CONNECTION_STRING"));
        if (given is not null) return new Database(new DatabaseAddresses(given, direct ?? ConnectionStrings.Direct(given), delivery), null);
        if (!environment.IsDevelopment()) throw new SettingException("NEON_CONNECTION_STRING", "is missing: the address of the PostgreSQL database.");
        try
        {
            var embedded = await EmbeddedPostgres.StartAsync(DataFolder(configuration), configuration["QUEST_POSTGRES_BIN"], [], CancellationToken.None);
            await embedded.CreateDatabaseIfMissingAsync(name, CancellationToken.None);
            return new Database(DatabaseAddresses.Of(embedded.ConnectionStringFor(name)), embedded);
        }
        catch (EmbeddedPostgresException missing)
        {
            throw new SettingException("NEON_CONNECTION_STRING", $"is not set, and a private database can't be had. {missing.Message}");
        }
    }

    /// <summary>Where a development machine keeps database, media and the demo password.</summary>
    public static string DataFolder(IConfiguration configuration) => Path.GetFullPath(configuration["QUEST_DATA"] is { Length: > 0 } data ? data : ".quest");

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
