using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Ai;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Review;

public sealed class FindClaimsTests(ClaudeHouse shared) : WithClaude(shared)
{
    private const string Body = "The fee is **110 euro** a person. Ask first.\n\n## When\n\nStep two is easy. Applications open on 1 March. The harbour master decides alone.\n";

    [Fact]
    public async Task At_submission_the_claims_of_the_revision_are_listed_by_rules_in_the_same_save()
    {
        var article = await Some.DraftAsync("Listed at submission", Body);
        await Some.SubmittedAsync(article);

        var claims = await ClaimsAsync(article);

        Assert.Equal([("The fee is **110 euro** a person.", ClaimKind.Price), ("Applications open on 1 March.", ClaimKind.Date)], claims.Select(c => (c.Sentence, Assert.Single(c.Kinds))));
        Assert.All(claims, c => Assert.Equal((ClaimState.Open, true, null, 1), (c.State, c.FoundByRules, c.FoundIn, Assert.Single(c.Revisions))));
    }

    [Fact]
    public async Task What_was_looked_at_stays_so_in_the_next_revision_and_a_changed_sentence_is_new_open_and_knows_what_it_was()
    {
        var article = await Some.DraftAsync("Changed", Body);
        var round = await Some.SubmittedAsync(article);
        foreach (var claim in await ClaimsAsync(article)) await Some.Must(new CheckClaim(claim.Id, ClaimState.Verified, "Fee table", null, "", claim.Version), Some.Reviewer);
        await Some.Must(new DecideOnRound(round, Verdict.ChangesRequested, 5, "More."), Some.Reviewer);
        await Some.WriteAsync(article, Body.Replace("110", "120", StringComparison.Ordinal) + "\nIt takes 90 days.\n");
        await Some.SubmittedAsync(article);

        var shown = (await House.SendAsync(new GetClaims(article, 2), Some.Reviewer)).Value;

        Assert.Equal(["The fee is 120 euro a person.", "It takes 90 days.", "Applications open on 1 March."], shown.Standing.Select(c => c.Sentence)); // open ones first
        Assert.Equal(["The fee is 110 euro a person.", null, null], shown.Standing.Select(c => c.Before));
        Assert.Equal([true, true, false], shown.Standing.Select(c => c.IsOpen));
        Assert.Equal("The fee is 110 euro a person.", Assert.Single(shown.Gone).Sentence);
        Assert.Equal((2, 0), (shown.Open, shown.Unlisted));
        // What the first revision said stands there as it was.
        Assert.Equal([false, false], (await House.SendAsync(new GetClaims(article, 1), Some.Reviewer)).Value.Standing.Select(c => c.IsOpen));
    }

    [Fact]
    public async Task What_Claude_names_joins_what_the_rules_found_without_doubles()
    {
        var article = await Some.DraftAsync("Also by Claude", Body);
        await Some.SubmittedAsync(article);
        Claude.Speak("answer");

        var generation = await FindAsync(article, 1);

        var shown = (await House.SendAsync(new GetClaims(article, 1), Some.Reviewer)).Value;
        Assert.Equal((GenerationState.Finished, GenerationKind.Claims, "claims/1", 1), (generation.State, generation.Kind, generation.Prompt, generation.Revision));
        Assert.Equal(3, shown.Standing.Count);
        Assert.Equal([(true, true), (true, true), (false, true)], shown.Standing.Select(c => (c.ByRules, c.ByClaude)));
        Assert.Equal(("The harbour master decides alone.", ClaimKind.Law), (shown.Standing[2].Sentence, Assert.Single(shown.Standing[2].Kinds)));
        Assert.Equal((3, 0, null), (shown.Asked!.Named, shown.Asked.Lost, shown.Asked.Say));

        // Asked once more: another look, and again no doubles.
        Assert.Null((await FindAsync(article, 1)).CopiedFrom);
        Assert.Equal(3, (await ClaimsAsync(article)).Count);
    }

    [Fact]
    public async Task A_sentence_that_stands_nowhere_in_the_text_is_left_out_and_counted()
    {
        var article = await Some.DraftAsync("Invented", Body);
        await Some.SubmittedAsync(article);
        Claude.Speak("invented");

        Assert.Equal(GenerationState.Finished, (await FindAsync(article, 1)).State);

        var shown = (await House.SendAsync(new GetClaims(article, 1), Some.Reviewer)).Value;
        Assert.Equal((3, 1), (shown.Asked!.Named, shown.Asked.Lost));
        Assert.DoesNotContain(await ClaimsAsync(article), c => c.Sentence.Contains("harbour tax", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("forty")]
    [InlineData("defaults")]
    [InlineData("max_tokens")]
    [InlineData("cut")]
    [InlineData("refusal")]
    public async Task What_has_not_the_shape_or_no_end_lists_nothing_and_says_why(string scenario)
    {
        var article = await Some.DraftAsync($"No claims, {scenario}", string.Concat(Enumerable.Repeat(Body, 4)));
        await Some.SubmittedAsync(article);
        Claude.Speak(scenario);

        var generation = await FindAsync(article, 1);

        var shown = (await House.SendAsync(new GetClaims(article, 1), Some.Reviewer)).Value;
        Assert.NotEqual(GenerationState.Finished, generation.State);
        Assert.All(shown.Standing, c => Assert.False(c.ByClaude));
        Assert.Equal(2, shown.Standing.Count);
        Assert.NotEmpty(shown.Asked!.Say!);
    }

    [Fact]
    public async Task A_writer_has_the_working_copy_looked_through_before_anyone_reads_it()
    {
        var article = await Some.DraftAsync("Before review", Body);
        Claude.Speak("answer");

        var generation = await FindAsync(article, null, Some.Creator);

        var shown = (await House.SendAsync(new GetClaims(article, null), Some.Creator)).Value;
        Assert.Equal((3, 0, null), (shown.Standing.Count, shown.Unlisted, generation.Revision));
        Assert.All(await ClaimsAsync(article), c => Assert.Empty(c.Revisions)); // no reviewer has it before him
        await Some.SubmittedAsync(article);
        Assert.All(await ClaimsAsync(article), c => Assert.Equal([1], c.Revisions));
    }

    [Fact]
    public async Task The_rules_list_without_Claude_and_what_is_not_there_is_not_found()
    {
        var article = await Some.DraftAsync("By rules alone", Body);
        Assert.Equal(2, (await House.SendAsync(new GetClaims(article, null), Some.Creator)).Value.Unlisted);

        await Some.Must(new FindClaims(article, null, null), Some.Creator);

        Assert.Equal((2, 0), ((await House.SendAsync(new GetClaims(article, null), Some.Creator)).Value.Standing.Count, (await House.SendAsync(new GetClaims(article, null), Some.Creator)).Value.Unlisted));
        Assert.Equal("not_found", (await House.SendAsync(new FindClaims(article, 7, null), Some.Creator)).Error?.Code);
        Assert.Equal("claims.no_text", (await House.SendAsync(new FindClaims(await EmptyAsync(), null, null), Some.Creator)).Error?.Code);
        var other = new AskClaude(article, GenerationId.New(TimeProvider.System.GetUtcNow()), GenerationKind.Claims, new Brief(), 0, 0);
        Assert.Equal("kind.unknown", Assert.Single((await House.SendAsync(other, Some.Creator)).Error!.Fields).Code);
    }

    private async Task<ArticleId> EmptyAsync()
    {
        var id = Some.NextId();
        await Some.Must(new Application.Content.StartArticle(Some.Site, id, "Nothing yet", ArticleKind.Guide, Some.Category, [Some.Byline], []), Some.Creator);
        return id;
    }

    private Task<List<Claim>> ClaimsAsync(ArticleId article) => House.ReadAsync(db => db.Claims.AsNoTracking().Where(c => c.Article == article).OrderByDescending(c => c.Sentence).ToListAsync(Ct));

    private async Task<Generation> FindAsync(ArticleId article, int? revision, Actor? by = null)
    {
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        await Some.Must(new FindClaims(article, revision, id), by ?? Some.Reviewer);
        return await RunAsync(id);
    }
}
