using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.Web.Mcp;

namespace QuestCms.IntegrationTests.Mcp;

/// <summary>Who comes in with a key, and who does not.</summary>
public sealed class KeyDoorTests(AgentsHouse shared) : WithAgents(shared)
{
    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Fact]
    public async Task A_key_opens_the_door_in_either_header()
    {
        var (_, secret, _) = await KeyAsync(KeyScope.Read);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(r => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret))).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(r => r.Headers.Add("X-Api-Key", secret))).Status);
    }

    [Fact]
    public async Task No_key_a_made_up_one_a_mistyped_one_and_a_revoked_one_hear_the_same()
    {
        var (id, secret, _) = await KeyAsync(KeyScope.Read);
        await Some.Must(new RevokeSiteKey(id), Some.Administrator);
        var mistyped = (await KeyAsync(KeyScope.Read)).Secret;
        mistyped = mistyped[..^1] + (mistyped[^1] == '0' ? '1' : '0');
        string?[] given = [null, "qk_", "nonsense", new string('x', 5_000), "qk_0123456789_" + new string('a', 64), secret, mistyped];

        var answers = new List<(HttpStatusCode, string?, string)>();
        foreach (var key in given) answers.Add(await PostAsync(r => { if (key is not null) r.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}"); }));

        var one = Assert.Single(answers.Select(a => (a.Item1, a.Item2, Detail: JsonSerializer.Deserialize<JsonElement>(a.Item3).GetProperty("detail").GetString(), Code: JsonSerializer.Deserialize<JsonElement>(a.Item3).GetProperty("code").GetString())).Distinct());
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json", "key.refused"), (one.Item1, one.Item2, one.Code));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_after_five_seconds_on_any_replica()
    {
        var (id, secret, _) = await KeyAsync(KeyScope.Read);
        void With(HttpRequestMessage r) => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(With)).Status);

        await Some.Must(new RevokeSiteKey(id), Some.Administrator);
        House.Clock.Move(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(With)).Status);
    }

    [Fact]
    public async Task A_key_in_the_address_is_refused_with_a_sentence()
    {
        var (_, secret, _) = await KeyAsync(KeyScope.Read);

        var answer = await PostAsync(r => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret), $"/mcp?key={secret}");

        Assert.Equal((HttpStatusCode.BadRequest, "key.in_address"), (answer.Status, JsonSerializer.Deserialize<JsonElement>(answer.Body).GetProperty("code").GetString()));
        Assert.DoesNotContain(secret, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_opens_no_page_and_a_cookie_no_tool()
    {
        var (_, secret, _) = await KeyAsync(Enum.GetValues<KeyScope>());
        using var client = House.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        foreach (var page in new[] { "/studio", "/studio/articles", "/studio/administration/keys" })
        {
            using var shown = await client.GetAsync(page, Ct);
            Assert.Equal((HttpStatusCode.Redirect, true), (shown.StatusCode, shown.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal)));
        }
        using var browser = await Some.BrowserOfAsync(Some.Administrator);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.RawAsync("/mcp", new StringContent(List, Encoding.UTF8, "application/json"), json: true)).Status);
    }

    [Fact]
    public async Task A_key_that_calls_too_often_is_told_to_wait()
    {
        var (_, secret, _) = await KeyAsync(KeyScope.Read);
        void With(HttpRequestMessage r) => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        for (var i = 0; i < McpSetup.CallsAMinute; i++) Assert.Equal(HttpStatusCode.OK, (await PostAsync(With)).Status);

        using var client = House.CreateClient();
        using var request = Request("/mcp", With);
        using var refused = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("rate.limited", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var (_, other, _) = await KeyAsync(KeyScope.Read);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(r => r.Headers.Add("X-Api-Key", other))).Status); // another key is not held up
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"publish_article","arguments":{}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"propose_draft","arguments":{"title":"\ud800","body":"x"}}}""")]
    public async Task What_is_no_call_is_no_fault(string body)
    {
        var (_, secret, _) = await KeyAsync(KeyScope.Write);

        var answer = await PostAsync(r => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret), body: body);

        Assert.True((int)answer.Status < 500, $"{(int)answer.Status} {answer.Body}");
        Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_is_refused()
    {
        var (_, secret, _) = await KeyAsync(KeyScope.Write);
        var nested = new string('[', 5_000) + new string(']', 5_000);
        var deep = """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search_articles","arguments":{"query":DEEP}}}""".Replace("DEEP", nested, StringComparison.Ordinal);

        Assert.InRange((int)(await PostAsync(r => r.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret), body: deep)).Status, 400, 499);
    }

    [Fact]
    public async Task No_line_of_the_log_holds_a_secret()
    {
        var lines = new ConcurrentQueue<string>();
        using var telling = House.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(
            LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning).AddProvider(new Lines(lines))))));
        var secret = (await telling.SendAsync(new MakeSiteKey(Some.Site, "Told of", [KeyScope.Write]), Some.Administrator)).Value.Secret.Reveal();
        using var client = telling.CreateClient();
        foreach (var (address, key) in new[] { ("/mcp", secret), ("/mcp", secret + "0"), ($"/mcp?key={secret}", secret) })
        {
            using var request = Request(address, r => r.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}"), """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"propose_draft","arguments":{"title":"","body":""}}}""");
            using var answer = await client.SendAsync(request, Ct);
        }

        using (var unknown = Request("/mcp", r => r.Headers.TryAddWithoutValidation("Authorization", $"Bearer {secret}"), """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"publish_article","arguments":{}}}"""))
        using (var answer = await client.SendAsync(unknown, Ct))
            Assert.Contains("tool.unknown", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        Assert.Contains(lines, l => l.StartsWith("Information An agent called a tool that is not here", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.StartsWith("Error", StringComparison.Ordinal)); // a caller's mistake is no fault of ours
        Assert.Contains(lines, l => l.Contains("ProposeDraft refused", StringComparison.Ordinal) && l.Contains("agent Told of", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains(secret[14..], StringComparison.Ordinal));
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public void Dispose() { }
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{logLevel} {formatter(state, exception)}{exception}");
    }

    private async Task<(HttpStatusCode Status, string? Type, string Body)> PostAsync(Action<HttpRequestMessage> with, string address = "/mcp", string body = List)
    {
        using var client = House.CreateClient();
        using var request = Request(address, with, body);
        using var answer = await client.SendAsync(request, Ct);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(Ct));
    }

    private static HttpRequestMessage Request(string address, Action<HttpRequestMessage> with, string body = List)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        with(request);
        return request;
    }
}
