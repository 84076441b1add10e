using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>One house for a class, whose painter and Claude are the stand-ins. No worker: a test carries out each step itself. This machine may be fetched from, no other that is not public.</summary>
public sealed class PainterHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;
    public ReplicateStandIn Replicate { get; private set; } = null!;
    public ClaudeStandIn Claude { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Replicate = await ReplicateStandIn.StartAsync(0, TimeProvider.System);
        Claude = await ClaudeStandIn.StartAsync(0, TimeProvider.System);
        Claude.Scenario = ClaudeHouse.Scenario("answer");
        Some = await SomeHouse.OpenAsync(database.Postgres, workers: false, [.. Settings(Replicate), .. ClaudeHouse.Settings(Claude)]);
    }

    public async ValueTask DisposeAsync()
    {
        await Some.House.DisposeAsync();
        await Replicate.DisposeAsync();
        await Claude.DisposeAsync();
    }

    internal static (string, string)[] Settings(ReplicateStandIn replicate) =>
    [
        ("REPLICATE_BASE_URL", replicate.BaseUrl), ("REPLICATE_API_TOKEN", "stand-in"), ("QUEST_OUTBOUND_ALLOW", "127.0.0.1"),
        ("REPLICATE_PRICES", "black-forest-labs/flux-1.1-pro=0.04@2026-11-01; black-forest-labs/flux-schnell=0.003@2026-11-01"),
    ];
}

/// <summary>For a class whose tests have pictures painted.</summary>
public abstract class WithPainter : IClassFixture<PainterHouse>
{
    protected const decimal Price = 0.04m;
    private const int Enough = 12;
    private readonly PainterHouse _shared;

    protected WithPainter(PainterHouse shared)
    {
        _shared = shared;
        House.Clock.Move(TimeSpan.FromMinutes(2)); // the breaker forgets how the test before this one ended
        Play("answer");
    }

    protected ReplicateStandIn Replicate => _shared.Replicate;
    protected ClaudeStandIn Claude => _shared.Claude;
    protected SomeHouse Some => _shared.Some;
    protected TestHouse House => _shared.Some.House;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected void Play(string scenario, int? times = null) => Replicate.Scenario = new PainterScenario { Name = scenario, Times = times };

    protected async Task<GenerationId> AskAsync(ArticleId article, string words = "A wooden desk by a window. Morning light.", string style = "professional", bool fast = false)
    {
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new PaintPicture(article, id, words, style, fast), Some.Creator);
        return id;
    }

    /// <summary>One step of the job.</summary>
    protected async Task<Generation> StepAsync(GenerationId id)
    {
        await Some.Must(new RunPainting(id), Actor.Worker);
        return await RowAsync(id);
    }

    /// <summary>Every step up to its end.</summary>
    protected async Task<Generation> RunAsync(GenerationId id)
    {
        for (var step = 0; step < Enough; step++)
            if (await StepAsync(id) is { HasEnded: true } ended) return ended;
        throw new InvalidOperationException("It never ended.");
    }

    /// <summary>Asked and carried out, with the stand-in answering so.</summary>
    protected async Task<Generation> PaintAsync(string scenario, ArticleId? article = null)
    {
        Play(scenario);
        return await RunAsync(await AskAsync(article ?? await Some.DraftAsync($"Painted {scenario} {Guid.CreateVersion7()}"), $"A harbour, {scenario} {Guid.CreateVersion7()}"));
    }

    protected Task<Generation> RowAsync(GenerationId id) => House.ReadAsync(db => db.Generations.AsNoTracking().SingleAsync(g => g.Id == id, Ct));

    protected Task<Painting> PaintingAsync(GenerationId id) => House.ReadAsync(db => db.Paintings.AsNoTracking().SingleAsync(p => p.Generation == id, Ct));

    /// <summary>Seconds until the next step is due, of the newest job.</summary>
    protected async Task<double> DueInAsync(GenerationId id) =>
        (await House.ScalarAsync<DateTime>("select max(run_at) from work.jobs where subject = $1", id.Value) - House.Clock.GetUtcNow().UtcDateTime).TotalSeconds;
}
