using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Application.Audit;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Application.Insights;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>Articles that took a draft of the stand-in's.</summary>
public abstract class WithTaken(ClaudeHouse shared) : WithClaude(shared)
{
    /// <summary>Asked with these sources, answered, taken whole into an article of its own.</summary>
    protected async Task<(ArticleId Article, Generation Generation)> TakenAsync(string title, string sources = "")
    {
        var article = await Some.DraftAsync(title);
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        Claude.Speak("answer");
        await Some.Must(new AskClaude(article, id, GenerationKind.Draft, new Brief { Topic = title, Words = 200, Sources = sources }, 0, 0), Some.Creator);
        var generation = await RunAsync(id);
        var open = await Some.OpenAsync(article);
        Assert.Null((await House.SendAsync(new TakeProposal(id, open.Content with { Body = generation.Text }, open.Version, null, []), Some.Creator)).Error);
        return (article, await RowAsync(id));
    }

    protected async Task<Page<RecalledArticle>> RecallAsync(RecallBy by, string value, string? after = null, Actor? who = null) =>
        (await House.SendAsync(new RecallSentences(Some.Site, by, value, after), who ?? Some.Reviewer)).Value;
}

public sealed class RecallSentencesTests(ClaudeHouse shared) : WithTaken(shared)
{
    [Fact]
    public async Task By_source_every_sentence_is_found_with_where_it_stands_and_what_people_wrote_is_not()
    {
        var (article, generation) = await TakenAsync("Recalled by its source", "Leaflet of the city office, 50%_off in March: https://city.test/leaflet");
        await TakenAsync("Another source", "https://elsewhere.test/leaflets");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        var live = Assert.Single((await RecallAsync(RecallBy.Source, "city.test/leaflet")).Items);
        Assert.True(live is { LiveRevision: not null, Generations: 1, Sentences.Count: > 5 });
        Assert.All(live.Sentences, s => Assert.True(s is { IsLive: true, IsInWork: true } && s.OfThem == s.Words && s.Generation == generation.Id));

        // One sentence typed over, one written, the rest taken out: unfrozen, and still told apart from what readers see.
        var first = live.Sentences.First(s => s.Text.EndsWith('.'));
        await Some.WriteAsync(article, $"{first.Text} Zebras typed quite unlike words.");
        var both = Assert.Single((await RecallAsync(RecallBy.Source, "CITY.test")).Items);
        Assert.Equal((first.Text, true, true), (both.Sentences[0].Text, both.Sentences[0].IsLive, both.Sentences[0].IsInWork));
        Assert.All(both.Sentences.Skip(1), s => Assert.True(s is { IsLive: true, IsInWork: false }));
        Assert.DoesNotContain(both.Sentences, s => s.Text.Contains("Zebras", StringComparison.Ordinal));

        Assert.Equal(article, Assert.Single((await RecallAsync(RecallBy.Source, "50%_off")).Items).Article); // its marks are no pattern
        Assert.Empty((await RecallAsync(RecallBy.Source, "leaflet%office")).Items);
    }

    [Fact]
    public async Task By_model_and_prompt_newest_first_and_only_what_was_taken_on_this_site()
    {
        var (older, generation) = await TakenAsync("Older");
        var (newer, _) = await TakenAsync("Newer");
        await AnswerAsync("answer"); // not taken

        var byModel = await AllAsync(RecallBy.Model, generation.Model);
        Assert.InRange(byModel.IndexOf(newer), 0, byModel.IndexOf(older) - 1);
        Assert.Contains(older, await AllAsync(RecallBy.Prompt, generation.Prompt));
        Assert.Empty((await RecallAsync(RecallBy.Prompt, "draft/77")).Items);
        Assert.Empty((await House.SendAsync(new RecallSentences(Some.OtherSite, RecallBy.Model, generation.Model, null), Some.Stranger)).Value.Items);
    }

    [Fact]
    public async Task Twenty_at_a_time_each_once()
    {
        var (article, _) = await TakenAsync("Many of them", "https://many.test/source");
        await House.SqlAsync($"insert into content.articles ({await ColumnsAsync("content.articles")}) select {await ColumnsAsync("content.articles", "id", "gen_random_uuid()", "slug", "'many-' || n")} from content.articles a, generate_series(1, 24) n where a.id = $1", article.Value);
        await House.SqlAsync($"insert into ai.generations ({await ColumnsAsync("ai.generations")}) select {await ColumnsAsync("ai.generations", "id", "gen_random_uuid()", "article", "m.id")} from ai.generations a, content.articles m where a.article = $1 and m.slug like 'many-%'", article.Value);

        var seen = await AllAsync(RecallBy.Source, "many.test");
        Assert.Equal((25, 25), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Too_little_or_nothing_to_look_for_is_said()
    {
        Assert.Equal("recall.too_short", Assert.Single((await House.SendAsync(new RecallSentences(Some.Site, RecallBy.Source, "abc", null), Some.Reviewer)).Error!.Fields).Code);
        Assert.Equal("recall.too_short", Assert.Single((await House.SendAsync(new RecallSentences(Some.Site, RecallBy.Model, " ", null), Some.Reviewer)).Error!.Fields).Code);
        Assert.Equal("after.malformed", Assert.Single((await House.SendAsync(new RecallSentences(Some.Site, RecallBy.Model, "m", "rubbish"), Some.Reviewer)).Error!.Fields).Code);
    }

    [Fact]
    public async Task The_page_leads_to_the_place_and_the_file_holds_no_formula()
    {
        var (article, generation) = await TakenAsync("=1+1 as a title", "https://formula.test/");
        using var browser = await Some.BrowserOfAsync(Some.Reviewer);

        var page = await browser.GetAsync("/studio/generations/recall?by=Source&q=formula.test");
        Assert.Contains($"/studio/articles/{article}#:~:text=", page.Body, StringComparison.Ordinal);
        Assert.Contains($"/studio/generations/{generation.Id}", page.Body, StringComparison.Ordinal);
        var file = await browser.GetAsync("/studio/generations/recall?handler=Csv&by=Source&q=formula.test");
        Assert.StartsWith("article,state,address,field,sentence", file.Body, StringComparison.Ordinal);
        Assert.Contains("\"'=1+1 as a title\"", file.Body, StringComparison.Ordinal);
        Assert.Contains("Give at least 4 characters", (await browser.GetAsync("/studio/generations/recall?by=Source&q=abc")).Body, StringComparison.Ordinal);
    }

    // Page by page: the other tests of the house leave pieces too.
    private async Task<List<ArticleId>> AllAsync(RecallBy by, string value)
    {
        var seen = new List<ArticleId>();
        for (string? after = null; ;)
        {
            var page = await RecallAsync(by, value, after);
            seen.AddRange(page.Items.Select(i => i.Article));
            if ((after = page.Next) is null) return seen;
        }
    }

    // The columns of a table that can be written, some of them replaced.
    private async Task<string> ColumnsAsync(string table, params string[] replaced)
    {
        var columns = (await House.ScalarAsync<string>("select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns where table_schema || '.' || table_name = $1 and is_generated = 'NEVER'", table))!.Split(',');
        return string.Join(", ", columns.Select(c => Array.IndexOf(replaced, c) is >= 0 and var at ? replaced[at + 1] : replaced.Length > 0 ? $"a.{c}" : c));
    }
}

public sealed class GetRecallChoicesTests(ClaudeHouse shared) : WithTaken(shared)
{
    [Fact]
    public async Task Models_that_were_asked_and_every_version_there_is()
    {
        await TakenAsync("Chosen from");
        var choices = (await House.SendAsync(new GetRecallChoices(Some.Site), Some.Reviewer)).Value;
        Assert.Equal(["claude-sonnet-5-5"], choices.Models);
        Assert.Contains("draft/3", choices.Prompts);
        Assert.Empty((await House.SendAsync(new GetRecallChoices(Some.OtherSite), Some.Stranger)).Value.Models);
    }
}

public sealed class GetGenerationsOfArticleTests(ClaudeHouse shared) : WithTaken(shared)
{
    [Fact]
    public async Task The_history_of_an_article_tells_its_requests_between_its_revisions()
    {
        var (article, generation) = await TakenAsync("With a history");
        await AnswerAsync("refusal", article);

        var line = (await House.SendAsync(new GetGenerationsOfArticle(article), Some.Reviewer)).Value;
        Assert.Equal([(generation.Id, ProposalState.Taken, 1), (line[1].Id, ProposalState.Open, null)], line.Select(g => (g.Id, g.Proposal, g.TakenInRevision)));
        Assert.True(line[0] is { Prompt: "draft/2", Model: "claude-sonnet-5-5", Cost: > 0, Asked: "With a history" });

        using var browser = await Some.BrowserOfAsync(Some.Reviewer);
        var page = (await browser.GetAsync($"/studio/articles/{article}/history")).Body;
        var (refused, taken, revision) = (page.IndexOf($"/studio/generations/{line[1].Id}", StringComparison.Ordinal), page.IndexOf($"/studio/generations/{generation.Id}", StringComparison.Ordinal), page.IndexOf("Revision 1<", StringComparison.Ordinal));
        Assert.True(refused > 0 && refused < revision && revision < taken, $"{refused} {revision} {taken}");
        Assert.Contains("Taken, revision 1 · draft/2 · claude-sonnet-5-5", page, StringComparison.Ordinal);
    }
}

public sealed class AskToLookAgainTests(ClaudeHouse shared) : WithTaken(shared)
{
    [Fact]
    public async Task What_was_recalled_is_marked_once_for_its_origin_and_shows_until_somebody_says_what_was_found()
    {
        var (article, _) = await TakenAsync("To look at again");
        var wish = LookAgainId.From(Guid.CreateVersion7());
        var waiting = (await House.SendAsync(new GetShellCounts(Some.Site), Some.Reviewer)).Value.Waiting;

        await Some.Must(new AskToLookAgain(article, wish, RecallBy.Prompt, " draft/2 ", "Fees of before March"), Some.Reviewer);
        await Some.Must(new AskToLookAgain(article, LookAgainId.From(Guid.CreateVersion7()), RecallBy.Prompt, "draft/2", "Again"), Some.Administrator); // nothing is added
        await Some.Must(new AskToLookAgain(article, LookAgainId.From(Guid.CreateVersion7()), RecallBy.Model, "claude-sonnet-5-5", ""), Some.Administrator); // another reason

        var open = (await House.SendAsync(new GetLooksAgain(Some.Site, article), Some.Creator)).Value;
        Assert.Equal([(wish, "the prompt draft/2", "Fees of before March", "To look at again"), (open[1].Id, "the model claude-sonnet-5-5", "", "To look at again")], open.Select(o => (o.Id, o.From, o.Why, o.Title)));
        Assert.Equal(waiting + 2, (await House.SendAsync(new GetShellCounts(Some.Site), Some.Reviewer)).Value.Waiting);
        Assert.NotNull((await RecallAsync(RecallBy.Prompt, "draft/2")).Items.Single(i => i.Article == article).ToLookAgainSince);
        Assert.Contains((await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter()), Some.Administrator)).Value.Items, l => l.Sentence == "wants “To look at again” looked at again because of the prompt draft/2");
        using var browser = await Common.Browsing.BrowserOfAsync(Some, Some.Reviewer);
        Assert.Contains("Fees of before March", (await browser.GetAsync("/studio/review")).Body, StringComparison.Ordinal);
        Assert.Contains("wants this looked at again", (await browser.GetAsync($"/studio/articles/{article}")).Body, StringComparison.Ordinal);
    }
}

public sealed class SayWhatWasFoundTests(ClaudeHouse shared) : WithTaken(shared)
{
    [Fact]
    public async Task What_was_found_is_said_once_and_has_words()
    {
        var (article, _) = await TakenAsync("Looked at");
        var wish = LookAgainId.From(Guid.CreateVersion7());
        await Some.Must(new AskToLookAgain(article, wish, RecallBy.Prompt, "draft/2", ""), Some.Reviewer);

        Assert.Equal("found.missing", Assert.Single((await House.SendAsync(new SayWhatWasFound(wish, " "), Some.Reviewer)).Error!.Fields).Code);
        await Some.Must(new SayWhatWasFound(wish, "All figures stand."), Some.Reviewer);
        await Some.Must(new SayWhatWasFound(wish, "Something else"), Some.Administrator);

        Assert.Equal("All figures stand.", (await House.ReadAsync(db => db.LooksAgain.AsNoTracking().SingleAsync(l => l.Id == wish, Ct))).Found);
        Assert.Empty((await House.SendAsync(new GetLooksAgain(Some.Site, article), Some.Creator)).Value);
        Assert.Null((await RecallAsync(RecallBy.Prompt, "draft/2")).Items.Single(i => i.Article == article).ToLookAgainSince);
    }
}

public sealed class GetLooksAgainTests(ClaudeHouse shared) : WithTaken(shared)
{
    [Fact]
    public async Task The_longest_open_stands_first_and_another_article_s_does_not_show()
    {
        var (first, second) = (await Some.DraftAsync("First of two"), await Some.DraftAsync("Second of two"));
        foreach (var article in new[] { first, second })
        {
            await Some.Must(new AskToLookAgain(article, LookAgainId.From(Guid.CreateVersion7()), RecallBy.Source, "city.test", ""), Some.Reviewer);
            House.Clock.Move(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([first, second], (await House.SendAsync(new GetLooksAgain(Some.Site), Some.Creator)).Value.Where(l => l.From == "the source city.test").Select(l => l.Article));
        Assert.Equal(second, Assert.Single((await House.SendAsync(new GetLooksAgain(Some.Site, second), Some.Creator)).Value).Article);
    }
}
