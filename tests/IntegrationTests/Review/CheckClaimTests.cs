using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Review;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Review;

public sealed class CheckClaimTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task What_a_reviewer_found_stands_with_source_name_and_day_and_in_the_trail()
    {
        var claim = await Some.ClaimAsync("Verified by a reviewer");
        var until = Some.Today().AddMonths(6);

        await Some.Must(new CheckClaim(claim.Id, ClaimState.Verified, " https://example.org/fees ", until, "", claim.Version), Some.Reviewer);

        var shown = Assert.Single((await House.SendAsync(new GetClaims(claim.Article, 1), Some.Creator)).Value.Standing);
        Assert.Equal((ClaimState.Verified, false, "https://example.org/fees", "reviewer", until), (shown.State, shown.IsOpen, shown.Source, shown.CheckedBy, shown.HoldsUntil));
        Assert.Equal($"reviewer Verified {until:yyyy-MM-dd}", await House.ScalarAsync<string>("select actor_name || ' ' || (details->>'state') || ' ' || (details->>'holdsUntil') from audit.entries where what = 'ClaimChecked' and about = $1", claim.Article.Value));
    }

    [Fact]
    public async Task Each_field_is_refused_beside_it_and_nothing_is_stored()
    {
        var claim = await Some.ClaimAsync("Refused");

        Assert.Equal("claim.source", await CodeAsync(new CheckClaim(claim.Id, ClaimState.Verified, " ", null, "", claim.Version)));
        Assert.Equal("claim.holds", await CodeAsync(new CheckClaim(claim.Id, ClaimState.Verified, "Fee table", Some.Today().AddDays(-2), "", claim.Version)));
        Assert.Equal("claim.why", await CodeAsync(new CheckClaim(claim.Id, ClaimState.NotRight, "", null, "", claim.Version)));
        Assert.Equal("claim.found", await CodeAsync(new CheckClaim(claim.Id, ClaimState.Open, "", null, "", claim.Version)));
        Assert.Equal("text.too_long", await CodeAsync(new CheckClaim(claim.Id, ClaimState.Verified, new string('x', 1_001), null, "", claim.Version)));
        Assert.Equal("text.forbidden_characters", await CodeAsync(new CheckClaim(claim.Id, ClaimState.NotRight, "", null, "a\0b", claim.Version)));
        Assert.Equal(ClaimState.Open, (await Some.ClaimOfAsync(claim.Article)).State);
    }

    [Fact]
    public async Task Who_wrote_in_the_text_can_say_where_it_can_be_looked_up_and_does_not_check_it()
    {
        var both = await Some.PersonAsync("writes-and-checks", Some.Site, Enum.GetValues<Role>());
        var article = await Some.DraftAsync("By somebody who also reviews");
        await Some.WriteAsync(article, "The fee is 95 euro.", both);
        await Some.SubmittedAsync(article);
        var claim = await Some.ClaimOfAsync(article);

        Assert.Equal(ClaimErrors.YouWrote, (await House.SendAsync(new CheckClaim(claim.Id, ClaimState.Verified, "Fee table", null, "", claim.Version), both)).Error);
        Assert.Equal(ClaimErrors.YouWrote.Message, (await House.SendAsync(new GetClaims(article, 1), both)).Value.WhyNot);
        await Some.Must(new GiveClaimSource(claim.Id, "Fee table", claim.Version), both);
    }

    [Fact]
    public async Task Of_two_who_look_at_once_the_second_reads_that_somebody_was_first()
    {
        var claim = await Some.ClaimAsync("Two at once");
        for (var i = 0; i < 5; i++)
        {
            var version = (await Some.ClaimOfAsync(claim.Article)).Version;

            var answers = await Task.WhenAll(
                Task.Run(() => House.SendAsync(new CheckClaim(claim.Id, ClaimState.Verified, "Fee table", null, "", version), Some.Reviewer), Ct),
                Task.Run(() => House.SendAsync(new CheckClaim(claim.Id, ClaimState.NotRight, "", null, "It is more.", version), Some.SecondReviewer), Ct));

            Assert.Single(answers, a => a.Error is null);
            Assert.Equal(ClaimErrors.Changed, Assert.Single(answers, a => a.Error is not null).Error);
        }
    }

    [Fact]
    public async Task Over_http_the_reason_typed_for_the_decision_outlives_a_checked_claim_and_a_refusal_stands_beside_its_claim()
    {
        var claim = await Some.ClaimAsync("Beside the decision");
        var round = await House.ReadAsync(db => db.ReviewRounds.Where(r => r.Article == claim.Article).Select(r => r.Id).SingleAsync(Ct));
        using var browser = await Some.BrowserOfAsync(Some.Reviewer);
        var page = $"/studio/review/{round}";
        var form = await browser.FormAsync(page) with { Action = page + "?handler=Check" };
        (string, string)[] typed = [($"Claims[{claim.Id}].Version", $"{claim.Version}"), ("Reason", "Typed before looking at claims."), ("Score", "7")];

        var refused = await browser.SendAsync(form, [.. typed, ("Check", $"{claim.Id} Verified"), ($"Claims[{claim.Id}].Source", ""), ($"Claims[{claim.Id}].Why", "Typed why")]);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(ClaimErrors.SourceMissing.Message, refused.Body, StringComparison.Ordinal);
        Assert.Contains("Typed why", refused.Body, StringComparison.Ordinal);
        Assert.Contains("Typed before looking at claims.", refused.Body, StringComparison.Ordinal);

        var done = await browser.SendAsync(form, [.. typed, ("Check", $"{claim.Id} Verified"), ($"Claims[{claim.Id}].Source", "Fee table")]);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, done.Status);
        var after = await browser.GetAsync(page);
        Assert.Contains("Typed before looking at claims.", after.Body, StringComparison.Ordinal);
        Assert.Contains("all 1 looked at", after.Body, StringComparison.Ordinal);
    }

    private async Task<string> CodeAsync(CheckClaim check) => Assert.Single((await House.SendAsync(check, Some.Reviewer)).Error!.Fields).Code;
}

public sealed class GiveClaimSourceTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_writers_source_stands_beside_the_sentence_and_it_stays_open()
    {
        var claim = await Some.ClaimAsync("With a source");

        await Some.Must(new GiveClaimSource(claim.Id, "Fee table, page 2", claim.Version), Some.SecondCreator);

        var shown = Assert.Single((await House.SendAsync(new GetClaims(claim.Article, 1), Some.Reviewer)).Value.Standing);
        Assert.Equal(("Fee table, page 2", "second", true, ClaimState.Open), (shown.Source, shown.SourceBy, shown.IsOpen, shown.State));
        Assert.Equal(ClaimErrors.Changed, (await House.SendAsync(new GiveClaimSource(claim.Id, "Elsewhere", claim.Version), Some.Creator)).Error);
        Assert.Equal("claim.source", (await House.SendAsync(new GiveClaimSource(claim.Id, "", shown.Version), Some.Creator)).Error?.Code);
        Assert.Equal("text.too_long", Assert.Single((await House.SendAsync(new GiveClaimSource(claim.Id, new string('x', 1_001), shown.Version), Some.Creator)).Error!.Fields).Code);
    }
}

public sealed class GetClaimsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Who_may_what_is_said_with_the_list()
    {
        var claim = await Some.ClaimAsync("Who may what");
        var (creator, reviewer, publisher) = (await ListAsync(claim.Article, Some.Creator), await ListAsync(claim.Article, Some.Reviewer), await ListAsync(claim.Article, Some.Publisher));

        Assert.Equal((true, false, false), (creator.MayGiveSource, reviewer.MayGiveSource, publisher.MayGiveSource));
        Assert.NotNull(creator.WhyNot);
        Assert.NotNull(publisher.WhyNot);
        Assert.Null(reviewer.WhyNot);
        Assert.Equal(Some.Today().AddMonths(6), reviewer.Standing[0].Suggested);
        Assert.Equal("not_found", (await House.SendAsync(new GetClaims(claim.Article, 9), Some.Reviewer)).Error?.Code);
    }

    private async Task<ClaimsOfText> ListAsync(ArticleId article, Actor who) => (await House.SendAsync(new GetClaims(article, 1), who)).Value;
}

/// <summary>Claims, in one line each.</summary>
internal static class Claiming
{
    /// <summary>The one claim of a submitted piece: a fee.</summary>
    public static async Task<Claim> ClaimAsync(this SomeHouse some, string title)
    {
        var article = await some.DraftAsync(title);
        await some.SubmittedAsync(article);
        return await some.ClaimOfAsync(article);
    }

    public static Task<Claim> ClaimOfAsync(this SomeHouse some, ArticleId article) => some.House.ReadAsync(db => db.Claims.AsNoTracking().SingleAsync(c => c.Article == article));

    public static DateOnly Today(this SomeHouse some) => DateOnly.FromDateTime(some.House.Clock.GetUtcNow().UtcDateTime);
}
