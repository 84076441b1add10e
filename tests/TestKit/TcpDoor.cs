using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace QuestCms.TestKit;

/// <summary>A TCP port on this machine that leads to a private server's unix socket: for what reaches a database only by a host's address, as a deployment does.</summary>
public sealed class TcpDoor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _socket;
    private readonly Task _accepting;

    private TcpDoor(string serverFolder)
    {
        _socket = Path.Combine(serverFolder, ".s.PGSQL.5432");
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static TcpDoor To(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString).Host!);

    /// <summary>The same database as an address, the way Neon gives it.</summary>
    public string AddressOf(string connectionString)
    {
        var at = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgresql://{Uri.EscapeDataString(at.Username!)}:{Uri.EscapeDataString(at.Password!)}@127.0.0.1:{Port}/{at.Database}?sslmode=disable&channel_binding=disable";
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The door is shut.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            try
            {
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_socket));
                await using var inside = new NetworkStream(server);
                var outside = client.GetStream();
                await Task.WhenAny(outside.CopyToAsync(inside), inside.CopyToAsync(outside));
            }
            catch (Exception over) when (over is SocketException or IOException)
            {
                // One end hung up.
            }
        }
    }
}
