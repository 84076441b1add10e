using QuestCms.Application.Ai;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Ai;

public sealed class TakeProposalTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Taken_whole_its_words_are_the_models_and_the_revision_names_it()
    {
        var (article, generation) = await AnsweredAsync("Taken whole");

        var taken = await TakeAsync(generation, article, generation.Text);

        var revision = await Some.RevisionAsync(article, taken.Value.Revision!.Value);
        Assert.Equal((Occasion.ProposalTaken, OriginKind.Generation, generation.Id.Value), (revision.Occasion, revision.Origin, revision.OriginId));
        var body = Count(revision, TextField.Body);
        Assert.Equal(Words.Of(TextField.Body, generation.Text).Count, body[OriginKind.Generation]);
        Assert.False(body.ContainsKey(OriginKind.Person));
        Assert.Equal((ProposalState.Taken, revision.Number, Some.Creator.Person), await SettledAsync(generation.Id));
        Assert.Contains(Some.Creator.Person!.Value, revision.Hands); // who takes it has a hand in it
    }

    [Fact]
    public async Task Half_taken_and_one_word_edited_counts_the_half_as_the_models_and_the_word_as_the_persons()
    {
        var (article, generation) = await AnsweredAsync("Taken by half");
        var blocks = generation.Text.Split("\n\n");
        var half = string.Join("\n\n", blocks[..(blocks.Length / 2)]);
        var at = half.IndexOf("wrong order", StringComparison.Ordinal);
        var edited = half[..at] + "usual" + half[(at + "wrong".Length)..];

        var taken = await TakeAsync(generation, article, edited);

        var revision = await Some.RevisionAsync(article, taken.Value.Revision!.Value);
        var body = Count(revision, TextField.Body);
        Assert.Equal(1, body[OriginKind.Person]);
        Assert.Equal(Words.Of(TextField.Body, edited).Count - 1, body[OriginKind.Generation]);
        Assert.True(revision.Figures.Edited > 5 && revision.Figures.Machine > revision.Figures.Edited); // the sentence is edited, the others are the machine's
    }

    [Fact]
    public async Task Beside_what_people_wrote_each_keeps_its_own()
    {
        var article = await Some.DraftAsync("Beside", "I walked the whole way from the station to the office myself.\n");
        var generation = await AnswerAsync("answer", article);

        var taken = await TakeAsync(generation, article, (await Some.OpenAsync(article)).Content.Body + "\n" + generation.Text);

        var revision = await Some.RevisionAsync(article, taken.Value.Revision!.Value);
        var body = Count(revision, TextField.Body);
        Assert.Equal((12, Words.Of(TextField.Body, generation.Text).Count), (body[OriginKind.Person], body[OriginKind.Generation]));
        Assert.Equal(revision.Figures.Machine, revision.Authorship.Shares(revision.Content).Machine);
    }

    [Fact]
    public async Task Only_what_has_ended_can_be_taken_and_only_once()
    {
        var article = await Some.DraftAsync("Once only");
        var running = await AskAsync(article);
        Assert.Equal(GenerationErrors.StillWriting, (await TakeAsync(await RowAsync(running), article, "x")).Error);
        Claude.Speak("answer");
        var generation = await RunAsync(running);
        Assert.Null((await TakeAsync(generation, article, generation.Text)).Error);

        Assert.Equal(GenerationErrors.Settled, (await TakeAsync(generation, article, generation.Text + "\nMore.\n")).Error);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.revisions where article = $1 and occasion = 'ProposalTaken'", article.Value));
    }

    [Fact]
    public async Task What_had_arrived_of_a_broken_answer_can_be_taken()
    {
        var article = await Some.DraftAsync("Broken answer");
        var generation = await AnswerAsync("cut", article);

        var taken = await TakeAsync(generation, article, generation.Text);

        Assert.Equal(OriginKind.Generation, (await Some.RevisionAsync(article, taken.Value.Revision!.Value)).Origin);
    }

    [Fact]
    public async Task On_an_older_version_nothing_is_taken_and_the_proposal_stays_open()
    {
        var (article, generation) = await AnsweredAsync("Overtaken");
        var opened = await Some.OpenAsync(article);
        await Some.WriteAsync(article, "Theirs.", Some.SecondCreator);

        var refused = await House.SendAsync(new TakeProposal(generation.Id, opened.Content with { Body = generation.Text }, opened.Version, null, []), Some.Creator);

        Assert.Equal(ArticleErrors.Stale, refused.Error);
        Assert.Equal(ProposalState.Open, (await RowAsync(generation.Id)).Proposal);
        Assert.Equal(0, await Some.SideCopiesAsync(article));
    }

    [Fact]
    public async Task The_rules_of_a_save_hold_for_it()
    {
        await Some.DraftAsync("Somebody’s address");
        var (article, generation) = await AnsweredAsync("Rules of a save");
        var opened = await Some.OpenAsync(article);

        Assert.Equal("slug.taken", (await House.SendAsync(new TakeProposal(generation.Id, opened.Content with { Slug = "somebodys-address" }, opened.Version, null, []), Some.Creator)).Error?.Code);
        Assert.Equal("body.too_large", (await TakeAsync(generation, article, new string('x', ArticleContent.MaxBodyBytes + 1))).Error?.Code);
        Assert.Equal(ProposalState.Open, (await RowAsync(generation.Id)).Proposal);
    }

    private async Task<(ArticleId, Generation)> AnsweredAsync(string title)
    {
        var article = await Some.DraftAsync(title, "");
        return (article, await AnswerAsync("answer", article));
    }

    private async Task<Result<SavedCopy>> TakeAsync(Generation generation, ArticleId article, string body)
    {
        var opened = await Some.OpenAsync(article);
        return await House.SendAsync(new TakeProposal(generation.Id, opened.Content with { Body = body }, opened.Version, null, []), Some.Creator);
    }

    private async Task<(ProposalState, int?, PersonId?)> SettledAsync(GenerationId id) => await RowAsync(id) is var g ? (g.Proposal, g.TakenInRevision, g.SettledBy) : default;

    private static Dictionary<OriginKind, int> Count(Revision revision, TextField field) =>
        revision.Authorship.Runs[field].GroupBy(r => revision.Authorship.Origins[r.Origin].Kind).ToDictionary(g => g.Key, g => g.Sum(r => r.Words));
}
