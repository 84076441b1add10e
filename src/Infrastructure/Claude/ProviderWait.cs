namespace QuestCms.Infrastructure.Claude;

/// <summary>How long the provider asked one call to wait (<c>Retry-After</c>, RFC 9110 section 10.2.3: seconds or a date); the client's exceptions do not carry it.</summary>
internal sealed class ProviderWait
{
    private static readonly AsyncLocal<ProviderWait?> Listening = new();

    public TimeSpan? Said { get; private set; }

    /// <summary>Calls made from here on tell this one.</summary>
    public void Listen() => Listening.Value = this;

    /// <summary>Stands between the client and the network, and listens to what refuses.</summary>
    internal sealed class Ear(HttpMessageHandler inner, TimeProvider clock) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode && response.Headers.RetryAfter is { } header && Listening.Value is { } call)
            {
                var wait = header.Delta ?? (header.Date is { } date ? date - clock.GetUtcNow() : null);
                call.Said = wait is { } told ? told < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : told : null;
            }
            return response;
        }
    }
}
