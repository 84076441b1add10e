using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using QuestCms.Infrastructure;

namespace QuestCms.Web.Cli.Production;

/// <summary>
/// What stands before the application on a platform, for this machine: takes TLS with a certificate of its own, hands each request on over plain http with the headers the platform's edge sends, and
/// hands the answer back as it comes, streams and WebSockets too. What a visitor says in those headers is thrown away.
/// </summary>
internal sealed class TlsEdge : IAsyncDisposable
{
    private static readonly HashSet<string> OfTheHop = new(["Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "HTTP2-Settings"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> OfTheEdge = new(["X-Real-IP", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "Forwarded"], StringComparer.OrdinalIgnoreCase);

    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _inner = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None, ActivityHeadersPropagator = null });
    private readonly Uri _to;

    private TlsEdge(WebApplication app, Uri to) => (_app, _to) = (app, to);

    public Uri Address => new(_app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal));

    /// <param name="port">0 for any free one.</param>
    /// <param name="to">Where the application listens.</param>
    public static async Task<TlsEdge> StartAsync(int port, Uri to, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "QuestCms.Edge" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            // HTTP/1.1 alone: a WebSocket over HTTP/2 is another thing, which the application behind would not see.
            kestrel.Listen(IPAddress.IPv6Any, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(certificate);
            });
        });
        var edge = new TlsEdge(builder.Build(), to);
        edge._app.Run(edge.CarryAsync);
        await edge._app.StartAsync();
        return edge;
    }

    /// <summary>A certificate for this machine's own names, made once and kept where nobody else reads it.</summary>
    public static X509Certificate2 Certificate(string file, TimeProvider clock)
    {
        if (File.Exists(file) && X509CertificateLoader.LoadPkcs12FromFile(file, null) is var kept && kept.NotAfter > clock.GetUtcNow().UtcDateTime) return kept;
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(IPAddress.IPv6Loopback);
        asked.CertificateExtensions.Add(names.Build());
        asked.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = asked.CreateSelfSigned(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddYears(1));
        using (var stream = OwnersFile.Open(file, FileMode.Create))
            stream.Write(made.Export(X509ContentType.Pkcs12));
        return X509CertificateLoader.LoadPkcs12FromFile(file, null);
    }

    public Task WaitAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _inner.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        using var request = Asked(context);
        HttpResponseMessage answer;
        try
        {
            answer = await _inner.SendAsync(request, context.RequestAborted);
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }
        using (answer)
        {
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
                if (!OfTheHop.Contains(name)) context.Response.Headers[name] = values.ToArray();
            try
            {
                if (answer.StatusCode == HttpStatusCode.SwitchingProtocols) await JoinAsync(context, answer);
                else await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
            }
            catch (Exception over) when (over is IOException or OperationCanceledException or HttpRequestException)
            {
                context.Abort(); // one of the two went away; an answer that was begun can't be mended
            }
        }
    }

    private HttpRequestMessage Asked(HttpContext context)
    {
        var from = context.Request;
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(_to, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)) { Version = HttpVersion.Version11 };
        if (from.ContentLength > 0 || from.Headers.TransferEncoding.Count > 0) request.Content = new StreamContent(from.Body);
        foreach (var (name, values) in from.Headers)
            if (!OfTheHop.Contains(name) && !OfTheEdge.Contains(name) && !request.Headers.TryAddWithoutValidation(name, values.ToArray())) request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        var visitor = context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
        request.Headers.TryAddWithoutValidation("X-Real-IP", visitor?.ToString());
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", visitor?.ToString());
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", from.Host.Value);
        if (context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest != true) return request;
        request.Headers.Connection.Add("Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", from.Headers.Upgrade.ToArray());
        return request;
    }

    // After 101 both ends talk as they like; whoever stops first ends it.
    private static async Task JoinAsync(HttpContext context, HttpResponseMessage answer)
    {
        context.Response.Headers.Upgrade = answer.Headers.Upgrade.Select(u => u.ToString()).ToArray();
        await using var outside = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        await using var inside = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
        await Task.WhenAny(outside.CopyToAsync(inside, context.RequestAborted), inside.CopyToAsync(outside, context.RequestAborted));
    }
}
