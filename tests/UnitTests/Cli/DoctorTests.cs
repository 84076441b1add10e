using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using QuestCms.Application.Identity;
using QuestCms.Application.Media;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Replicate;
using QuestCms.Web.Cli;
using QuestCms.Web.Cli.Checks;

namespace QuestCms.UnitTests.Cli;

/// <summary>Each thing wrong by itself: the doctor names it, says what to do, and shows no secret.</summary>
public sealed class DoctorTests
{
    private const string Secret = "hidden-word-9f3a";
    private static readonly DatabaseReport Sound = new(null, 170002, true, 100, [], 25, 0, null, null, 0, 3);
    private static readonly Drift NoDrift = new([], []);

    public static TheoryData<string, string> WrongDatabases => new()
    {
        { "fault", "database|Wrong|The database refuses the user or the password." },
        { "old", "database|Wrong|PostgreSQL 14.9 is older than 15." },
        { "plain", "encryption|Wrong|The connection to the database is not encrypted." },
        { "extension", "extensions|Wrong|The database has no pg_trgm." },
        { "connections", "connections|Wrong|The server allows 22 connections, and one process may take 20." },
        { "clock", "clock|Noted|The server's clock and this machine's are 90 seconds apart." },
        { "restore", "migrations|Wrong|A restore of this database was interrupted: it is not whole." },
        { "newer", "migrations|Noted|A newer version of the program migrated this database (20270101000000_Later)." },
        { "pending", "migrations|Wrong|2 migrations are pending." },
        { "nobody", "people|Wrong|Nobody can sign in." },
    };

    [Theory, MemberData(nameof(WrongDatabases))]
    public async Task A_database_with_one_thing_wrong(string what, string expected)
    {
        var report = what switch
        {
            "fault" => new DatabaseReport("refuses the user or the password"),
            "old" => Sound with { Version = 140009 },
            "plain" => Sound with { Encrypted = false },
            "extension" => Sound with { Missing = ["pg_trgm"] },
            "connections" => Sound with { Connections = 22 },
            "clock" => Sound with { ClockSeconds = -90 },
            "restore" => Sound with { UnfinishedRestore = "unfinished restore, begun …" },
            "newer" => Sound with { Newer = "20270101000000_Later" },
            "pending" => Sound with { Pending = 2 },
            _ => Sound with { People = 0 },
        };

        var found = await AllAsync(Database(report));

        Assert.Single(found, f => f.Finding != Finding.Fine && $"{f.Check}|{f.Finding}|{f.Says}" == expected && f.Todo is { Length: > 0 });
        Assert.DoesNotContain(found, f => f.Finding != Finding.Fine && $"{f.Check}|{f.Finding}|{f.Says}" != expected);
    }

    [Fact]
    public async Task A_database_with_nothing_wrong() => Assert.All(await AllAsync(Database(Sound)), f => Assert.Equal((Finding.Fine, null), (f.Finding, f.Todo)));

    [Fact]
    public async Task A_mail_server_that_is_not_named_does_not_let_in_or_does()
    {
        Assert.Equal([(Finding.Noted, "Set SMTP_URL and QUEST_MAIL_FROM.")], (await AllAsync(new MailCheck(new MailServer(false, null)))).Select(f => (f.Finding, f.Todo)));
        Assert.Equal([(Finding.Wrong, "mail.example could not be reached.")], (await AllAsync(new MailCheck(new MailServer(true, Error.Unavailable("mail.unreachable", "mail.example could not be reached."))))).Select(f => (f.Finding, f.Says)));
        Assert.Equal([Finding.Fine], (await AllAsync(new MailCheck(new MailServer(true, null)))).Select(f => f.Finding));
    }

    private sealed class MailServer(bool set, Error? fault) : IMail
    {
        public bool IsSet => set;
        public Task<Result> SendAsync(Letter letter, CancellationToken ct) => throw new InvalidOperationException("The doctor sends no mail.");
        public Task<Result> GreetAsync(CancellationToken ct) => Task.FromResult<Result>(fault is { } error ? error : Result.Done);
    }

    [Fact]
    public async Task What_drifted_is_named_line_by_line()
    {
        var found = await AllAsync(Database(Sound, new Drift(["column content.articles.title is missing"], ["index content.articles mine is none of ours"])));

        Assert.Equal([(Finding.Wrong, "column content.articles.title is missing."), (Finding.Noted, "index content.articles mine is none of ours.")], found.Where(f => f.Check == "schema").Select(f => (f.Finding, f.Says)));
        Assert.Equal(Finding.Noted, (await AllAsync(Database(Sound, Drift.Unknown("of that")))).Single(f => f.Check == "schema").Finding);
    }

    [Fact]
    public async Task A_direct_address_or_a_delivery_role_that_does_not_work()
    {
        var addresses = new DatabaseAddresses("main", "direct", "delivery");
        var check = new DatabaseCheck(addresses, 20, true, (address, _) => Task.FromResult(address == "direct" ? new DatabaseReport("can't be reached (TimedOut)") : Sound), (_, _) => Task.FromResult<string?>("may not read articles"), _ => Task.FromResult(NoDrift));

        Assert.Equal(["direct address", "delivery role"], (await AllAsync(check)).Where(f => f.Finding == Finding.Wrong).Select(f => f.Check));
    }

    [Theory]
    [InlineData("NEON_CONNECTION_STRING", "")]
    [InlineData("NEON_CONNECTION_STRING", Secret)]
    [InlineData("NEON_DIRECT_CONNECTION_STRING", Secret)]
    [InlineData("NEON_DELIVERY_CONNECTION_STRING", Secret)]
    [InlineData("QUEST_DB_POOL_MAX", Secret)]
    [InlineData("QUEST_DB_TLS", Secret)]
    [InlineData("PORT", Secret)]
    [InlineData("QUEST_PUBLIC_URL", Secret)]
    [InlineData("QUEST_LOG_LEVEL", Secret)]
    [InlineData("QUEST_STORAGE", Secret)]
    [InlineData("QUEST_DELIVERY_MEMORY", Secret)]
    [InlineData("QUEST_DELIVERY_LIMIT", Secret)]
    [InlineData("QUEST_DELIVERY_KEY_LIMIT", Secret)]
    [InlineData("QUEST_KEY_CERTIFICATE", Secret)]
    [InlineData("QUEST_OUTBOUND_ALLOW", "http://" + Secret)]
    [InlineData("QUEST_ADMIN_PASSWORD", Secret, "QUEST_ADMIN_EMAIL")]
    [InlineData("CLAUDE_BASE_URL", Secret)]
    [InlineData("CLAUDE_PRICES", Secret)]
    [InlineData("REPLICATE_API_TOKEN", Secret + " ")]
    [InlineData("REPLICATE_MODEL", Secret)]
    [InlineData("REPLICATE_BASE_URL", Secret)]
    [InlineData("REPLICATE_PRICES", Secret)]
    public async Task A_setting_that_cannot_be_used(string name, string value, string? named = null)
    {
        var found = await AllAsync(new SettingsCheck(Configuration((name, value + (name == "REPLICATE_API_TOKEN" ? "\u0001x" : ""))), new Somewhere("Production")));

        var wrong = Assert.Single(found, f => f.Finding == Finding.Wrong);
        Assert.StartsWith((named ?? name) + " ", wrong.Says, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, DoctorVerb.Line(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_nobody_reads_is_a_slip_of_the_pen()
    {
        var found = await AllAsync(new SettingsCheck(Configuration(("QUEST_PUBLIC_URI", Secret)), new Somewhere("Production")));

        Assert.Equal("QUEST_PUBLIC_URI is set and no setting has that name.", Assert.Single(found, f => f.Finding == Finding.Noted).Says);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "Fine", "answered in")]
    [InlineData(HttpStatusCode.Unauthorized, "Wrong", "The key is refused (401).")]
    [InlineData(HttpStatusCode.NotFound, "Wrong", "There is no model claude-sonnet-5-5")]
    [InlineData(HttpStatusCode.TooManyRequests, "Wrong", "The limit is reached just now (429)")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "Wrong", "It answered 503.")]
    public async Task Live_a_provider_is_asked_and_its_limits_are_shown(HttpStatusCode status, string finding, string says)
    {
        using var answering = new Answering(status);
        using var look = new ProviderLook(new ClaudeOptions { ApiKey = Secret }, new ReplicateOptions { Token = Secret }, TimeProvider.System, answering);

        var found = await AllAsync(new ProvidersCheck(new ClaudeOptions { ApiKey = Secret, Prices = ClaudePrices.Parse("claude-sonnet-5-5=3/15@2026-11-01") }, new ReplicateOptions { Token = Secret }, look));

        Assert.Equal(4, found.Count);
        Assert.All(found, f => Assert.Equal(finding, f.Finding.ToString()));
        Assert.Contains(says, found[0].Says, StringComparison.Ordinal);
        Assert.Contains("Limits: anthropic-ratelimit-requests-limit 50.", found[0].Says, StringComparison.Ordinal);
        Assert.All(found, f => Assert.DoesNotContain(Secret, DoctorVerb.Line(f), StringComparison.Ordinal));
        Assert.Equal([(Secret, null), (Secret, null), (null, "Bearer " + Secret), (null, "Bearer " + Secret)], answering.Keys);
    }

    [Fact]
    public async Task Without_keys_the_house_goes_on() =>
        Assert.Equal([("claude", Finding.Noted), ("replicate", Finding.Noted)], (await AllAsync(new ProvidersCheck(new ClaudeOptions(), new ReplicateOptions(), null))).Select(f => (f.Check, f.Finding)));

    [Theory]
    [InlineData("QUEST_PUBLIC_URL", "http://quest.example", "public address")]
    [InlineData("QUEST_PUBLIC_URL", "", "public address")]
    public async Task A_public_address_nobody_could_use(string name, string value, string check) =>
        Assert.Equal(check, Assert.Single(await AllAsync(new HouseCheck(Configuration((name, value)), new Somewhere("Production"), null)), f => f.Finding == Finding.Wrong).Check);

    [Theory]
    [InlineData(true, "Nothing can be put into the")]
    [InlineData(false, "is not there afterwards")]
    public async Task A_storage_that_keeps_nothing(bool throws, string says) =>
        Assert.Contains(says, (await AllAsync(new HouseCheck(Configuration(("QUEST_PUBLIC_URL", "https://quest.example")), new Somewhere("Production"), new Sieve(throws)))).Single(f => f.Check == "storage").Says, StringComparison.Ordinal);

    private static DatabaseCheck Database(DatabaseReport report, Drift? drift = null) =>
        new(new DatabaseAddresses("main", "main", null), 20, true, (_, _) => Task.FromResult(report), (_, _) => Task.FromResult<string?>(null), _ => Task.FromResult(drift ?? NoDrift));

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("NEON_CONNECTION_STRING", "postgresql://quest:word@localhost/quest")]).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))).Build();

    private static async Task<List<Found>> AllAsync(ICheck check)
    {
        var found = new List<Found>();
        await foreach (var one in check.LookAsync(TestContext.Current.CancellationToken)) found.Add(one);
        return found;
    }

    private sealed class Answering(HttpStatusCode status) : HttpMessageHandler
    {
        public List<(string?, string?)> Keys { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Keys.Add((request.Headers.TryGetValues("x-api-key", out var key) ? key.Single() : null, request.Headers.Authorization?.ToString()));
            var answer = new HttpResponseMessage(status);
            answer.Headers.Add("anthropic-ratelimit-requests-limit", "50");
            return Task.FromResult(answer);
        }
    }

    private sealed class Sieve(bool throws) : IMediaStorage
    {
        public string Kind => "folder";
        public Task PutAsync(string key, Stream content, CancellationToken ct) => throws ? throw new IOException(Secret) : Task.CompletedTask;
        public Task<Stream?> OpenAsync(string key, CancellationToken ct) => Task.FromResult<Stream?>(null);
        public IAsyncEnumerable<string> KeysAsync(CancellationToken ct) => AsyncEnumerable.Empty<string>();
        public Task DeleteAllAsync(string under, CancellationToken ct) => Task.CompletedTask;
    }

    private sealed class Somewhere(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
