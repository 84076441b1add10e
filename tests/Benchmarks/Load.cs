using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace QuestCms.Benchmarks;

/// <summary>What came of some seconds of asking.</summary>
/// <param name="Each">Of every request, in milliseconds.</param>
/// <param name="Cpu">Seconds of processor time the asked process took.</param>
internal sealed record Loaded(int Requests, double Seconds, IReadOnlyList<double> Each, double Cpu, long Bytes)
{
    public double PerSecond => Requests / Seconds;
    public double CpuEach => Cpu / Requests * 1e6;
    public double At(double part) => Each.Order().ElementAt(Math.Min(Each.Count - 1, (int)(Each.Count * part)));

    public static Loaded Of(IReadOnlyList<Loaded> rounds) => new(rounds.Sum(r => r.Requests), rounds.Sum(r => r.Seconds), [.. rounds.SelectMany(r => r.Each)], rounds.Sum(r => r.Cpu), rounds.Sum(r => r.Bytes));
}

/// <summary>
/// Kept-alive connections that ask one request after the other and wait for each answer: a thread and a socket each, requests made beforehand, of an answer only what says its
/// length is read. It costs less than any server it asks.
/// </summary>
internal static class Load
{
    public const int Connections = 32;
    private static readonly byte[] HeadersEnd = "\r\n\r\n"u8.ToArray(), Length = "\r\nContent-Length: "u8.ToArray();

    public static byte[] Get(string path, params (string Name, string Value)[] headers) => GetAt("localhost", path, headers);

    public static byte[] GetAt(string host, string path, params (string Name, string Value)[] headers) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\n{string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n"))}\r\n");

    public static byte[] Post(string path, string json, params (string Name, string Value)[] headers) =>
        Encoding.UTF8.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n{string.Concat(headers.Select(h => $"{h.Name}: {h.Value}\r\n"))}\r\n{json}");

    /// <param name="status">What every answer must have.</param>
    public static Loaded Run(int port, int process, IReadOnlyList<byte[]> requests, int status, TimeSpan time, int connections = Connections) =>
        Run(port, process, (connection, n) => requests[((connection * requests.Count / connections) + n) % requests.Count], status, time, connections);

    /// <param name="request">The nth one of a connection.</param>
    public static Loaded Run(int port, int process, Func<int, int, byte[]> request, int status, TimeSpan time, int connections)
    {
        var (cpu, began, until) = (CpuOf(process), Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));
        var (each, bytes, fault) = (new List<double>[connections], new long[connections], default(Exception));
        var threads = Enumerable.Range(0, connections).Select(connection => new Thread(() =>
        {
            try
            {
                (each[connection], bytes[connection]) = Ask(port, n => request(connection, n), status, until);
            }
            catch (Exception thrown)
            {
                fault = thrown;
            }
        }, 256 * 1024)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        if (fault is not null) throw new InvalidOperationException("The load broke off.", fault);
        return new Loaded(each.Sum(e => e.Count), Stopwatch.GetElapsedTime(began).TotalSeconds, [.. each.SelectMany(e => e)], CpuOf(process) - cpu, bytes.Sum());
    }

    private static (List<double> Each, long Bytes) Ask(int port, Func<int, byte[]> request, int status, long until)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        var (each, buffer, bytes) = (new List<double>(1 << 16), new byte[1 << 20], 0L);
        for (var n = 0; Stopwatch.GetTimestamp() < until; n++)
        {
            var asked = request(n);
            var began = Stopwatch.GetTimestamp();
            socket.Send(asked);
            bytes += Answer(socket, buffer, status);
            each.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return (each, bytes);
    }

    private static int Answer(Socket socket, byte[] buffer, int status)
    {
        var (got, end) = (0, -1);
        while (end < 0)
        {
            var more = socket.Receive(buffer.AsSpan(got));
            if (more == 0) throw new InvalidOperationException("The server hung up.");
            got += more;
            end = buffer.AsSpan(0, got).IndexOf(HeadersEnd);
        }
        var said = (buffer[9] - '0') * 100 + (buffer[10] - '0') * 10 + (buffer[11] - '0');
        if (said != status) throw new InvalidOperationException($"Answered {said}: {Encoding.UTF8.GetString(buffer, 0, Math.Min(got, 400))}");
        var whole = end + HeadersEnd.Length;
        var at = buffer.AsSpan(0, end).IndexOf(Length);
        if (at < 0 && status != 304) throw new InvalidOperationException("An answer without a length.");
        if (at >= 0 && status != 304)
        {
            var length = 0;
            for (var i = at + Length.Length; buffer[i] is >= (byte)'0' and <= (byte)'9'; i++) length = (length * 10) + buffer[i] - '0';
            whole += length;
        }
        while (got < whole) got += socket.Receive(buffer.AsSpan(got));
        return whole;
    }

    // In hundredths of a second, as the system counts it: user and kernel.
    private static double CpuOf(int process) => File.ReadAllText($"/proc/{process}/stat") is var line && line[(line.LastIndexOf(')') + 2)..].Split(' ') is var parts ? (double.Parse(parts[11]) + double.Parse(parts[12])) / 100 : 0;
}
