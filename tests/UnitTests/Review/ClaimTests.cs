using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Review;

public sealed class ClaimTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly PersonId Reviewer = PersonId.From(Guid.CreateVersion7(Now));
    private static readonly PersonId Writer = PersonId.From(Guid.CreateVersion7(Now.AddSeconds(1)));

    [Fact]
    public void What_is_verified_counts_through_its_last_day_and_is_open_on_the_next()
    {
        var claim = Found("The visa fee is 90 euro.");
        Assert.True(claim.IsOpenOn(Today));

        Assert.False(claim.Verify("Fee table, page 2", Today.AddMonths(6), Reviewer, Now).Refused);

        Assert.Equal((ClaimState.Verified, "Fee table, page 2", Reviewer, Now), (claim.State, claim.Source, claim.CheckedBy, claim.CheckedAt));
        Assert.False(claim.IsOpenOn(Today.AddMonths(6)));
        Assert.True(claim.IsOpenOn(Today.AddMonths(6).AddDays(1)));
        Assert.True(claim.HasExpiredOn(Today.AddMonths(6).AddDays(1)));
        Assert.Equal(ClaimState.Verified, claim.State); // derived, never stored
        Assert.Equal([typeof(ClaimChecked)], claim.News.Select(n => n.GetType()));
    }

    [Fact]
    public void Without_a_day_it_holds_as_long_as_the_sentence_stands()
    {
        var claim = Found("“Nobody is refused because of a stamp,” the consul said.");
        claim.Verify("Interview", null, Reviewer, Now);

        Assert.False(claim.IsOpenOn(Today.AddYears(50)));
    }

    [Fact]
    public void Verifying_needs_a_source_and_a_day_that_can_be_finding_wrong_a_reason()
    {
        var claim = Found("The visa fee is 90 euro.");

        Assert.Equal("claim.source", claim.Verify(" ", null, Reviewer, Now).Error?.Code);
        Assert.Equal("claim.holds", claim.Verify("Fee table", Today.AddDays(-1), Reviewer, Now).Error?.Code);
        Assert.Equal("claim.holds", claim.Verify("Fee table", Today.AddYears(10).AddDays(1), Reviewer, Now).Error?.Code);
        Assert.Equal("claim.why", claim.Refute("\n", Reviewer, Now).Error?.Code);
        Assert.Equal((ClaimState.Open, "", 1), (claim.State, claim.Source, claim.Version));
        Assert.Empty(claim.News);
    }

    [Fact]
    public void A_writers_source_verifies_nothing_opens_what_was_not_right_and_touches_nothing_verified()
    {
        var claim = Found("The visa fee is 90 euro.");
        Assert.False(claim.GiveSource("Fee table", Writer).Refused);
        Assert.Equal((ClaimState.Open, "Fee table", Writer), (claim.State, claim.Source, claim.SourceBy));

        claim.Refute("It is 110.", Reviewer, Now);
        Assert.True(claim.IsOpenOn(Today)); // the sentence still says it
        claim.GiveSource("Fee table of 2027", Writer);
        Assert.Equal((ClaimState.Open, "It is 110."), (claim.State, claim.Why));

        claim.Verify("Fee table of 2027", null, Reviewer, Now);
        Assert.Equal("claim.verified", claim.GiveSource("Elsewhere", Writer).Error?.Code);
        Assert.Equal(("Fee table of 2027", Writer), (claim.Source, claim.SourceBy));
        Assert.Equal("claim.source", Found("x y").GiveSource("", Writer).Error?.Code);
    }

    [Fact]
    public void In_what_is_set_aside_nothing_is_open()
    {
        var claim = Found("The visa fee is 90 euro.");
        claim.SetAside(Reviewer, Now);

        Assert.Equal((ClaimState.NoClaim, false), (claim.State, claim.IsOpenOn(Today)));
    }

    [Fact]
    public void Found_again_it_is_the_same_claim_for_more_reasons()
    {
        var claim = Found("The visa fee is 90 euro.");
        claim.Verify("Fee table", null, Reviewer, Now);
        var generation = GenerationId.New(Now);

        claim.FindAgain([ClaimKind.Law], generation);
        claim.FindAgain([ClaimKind.Law], GenerationId.New(Now.AddDays(1)));
        claim.StandIn(4);
        claim.StandIn(2);
        claim.StandIn(4);

        Assert.Equal([ClaimKind.Price, ClaimKind.Law], claim.Kinds);
        Assert.Equal((true, generation, ClaimState.Verified), (claim.FoundByRules, claim.FoundIn, claim.State));
        Assert.Equal([2, 4], claim.Revisions);
    }

    [Fact]
    public void A_very_long_sentence_is_cut_for_reading_and_known_by_all_of_it()
    {
        var sentence = string.Concat(Enumerable.Repeat("𝄞 90 euro and ", 200));
        var claim = Found(sentence);

        Assert.True(claim.Sentence.Length <= Claim.MaxSentence);
        Assert.False(QuestCms.Domain.Common.PlainText.HasForbidden(claim.Sentence));
        Assert.Equal(ClaimText.KeyOf(sentence), claim.Key);
    }

    [Theory]
    [InlineData("The fee is 90 euro.", "The  **fee** is\n> 90 euro.", true)]
    [InlineData("“It costs 90 euro,” she said.", "\"It costs 90 euro,\" she said.", true)]
    [InlineData("The fee is 90 euro.", "The fee is 9.0 euro.", false)]
    [InlineData("Rents rose by 1.5%.", "Rents rose by 15%.", false)]
    [InlineData("See [the table](https://example.org/a).", "See [the table](https://example.org/b).", false)]
    [InlineData("You may not stay.", "You may stay.", false)]
    public void A_sentence_is_the_same_whatever_its_emphasis_and_spacing_and_no_other(string one, string other, bool same) => Assert.Equal(same, ClaimText.KeyOf(one) == ClaimText.KeyOf(other));

    [Fact]
    public void The_terms_suggest_the_shortest_of_several_kinds()
    {
        var terms = ClaimTerms.Of(SiteId.New(Now));

        Assert.Equal(Today.AddMonths(6), terms.HoldsUntil([ClaimKind.Law, ClaimKind.Price], Today));
        Assert.Equal(Today.AddMonths(12), terms.HoldsUntil([ClaimKind.Law, ClaimKind.Quotation], Today));
        Assert.Null(terms.HoldsUntil([ClaimKind.Quotation], Today));
        Assert.False(terms.DemandsNoneOpen);
        Assert.Equal("claim_terms.months", terms.Change(true, ClaimTerms.Usual with { Price = -1 }).Error?.Code);
        Assert.Equal("claim_terms.months", terms.Change(true, ClaimTerms.Usual with { Link = 121 }).Error?.Code);
        Assert.False(terms.DemandsNoneOpen);
        Assert.False(terms.Change(true, ClaimTerms.Usual with { Price = 0 }).Refused);
        Assert.Equal(Today.AddMonths(12), terms.HoldsUntil([ClaimKind.Law, ClaimKind.Price], Today));
    }

    private static Claim Found(string sentence) => Claim.Find(ClaimId.New(Now), SiteId.New(Now), ArticleId.New(Now), new FoundSentence(sentence, [ClaimKind.Price]), null, null, Now);
}
