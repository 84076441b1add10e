
namespace QuestCms.Web.Hosting;

/// <summary>Which database this process uses. In Development without an address a private server is started in the data folder and ends with the process.</summary>
public sealed class Database : IAsyncDisposable
{
    private Database(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    public static Task<Database> FindAsync(IHostEnvironment environment, IConfiguration configuration)
    {
        var given = configuration["NEON_CONNECTION_STRING"];
        if (string.IsNullOrWhiteSpace(given)) throw new SettingException("NEON_CONNECTION_STRING", "is missing: the address of the PostgreSQL database.");
        _ = environment;
        return Task.FromResult(new Database(given));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
