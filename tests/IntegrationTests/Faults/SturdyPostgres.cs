using System.Diagnostics;
using Npgsql;
using QuestCms.Infrastructure.Neon.Embedded;

namespace QuestCms.IntegrationTests.Faults;

/// <summary>A private server as people have it: what is committed is on the disk. It can be killed and started again.</summary>
internal sealed class SturdyPostgres : IAsyncDisposable
{
    private readonly string _folder = Path.Combine("/var/tmp", $"quest-sturdy-{Environment.ProcessId}-{Guid.CreateVersion7()}");
    private readonly List<EmbeddedPostgres> _holds = [];

    public string ConnectionString { get; private set; } = "";

    public static async Task<SturdyPostgres> StartAsync(CancellationToken ct)
    {
        var server = new SturdyPostgres();
        await server.StartAgainAsync(ct);
        await server._holds[0].CreateDatabaseIfMissingAsync("quest", ct);
        server.ConnectionString = server._holds[0].ConnectionStringFor("quest");
        return server;
    }

    /// <summary>SIGKILL of the postmaster: nothing is written down, its children end when they notice.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(_folder, "postgres/postmaster.pid")).First());
        using var postmaster = Process.GetProcessById(pid);
        postmaster.Kill();
        // Its parent is the system's first process: it may lie there as a zombie, whose command line is empty.
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (File.Exists($"/proc/{pid}/cmdline") && await IsAliveAsync(pid, ct)) await look.WaitForNextTickAsync(ct);
    }

    private static async Task<bool> IsAliveAsync(int pid, CancellationToken ct)
    {
        try
        {
            return (await File.ReadAllTextAsync($"/proc/{pid}/cmdline", ct)).Length > 0;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public async Task StartAgainAsync(CancellationToken ct) => _holds.Add(await EmbeddedPostgres.StartAsync(_folder, Environment.GetEnvironmentVariable("QUEST_POSTGRES_BIN"), [], ct));

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var hold in _holds) await hold.DisposeAsync();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
