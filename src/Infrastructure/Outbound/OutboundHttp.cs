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

/// <summary>
/// The one way to addresses that people, articles or providers name. http and https only, no credentials in the address; the address is checked where the connection is made, so that
/// a name that leads elsewhere a moment later changes nothing; no proxy, no cookies; bytes and time are capped. Errors (Unavailable), each a sentence:
/// <c>outbound.address</c>, <c>outbound.private</c>, <c>outbound.unreachable</c>, <c>outbound.slow</c>, <c>outbound.status</c>, <c>outbound.too_large</c>, <c>outbound.redirects</c>.
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
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return Error.Unavailable("outbound.slow", $"{address.Host} took longer than {limits.Whole.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException refused) when (refused.GetBaseException() is NotPublicException or HttpRequestException { InnerException: NotPublicException })
        {
            return Error.Unavailable("outbound.private", $"{address.Host} leads to an address that is not on the public internet.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return Error.Unavailable("outbound.unreachable", $"{address.Host} could not be reached.");
        }
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
