using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>One house for a class, whose Claude is the stand-in without pauses. No worker: a test carries out the job itself.</summary>
public sealed class ClaudeHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;
    public ClaudeStandIn Claude { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (Some, Claude) = await database.BorrowWithClaudeAsync(Settings);
        Claude.Play(Scenario("answer"));
    }

    public ValueTask DisposeAsync()
    {
        database.GiveBack(Some, Claude);
        return ValueTask.CompletedTask;
    }

    public void Speak(string scenario) => Claude.Scenario = Scenario(scenario);

    /// <summary>Without pauses; a line that is to be cut under way needs time to carry something first.</summary>
    internal static StandInScenario Scenario(string name) => new() { Name = name, Pace = name == "cut" ? 20 : 0 };

    internal static (string, string)[] Settings(ClaudeStandIn claude) =>
        [("CLAUDE_BASE_URL", claude.BaseUrl), ("CLAUDE_API_KEY", "stand-in"), ("CLAUDE_MODEL", "claude-sonnet-5-5"), ("CLAUDE_PRICES", "claude-sonnet-5-5=3/15@2026-11-01")];
}

/// <summary>For a class whose tests ask Claude.</summary>
public abstract class WithClaude : IClassFixture<ClaudeHouse>
{
    private readonly ClaudeHouse _shared;

    protected WithClaude(ClaudeHouse shared)
    {
        _shared = shared;
        House.Clock.Move(TimeSpan.FromMinutes(1)); // the breaker forgets how the test before this one ended
    }

    protected ClaudeHouse Claude => _shared;
    protected SomeHouse Some => _shared.Some;
    protected TestHouse House => _shared.Some.House;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected async Task<GenerationId> AskAsync(ArticleId article, string topic = "visas for families", Actor? by = null)
    {
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AskClaude(article, id, GenerationKind.Draft, new Brief { Topic = topic, Words = 200 }, 0, 0), by ?? Some.Creator);
        return id;
    }

    protected async Task<Generation> RunAsync(GenerationId id)
    {
        await Some.Must(new RunGeneration(id), Actor.Worker);
        return await RowAsync(id);
    }

    /// <summary>Asked and carried out, with the stand-in answering so.</summary>
    protected async Task<Generation> AnswerAsync(string scenario, ArticleId? article = null)
    {
        // Another scenario is another request: the same one again would be answered as before.
        var id = await AskAsync(article ?? await Some.DraftAsync($"Asked {scenario} {Guid.CreateVersion7()}"), $"visas for families, {scenario}");
        Claude.Speak(scenario);
        return await RunAsync(id);
    }

    protected Task<Generation> RowAsync(GenerationId id) => House.ReadAsync(db => db.Generations.AsNoTracking().SingleAsync(g => g.Id == id, Ct));
}
