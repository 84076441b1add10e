using QuestCms.Application.Ai;
using QuestCms.Application.Delivery;
using QuestCms.Application.Review;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Ai;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Review;

public sealed class GetReviewQueueTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task What_waits_longest_stands_first_with_who_sent_it_and_what_it_is()
    {
        var first = await Some.DraftAsync("First");
        await Some.SubmittedAsync(first);
        var second = await Some.DraftAsync("Second");
        await Some.SubmittedAsync(second);
        await Some.ApprovedAsync(await Some.DraftAsync("Decided"));

        var queue = (await House.SendAsync(new GetReviewQueue(Some.Site), Some.Reviewer)).Value;

        Assert.Equal(["First", "Second"], queue.Items.Select(i => i.Title));
        Assert.Equal(("creator", "Portugal", "Please look at the figures.", false, null), (queue.Items[0].SubmittedBy, queue.Items[0].Category, queue.Items[0].Note, queue.Items[0].IsUpdate, queue.Items[0].WhyNot));
        Assert.Equal((2, true, null), (queue.Waiting, queue.MayDecide, queue.Next));
        Assert.Equal(("Decided", Verdict.Approved, 8, "reviewer"), (queue.Recent[0].Title, queue.Recent[0].Verdict, queue.Recent[0].Score, queue.Recent[0].DecidedBy));
    }

    [Fact]
    public async Task What_a_person_cannot_decide_on_stands_there_too_and_says_why()
    {
        var both = await Some.PersonAsync("both", Some.Site, Role.Creator, Role.Reviewer);
        var article = await Some.DraftAsync("With my words");
        await Some.WriteAsync(article, "Some words by somebody who also reviews.", both);
        await Some.SubmittedAsync(article);
        var sent = await Some.DraftAsync("Sent by me");
        await Some.Must(new SubmitArticleForReview(sent, ""), both);

        var items = (await House.SendAsync(new GetReviewQueue(Some.Site), both)).Value.Items;

        Assert.Equal([ReviewErrors.YouWrote.Message, ReviewErrors.YouSubmitted.Message], items.Select(i => i.WhyNot));
        Assert.False((await House.SendAsync(new GetReviewQueue(Some.Site), Some.Creator)).Value.MayDecide);
    }

    [Fact]
    public async Task Page_by_page_every_round_comes_once_also_when_sent_in_one_instant()
    {
        for (var i = 0; i < 60; i++) await Some.Must(new SubmitArticleForReview(await Some.DraftAsync($"Piece {i}"), ""), Some.Creator);
        await House.SqlAsync("update review.rounds set submitted_at = '2026-11-02T10:00:00Z'");

        var first = (await House.SendAsync(new GetReviewQueue(Some.Site), Some.Reviewer)).Value;
        var second = (await House.SendAsync(new GetReviewQueue(Some.Site, first.Next), Some.Reviewer)).Value;

        Assert.Equal((50, 10, null), (first.Items.Count, second.Items.Count, second.Next));
        Assert.Equal(60, first.Items.Concat(second.Items).Select(i => i.Round).Distinct().Count());
        Assert.Equal(50, (await House.SendAsync(new GetReviewQueue(Some.Site, "2026-11-01T00:00:00+05:00"), Some.Reviewer)).Value.Items.Count); // no place: the first page
    }
}

public sealed class GetRoundForReviewTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task The_piece_is_shown_with_the_origin_of_its_words_and_the_models_that_had_a_part()
    {
        var article = await Some.DraftAsync("Tinted", "");
        var generation = await AnswerAsync("answer", article);
        var opened = await Some.OpenAsync(article);
        await House.SendAsync(new TakeProposal(generation.Id, opened.Content with { Body = "Mine alone is this first line.\n\n" + generation.Text }, opened.Version, null, []), Some.Creator);

        var round = (await House.SendAsync(new GetRoundForReview(await Some.SubmittedAsync(article)), Some.Reviewer)).Value;

        Assert.Contains("<p>Mine alone is this first line.</p>", round.Html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"o-m\">", round.Html, StringComparison.Ordinal);
        var model = Assert.Single(round.Models);
        Assert.Equal(("claude-sonnet-5-5", "draft/2", 1, generation.Cost), (model.Model, model.Prompt, model.Calls, model.Cost));
        Assert.Equal((null, null, null, "Portugal"), (round.ComparedWith, round.Difference, round.WhyNot, round.Category));
        Assert.Equal(["Relocation desk"], round.Bylines);
    }

    [Fact]
    public async Task A_later_round_is_compared_with_what_is_live()
    {
        var article = await Some.DraftAsync("Compared");
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.ChangeAsync(article, c => c with { Body = c.Body.Replace("110", "120", StringComparison.Ordinal) });

        var round = (await House.SendAsync(new GetRoundForReview(await Some.SubmittedAsync(article)), Some.Reviewer)).Value;

        Assert.Equal((1, true, 2), (round.ComparedWith, round.ComparedIsLive, round.Revision));
        Assert.Equal(1, round.Difference!.ChangedPassages);
    }

    [Fact]
    public async Task Unpublished_it_is_compared_with_what_was_decided_last()
    {
        var article = await Some.DraftAsync("Sent back");
        await Some.Must(new DecideOnRound(await Some.SubmittedAsync(article), Verdict.ChangesRequested, 4, "More."), Some.Reviewer);
        await Some.WriteAsync(article, "Something else.");

        var round = (await House.SendAsync(new GetRoundForReview(await Some.SubmittedAsync(article)), Some.Creator)).Value;

        Assert.Equal((1, false), (round.ComparedWith, round.ComparedIsLive));
        Assert.Equal("Deciding needs the role of a reviewer on this site.", round.WhyNot);
        Assert.Equal("not_found", (await House.SendAsync(new GetRoundForReview(ReviewRoundId.From(Guid.CreateVersion7())), Some.Reviewer)).Error?.Code);
    }
}
