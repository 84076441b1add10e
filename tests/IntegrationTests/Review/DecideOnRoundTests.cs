using System.Net;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Ai;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Review;

public sealed class DecideOnRoundTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Theory]
    [InlineData(Verdict.Approved, 10, "", WorkingState.Approved)]
    [InlineData(Verdict.Approved, 1, "", WorkingState.Approved)]
    [InlineData(Verdict.ChangesRequested, 5, " More\r\nfigures. ", WorkingState.ChangesRequested)]
    [InlineData(Verdict.Rejected, 2, "Not for us.", WorkingState.Rejected)]
    public async Task A_decision_is_stored_with_its_score_and_seals_the_very_revision_that_was_read(Verdict verdict, int score, string reason, WorkingState state)
    {
        var article = await Some.DraftAsync($"Decided {verdict} {score}");
        var round = await Some.SubmittedAsync(article);

        await Some.Must(new DecideOnRound(round, verdict, score, reason), Some.Reviewer);

        var decision = await House.ReadAsync(db => db.Decisions.AsNoTracking().SingleAsync(d => d.Round == round, Ct));
        Assert.Equal((verdict, score, reason.Trim().Replace("\r", ""), DecisionKind.Review), (decision.Verdict, decision.Score, decision.Reason, decision.Kind));
        Assert.Equal(CanonicalForm.Hash(await Some.RevisionAsync(article, decision.Revision)), decision.Seal);
        Assert.Equal((state, verdict == Verdict.Approved ? 1 : null), ((await Some.OpenAsync(article)).State, (await Some.OpenAsync(article)).ApprovedRevision));
        Assert.Equal($"reviewer {score}", await House.ScalarAsync<string>("select actor_name || ' ' || (details->>'score') from audit.entries where what = 'RevisionDecided' and about = $1", article.Value));
    }

    [Fact]
    public async Task A_score_is_needed_always_and_a_reason_unless_approving()
    {
        var round = await Some.SubmittedAsync(await Some.DraftAsync("Needs"));

        Assert.Equal(["score"], await FieldsAsync(new DecideOnRound(round, Verdict.Approved, null, "")));
        Assert.Equal(["score"], await FieldsAsync(new DecideOnRound(round, Verdict.Approved, 11, "")));
        Assert.Equal(["score"], await FieldsAsync(new DecideOnRound(round, Verdict.Approved, 0, "")));
        Assert.Equal(["reason"], await FieldsAsync(new DecideOnRound(round, Verdict.ChangesRequested, 5, " \n ")));
        Assert.Equal(["reason"], await FieldsAsync(new DecideOnRound(round, Verdict.Rejected, 5, "")));
        Assert.Equal(["reason"], await FieldsAsync(new DecideOnRound(round, Verdict.Rejected, 5, new string('r', 2_001))));
        Assert.Equal(["verdict"], await FieldsAsync(new DecideOnRound(round, (Verdict)9, 5, "x")));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from review.decisions where round = $1", round.Value));
    }

    [Fact]
    public async Task Who_wrote_a_part_of_it_cannot_decide_whatever_their_roles()
    {
        var both = await Some.PersonAsync("writer-and-reviewer", Some.Site, Enum.GetValues<Role>());
        var article = await Some.DraftAsync("Written by a reviewer");
        await Some.WriteAsync(article, "A few words by somebody who also reviews.", both);

        Assert.Equal(ReviewErrors.YouWrote, await DecideAsync(await Some.SubmittedAsync(article), both));
    }

    [Fact]
    public async Task Who_took_a_proposal_into_it_cannot_decide()
    {
        var both = await Some.PersonAsync("taker-and-reviewer", Some.Site, Enum.GetValues<Role>());
        var article = await Some.DraftAsync("With a proposal");
        var generation = await AnswerAsync("answer", article);
        var opened = await Some.OpenAsync(article);
        Assert.Null((await House.SendAsync(new TakeProposal(generation.Id, opened.Content with { Body = generation.Text }, opened.Version, null, []), both)).Error);

        Assert.Equal(ReviewErrors.YouWrote, await DecideAsync(await Some.SubmittedAsync(article), both));
    }

    [Fact]
    public async Task Who_submitted_it_cannot_decide()
    {
        var both = await Some.PersonAsync("sender-and-reviewer", Some.Site, Enum.GetValues<Role>());
        var article = await Some.DraftAsync("Submitted by a reviewer");
        await Some.Must(new SubmitArticleForReview(article, ""), both);
        var round = (await House.SendAsync(new GetReviewQueue(Some.Site), Some.Reviewer)).Value.Items.Single(i => i.Article == article).Round;

        Assert.Equal(ReviewErrors.YouSubmitted, await DecideAsync(round, both));
    }

    [Fact]
    public async Task Hands_count_since_the_last_approved_revision_also_over_a_round_that_was_sent_back()
    {
        var both = await Some.PersonAsync("early-writer", Some.Site, Enum.GetValues<Role>());
        var article = await Some.DraftAsync("Hands");
        await Some.WriteAsync(article, "Written early by someone who also reviews.", both);
        await Some.Must(new DecideOnRound(await Some.SubmittedAsync(article), Verdict.ChangesRequested, 4, "More."), Some.Reviewer);
        await Some.WriteAsync(article, "Written over by the first writer, every word of it.");
        var second = await Some.SubmittedAsync(article);
        Assert.Equal(ReviewErrors.YouWrote, await DecideAsync(second, both)); // nobody approved in between
        await Some.Must(new DecideOnRound(second, Verdict.Approved, 8, ""), Some.Reviewer);

        await Some.WriteAsync(article, "A later word by the first writer.");

        Assert.Null(await DecideAsync(await Some.SubmittedAsync(article), both));
    }

    [Fact]
    public async Task What_is_decided_or_withdrawn_is_closed()
    {
        var article = await Some.DraftAsync("Closed");
        var round = await Some.SubmittedAsync(article);
        await Some.Must(new WithdrawFromReview(article), Some.Creator);
        Assert.Equal(ReviewErrors.AlreadyClosed, await DecideAsync(round, Some.Reviewer));

        var again = await Some.SubmittedAsync(article);
        await Some.Must(new DecideOnRound(again, Verdict.Approved, 9, ""), Some.Reviewer);
        Assert.Equal(ReviewErrors.AlreadyClosed, await DecideAsync(again, Some.SecondReviewer));
    }

    [Fact]
    public async Task Of_two_reviewers_who_decide_at_once_over_http_one_is_stored_and_the_other_reads_why_with_the_reason_still_there()
    {
        using var first = await Some.BrowserOfAsync(Some.Reviewer);
        using var second = await Some.BrowserOfAsync(Some.SecondReviewer);
        for (var i = 0; i < 5; i++)
        {
            var round = await Some.SubmittedAsync(await Some.DraftAsync($"Two at once {i}"));
            var page = $"/studio/review/{round}";
            var (one, other) = (await first.FormAsync(page), await second.FormAsync(page));

            var answers = await Task.WhenAll(
                Task.Run(() => first.SendAsync(one, ("Verdict", "Rejected"), ("Score", "3"), ("Reason", "Typed by one of the two.")), Ct),
                Task.Run(() => second.SendAsync(other, ("Verdict", "Approved"), ("Score", "9"), ("Reason", "Typed by one of the two.")), Ct));

            Assert.Single(answers, a => a.Status == HttpStatusCode.Redirect);
            var refused = Assert.Single(answers, a => a.Status == HttpStatusCode.Conflict);
            Assert.Contains(ReviewErrors.AlreadyClosed.Message, refused.Body, StringComparison.Ordinal);
            Assert.Contains("Typed by one of the two.", refused.Body, StringComparison.Ordinal);
            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from review.decisions where round = $1", round.Value));
        }
    }

    private async Task<Domain.Common.Error?> DecideAsync(ReviewRoundId round, Actor who) => (await House.SendAsync(new DecideOnRound(round, Verdict.Approved, 8, ""), who)).Error;

    private async Task<IEnumerable<string>> FieldsAsync(DecideOnRound decision) => (await House.SendAsync(decision, Some.Reviewer)).Error!.Fields.Select(f => f.Path);
}
