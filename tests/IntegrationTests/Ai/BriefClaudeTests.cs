using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Ai;

public sealed class BriefClaudeTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Article_request_and_job_begin_together_and_the_same_form_again_begins_nothing()
    {
        var brief = Briefs.Of(Some, "Schools in Lisbon");

        Assert.Null((await House.SendAsync(brief, Some.Creator)).Value.NotAsked);
        Assert.Null((await House.SendAsync(brief, Some.Creator)).Value.NotAsked);

        var article = (await House.SendAsync(new GetArticleForEditing(brief.Id), Some.Creator)).Value;
        Assert.Equal(("Schools in Lisbon", "schools-in-lisbon", ""), (article.Content.Title, article.Content.Slug, article.Content.Body));
        Assert.Equal((GenerationState.Queued, GenerationKind.Draft, brief.Id), ((await RowAsync(brief.Generation)).State, (await RowAsync(brief.Generation)).Kind, (await RowAsync(brief.Generation)).Article));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", brief.Generation.Value));
    }

    [Fact]
    public async Task Planned_first_the_outline_comes_and_a_passage_asked_for_later_knows_the_brief()
    {
        var brief = Briefs.Of(Some, "Planned first") with { OutlineFirst = true, Brief = new Brief { Topic = "Mooring", Audience = "Sailors", MustSay = "Ask first", MustNotSay = "Rates", Sources = "The harbour master" } };
        Assert.Null((await House.SendAsync(brief, Some.Creator)).Value.NotAsked);
        Claude.Speak("answer");
        var outline = await RunAsync(brief.Generation);
        Assert.Equal((GenerationKind.Outline, "outline/1", GenerationState.Finished), (outline.Kind, outline.Prompt, outline.State));
        Assert.StartsWith("## ", outline.Text, StringComparison.Ordinal);
        Assert.Contains("\n> ", outline.Text, StringComparison.Ordinal);

        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new AskClaude(brief.Id, id, GenerationKind.Passage, new Brief { Instruction = "Write this section", Context = "## Costs" }, 1, 0), Some.Creator);

        var passage = (await RowAsync(id)).Brief;
        Assert.Equal(("Mooring", "Sailors", "Ask first", "Rates", "The harbour master", "## Costs"), (passage.Topic, passage.Audience, passage.MustSay, passage.MustNotSay, passage.Sources, passage.Context));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_is_stored()
    {
        var brief = Briefs.Of(Some, "Refused");

        Assert.Equal(["topic"], (await House.SendAsync(brief with { Brief = new Brief() }, Some.Creator)).Error!.Fields.Select(f => f.Path));
        Assert.Equal(["category"], (await House.SendAsync(brief with { Category = CategoryId.New(TimeProvider.System.GetUtcNow()) }, Some.Creator)).Error!.Fields.Select(f => f.Path));
        Assert.Equal(["tags"], (await House.SendAsync(brief with { Tags = [new string('t', ArticleContent.MaxTag + 1)] }, Some.Creator)).Error!.Fields.Select(f => f.Path));

        Assert.Equal(0L, await House.ScalarAsync<long>("select (select count(*) from content.articles where id = $1) + (select count(*) from ai.generations where id = $2)", brief.Id.Value, brief.Generation.Value));
    }
}

/// <summary>Without a key the article begins all the same.</summary>
public sealed class BriefWithoutAKeyTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task The_article_begins_and_the_answer_says_why_nobody_was_asked()
    {
        var brief = Briefs.Of(Some, "Begun without a key");

        Assert.StartsWith("Claude is not connected here", (await House.SendAsync(brief, Some.Creator)).Value.NotAsked, StringComparison.Ordinal);

        Assert.Equal("Begun without a key", (await House.SendAsync(new GetArticleForEditing(brief.Id), Some.Creator)).Value.Content.Title);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from ai.generations where article = $1", brief.Id.Value));
    }
}

internal static class Briefs
{
    public static BriefClaude Of(SomeHouse some, string topic) => new(some.Site, ArticleId.New(TimeProvider.System.GetUtcNow()), topic, ArticleKind.Guide, some.Category, [some.Byline], ["schools"],
        GenerationId.New(TimeProvider.System.GetUtcNow()), new Brief { Topic = topic, Words = 300 });
}
