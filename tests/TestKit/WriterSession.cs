using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QuestCms.TestKit;

/// <summary>A writer's browser over a real connection: signs in, opens an article, saves as the editor's script does.</summary>
public sealed partial class WriterSession : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly Guid _tab = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
    private HttpClient _http;

    public WriterSession(Uri address) => _http = Connect(address);

    /// <summary>The same person with the same cookies goes on at another process.</summary>
    public void MoveTo(Uri address)
    {
        _http.Dispose();
        _http = Connect(address);
    }

    public async Task SignInAsync(string email, string password, CancellationToken ct)
    {
        var page = await _http.GetStringAsync("/sign-in", ct);
        using var answer = await _http.PostAsync("/sign-in", Form(("__RequestVerificationToken", Token(page)), ("Email", email), ("Password", password)), ct);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Not signed in: {answer.StatusCode}");
    }

    /// <summary>Status and text of a page.</summary>
    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path, CancellationToken ct)
    {
        using var answer = await _http.GetAsync(path, ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }

    /// <summary>The lines of a live stream as they arrive.</summary>
    public async IAsyncEnumerable<string> LinesAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        using var answer = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, ct);
        using var reader = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct));
        while (await reader.ReadLineAsync(ct) is { } line) yield return line;
    }

    /// <summary>The editor's form as it stands now.</summary>
    public async Task<EditorForm> OpenAsync(Guid article, CancellationToken ct)
    {
        var (status, page) = await GetAsync($"/studio/articles/{article}", ct);
        if (status != HttpStatusCode.OK) throw new InvalidOperationException($"The editor answered {status}.");
        return EditorForm.Of(article, page);
    }

    /// <summary>Posts to a handler of the editor and reads its JSON.</summary>
    public Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(EditorForm form, string handler, IEnumerable<(string Name, string Value)> fields, CancellationToken ct) =>
        SendAsync(form, handler, Form([.. fields]), ct);

    /// <summary>The same with a body that is sent in its own way.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Json)> SendAsync(EditorForm form, string handler, HttpContent body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/studio/articles/{form.Article}?handler={handler}");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("RequestVerificationToken", form.Token);
        request.Content = body;
        using var answer = await _http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return (answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>What an autosave sends: every field of the form, this body, the version it was typed on.</summary>
    public (string Name, string Value)[] Fields(EditorForm form, string body, int version, bool named) =>
        [.. form.Fields.Where(f => f.Name is not ("Body" or "Version" or "Session")), ("Body", body), ("Version", version.ToString()), ("Session", _tab.ToString()), ("Named", named ? "true" : "false")];

    public void Dispose() => _http.Dispose();

    private HttpClient Connect(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies, AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = address };

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static string Token(string page) => TokenInput().Match(page).Groups[1].Value is { Length: > 0 } token ? token : throw new InvalidOperationException("The page has no form.");

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenInput();
}
