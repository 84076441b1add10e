using QuestCms.Application.Review;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Review;

public sealed class ChangeClaimTermsTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task A_site_that_demands_none_open_approves_nothing_before_and_sends_back_as_ever()
    {
        await Some.Must(new ChangeClaimTerms(Some.Site, true, ClaimTerms.Usual), Some.Administrator);
        var claim = await Some.ClaimAsync("None may be open");
        var round = (await House.SendAsync(new GetReviewQueue(Some.Site), Some.Reviewer)).Value.Items.Single(i => i.Article == claim.Article).Round;

        var refused = (await House.SendAsync(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer)).Error;
        Assert.Equal(("claim.open", ClaimErrors.StillOpen(1).Message), (refused?.Code, refused?.Message));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from review.decisions"));

        // Not right is open as well: the sentence still says it.
        await Some.Must(new CheckClaim(claim.Id, ClaimState.NotRight, "", null, "It is more.", claim.Version), Some.Reviewer);
        Assert.Equal("claim.open", (await House.SendAsync(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer)).Error?.Code);
        await Some.Must(new CheckClaim(claim.Id, ClaimState.Verified, "Fee table", null, "", claim.Version + 1), Some.Reviewer);
        await Some.Must(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer);

        var other = await Some.SubmittedAsync(await Some.DraftAsync("Sent back with open ones"));
        await Some.Must(new DecideOnRound(other, Verdict.ChangesRequested, 4, "Look at the fee."), Some.Reviewer);
    }

    [Fact]
    public async Task What_nobody_listed_is_open_too()
    {
        var claim = await Some.ClaimAsync("Submitted before claims were listed");
        await House.SqlAsync("delete from review.claims where id = $1", claim.Id.Value);
        await Some.Must(new ChangeClaimTerms(Some.Site, true, ClaimTerms.Usual), Some.Administrator);
        var round = (await House.SendAsync(new GetReviewQueue(Some.Site), Some.Reviewer)).Value.Items.Single(i => i.Article == claim.Article).Round;

        Assert.Equal("claim.open", (await House.SendAsync(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer)).Error?.Code);
    }

    [Fact]
    public async Task The_months_are_what_is_suggested_next_and_have_limits()
    {
        await Some.Must(new ChangeClaimTerms(Some.Site, false, ClaimTerms.Usual with { Price = 3 }), Some.Administrator);
        var claim = await Some.ClaimAsync("Three months");

        Assert.Equal(Some.Today().AddMonths(3), Assert.Single((await House.SendAsync(new GetClaims(claim.Article, 1), Some.Reviewer)).Value.Standing).Suggested);
        Assert.Equal("price", Assert.Single((await House.SendAsync(new ChangeClaimTerms(Some.Site, true, ClaimTerms.Usual with { Price = 121 }), Some.Administrator)).Error!.Fields).Path);
    }
}

public sealed class GetClaimTermsTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task A_site_that_chose_nothing_has_the_usual_ones()
    {
        Assert.Equal(new ClaimTermsShown(false, ClaimTerms.Usual), (await House.SendAsync(new GetClaimTerms(Some.Site), Some.Administrator)).Value);

        await Some.Must(new ChangeClaimTerms(Some.Site, true, ClaimTerms.Usual with { Law = 24 }), Some.Administrator);

        Assert.Equal(new ClaimTermsShown(true, ClaimTerms.Usual with { Law = 24 }), (await House.SendAsync(new GetClaimTerms(Some.Site), Some.Administrator)).Value);
        Assert.Equal(new ClaimTermsShown(false, ClaimTerms.Usual), (await House.SendAsync(new GetClaimTerms(Some.OtherSite), Some.Stranger)).Value);
    }
}
