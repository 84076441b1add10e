using System.Net.Sockets;
using Npgsql;

namespace QuestCms.IntegrationTests.Common;

/// <summary>
/// Stands between the application and PostgreSQL's unix socket. When told, it forwards the next COMMIT, waits for the server's answer, so that it is stored,
/// and cuts the line instead of passing the answer on: what a failing network does at the worst moment.
/// </summary>
internal sealed class CuttableLine : IAsyncDisposable
{
    private const string SocketName = ".s.PGSQL.5432";
    private static readonly byte[] Commit = [(byte)'Q', 0, 0, 0, 11, .. "COMMIT\0"u8];

    private readonly string _server;
    private readonly string _folder;
    private readonly Socket _listener;
    private readonly Task _accepting;
    private readonly CancellationTokenSource _end = new();
    private int _armed;
    private int _cuts;

    private CuttableLine(string serverFolder)
    {
        _server = Path.Combine(serverFolder, SocketName);
        _folder = Directory.CreateTempSubdirectory("line").FullName;
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, SocketName)));
        _listener.Listen(64);
        _accepting = AcceptAsync();
    }

    /// <summary>How often it was cut.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    public static CuttableLine To(string serverFolder) => new(serverFolder);

    /// <summary>The same database through this line.</summary>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Host = _folder }.ConnectionString;

    public void CutAfterNextCommit() => Volatile.Write(ref _armed, 1);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptAsync(_end.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken down.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_server));
            var cut = new bool[1];
            await Task.WhenAny(ForwardAsync(client, server, cut, asksCommit: true), ForwardAsync(server, client, cut, asksCommit: false));
        }
    }

    private async Task ForwardAsync(Socket from, Socket to, bool[] cut, bool asksCommit)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var length)
            {
                var bytes = buffer.AsMemory(0, length);
                if (asksCommit && bytes.Span.IndexOf(Commit) >= 0 && Interlocked.Exchange(ref _armed, 0) == 1) Volatile.Write(ref cut[0], true);
                else if (!asksCommit && Volatile.Read(ref cut[0]))
                {
                    Interlocked.Increment(ref _cuts);
                    return; // the answer has arrived here and goes no further
                }
                await to.SendAsync(bytes, _end.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One end hung up.
        }
    }
}
