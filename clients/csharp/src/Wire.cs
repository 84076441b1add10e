using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace QuestCms.Client;

/// <summary>Sends and hears: entity tags, problems, waiting when told to, old addresses. Everything else of the client is made of it.</summary>
internal sealed class Wire(Uri address, QuestOptions options, HttpClient http)
{
    private const int MostRedirects = 3;
    private readonly KeptAnswers _kept = new(options.Kept);

    public TimeProvider Clock => options.Clock;

    public static HttpClient NewHttp() => new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public static string Segment(string text) => Uri.EscapeDataString(text);

    public static HttpContent? Json<T>(T? sent) => sent is null ? null : JsonContent.Create(sent, options: QuestJson.Options);

    public static HttpContent Form(PictureForm picture)
    {
        var form = new MultipartFormDataContent { { new StreamContent(picture.File), "file", "picture" } };
        if (picture.Alt is not null) form.Add(new StringContent(picture.Alt), "alt");
        if (picture.Credit is not null) form.Add(new StringContent(picture.Credit), "credit");
        return form;
    }

    /// <exception cref="ArgumentException">It leads away from the house: a key would go with it.</exception>
    public Uri AddressOf(string fromRoot)
    {
        var whole = new Uri(address, fromRoot);
        return whole.GetLeftPart(UriPartial.Authority) == address.GetLeftPart(UriPartial.Authority) ? whole : throw new ArgumentException($"{fromRoot} is not an address of {address}.", nameof(fromRoot));
    }

    /// <summary>What stands at an address: asked for with the tag of what is kept, and taken from there when that is still good.</summary>
    public async Task<T> GetAsync<T>(string from, CancellationToken ct)
    {
        var kept = _kept.Of(from);
        using var answer = await SendAsync(() => Request(HttpMethod.Get, from, null, ("If-None-Match", kept?.Tag)), isRead: true, ct);
        if (answer.StatusCode == HttpStatusCode.NotModified && kept is not null) return Read<T>(kept.Bytes);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        if (answer.Headers.ETag is { } tag && answer.Headers.CacheControl?.NoStore != true) _kept.Keep(from, tag.ToString(), bytes);
        return Read<T>(bytes);
    }

    public async Task<Answer<T>> AskAsync<T>(string from, string? etag, CancellationToken ct)
    {
        using var answer = await SendAsync(() => Request(HttpMethod.Get, from, null, ("If-None-Match", etag)), isRead: true, ct);
        var tag = answer.Headers.ETag?.ToString();
        return answer.StatusCode == HttpStatusCode.NotModified ? new Answer<T>(default, tag ?? etag, IsSame: true) : new Answer<T>(Read<T>(await answer.Content.ReadAsByteArrayAsync(ct)), tag);
    }

    public async Task<string> TextAsync(string from, CancellationToken ct)
    {
        using var answer = await SendAsync(() => Request(HttpMethod.Get, from, null), isRead: true, ct);
        return await answer.Content.ReadAsStringAsync(ct);
    }

    /// <summary>A change. What is sent can be sent once: a form is not tried again.</summary>
    public async Task<Answer<T>> SendAsync<T>(HttpMethod method, string to, HttpContent? content, (string Name, string? Value) header, CancellationToken ct)
    {
        using var sent = content;
        using var answer = await SendAsync(() => Request(method, to, content, header), isRead: method == HttpMethod.Get, ct, mayRepeat: content is not MultipartFormDataContent);
        return new Answer<T>(Read<T>(await answer.Content.ReadAsByteArrayAsync(ct)), answer.Headers.ETag?.ToString());
    }

    /// <summary>All that stands on a page and on those that follow it.</summary>
    public async IAsyncEnumerable<TItem> ThroughAsync<TPage, TItem>(string from, Func<TPage, IReadOnlyList<TItem>> items, Func<TPage, string?> next, [EnumeratorCancellation] CancellationToken ct)
    {
        for (string? at = from; at is not null;)
        {
            var page = await GetAsync<TPage>(at, ct);
            foreach (var item in items(page)) yield return item;
            at = next(page);
        }
    }

    /// <summary>The answer of a stream as soon as it begins; not tried again here.</summary>
    public async Task<HttpResponseMessage> OpenAsync(string from, (string Name, string? Value) header, CancellationToken ct)
    {
        var answer = await http.SendAsync(Request(HttpMethod.Get, from, null, header), HttpCompletionOption.ResponseHeadersRead, ct);
        if (answer.IsSuccessStatusCode) return answer;
        using (answer) throw await ProblemOfAsync(answer, ct);
    }

    private HttpRequestMessage Request(HttpMethod method, string to, HttpContent? content, params ReadOnlySpan<(string Name, string? Value)> headers)
    {
        var request = new HttpRequestMessage(method, AddressOf(to)) { Content = content };
        if (options.Key is { } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, bool isRead, CancellationToken ct, bool mayRepeat = true)
    {
        var (tries, redirects, to) = (0, 0, (Uri?)null);
        while (true)
        {
            var request = make();
            if (to is not null) request.RequestUri = to;
            var answer = await http.SendAsync(request, ct);
            if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotModified) return answer;
            using (answer)
            {
                // An old slug: the key goes along, as it stays in the house.
                if (isRead && answer.StatusCode == HttpStatusCode.PermanentRedirect && answer.Headers.Location is { } location && redirects++ < MostRedirects)
                {
                    to = AddressOf(new Uri(request.RequestUri!, location).AbsoluteUri);
                    continue;
                }
                var comesLater = answer.StatusCode == HttpStatusCode.TooManyRequests || isRead && answer.StatusCode == HttpStatusCode.ServiceUnavailable;
                if (!comesLater || !mayRepeat || tries++ >= options.Retries || WaitOf(answer, tries) is not { } wait || wait > options.LongestWait) throw await ProblemOfAsync(answer, ct);
                await Task.Delay(wait, options.Clock, ct);
            }
        }
    }

    // What it says; without a word a second, then two, then four.
    private TimeSpan? WaitOf(HttpResponseMessage answer, int tries) =>
        answer.Headers.RetryAfter is not { } said ? TimeSpan.FromSeconds(1 << (tries - 1)) : said.Delta ?? (said.Date is { } at && at > options.Clock.GetUtcNow() ? at - options.Clock.GetUtcNow() : TimeSpan.Zero);

    private static async Task<QuestProblemException> ProblemOfAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var problem = await ReadProblemAsync(answer, ct) ?? new Problem
        {
            Type = "about:blank",
            Title = answer.ReasonPhrase ?? "",
            Status = (int)answer.StatusCode,
            Detail = $"The house answered {((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)} without saying why.",
            Code = "unexplained",
            TraceId = "",
            Errors = [],
        };
        return problem.Code == "resync" ? new QuestResyncException(problem) : new QuestProblemException(problem);
    }

    // What stands between here and the house answers in its own words.
    private static async Task<Problem?> ReadProblemAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json") return null;
        try
        {
            return Read<Problem>(await answer.Content.ReadAsByteArrayAsync(ct));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static T Read<T>(byte[] bytes) => JsonSerializer.Deserialize<T>(bytes, QuestJson.Options) ?? throw new JsonException("Nothing was answered where something was promised.");
}
