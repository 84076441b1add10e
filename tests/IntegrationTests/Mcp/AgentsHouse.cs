using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Mcp;

/// <summary>One house for everything that agents do: each test makes keys and articles of its own.</summary>
public sealed class AgentsHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Some = await database.BorrowAsync();

    public ValueTask DisposeAsync() => database.GiveBackAsync(Some);
}

[CollectionDefinition(nameof(AgentsHouse))]
public sealed class OneAgentsHouse : ICollectionFixture<AgentsHouse>;

/// <summary>Another one for programs that write through the management API: a site has 50 keys at most.</summary>
[CollectionDefinition("Programs")]
public sealed class ProgramsHouse : ICollectionFixture<AgentsHouse>;

/// <summary>For a class whose tests come with a key.</summary>
[Collection(nameof(AgentsHouse))]
public abstract class WithAgents(AgentsHouse shared)
{
    protected SomeHouse Some => shared.Some;
    protected TestHouse House => shared.Some.House;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A key of the site, and who acts with it.</summary>
    protected async Task<(SiteKeyId Id, string Secret, Actor Agent)> KeyAsync(params KeyScope[] scopes)
    {
        var made = (await House.SendAsync(new MakeSiteKey(Some.Site, "Research", scopes), Some.Administrator)).Value;
        return (made.Key, made.Secret.Reveal(), Actor.OfKey(made.Key.Value, "Research"));
    }

    protected async Task<McpClient> ConnectAsync(string secret) => await McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri("http://localhost/mcp"), TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {secret}" } },
            House.CreateClient(), ownsHttpClient: true), cancellationToken: Ct);

    protected async Task<McpClient> ConnectAsync(params KeyScope[] scopes) => await ConnectAsync((await KeyAsync(scopes)).Secret);

    /// <summary>A call with its answer: an error's code, what was said, and the data.</summary>
    protected static async Task<(string? Code, string Said, JsonElement Data)> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        var answer = await client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => a.Value), cancellationToken: Ct);
        var said = string.Join('\n', answer.Content.OfType<TextContentBlock>().Select(c => c.Text));
        var data = answer.StructuredContent ?? default;
        return (answer.IsError == true ? data.ValueKind == JsonValueKind.Object ? data.GetProperty("code").GetString() : "without a code" : null, said, data);
    }
}
