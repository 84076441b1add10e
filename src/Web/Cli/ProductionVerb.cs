using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using QuestCms.Infrastructure;
using QuestCms.Web.Cli.Production;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary>
/// <c>run --production</c> of the script: this program in Production, as a platform runs it (migrated first, then served over plain http on a port of its own), behind an edge that speaks TLS. Its database is one of
/// its own on the private server, unless an address is set.
/// </summary>
internal static class ProductionVerb
{
    public const string Says = "run-production: production settings on this machine behind a local TLS edge (./quest run --production)";

    private const int DefaultPort = 8443;
    private const string Administrator = "admin@quest.test";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0) throw new UsageException(Says);
        var builder = QuestHost.Begin([]);
        var configuration = builder.Configuration;
        var port = Settings.Port(configuration) ?? DefaultPort;
        var folder = Database.DataFolder(configuration);
        Directory.CreateDirectory(folder);
        await using var database = await Database.FindAsync(builder.Environment, configuration, "quest_production");
        var inner = FreePort();
        var settings = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["NEON_CONNECTION_STRING"] = database.Addresses.Main,
            ["NEON_DIRECT_CONNECTION_STRING"] = database.Addresses.Direct,
            ["PORT"] = inner.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["QUEST_PUBLIC_URL"] = configuration["QUEST_PUBLIC_URL"] is { Length: > 0 } given ? given : $"https://localhost:{port}",
            ["QUEST_DATA"] = null,
        };
        if (configuration["QUEST_ADMIN_EMAIL"] is not { Length: > 0 }) (settings["QUEST_ADMIN_EMAIL"], settings["QUEST_ADMIN_PASSWORD"]) = (Administrator, await PasswordAsync(Path.Combine(folder, "production-password")));

        using (var migrate = Start(settings, "migrate"))
        {
            await migrate.WaitForExitAsync();
            if (migrate.ExitCode != 0) return migrate.ExitCode;
        }
        using var served = Start(settings);
        await using var edge = await TlsEdge.StartAsync(port, new Uri($"http://127.0.0.1:{inner}"), TlsEdge.Certificate(Path.Combine(folder, "production-certificate.pfx"), TimeProvider.System));
        Console.WriteLine($"In Production at https://localhost:{port}, with a certificate of this machine's own. Ctrl+C closes it.");
        if (settings.TryGetValue("QUEST_ADMIN_EMAIL", out var email)) Console.WriteLine($"{email} administers the house; the first password is in {Path.Combine(folder, "production-password")} and is changed at the first sign-in.");
        // The shell's Ctrl+C reaches both; a word from elsewhere is handed on.
        await Task.WhenAny(edge.WaitAsync(CancellationToken.None), served.WaitForExitAsync());
        if (!served.HasExited)
        {
            using var tell = Process.Start("kill", ["-TERM", served.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await tell.WaitForExitAsync();
        }
        await served.WaitForExitAsync();
        return served.ExitCode;
    }

    private static Process Start(Dictionary<string, string?> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProductionVerb).Assembly.Location, .. arguments]) { WorkingDirectory = Directory.GetCurrentDirectory() };
        foreach (var (name, value) in settings)
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        return Process.Start(start) ?? throw new UsageException("dotnet could not be started.");
    }

    private static async Task<string> PasswordAsync(string file)
    {
        if (File.Exists(file)) return (await File.ReadAllTextAsync(file)).Trim();
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        await using var stream = OwnersFile.Open(file, FileMode.CreateNew);
        await using var writer = new StreamWriter(stream);
        await writer.WriteLineAsync(password);
        return password;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
