using QuestCms.Application.Delivery;
using QuestCms.Application.Insights;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;

namespace QuestCms.IntegrationTests.Review;

/// <summary>Half a year passes in the house of each test.</summary>
public sealed class GetSentencesToCheckTests(Database database) : InAHouse(database)
{
    private const string Body = "The fee is 110 euro a person. Ask the office first, and keep the paper.\n";

    [Fact]
    public async Task When_its_day_is_over_the_sentence_alone_comes_back_and_still_true_it_goes_without_a_touch_to_the_article()
    {
        var (article, _) = await LiveAsync("Alone");
        Assert.Equal((0, 0), (await CountsAsync(), (await ToCheckAsync()).Count));

        House.Clock.Move(TimeSpan.FromDays(190));

        var waiting = await ToCheckAsync();
        var one = Assert.Single(waiting.Items);
        Assert.Equal(("Alone", "The fee is 110 euro a person.", "Fee table", "reviewer", true, true), (one.Title, one.Claim.Sentence, one.Claim.Source, one.Claim.CheckedBy, one.Claim.HasExpired, waiting.MayCheck));
        Assert.Equal(1, await CountsAsync());
        Assert.Equal(1, (await House.SendAsync(new GetMyWork(Some.Site), Some.Reviewer)).Value.SentencesToCheck);
        Assert.Equal(0, (await House.SendAsync(new GetMyWork(Some.Site), Some.Creator)).Value.SentencesToCheck);
        Assert.False((await House.SendAsync(new GetSentencesToCheck(Some.Site), Some.Creator)).Value.MayCheck);

        var before = await Some.OpenAsync(article);
        await Some.Must(new CheckClaim(one.Claim.Id, ClaimState.Verified, "Fee table", one.Claim.Suggested, "", one.Claim.Version), Some.SecondReviewer);

        Assert.Equal((0, 0), (await CountsAsync(), (await ToCheckAsync()).Count));
        var after = await Some.OpenAsync(article);
        Assert.Equal((before.Version, before.LastRevision, before.State, before.LiveRevision), (after.Version, after.LastRevision, after.State, after.LiveRevision));
    }

    [Fact]
    public async Task Not_right_any_more_it_lies_on_the_writers_desk_with_the_note_until_a_text_without_it_is_in_review()
    {
        var (article, _) = await LiveAsync("To change");
        House.Clock.Move(TimeSpan.FromDays(190));
        var one = Assert.Single((await ToCheckAsync()).Items).Claim;

        await Some.Must(new CheckClaim(one.Id, ClaimState.NotRight, "", null, "It is 130 since May.", one.Version), Some.SecondReviewer);

        Assert.Equal(0, (await ToCheckAsync()).Count);
        var desk = Assert.Single((await House.SendAsync(new GetMyWork(Some.Site), Some.Creator)).Value.SentencesToChange);
        Assert.Equal((article, "The fee is 110 euro a person.", "It is 130 since May.", "reviewer-two"), (desk.Article, desk.Sentence, desk.Why, desk.Reviewer));
        Assert.Equal(1, (await House.SendAsync(new GetShellCounts(Some.Site), Some.Creator)).Value.SentBack);

        await Some.WriteAsync(article, Body.Replace("110", "130", StringComparison.Ordinal));
        Assert.Single((await House.SendAsync(new GetMyWork(Some.Site), Some.Creator)).Value.SentencesToChange); // written, not handed over
        await Some.SubmittedAsync(article);

        Assert.Empty((await House.SendAsync(new GetMyWork(Some.Site), Some.Creator)).Value.SentencesToChange);
        var again = Assert.Single((await House.SendAsync(new GetClaims(article, 2), Some.Reviewer)).Value.Standing);
        Assert.Equal(("The fee is 130 euro a person.", "The fee is 110 euro a person.", true), (again.Sentence, again.Before, again.IsOpen));
    }

    [Fact]
    public async Task Only_what_readers_see_comes_back()
    {
        var (taken, _) = await LiveAsync("Taken down");
        await Some.Must(new UnpublishArticle(taken), Some.Publisher);
        var (changed, _) = await LiveAsync("Changed before its day");
        await Some.WriteAsync(changed, "Ask the office first, and keep the paper. Nothing is said of money any more.\n");
        await Some.ApprovedAsync(changed);
        await Some.Must(new PublishArticle(changed), Some.Publisher);
        var (still, _) = await LiveAsync("Being rewritten");
        await Some.WriteAsync(still, "A draft that readers do not see.\n");

        House.Clock.Move(TimeSpan.FromDays(190));

        Assert.Equal("Being rewritten", Assert.Single((await ToCheckAsync()).Items).Title);
    }

    // Live, its one claim verified for half a year.
    private async Task<(ArticleId Article, Claim Claim)> LiveAsync(string title)
    {
        var article = await Some.DraftAsync(title, Body);
        var round = await Some.SubmittedAsync(article);
        var claim = await Some.ClaimOfAsync(article);
        await Some.Must(new CheckClaim(claim.Id, ClaimState.Verified, "Fee table", Some.Today().AddMonths(6), "", claim.Version), Some.Reviewer);
        await Some.Must(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        return (article, claim);
    }

    private async Task<SentencesToCheck> ToCheckAsync() => (await House.SendAsync(new GetSentencesToCheck(Some.Site), Some.Reviewer)).Value;

    private async Task<int> CountsAsync() => (await House.SendAsync(new GetShellCounts(Some.Site), Some.Reviewer)).Value.Waiting;
}
