using System.Net;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Hosting;

/// <summary>The published program as a platform runs it: in Production, as another user, from another folder, on a database it has only the address of.</summary>
public sealed class PublishedProgramTests(Database database, PublishedProgram published) : IClassFixture<PublishedProgram>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private string _database = "";
    private TcpDoor _door = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await database.Postgres.EmptyAsync(Ct);
        _door = TcpDoor.To(_database);
    }

    public async ValueTask DisposeAsync() => await _door.DisposeAsync();

    // One process for all of it: each is a start of seconds.
    [Fact]
    public async Task It_migrates_serves_leads_readers_to_https_answers_probes_over_plain_http_for_any_host_and_goes_when_told()
    {
        await using (var early = Start()) // not migrated: it lives, and takes no visitors
        {
            using var asking = Plain(early);
            await UntilAsync(async () => (await asking.GetAsync("/health/live", Ct)).StatusCode == HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await asking.GetAsync("/health/ready", Ct)).StatusCode);
        }

        await using (var migrate = Start("migrate")) Assert.Equal(0, await migrate.ExitAsync(Ct));
        await using var quest = await Start().ReadyAsync(Ct);

        using var reader = Edged(quest);
        using var page = await reader.GetAsync("/sign-in", Ct);
        var html = await page.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("Production", html, StringComparison.Ordinal); // no badge
        Assert.DoesNotContain("class=\"env\"", html, StringComparison.Ordinal);
        Assert.Contains(page.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-quest-form=", StringComparison.Ordinal) && c.Contains("secure", StringComparison.OrdinalIgnoreCase));
        Assert.True(page.Headers.Contains("Strict-Transport-Security"));

        foreach (var file in System.Text.RegularExpressions.Regex.Matches(html, "(?:href|src)=\"(/(?:css|lib)/[^\"]+)\"").Select(m => m.Groups[1].Value))
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "br, gzip" } } };
            using var got = await reader.SendAsync(ask, Ct);
            Assert.Equal(HttpStatusCode.OK, got.StatusCode);
            Assert.Contains(got.Content.Headers.ContentEncoding, e => e is "br" or "gzip");
            Assert.Contains("immutable", got.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(0L, await CountAsync("select count(*) from identity.people")); // no demo

        using var probe = Plain(quest);
        probe.DefaultRequestHeaders.Host = "healthcheck.railway.app";

        foreach (var path in new[] { "/health", "/health/ready", "/health/live" }) Assert.Equal(HttpStatusCode.OK, (await probe.GetAsync(path, Ct)).StatusCode);
        using var led = await probe.GetAsync("/sign-in", Ct);
        Assert.Equal((HttpStatusCode.PermanentRedirect, "https://healthcheck.railway.app/sign-in"), (led.StatusCode, led.Headers.Location?.ToString()));

        await quest.TerminateAsync();
        Assert.Equal(0, await quest.ExitAsync(Ct));
    }

    [Theory]
    [InlineData("NEON_CONNECTION_STRING", "")]
    [InlineData("NEON_CONNECTION_STRING", "postgresql://quest:hidden-word@")]
    public async Task A_missing_or_malformed_setting_stops_the_start_with_one_line_that_names_it_and_hides_its_value(string name, string value)
    {
        await using var quest = Start((name, value));

        Assert.Equal(1, await quest.ExitAsync(Ct));
        var line = Assert.Single(quest.Said);
        Assert.StartsWith(name + " ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence_too()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.IPv6Any, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var quest = Start(("PORT", port.ToString()), ("QUEST_LOG_LEVEL", "Error"));

        Assert.Equal(1, await quest.ExitAsync(Ct));
        Assert.StartsWith($"Port {port} is taken", Assert.Single(quest.Said), StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_runs_one_pinned_program_as_nobody_special()
    {
        var lines = published.Dockerfile.Split('\n');

        Assert.All(lines.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)), l => Assert.Matches(@":\d+\.\d+\.\d+-", l));
        Assert.Contains("USER $APP_UID", lines);
        Assert.Equal(["dotnet", "QuestCms.Web.dll"], published.EntryPoint);
        Assert.DoesNotContain(lines, l => l.StartsWith("ARG ", StringComparison.Ordinal)); // no secret is needed to build it
    }

    private RunningQuest Start(string verb) => Start([verb]);

    private RunningQuest Start(params (string Name, string Value)[] settings) => Start([], settings);

    private RunningQuest Start(string[] arguments, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["NEON_CONNECTION_STRING"] = _door.AddressOf(_database) };
        foreach (var (name, value) in settings) all[name] = value;
        return RunningQuest.Start(published.Dll, all, folder: "/", PublishedProgram.Nobody, arguments);
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static HttpClient Plain(RunningQuest quest) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = quest.Address };

    /// <summary>As the platform's edge asks for a reader who came over https.</summary>
    private static HttpClient Edged(RunningQuest quest)
    {
        var client = Plain(quest);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Real-IP", "203.0.113.7");
        client.DefaultRequestHeaders.Host = "quest.example";
        return client;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await again.WaitForNextTickAsync(Ct))
        {
            try
            {
                if (await condition()) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }
}
