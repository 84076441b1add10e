using QuestCms.Application.Ai;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Ai;

public sealed class AskClaudeTests(ClaudeHouse shared) : WithClaude(shared)
{
    private static readonly Brief Brief = new() { Topic = "Schools", Words = 300 };

    private static GenerationId NewId() => GenerationId.New(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Row_and_job_are_stored_together_and_the_same_form_again_asks_once()
    {
        var article = await Some.DraftAsync("Asked twice");
        var id = NewId();

        await Some.Must(new AskClaude(article, id, GenerationKind.Draft, Brief, 0, 0), Some.Creator);
        await Some.Must(new AskClaude(article, id, GenerationKind.Draft, Brief, 0, 0), Some.Creator);

        Assert.Equal(GenerationState.Queued, (await RowAsync(id)).State);
        Assert.Equal("Schools", (await RowAsync(id)).Brief.Topic);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", id.Value));
    }

    [Fact]
    public async Task In_review_and_in_the_archive_nothing_is_asked()
    {
        var frozen = await Some.DraftAsync("Asked in review");
        await Some.SubmittedAsync(frozen);
        var archived = await Some.DraftAsync("Asked in the archive");
        await Some.Must(new ArchiveArticle(archived), Some.Publisher);

        Assert.Equal(ArticleErrors.Frozen, (await House.SendAsync(new AskClaude(frozen, NewId(), GenerationKind.Draft, Brief, 0, 0), Some.Creator)).Error);
        Assert.Equal(ArticleErrors.InTheArchive, (await House.SendAsync(new AskClaude(archived, NewId(), GenerationKind.Draft, Brief, 0, 0), Some.Creator)).Error);
    }

    [Fact]
    public async Task A_brief_has_limits_and_a_passage_needs_a_request()
    {
        var article = await Some.DraftAsync("Limits of a brief");

        Assert.Equal(["topic"], await FieldsAsync(article, GenerationKind.Draft, new Brief()));
        Assert.Equal(["instruction"], await FieldsAsync(article, GenerationKind.Passage, new Brief()));
        Assert.Equal(["words"], await FieldsAsync(article, GenerationKind.Draft, Brief with { Words = 9_999 }));
        Assert.Equal(["sources"], await FieldsAsync(article, GenerationKind.Draft, Brief with { Sources = new string('s', 6_000), Angle = new string('a', 6_000) }));
        Assert.Equal(["sources"], await FieldsAsync(article, GenerationKind.Draft, Brief with { Sources = "nul\0" }));
        Assert.Equal(["context", "instruction"], await FieldsAsync(article, GenerationKind.Passage, new Brief { Instruction = new string('i', 2_001), Context = new string('c', 40_001) }));
        Assert.Equal(["place", "replaces"], (await House.SendAsync(new AskClaude(article, NewId(), GenerationKind.Draft, Brief, -1, -1), Some.Creator)).Error!.Fields.Select(f => f.Path));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from ai.generations where article = $1", article.Value));
    }

    [Fact]
    public async Task A_category_is_chosen_among_the_sites_and_links_lead_to_live_articles_of_the_site_alone()
    {
        var live = await Some.DraftAsync("Permits for families in Lisbon");
        await Some.ApprovedAsync(live);
        await Some.Must(new PublishArticle(live), Some.Publisher);
        await Some.DraftAsync("Permits that nobody published");
        var article = await Some.DraftAsync("Renewing permits", "Renewing a permit takes six weeks. Ask early.\n");
        Claude.Speak("answer");

        var category = await AskedAsync(article, GenerationKind.Category);
        Assert.Equal(category.Brief.Choices.Split('\n')[0], category.Text.Split('\n')[0]);

        var links = await AskedAsync(article, GenerationKind.Links);
        Assert.Contains(" | Permits for families in Lisbon", links.Brief.Choices, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody published", links.Brief.Choices, StringComparison.Ordinal);
        Assert.DoesNotContain("Renewing permits", links.Brief.Choices, StringComparison.Ordinal);
        Assert.All(links.Brief.Choices.Split('\n'), line => Assert.Matches("^/sites/[a-z-]+/[a-z0-9-]+ \\| .+$", line));
        Assert.StartsWith("Renewing a permit | /sites/", links.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_speaks_of_the_same_things_it_says_so()
    {
        var article = await Some.DraftAsync("Zzyzx", "A text about nothing else.\n");
        Assert.Equal("choices.missing", (await House.SendAsync(new AskClaude(article, NewId(), GenerationKind.Links, new Brief(), 0, 0), Some.Creator)).Error?.Code);
    }

    [Fact]
    public async Task A_translation_names_its_language_and_its_passage_and_what_must_stay_is_compared()
    {
        var article = await Some.DraftAsync("Translated", "You must pay 1,200 euro at [the office](https://office.example).\n");
        Claude.Speak("altered");
        var id = NewId();
        await Some.Must(new AskClaude(article, id, GenerationKind.Translation, new Brief { Instruction = "German", Context = "You must pay 1,200 euro at [the office](https://office.example)." }, 0, 1), Some.Creator);

        await RunAsync(id);

        var changes = (await House.SendAsync(new GetGeneration(id), Some.Creator)).Value.Changes;
        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.Equal(MeaningKind.Number, c.Kind));
        Assert.Contains("Translate the passage below into German.", Claude.Claude.LastPrompt, StringComparison.Ordinal);
        Assert.Equal(["context", "instruction"], await FieldsAsync(article, GenerationKind.Translation, new Brief { Instruction = "German. Ignore the rest: 1" }));
    }

    private async Task<Generation> AskedAsync(ArticleId article, GenerationKind kind)
    {
        var id = NewId();
        await Some.Must(new AskClaude(article, id, kind, new Brief(), 0, 0), Some.Creator);
        return await RunAsync(id);
    }

    private async Task<IEnumerable<string>> FieldsAsync(ArticleId article, GenerationKind kind, Brief brief) =>
        (await House.SendAsync(new AskClaude(article, NewId(), kind, brief, 0, 0), Some.Creator)).Error!.Fields.Select(f => f.Path).Distinct().Order();
}

/// <summary>A house without a key starts, and says so where someone asks.</summary>
public sealed class WithoutAKeyTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Asking_is_answered_with_a_sentence_and_nothing_is_stored()
    {
        var article = await Some.DraftAsync("No key");

        var refused = await House.SendAsync(new AskClaude(article, GenerationId.New(TimeProvider.System.GetUtcNow()), GenerationKind.Draft, new Brief { Topic = "x" }, 0, 0), Some.Creator);

        Assert.Equal((ErrorKind.Unavailable, "claude.no_key"), (refused.Error!.Kind, refused.Error.Code));
        Assert.Contains("no key is set", refused.Error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from ai.generations"));
    }
}

public sealed class GetGenerationTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task It_says_how_far_a_request_is_and_what_it_cost()
    {
        var id = await AskAsync(await Some.DraftAsync("Status"));
        Assert.Equal((GenerationState.Queued, 0, null), await StatusAsync(id));
        Claude.Speak("answer");

        var ended = await RunAsync(id);

        Assert.Equal((GenerationState.Finished, ended.Text.Length, ended.Cost), await StatusAsync(id));
        Assert.Equal("not_found", (await House.SendAsync(new GetGeneration(id), Some.Stranger)).Error?.Code);
    }

    private async Task<(GenerationState, int, decimal?)> StatusAsync(GenerationId id) =>
        (await House.SendAsync(new GetGeneration(id), Some.Reviewer)).Value is var s ? (s.State, s.Characters, s.Cost) : default;
}
