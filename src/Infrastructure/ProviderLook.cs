using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Replicate;

namespace QuestCms.Infrastructure;

/// <summary>What a provider answered when it was asked for nothing much.</summary>
/// <param name="Says">In words; never the key.</param>
/// <param name="Limits">What it reports of its limits, name and value.</param>
public sealed record ProviderAnswer(bool Works, string Says, IReadOnlyList<KeyValuePair<string, string>> Limits);

/// <summary>Asks Claude for one token and Replicate for what it knows of the model: the cheapest calls that prove key, model and way.</summary>
/// <param name="way">How it gets there; null for the ordinary way.</param>
public sealed class ProviderLook(ClaudeOptions claude, ReplicateOptions replicate, TimeProvider clock, HttpMessageHandler? way = null) : IDisposable
{
    private const int MostSaid = 200;
    private readonly HttpClient _http = new(way ?? new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(30) };

    public Task<ProviderAnswer> ClaudeAsync(string model, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, (claude.BaseUrl?.ToString().TrimEnd('/') ?? "https://api.anthropic.com") + "/v1/messages")
        {
            Content = JsonContent.Create(new { model, max_tokens = 1, messages = new[] { new { role = "user", content = "Say yes." } } }),
        };
        request.Headers.Add("x-api-key", claude.ApiKey);
        request.Headers.Add("anthropic-version", "2023-06-01");
        return AskAsync(request, model, "anthropic-ratelimit-", ct);
    }

    public Task<ProviderAnswer> ReplicateAsync(string model, CancellationToken ct)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{replicate.BaseUrl.ToString().TrimEnd('/')}/models/{model}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", replicate.Token);
        return AskAsync(request, model, "ratelimit-", ct);
    }

    public void Dispose() => _http.Dispose();

    private async Task<ProviderAnswer> AskAsync(HttpRequestMessage request, string model, string limits, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        try
        {
            using (request)
            using (var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct))
            {
                var took = clock.GetElapsedTime(began).TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture);
                var told = answer.Headers.Where(h => h.Key.StartsWith(limits, StringComparison.OrdinalIgnoreCase)).Select(h => KeyValuePair.Create(h.Key.ToLowerInvariant(), Shown(string.Join(", ", h.Value)))).OrderBy(h => h.Key, StringComparer.Ordinal).ToList();
                return answer.StatusCode switch
                {
                    HttpStatusCode.OK => new(true, $"{model} answered in {took} ms.", told),
                    HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(false, $"The key is refused ({(int)answer.StatusCode}).", told),
                    HttpStatusCode.NotFound => new(false, $"There is no model {model} at that address, or it is not for this key (404).", told),
                    HttpStatusCode.PaymentRequired => new(false, "The account has no credit (402).", told),
                    HttpStatusCode.TooManyRequests => new(false, "The limit is reached just now (429); key and way are right.", told),
                    var other => new(false, $"It answered {(int)other}.", told),
                };
            }
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new(false, away is HttpRequestException { HttpRequestError: var why } ? $"It can't be reached ({why})." : "It did not answer in 30 seconds.", []);
        }
    }

    // What another server says is shown in a terminal: short, and no control characters.
    private static string Shown(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(MostSaid)]);
}
