using System.Net;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Review;

public sealed class SubmitArticleForReviewTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task The_text_is_frozen_as_a_revision_and_a_round_opens_for_exactly_that_one()
    {
        var article = await Some.DraftAsync("Submitted");
        await Some.Must(new SubmitArticleForReview(article, " Please look\r\nat the figures. "), Some.Creator);

        var revision = await Some.RevisionAsync(article, 1);
        Assert.Equal((Occasion.Submission, WorkingState.InReview), (revision.Occasion, (await Some.OpenAsync(article)).State));
        Assert.Equal("1|Please look\nat the figures.|Open", await House.ScalarAsync<string>("select revision || '|' || note || '|' || state from review.rounds where article = $1", article.Value));
    }

    [Fact]
    public async Task A_text_frozen_already_is_not_frozen_twice()
    {
        var article = await Some.DraftAsync("Named, then submitted");
        await Some.WriteAsync(article, "Named.", named: true);

        await Some.SubmittedAsync(article);

        Assert.Equal(1, (await Some.OpenAsync(article)).LastRevision);
    }

    [Fact]
    public async Task What_is_missing_is_said_field_by_field()
    {
        var empty = Some.NextId();
        await Some.Must(new StartArticle(Some.Site, empty, "", ArticleKind.Guide, null, [], []), Some.Creator);

        var refused = await House.SendAsync(new SubmitArticleForReview(empty, ""), Some.Creator);

        Assert.Equal("article.not_ready", refused.Error?.Code);
        Assert.Equal(["title", "body", "slug", "bylines"], refused.Error!.Fields.Select(f => f.Path));
        Assert.Equal((WorkingState.Draft, 0), ((await Some.OpenAsync(empty)).State, (await Some.OpenAsync(empty)).LastRevision));
    }

    [Fact]
    public async Task Only_a_draft_is_submitted()
    {
        var article = await Some.DraftAsync("Twice");
        await Some.SubmittedAsync(article);
        Assert.Equal("article.not_a_draft", (await House.SendAsync(new SubmitArticleForReview(article, ""), Some.Creator)).Error?.Code);
        Assert.Equal(["note"], (await House.SendAsync(new SubmitArticleForReview(article, new string('n', 2_001)), Some.Creator)).Error!.Fields.Select(f => f.Path));

        var archived = await Some.DraftAsync("Archived");
        await Some.Must(new ArchiveArticle(archived), Some.Publisher);
        Assert.Equal(ArticleErrors.InTheArchive, (await House.SendAsync(new SubmitArticleForReview(archived, ""), Some.Creator)).Error);
    }

    [Fact]
    public async Task Of_two_submissions_at_once_over_http_one_opens_a_round_and_the_other_reads_why()
    {
        using var first = await Some.BrowserOfAsync(Some.Creator);
        using var second = await Some.BrowserOfAsync(Some.SecondCreator);
        for (var i = 0; i < 5; i++)
        {
            var article = await Some.DraftAsync($"Submitted at once {i}");
            var page = $"/studio/articles/{article}";
            var (one, other) = (await first.FormAsync(page, "Save"), await second.FormAsync(page, "Save"));
            var fields = await FieldsAsync(article);

            var answers = await Task.WhenAll(
                Task.Run(() => first.SendAsync(one with { Action = page + "?handler=Submit" }, fields), Ct),
                Task.Run(() => second.SendAsync(other with { Action = page + "?handler=Submit" }, fields), Ct));

            Assert.Single(answers, a => a.Status == HttpStatusCode.Redirect);
            var refused = Assert.Single(answers, a => a.Status != HttpStatusCode.Redirect);
            Assert.True(refused.Status is HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable, $"{refused.Status}");
            Assert.Matches("already waiting for a reviewer|in review|in the same moment", refused.Body);
            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from review.rounds where article = $1", article.Value));
            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.revisions where article = $1", article.Value));
        }
    }

    private async Task<(string, string)[]> FieldsAsync(ArticleId article)
    {
        var content = (await Some.OpenAsync(article)).Content;
        return
        [
            ("Title", content.Title), ("Summary", content.Summary), ("Body", content.Body), ("Slug", content.Slug), ("SeoTitle", ""), ("SeoDescription", ""), ("Kind", content.Kind.ToString()),
            ("CategoryId", content.Category!.Value.ToString()), ("Tags", string.Join(", ", content.Tags)), ("Bylines", content.Bylines[0].ToString()), ("note", "Please."),
        ];
    }
}

public sealed class WithdrawFromReviewTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Withdrawn_it_can_be_changed_again_and_the_round_is_closed()
    {
        var article = await Some.DraftAsync("Withdrawn");
        var round = await Some.SubmittedAsync(article);

        await Some.Must(new WithdrawFromReview(article), Some.SecondCreator);

        Assert.Null((await Some.WriteAsync(article, "Going on.")).Error);
        Assert.Equal("Withdrawn", await House.ScalarAsync<string>("select state from review.rounds where id = $1", round.Value));
        Assert.Equal("article.not_in_review", (await House.SendAsync(new WithdrawFromReview(article), Some.Creator)).Error?.Code);
    }

    [Fact]
    public async Task A_withdrawal_and_a_decision_at_once_are_one_of_the_two()
    {
        for (var i = 0; i < 5; i++)
        {
            var article = await Some.DraftAsync($"Withdrawn or decided {i}");
            var round = await Some.SubmittedAsync(article);

            var answers = await Task.WhenAll(
                Task.Run(() => House.SendAsync(new WithdrawFromReview(article), Some.Creator), Ct),
                Task.Run(() => House.SendAsync(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer), Ct));

            Assert.Single(answers, a => a.Error is null);
            var state = (await Some.OpenAsync(article)).State;
            Assert.Equal(answers[0].Error is null ? WorkingState.Draft : WorkingState.Approved, state);
        }
    }
}
