using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Hosting;

/// <summary>Each secret a setting can hold, through paths that fail: not one of them is in anything that is said. (What rows hold, the tests of backups look through.)</summary>
public sealed class SecretsTests(Database database) : IAsyncLifetime
{
    private static readonly string[] Secrets = ["word-of-the-database", "word-of-the-direct", "word-of-delivery", "key-of-claude", "token-of-replicate", "word-of-the-administrator", "text-of-the-certificate"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private TcpDoor _door = null!;
    private string _migrated = "";

    public async ValueTask InitializeAsync()
    {
        _migrated = await database.Postgres.CloneAsync(TestHouse.MigrateAsync, Ct);
        _door = TcpDoor.To(_migrated);
    }

    public ValueTask DisposeAsync() => _door.DisposeAsync();

    [Theory]
    [InlineData(1, "doctor", "--live")] // the database refuses the password; nobody listens at the providers' addresses
    [InlineData(1, "migrate")]
    [InlineData(1, "backup", "/nowhere/file.tar")]
    public async Task A_verb_that_fails_says_none(int exit, params string[] words)
    {
        await using var quest = RunningQuest.Start(ProjectFolder.Program, Settings(Refused("word-of-the-database")), user: null, arguments: words);

        Assert.Equal(exit, await quest.ExitAsync(Ct));
        SaysNone(quest);
        Assert.DoesNotContain(quest.Said, line => line.Contains("   at QuestCms", StringComparison.Ordinal)); // a sentence, no stack
    }

    [Fact]
    public async Task A_start_whose_database_refuses_it_and_a_setting_that_cannot_be_used_say_none()
    {
        await using (var quest = RunningQuest.Start(ProjectFolder.Program, Settings(Refused("word-of-the-database"))))
        {
            using var http = new HttpClient { BaseAddress = quest.Address };
            await Until.TrueAsync(async () =>
            {
                try
                {
                    return (await http.GetAsync("/health", Ct)).StatusCode == System.Net.HttpStatusCode.ServiceUnavailable;
                }
                catch (HttpRequestException)
                {
                    return false; // not listening yet
                }
            }, Ct);
            await quest.TerminateAsync();
            await quest.ExitAsync(Ct);
            SaysNone(quest);
        }
        var wrong = Settings(_door.AddressOf(_migrated));
        wrong["QUEST_KEY_CERTIFICATE"] = "text-of-the-certificate";
        await using var refused = RunningQuest.Start(ProjectFolder.Program, wrong);
        Assert.Equal(1, await refused.ExitAsync(Ct));
        Assert.StartsWith("QUEST_KEY_CERTIFICATE is neither", Assert.Single(refused.Said), StringComparison.Ordinal);
        SaysNone(refused);
    }

    private static void SaysNone(RunningQuest quest)
    {
        Assert.NotEmpty(quest.Said);
        foreach (var secret in Secrets) Assert.DoesNotContain(quest.Said, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    private string Refused(string word) => new UriBuilder(_door.AddressOf(_migrated)) { Password = word }.Uri.AbsoluteUri;

    private Dictionary<string, string> Settings(string address) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["NEON_CONNECTION_STRING"] = address,
        ["NEON_DIRECT_CONNECTION_STRING"] = Refused("word-of-the-direct"),
        ["NEON_DELIVERY_CONNECTION_STRING"] = Refused("word-of-delivery"),
        ["CLAUDE_API_KEY"] = "key-of-claude",
        ["CLAUDE_BASE_URL"] = "http://127.0.0.1:9",
        ["REPLICATE_API_TOKEN"] = "token-of-replicate",
        ["REPLICATE_BASE_URL"] = "http://127.0.0.1:9/v1",
        ["QUEST_ADMIN_EMAIL"] = "admin@quest.test",
        ["QUEST_ADMIN_PASSWORD"] = "word-of-the-administrator",
        ["QUEST_PUBLIC_URL"] = "https://quest.example",
    };
}
