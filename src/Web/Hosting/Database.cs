using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Embedded;

namespace QuestCms.Web.Hosting;

/// <summary>Which database this process uses. In Development without an address a private server is started in the data folder and ends with the process.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private Database(string connectionString, EmbeddedPostgres? embedded) => (ConnectionString, _embedded) = (connectionString, embedded);

    public string ConnectionString { get; }

    public static async Task<Database> FindAsync(IHostEnvironment environment, IConfiguration configuration)
    {
        var given = configuration["NEON_CONNECTION_STRING"];
        if (!string.IsNullOrWhiteSpace(given)) return new Database(Parse(given, configuration), null);
        if (!environment.IsDevelopment()) throw new SettingException("NEON_CONNECTION_STRING", "is missing: the address of the PostgreSQL database.");
        try
        {
            var embedded = await EmbeddedPostgres.StartAsync(DataFolder(configuration), configuration["QUEST_POSTGRES_BIN"], [], CancellationToken.None);
            await embedded.CreateDatabaseIfMissingAsync("quest", CancellationToken.None);
            return new Database(embedded.ConnectionStringFor("quest"), embedded);
        }
        catch (EmbeddedPostgresException missing)
        {
            throw new SettingException("NEON_CONNECTION_STRING", $"is not set, and a private database can't be had. {missing.Message}");
        }
    }

    /// <summary>Where a development machine keeps database, media and the demo password.</summary>
    public static string DataFolder(IConfiguration configuration) => Path.GetFullPath(configuration["QUEST_DATA"] is { Length: > 0 } data ? data : ".quest");

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Parse(string given, IConfiguration configuration)
    {
        var most = configuration["QUEST_DB_POOL_MAX"];
        if (most is not null && (!int.TryParse(most, out var number) || number is < 1 or > 1000)) throw new SettingException("QUEST_DB_POOL_MAX", "is not a number from 1 to 1000.");
        try
        {
            return ConnectionStrings.Parse(given, most is null ? 20 : int.Parse(most));
        }
        catch (FormatException wrong)
        {
            throw new SettingException("NEON_CONNECTION_STRING", wrong.Message);
        }
    }
}
