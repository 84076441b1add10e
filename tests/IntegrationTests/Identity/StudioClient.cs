using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace QuestCms.IntegrationTests.Identity;

/// <summary>A browser without a script: opens a page, fills a form of it, posts it with everything hidden in it. Follows nothing by itself.</summary>
internal sealed partial class StudioClient(HttpClient http) : IDisposable
{
    private readonly HttpClient _http = http;

    private string? _token;

    public StudioClient(WebApplicationFactory<Program> house) : this(house.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false })) { }

    public Task<Answered> GetAsync(string address) => AnswerAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Fills the form that posts to an address with this handler (null: the first form) and sends it; a field given twice is sent twice.</summary>
    public async Task<Answered> PostAsync(string address, string? handler, params (string Name, string Value)[] fields) => await SendAsync(await FormAsync(address, handler), fields);

    /// <summary>The form as it stands on the page now: to be sent once, twice, or late.</summary>
    public async Task<Form> FormAsync(string address, string? handler = null)
    {
        var page = await GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var forms = Forms().Matches(page.Body).Where(f => f.Groups["inside"].Value.Contains("__RequestVerificationToken", StringComparison.Ordinal) && !f.Groups["tag"].Value.Contains("/sign-out", StringComparison.Ordinal));
        var form = forms.First(f => handler is null || f.Groups["tag"].Value.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase));
        var action = Action().Match(form.Groups["tag"].Value) is { Success: true } said ? WebUtility.HtmlDecode(said.Groups[1].Value) : address;
        return new Form(action, [.. Hidden().Matches(form.Groups["inside"].Value).Select(i => (Attribute(i.Value, "name"), Attribute(i.Value, "value")))]);
    }

    public Task<Answered> SendAsync(Form form, params (string Name, string Value)[] fields)
    {
        var replaced = fields.Select(f => f.Name).ToHashSet();
        var all = form.Hidden.Where(h => !replaced.Contains(h.Name)).Concat(fields);
        return AnswerAsync(new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(all.Select(f => KeyValuePair.Create(f.Name, f.Value))) });
    }

    public async Task<Answered> SignInAsync(string email, string password) => await PostAsync("/sign-in", null, ("Email", email), ("Password", password));

    /// <summary>Posts bytes as they are, as a page or (with <paramref name="json"/>) as a script does.</summary>
    public Task<Answered> RawAsync(string address, HttpContent content, bool json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.ExpectContinue = true;
        if (json) request.Headers.Accept.ParseAdd("application/json");
        return AnswerAsync(request);
    }

    /// <summary>A stream of events, read to its end.</summary>
    public async Task<string> StreamAsync(string address, string? lastEventId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The form check of a page, asked for once.</summary>
    public async Task<string> TokenAsync(string page) => _token ??= (await FormAsync(page)).Hidden.First(h => h.Name == "__RequestVerificationToken").Value;

    public void Dispose() => _http.Dispose();

    private async Task<Answered> AnswerAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answered(response.StatusCode, WebUtility.HtmlDecode(body), response.Headers.Location?.OriginalString) { Raw = body };
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form(?<tag>[^>]*)>(?<inside>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>|<input[^>]*__RequestVerificationToken[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();
}

internal sealed record Form(string Action, IReadOnlyList<(string Name, string Value)> Hidden);

/// <summary>Status, the page's words as a reader sees them, and where it leads.</summary>
public sealed record Answered(HttpStatusCode Status, string Body, string? Location)
{
    /// <summary>As it came over the wire.</summary>
    public string Raw { get; init; } = "";
}
