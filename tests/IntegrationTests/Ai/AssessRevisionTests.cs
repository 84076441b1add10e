using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.IntegrationTests.Ai;

public sealed class AssessRevisionTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task The_whole_revision_is_assessed_by_the_rubric_and_kept_with_model_prompt_and_revision()
    {
        var article = await SubmittedAsync("Assessed");
        Claude.Speak("answer");
        var generation = await AssessAsync(article);

        var shown = (await House.SendAsync(new GetAssessment(article, 1), Some.Reviewer)).Value;

        Assert.Equal((GenerationState.Finished, null, null), (generation.State, shown.Say, shown.Running));
        Assert.Equal(["Accuracy risk", "Structure", "Usefulness", "Voice", "SEO"], shown.Newest!.Findings.Select(f => f.Criterion));
        Assert.Equal((7.2m, "claude-sonnet-5-5", "assessment/1", 0), (shown.Newest.Score, shown.Newest.Model, shown.Newest.Prompt, shown.Newest.QuotesLost));
        Assert.All(shown.Newest.Findings, f => Assert.NotEmpty(f.Quotes));
        // Advice: no score of a person, nothing of the round changed.
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from review.decisions where article = $1", article.Value));
        Assert.Null((await House.SendAsync(new GetAssessment(article, 2), Some.Reviewer)).Value.Newest);
    }

    [Theory]
    [InlineData("forty")]
    [InlineData("defaults")]
    [InlineData("max_tokens")]
    [InlineData("cut")]
    [InlineData("refusal")]
    public async Task What_has_not_the_shape_or_no_end_is_no_assessment_and_says_why(string scenario)
    {
        var article = await SubmittedAsync($"Not assessed, {scenario}");
        Claude.Speak(scenario);

        var generation = await AssessAsync(article);

        var shown = (await House.SendAsync(new GetAssessment(article, 1), Some.Reviewer)).Value;
        Assert.NotEqual(GenerationState.Finished, generation.State);
        Assert.Null(shown.Newest);
        Assert.NotEmpty(shown.Say!);
    }

    [Fact]
    public async Task A_revision_that_is_not_there_is_not_found_and_by_another_way_none_is_assessed()
    {
        var other = new AskClaude(await Some.DraftAsync("Another way"), GenerationId.New(TimeProvider.System.GetUtcNow()), GenerationKind.Assessment, new Brief(), 0, 0);
        Assert.Equal("kind.unknown", Assert.Single((await House.SendAsync(other, Some.Creator)).Error!.Fields).Code);

        var error = (await House.SendAsync(new AssessRevision(await Some.DraftAsync("No revision"), 7, GenerationId.New(TimeProvider.System.GetUtcNow())), Some.Reviewer)).Error;
        Assert.Equal("not_found", error?.Code);
    }

    private async Task<ArticleId> SubmittedAsync(string title)
    {
        var article = await Some.DraftAsync(title);
        await Some.SubmittedAsync(article);
        return article;
    }

    private async Task<Generation> AssessAsync(ArticleId article)
    {
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AssessRevision(article, 1, id), Some.Reviewer);
        return await RunAsync(id);
    }
}

public sealed class GetAssessmentTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task While_Claude_reads_the_request_is_named_and_the_assessment_before_stays()
    {
        var article = await Some.DraftAsync("Asked again");
        await Some.SubmittedAsync(article);
        Claude.Speak("answer");
        var first = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AssessRevision(article, 1, first), Some.Reviewer);
        Assert.Equal((null, first), ((await House.SendAsync(new GetAssessment(article, 1), Some.Creator)).Value.Newest, (await House.SendAsync(new GetAssessment(article, 1), Some.Creator)).Value.Running));
        await RunAsync(first);
        var second = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AssessRevision(article, 1, second), Some.Reviewer);

        var shown = (await House.SendAsync(new GetAssessment(article, 1), Some.Creator)).Value;

        Assert.NotNull(shown.Newest);
        Assert.Equal(second, shown.Running);
        // Another opinion was wanted, not the same one again.
        Assert.Null((await RunAsync(second)).CopiedFrom);
        Assert.True((await House.SendAsync(new GetAssessment(article, 1), Some.Creator)).Value.Newest!.MadeAt > shown.Newest!.MadeAt);
    }
}

public sealed class ChangeRubricTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task An_administrator_says_by_what_and_the_next_assessment_goes_by_it()
    {
        await Some.Must(new ChangeRubric(Some.Site, "Warmth: is it kind?\n\nBrevity"), Some.Administrator);
        Assert.Equal("Warmth: is it kind?\nBrevity", (await House.SendAsync(new GetRubric(Some.Site), Some.Administrator)).Value);
        Assert.Equal("rubric.twice", Assert.Single((await House.SendAsync(new ChangeRubric(Some.Site, "A\na"), Some.Administrator)).Error!.Fields).Code);

        var article = await Some.DraftAsync("By another rubric");
        await Some.SubmittedAsync(article);
        Claude.Speak("answer");
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AssessRevision(article, 1, id), Some.Reviewer);
        await RunAsync(id);

        Assert.Equal(["Warmth", "Brevity"], (await House.SendAsync(new GetAssessment(article, 1), Some.Reviewer)).Value.Newest!.Findings.Select(f => f.Criterion));
    }
}

public sealed class GetRubricTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task A_site_that_chose_nothing_has_the_five_of_the_house() =>
        Assert.Equal(5, (await House.SendAsync(new GetRubric(Some.Site), Some.Administrator)).Value.Split('\n').Length);
}
