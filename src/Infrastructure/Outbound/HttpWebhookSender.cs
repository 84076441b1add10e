using System.Diagnostics;
using System.Net;
using System.Text;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Outbound;

/// <summary>Webhooks over the one way out.</summary>
/// <param name="limit">From the name look-up to the answer.</param>
internal sealed class HttpWebhookSender(OutboundHttp http, OutboundOptions options, TimeSpan limit) : IWebhookSender
{
    private readonly OutboundLimits _limits = new(WebhookAttempt.MostAnswer, limit);

    public HttpWebhookSender(OutboundHttp http, OutboundOptions options) : this(http, options, TimeSpan.FromSeconds(15)) { }

    public Error? Refuses(Uri url)
    {
        var host = url.Host.Trim('[', ']');
        if (IPAddress.TryParse(host, out var one) && !options.MayReach(host, one)) return WebhookErrors.PrivateAddress;
        return url.Scheme == Uri.UriSchemeHttps || options.MayBePlain(url) ? null : WebhookErrors.PlainHttp;
    }

    public async Task<WebhookReply> SendAsync(WebhookRequest request, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        var sent = await http.PostAsync(request.Url, request.Headers, request.Body, _limits, ct);
        var took = Stopwatch.GetElapsedTime(begun);
        if (sent.Error is { } error) return new WebhookReply(new WebhookAnswered(null, error.Message, "", took), null);
        var (status, first, after) = sent.Value;
        return new WebhookReply(new WebhookAnswered(status, Says(request.Url.Host, status), PlainText.Clean(Encoding.UTF8.GetString(first)).Text, took), after);
    }

    private static string Says(string host, int status) => status switch
    {
        >= 200 and < 300 => $"{host} answered {status}.",
        >= 300 and < 400 => $"{host} answered {status}: it sends on to another address, which is not followed. Change the address of the webhook to where it leads.",
        410 => $"{host} answered 410: it is gone, and is told of nothing more.",
        _ => $"{host} answered {status}.",
    };
}
