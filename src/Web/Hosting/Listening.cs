using System.Net;
using System.Net.Sockets;

namespace QuestCms.Web.Hosting;

/// <summary>Where the house listens: PORT on all interfaces, IPv4 and IPv6, as Railway wants it; else what ASPNETCORE_URLS says; else port 8080.</summary>
internal static class Listening
{
    public static void AddListening(this WebApplicationBuilder builder)
    {
        var port = Settings.Port(builder.Configuration);
        builder.WebHost.ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = QuestHost.MaxRequestBytes;
            kestrel.Limits.MaxRequestLineSize = LongAddresses.MostRead;
            var told = context.Configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } || context.Configuration[WebHostDefaults.HttpPortsKey] is { Length: > 0 };
            if (port is null && told) return;
            RefuseTaken(port ?? Settings.DefaultPort);
            kestrel.Listen(IPAddress.IPv6Any, port ?? Settings.DefaultPort);
        });
    }

    // Asked before any worker begins; Kestrel would find out when they are at work.
    private static void RefuseTaken(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        try
        {
            probe.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
            probe.Listen(1);
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new SettingException($"Port {port} is taken by another program: stop that one, or choose another with --port or PORT.");
        }
    }

    /// <summary>
    /// Says where, once it is so; a person at a terminal reads it as the last line. Commands beside it on the same data read the file (see
    /// <see cref="Settings.PublicAddress"/>), so that the links they print lead here.
    /// </summary>
    public static void SayWhere(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var file = AddressFile(app.Configuration);
        var keeps = Directory.Exists(Path.GetDirectoryName(file));
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal);
            if (keeps) File.WriteAllText(file, address);
            Console.WriteLine($"Quest is open at {address}. Ctrl+C closes it.");
        });
        app.Lifetime.ApplicationStopped.Register(() => { if (keeps) File.Delete(file); });
    }

    /// <summary>Where the application that is open on this data says its address, in Development.</summary>
    public static string AddressFile(IConfiguration configuration) => Path.Combine(Database.DataFolder(configuration), "address");
}
