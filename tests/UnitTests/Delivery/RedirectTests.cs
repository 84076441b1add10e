using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Delivery;

public sealed class RedirectTests
{
    [Theory]
    [InlineData("old/page", "old/page")]
    [InlineData("/old/page/", "old/page")]
    [InlineData("/sites/relocation/old", "old")]
    [InlineData("https://quest.example/sites/relocation/old?x=1#y", "old")]
    [InlineData("https://www.example.org/2019/03/old.html", "2019/03/old.html")]
    [InlineData("", null)]
    [InlineData("/", null)]
    [InlineData("a//b", null)]
    [InlineData("a/../b", null)]
    [InlineData("two words", null)]
    [InlineData("nul\0", null)]
    public void What_is_typed_becomes_the_part_behind_the_site(string typed, string? path) => Assert.Equal(path, RedirectAddress.Read(typed, "relocation"));

    [Fact]
    public void Another_sites_address_is_no_own_one()
    {
        Assert.Equal("old/page", RedirectAddress.OwnPath("/sites/relocation/old/page/", "relocation"));
        Assert.Null(RedirectAddress.OwnPath("/sites/placement/old", "relocation"));
        Assert.Null(RedirectAddress.OwnPath("/sites/relocation", "relocation"));
    }

    [Fact]
    public void Over_the_limit_is_none() => Assert.Null(RedirectAddress.Read(new string('a', Redirect.MaxFrom + 1), "relocation"));
}

public sealed class RewritingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_goes_over_the_rows_twice_and_is_done()
    {
        var rewriting = Rewriting.Start(RewritingId.New(Now), SiteId.New(Now), SharedThing.Category, Guid.Empty, ["portugal", "spain", "portugal"], Now);
        Assert.Equal(["portugal", "spain"], rewriting.Slugs);
        var last = ArticleId.New(Now);

        Assert.Equal(TimeSpan.Zero, rewriting.Advance(last, 20, 1, Now));
        Assert.Equal(last, rewriting.After);
        Assert.Equal(Rewriting.UntilSecondLook, rewriting.Advance(null, 0, 0, Now));
        Assert.Null(rewriting.After); // from the beginning
        Assert.Equal(TimeSpan.Zero, rewriting.Advance(last, 1, 1, Now));
        Assert.Null(rewriting.Advance(null, 0, 0, Now.AddMinutes(1)));

        Assert.Equal((21, 1, Now.AddMinutes(1)), (rewriting.Rewritten, rewriting.Skipped, rewriting.EndedAt));
    }
}
