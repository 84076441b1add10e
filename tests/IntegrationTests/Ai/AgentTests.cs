using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Application.Audit;
using QuestCms.Application.Insights;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Ai;

public sealed class ProposeDraftTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task Nobody_has_a_hand_in_it_until_someone_takes_it_and_the_trail_names_the_agent()
    {
        var (key, _, agent) = await KeyAsync(KeyScope.Write);
        var (article, proposal) = (Some.NextId(), GenerationId.From(Guid.CreateVersion7()));

        await Some.Must(new ProposeDraft(Some.Site, article, proposal, "Ferries", ArticleKind.News, "They leave at seven.", "For the coast"), agent);

        var row = await House.ReadAsync(db => db.Articles.AsNoTracking().SingleAsync(a => a.Id == article, Ct));
        Assert.Equal((null, null, "", "agent Research", key), (row.CreatedBy, row.ChangedBy, row.Working.Body, row.Agent!.Name, row.Agent.Key));
        Assert.Empty(row.Hands);
        var lines = (await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(Person: key.Value)), Some.Administrator)).Value.Items;
        Assert.Equal(["began “Ferries”", "proposed a draft for “Ferries”"], lines.Select(l => l.Sentence).Order(StringComparer.Ordinal));
        Assert.All(lines, l => Assert.Equal("agent Research", l.Who));
        var listed = (await House.SendAsync(new ListGenerations(Some.Site, article, null, null, null), Some.Creator)).Value.Items.Single();
        Assert.Equal(("agent Research", "Ferries", 0m), (listed.By, listed.Asked, listed.Cost));
        var story = (await House.SendAsync(new GetGenerationStory(proposal), Some.Creator)).Value;
        Assert.Equal(("agent Research", true, "For the coast"), (story.By, story.IsAgents, story.Brief.Instruction));
        Assert.Contains((await House.SendAsync(new GetMyWork(Some.Site), Some.Creator)).Value.FromAgents, f => f.Article == article && f.Says == "proposes a draft");
    }

    [Fact]
    public async Task Who_takes_an_agents_proposal_is_a_writer_and_does_not_decide()
    {
        var (_, _, agent) = await KeyAsync(KeyScope.Write);
        var (article, proposal) = (Some.NextId(), GenerationId.From(Guid.CreateVersion7()));
        await Some.Must(new ProposeDraft(Some.Site, article, proposal, "Trams", ArticleKind.Guide, "They ring.", ""), agent);
        var both = await Some.PersonAsync("takes-and-decides", Some.Site, Role.Creator, Role.Reviewer);
        var opened = await Some.OpenAsync(article, both);

        Assert.Null((await House.SendAsync(new TakeProposal(proposal, opened.Content with { Body = "They ring.", Bylines = [Some.Byline] }, opened.Version, null, []), both)).Error);
        var history = (await House.SendAsync(new Application.Content.GetHistory(article), Some.Reviewer)).Value;
        Assert.Equal((OriginKind.Agent, "agent Research"), (history.Revisions.Single().Origin, history.Agents[SiteKeyId.From(history.Revisions.Single().OriginId!.Value)]));
        var round = await Some.SubmittedAsync(article);
        Assert.Equal(["agent Research"], (await House.SendAsync(new GetRoundForReview(round), Some.Reviewer)).Value.Models.Select(m => m.Model)); // the reviewer is told

        Assert.Equal("round.you_wrote", (await House.SendAsync(new DecideOnRound(round, Domain.Review.Verdict.Approved, 8, ""), both)).Error!.Code);
        Assert.Null((await House.SendAsync(new DecideOnRound(round, Domain.Review.Verdict.Approved, 8, ""), Some.Reviewer)).Error);
    }

    [Fact]
    public async Task A_title_the_agent_gave_stays_its_words_when_a_person_writes_the_text()
    {
        var (key, _, agent) = await KeyAsync(KeyScope.Write);
        var article = Some.NextId();
        await Some.Must(new ProposeDraft(Some.Site, article, GenerationId.From(Guid.CreateVersion7()), "Bridges of the north of Portugal", ArticleKind.Guide, "Not taken.", ""), agent);

        await Some.WriteAsync(article, "My own words about bridges.", named: true);

        var authorship = (await Some.RevisionAsync(article, 1)).Authorship;
        Assert.True(authorship.HasWordsOf(OriginKind.Agent, key.Value));
        Assert.Equal((6, 5), (authorship.WordsByKind()[OriginKind.Agent], authorship.WordsByKind()[OriginKind.Person]));
    }
}

public sealed class ProposeChangeTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task Three_of_agents_at_once_wait_at_most_and_a_text_in_review_is_left_alone()
    {
        var article = await Some.DraftAsync("Much proposed", "One.\n\nTwo.\n");
        var (_, _, agent) = await KeyAsync(KeyScope.Write);
        Task<Domain.Common.Result> Propose() => House.SendAsync(new ProposeChange(article, GenerationId.From(Guid.CreateVersion7()), "Two.", "Three.", ""), agent);
        for (var i = 0; i < 3; i++) Assert.Null((await Propose()).Error);

        Assert.Equal("proposals.open", (await Propose()).Error!.Code);
        await Some.SubmittedAsync(article);
        Assert.Equal("article.in_review", (await Propose()).Error!.Code);
        Assert.Equal("One.\n\nTwo.\n", (await Some.OpenAsync(article)).Content.Body);
    }

    [Fact]
    public async Task Where_the_passage_is_gone_the_words_stand_at_the_end_and_say_so()
    {
        var article = await Some.DraftAsync("Moves on", "One.\n\nTwo.\n");
        var (_, _, agent) = await KeyAsync(KeyScope.Write);
        await Some.Must(new ProposeChange(article, GenerationId.From(Guid.CreateVersion7()), "Two.", "Three.", "Better"), agent);

        await Some.WriteAsync(article, "One.\n\nTwo and a half.\n\nFour.\n");

        var waiting = Assert.Single((await House.SendAsync(new GetProposals(article), Some.Creator)).Value);
        Assert.Equal((3, 0, "Better (the passage it would replace reads otherwise by now)"), (waiting.Place, waiting.Replaces, waiting.Instruction));
    }
}

public sealed class AttachSourcesTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task Sources_are_kept_once_as_an_agent_said_them_and_are_no_part_of_the_text()
    {
        var article = await Some.DraftAsync("With sources");
        var before = await Some.OpenAsync(article);
        var (_, _, agent) = await KeyAsync(KeyScope.Write);
        AgentSource[] sources = [new("https://example.org/fees", "The table of fees"), new("", "Ask the consulate")];

        Assert.Equal(2, (await House.SendAsync(new AttachSources(article, sources), agent)).Value);
        Assert.Equal(0, (await House.SendAsync(new AttachSources(article, sources), agent)).Value);

        var notes = (await House.SendAsync(new GetAgentNotes(article), Some.Creator)).Value;
        Assert.Equal(["", "https://example.org/fees"], notes.Select(n => n.Address).Order(StringComparer.Ordinal));
        Assert.All(notes, n => Assert.Equal("agent Research", n.By));
        Assert.Equal(before.Version, (await Some.OpenAsync(article)).Version);
    }

    [Theory]
    [InlineData("ftp://example.org/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://name:secret@example.org/")]
    [InlineData("example.org")]
    public async Task An_address_is_one_of_the_web(string address)
    {
        var article = await Some.DraftAsync($"Without {address.Length}");
        var (_, _, agent) = await KeyAsync(KeyScope.Write);

        Assert.Equal("address.malformed", Assert.Single((await House.SendAsync(new AttachSources(article, [new(address, "x")]), agent)).Error!.Fields).Code);
        Assert.Equal("sources.missing", Assert.Single((await House.SendAsync(new AttachSources(article, []), agent)).Error!.Fields).Code);
    }
}

public sealed class AskForReviewTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task The_writers_are_told_once_nothing_is_submitted_and_a_persons_submission_settles_it()
    {
        var article = await Some.DraftAsync("Wished for");
        var (key, _, agent) = await KeyAsync(KeyScope.Write);

        await Some.Must(new AskForReview(article, "The figures are new."), agent);
        await Some.Must(new AskForReview(article, "Again."), agent);

        Assert.Equal(WorkingState.Draft, (await Some.OpenAsync(article)).State);
        Assert.Equal("The figures are new.", Assert.Single((await House.SendAsync(new GetAgentNotes(article), Some.Creator)).Value).Text);
        Assert.Contains((await House.SendAsync(new GetMyWork(Some.Site), Some.Creator)).Value.FromAgents, f => f.Article == article && f.Agent == "agent Research");
        await Some.SubmittedAsync(article);
        Assert.Empty((await House.SendAsync(new GetAgentNotes(article), Some.Creator)).Value);
        Assert.Equal("article.in_review", (await House.SendAsync(new AskForReview(article, ""), agent)).Error!.Code);
        var hands = await House.ReadAsync(db => db.ReviewRounds.Where(r => r.Article == article).Select(r => r.Hands).SingleAsync(Ct));
        Assert.DoesNotContain(PersonId.From(key.Value), hands);
    }

    [Fact]
    public async Task What_nobody_wrote_or_took_can_not_be_reviewed()
    {
        var (_, _, agent) = await KeyAsync(KeyScope.Write);
        var article = Some.NextId();
        await Some.Must(new ProposeDraft(Some.Site, article, GenerationId.From(Guid.CreateVersion7()), "Nobody's yet", ArticleKind.Guide, "Words.", ""), agent);

        Assert.Equal("review.nothing_taken", (await House.SendAsync(new AskForReview(article, ""), agent)).Error!.Code);
    }
}

public sealed class GetAgentNotesTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task The_editor_shows_what_agents_left_as_plain_text()
    {
        var article = await Some.DraftAsync("Shown beside the text");
        var (_, _, agent) = await KeyAsync(KeyScope.Write);
        await Some.Must(new AskForReview(article, "<script>alert(1)</script>"), agent);
        await House.SendAsync(new AttachSources(article, [new("https://example.org/?a=1&b=\"2\"", "<b>bold</b>")]), agent);
        using var browser = await Common.Browsing.BrowserOfAsync(Some, Some.Creator);

        var page = await browser.GetAsync($"/studio/articles/{article}");

        Assert.Contains("Agent Research asks you to hand this to the reviewers", page.Body, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", page.Raw, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", page.Raw, StringComparison.Ordinal);
    }
}

public sealed class SettleAgentNoteTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task A_writer_puts_it_away()
    {
        var article = await Some.DraftAsync("Put away");
        var (_, _, agent) = await KeyAsync(KeyScope.Write);
        await Some.Must(new AskForReview(article, ""), agent);
        var note = Assert.Single((await House.SendAsync(new GetAgentNotes(article), Some.Creator)).Value).Id;

        await Some.Must(new SettleAgentNote(note), Some.Creator);
        await Some.Must(new SettleAgentNote(note), Some.Creator);

        Assert.Empty((await House.SendAsync(new GetAgentNotes(article), Some.Creator)).Value);
        await Some.Must(new AskForReview(article, "Once more"), agent); // another wish
    }
}
