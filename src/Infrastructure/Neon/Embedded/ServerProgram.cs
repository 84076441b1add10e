using System.Diagnostics;

namespace QuestCms.Infrastructure.Neon.Embedded;

/// <summary>Runs initdb and pg_ctl; as root under the user postgres, or nobody, because PostgreSQL refuses root.</summary>
internal sealed class ServerProgram(string binaries)
{
    /// <summary>Null when this process is not root and runs the server as itself.</summary>
    public string? RunAs { get; } = Environment.UserName != "root" ? null : HasUser("postgres") ? "postgres" : "nobody";

    public async Task InitialiseAsync(ServerFolder folder, string user, string password, CancellationToken ct)
    {
        Directory.CreateDirectory(folder.Cluster);
        // initdb reads the password from a file of the server's own user, gone right after.
        var passwordFile = Path.Combine(folder.Sockets, "first-password");
        ServerFolder.WriteSecret(passwordFile, password);
        await OwnAsync(folder, passwordFile, ct);
        var (code, said) = await RunAsync("initdb", ["-D", folder.Cluster, "-U", user, $"--pwfile={passwordFile}", "--auth=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-sync"], capture: true, ct);
        File.Delete(passwordFile);
        if (code != 0) throw new EmbeddedPostgresException($"PostgreSQL could not make its data folder {folder.Cluster}: {said.Trim().Split('\n')[^1]}");
    }

    public async Task StartAsync(ServerFolder folder, IReadOnlyList<string> options, CancellationToken ct)
    {
        if (!File.Exists(folder.Log)) await File.Create(folder.Log).DisposeAsync();
        await OwnAsync(folder, folder.Log, ct);
        var settings = string.Join(' ', new[] { "-c listen_addresses=''", $"-c unix_socket_directories='{folder.Sockets}'", "-c max_connections=200" }.Concat(options.Select(o => $"-c {o}")));
        // Its output is not read: a pipe inherited by the server would stay open as long as it lives.
        var (code, _) = await RunAsync("pg_ctl", ["start", "-w", "-s", "-t", "60", "-D", folder.Cluster, "-l", folder.Log, "-o", settings], capture: false, ct);
        if (code != 0) throw new EmbeddedPostgresException($"PostgreSQL did not start; its own words stand in {folder.Log}.");
    }

    public Task StopAsync(ServerFolder folder) => RunAsync("pg_ctl", ["stop", "-m", "fast", "-w", "-s", "-D", folder.Cluster], capture: false, CancellationToken.None);

    // The server's user must own cluster, log and sockets when this process is root.
    private async Task OwnAsync(ServerFolder folder, string file, CancellationToken ct)
    {
        if (RunAs is null) return;
        using var chown = Process.Start("chown", ["-R", RunAs, folder.Cluster, folder.Sockets, file]);
        await chown.WaitForExitAsync(ct);
    }

    private async Task<(int Code, string Said)> RunAsync(string program, string[] arguments, bool capture, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Path.Combine(binaries, program), arguments) { RedirectStandardError = capture, RedirectStandardOutput = capture, WorkingDirectory = "/" };
        if (RunAs is not null) start.UserName = RunAs;
        using var process = Process.Start(start) ?? throw new EmbeddedPostgresException($"{program} could not be started.");
        var said = capture ? await process.StandardError.ReadToEndAsync(ct) : "";
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, said);
    }

    private static bool HasUser(string name) => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));
}
