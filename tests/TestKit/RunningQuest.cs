using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace QuestCms.TestKit;

/// <summary>The application as a process of its own, as a machine runs it: can be asked, told to stop, and killed.</summary>
public sealed class RunningQuest : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly string[] Ours = ["NEON_", "QUEST_", "CLAUDE_", "ASPNETCORE_", "DOTNET_gc", "PORT", "RAILWAY_", "AUTOMAPPER_"];
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly Task _reading;

    private RunningQuest(Process process, int port)
    {
        (_process, Port) = (process, port);
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public int Port { get; }
    public Uri Address => new($"http://localhost:{Port}");
    public int Id => _process.Id;
    public bool HasExited => _process.HasExited;

    /// <summary>All lines so far.</summary>
    public IReadOnlyList<string> Said => [.. _said];

    /// <param name="program">Its dll.</param>
    /// <param name="settings">PORT is added where it is missing; of the tests' own settings only those of the runtime (DOTNET_) are passed on.</param>
    /// <param name="folder">Where it runs; by default beside the program's static files.</param>
    /// <param name="user">Another user, where this one is root.</param>
    public static RunningQuest Start(string program, IReadOnlyDictionary<string, string> settings, string? folder = null, string? user = null, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.Combine(ProjectFolder.Root, "src/Web"),
        };
        foreach (var name in start.Environment.Keys.Where(k => Ours.Any(o => k.StartsWith(o, StringComparison.Ordinal))).ToList()) start.Environment.Remove(name);
        var port = settings.TryGetValue("PORT", out var given) && int.TryParse(given, out var number) ? number : FreePort();
        start.Environment["PORT"] = port.ToString();
        foreach (var (name, value) in settings) start.Environment[name] = value;
        if (user is not null) start.UserName = user;
        return new RunningQuest(Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started."), port);
    }

    /// <summary>Answers once it says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended instead, or took minutes.</exception>
    public async Task<RunningQuest> ReadyAsync(CancellationToken ct = default)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var began = Stopwatch.GetTimestamp();
        do
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready", ct);
                if (answer.StatusCode == HttpStatusCode.OK) return this;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // Not listening yet.
            }
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Longest) throw new InvalidOperationException($"Not ready: {string.Join('\n', _said)}");
        }
        while (await look.WaitForNextTickAsync(ct));
        throw new UnreachableException();
    }

    /// <summary>SIGKILL: no word, no time.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a platform asks it to go.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    /// <summary>The exit code, once it has gone and all it said was read.</summary>
    public async Task<int> ExitAsync(CancellationToken ct = default)
    {
        await _process.WaitForExitAsync(ct).WaitAsync(Longest, ct);
        await _reading.WaitAsync(Longest, ct);
        return _process.ExitCode;
    }

    /// <summary>A port nobody listens on just now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.IPv6Any, 0);
        listener.Server.DualMode = true;
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line) _said.Enqueue(line);
    }
}
