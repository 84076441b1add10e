using System.Net;
using System.Net.Sockets;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>What one call may cost us.</summary>
/// <param name="MaxBytes">Of the answer, unpacked.</param>
/// <param name="Whole">From the first name look-up to the last byte.</param>
/// <param name="Redirects">How many are followed; each address is checked like the first.</param>
/// <param name="Accept">The header of that name.</param>
public sealed record OutboundLimits(long MaxBytes, TimeSpan Whole, int Redirects = 0, string Accept = "*/*");

/// <param name="ContentType">As told, without parameters, lower case; empty where nothing was told.</param>
/// <param name="Charset">As told; null where nothing was told.</param>
/// <param name="Address">Where the bytes came from, after redirects.</param>
public sealed record OutboundAnswer(byte[] Bytes, string ContentType, string? Charset, Uri Address);

/// <summary>What a receiver answered to what was sent to it, whatever the status: the first bytes of it.</summary>
/// <param name="RetryAfter">How long it asks to be left alone; null when it asks for nothing.</param>
public sealed record OutboundReply(int Status, byte[] First, TimeSpan? RetryAfter);

/// <summary>
/// The one way to addresses that people, articles or providers name. http and https only, no credentials in the address; the address is checked where the connection is made, so that
/// a name that leads elsewhere a moment later changes nothing; no proxy, no cookies; bytes and time are capped. Errors (Unavailable), each a sentence:
/// <c>outbound.address</c>, <c>outbound.plain</c>, <c>outbound.private</c>, <c>outbound.unreachable</c>, <c>outbound.slow</c>, <c>outbound.status</c>, <c>outbound.too_large</c>, <c>outbound.redirects</c>.
/// </summary>
public sealed class OutboundHttp : IDisposable
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private readonly OutboundOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public OutboundHttp(OutboundOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = Connecting,
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("QuestCMS/1.0");
    }

    public async Task<Result<OutboundAnswer>> GetAsync(Uri address, OutboundLimits limits, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(limits.Whole, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                if (!IsTaken(address)) return Error.Unavailable("outbound.address", "That is no http or https address.");
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.TryAddWithoutValidation("Accept", limits.Accept);
                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
                if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                {
                    if (redirects >= limits.Redirects || response.Headers.Location is not { } next) return Error.Unavailable("outbound.redirects", $"{address.Host} sends on to another address too often.");
                    address = new Uri(address, next);
                    continue;
                }
                if (!response.IsSuccessStatusCode) return Error.Unavailable("outbound.status", $"{address.Host} answered {(int)response.StatusCode}.");
                if (response.Content.Headers.ContentLength > limits.MaxBytes) return TooLarge(address, limits);
                return await ReadAsync(response, address, limits, both.Token);
            }
        }
        catch (Exception fault) when (Because(fault, address, limits, ct) is { } error)
        {
            return error;
        }
    }

    /// <summary>Sends JSON, by https unless the operator named the address. Any answer is an answer, a redirect too: it is not followed. Of its body no more is read than the limits say, and what
    /// is slower than they allow is left.</summary>
    public async Task<Result<OutboundReply>> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> headers, byte[] json, OutboundLimits limits, CancellationToken ct)
    {
        if (!IsTaken(address)) return Error.Unavailable("outbound.address", "That is no http or https address.");
        if (address.Scheme != Uri.UriSchemeHttps && !_options.MayBePlain(address)) return Error.Unavailable("outbound.plain", $"{address.Host} is only sent to by https.");
        using var limit = new CancellationTokenSource(limits.Whole, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(json) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TryAddWithoutValidation("Accept", limits.Accept);
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var first = await FirstAsync(response, (int)limits.MaxBytes, both.Token);
            ct.ThrowIfCancellationRequested();
            return new OutboundReply((int)response.StatusCode, first, WaitOf(response));
        }
        catch (Exception fault) when (Because(fault, address, limits, ct) is { } error)
        {
            return error;
        }
    }

    // Null: not for us to explain.
    private static Error? Because(Exception fault, Uri address, OutboundLimits limits, CancellationToken ct) => fault switch
    {
        OperationCanceledException => ct.IsCancellationRequested ? null : Error.Unavailable("outbound.slow", $"{address.Host} took longer than {limits.Whole.TotalSeconds:0} seconds."),
        HttpRequestException refused when refused.GetBaseException() is NotPublicException or HttpRequestException { InnerException: NotPublicException } =>
            Error.Unavailable("outbound.private", $"{address.Host} leads to an address that is not on the public internet."),
        HttpRequestException or IOException or SocketException or InvalidDataException => Error.Unavailable("outbound.unreachable", $"{address.Host} could not be reached."),
        _ => null,
    };

    // The status is known: a body that is slow, broken or endless changes nothing.
    private static async Task<byte[]> FirstAsync(HttpResponseMessage response, int most, CancellationToken ct)
    {
        var first = new byte[most];
        var length = 0;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            int read;
            while (length < most && (read = await stream.ReadAsync(first.AsMemory(length), ct)) > 0) length += read;
        }
        catch (Exception broken) when (broken is OperationCanceledException or HttpRequestException or IOException or InvalidDataException)
        {
            // What came is kept.
        }
        return first[..length];
    }

    private TimeSpan? WaitOf(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } asked) return null;
        var wait = asked.Delta ?? asked.Date - _clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    public void Dispose() => _http.Dispose();

    private static bool IsTaken(Uri address) => address.IsAbsoluteUri && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 && address.Host.Length > 0;

    private static Error TooLarge(Uri address, OutboundLimits limits) => Error.Unavailable("outbound.too_large", $"What {address.Host} sends is larger than {limits.MaxBytes / (1024.0 * 1024):0.#} MB.");

    private static async Task<Result<OutboundAnswer>> ReadAsync(HttpResponseMessage response, Uri address, OutboundLimits limits, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(part, ct)) > 0)
        {
            if (bytes.Length + read > limits.MaxBytes) return TooLarge(address, limits);
            bytes.Write(part, 0, read);
        }
        var type = response.Content.Headers.ContentType;
        return new OutboundAnswer(bytes.ToArray(), type?.MediaType?.ToLowerInvariant() ?? "", type?.CharSet?.Trim('"'), address);
    }

    // Resolved once, checked, and connected to exactly what was checked.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var found = IPAddress.TryParse(host, out var given) ? [given] : await Dns.GetHostAddressesAsync(host, ct);
        var taken = found.Where(a => _options.MayReach(host, a)).ToArray();
        if (taken.Length == 0) throw new NotPublicException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(taken, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class NotPublicException() : IOException("Not a public address.");
}
