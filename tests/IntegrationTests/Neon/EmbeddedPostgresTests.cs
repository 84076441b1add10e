using Npgsql;
using QuestCms.Infrastructure.Neon.Embedded;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Neon;

/// <summary>The private server is shared by all processes on one folder, stopped by the last, adopted after a crash.</summary>
public sealed class EmbeddedPostgresTests(EmbeddedPostgresTests.DataFolder data) : IClassFixture<EmbeddedPostgresTests.DataFolder>
{
    private readonly string _folder = data.Path;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_that_begin_at_once_share_one_server_and_the_last_to_leave_stops_it()
    {
        data.Empty(); // so that all of them want to make the cluster
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));
        var server = Postmaster();

        Assert.Single((await Task.WhenAll(all.Select(StartedAtAsync))).Distinct());
        foreach (var one in all[1..]) await one.DisposeAsync();
        Assert.Equal(server, Postmaster());
        await StartedAtAsync(all[0]);

        await all[0].DisposeAsync();
        Assert.False(File.Exists(Path.Combine(_folder, "postgres/postmaster.pid")));
    }

    [Fact]
    public async Task A_server_whose_application_was_killed_is_adopted()
    {
        // Its first process holds the server; killed, it leaves it running.
        await using (var first = RunningQuest.Start(ProjectFolder.Program, new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["QUEST_DATA"] = _folder }))
        {
            await first.ReadyAsync(Ct);
            await first.KillAsync();
        }
        var before = Postmaster();

        var next = await StartAsync();
        Assert.Equal(before, Postmaster());
        await StartedAtAsync(next);

        await next.DisposeAsync(); // and it is the last one's to stop
        Assert.False(File.Exists(Path.Combine(_folder, "postgres/postmaster.pid")));
    }

    [Fact]
    public async Task A_number_left_by_a_crash_and_since_given_to_another_process_is_not_believed()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder, "postgres/postmaster.pid"), $"{Environment.ProcessId}\n", Ct);

        await using var next = await StartAsync();

        Assert.NotEqual(Environment.ProcessId, Postmaster());
        await StartedAtAsync(next);
    }

    [Fact]
    public async Task Its_secrets_are_readable_by_nobody_else()
    {
        await using var server = await StartAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "postgres-password")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(new NpgsqlConnectionStringBuilder(server.ConnectionStringFor("postgres")).Host!));
    }

    /// <summary>One folder for the class: making a cluster costs more than all that is done with it. Each test leaves it without a server.</summary>
    public sealed class DataFolder : IDisposable
    {
        public string Path { get; } = System.IO.Path.Combine("/var/tmp", $"quest-embedded-{Environment.ProcessId}-{Guid.CreateVersion7()}");

        public void Empty()
        {
            if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
        }

        public void Dispose() => Empty();
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(_folder, Environment.GetEnvironmentVariable("QUEST_POSTGRES_BIN"), ["fsync=off"], Ct);

    private int Postmaster() => int.Parse(File.ReadLines(Path.Combine(_folder, "postgres/postmaster.pid")).First());

    private static async Task<DateTime> StartedAtAsync(EmbeddedPostgres server)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionStringFor("postgres")) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand("select pg_postmaster_start_time()");
        return (DateTime)(await command.ExecuteScalarAsync(Ct))!;
    }
}
