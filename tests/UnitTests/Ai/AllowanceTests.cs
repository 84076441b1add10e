using QuestCms.Domain.Ai;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Ai;

/// <summary>What a site and a person may ask of Claude: refused before the limit is passed, and never by a limit that nobody set.</summary>
public sealed class AllowanceTests
{
    private static readonly SiteId Site = SiteId.New(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(0, 0, 0, 0, "0.50", null)]
    [InlineData(9.4, 1, 0, 0, "0.50", null)]
    [InlineData(9.6, 1, 0, 0, "0.50", "ai.site_budget")]
    [InlineData(2, 1.8, 0, 0, "0.50", "ai.person_budget")]
    [InlineData(10, 2, 0, 0, null, null)]
    [InlineData(0, 0, 4, 0, "0.50", "ai.site_busy")]
    [InlineData(0, 0, 3, 2, "0.50", "ai.person_busy")]
    [InlineData(0, 0, 3, 1, "0.50", null)]
    public void One_more_request_is_refused_when_it_could_pass_a_limit(double ofSite, double ofPerson, int running, int mine, string? atMost, string? code)
    {
        var allowance = Allowance.Of(Site);
        Assert.Null(allowance.Change(10, 2, 4, 2).Error);

        var refusal = allowance.Refuse(new Spending((decimal)ofSite, (decimal)ofPerson, running, mine), atMost is null ? null : decimal.Parse(atMost, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(code, refusal?.Code);
    }

    [Fact]
    public void Without_amounts_money_is_no_reason() => Assert.Null(Allowance.Of(Site).Refuse(new Spending(1_000_000, 1_000_000, 0, 0), 500));

    [Theory]
    [InlineData("-1", null, 4, 2, "perMonth")]
    [InlineData("100001", null, 4, 2, "perMonth")]
    [InlineData(null, "-0.01", 4, 2, "perPersonAndMonth")]
    [InlineData(null, null, 0, 1, "atOnce")]
    [InlineData(null, null, 51, 1, "atOnce")]
    [InlineData(null, null, 4, 5, "atOncePerPerson")]
    [InlineData(null, null, 4, 0, "atOncePerPerson")]
    public void A_limit_outside_of_its_limits_is_refused_beside_its_field_and_nothing_changes(string? perMonth, string? perPerson, int atOnce, int perPersonAtOnce, string field)
    {
        var allowance = Allowance.Of(Site);

        var error = allowance.Change(Amount(perMonth), Amount(perPerson), atOnce, perPersonAtOnce).Error;

        Assert.Equal(field, Assert.Single(error!.Fields).Path);
        Assert.Equal((1, 12, 5, 0), (allowance.Version, allowance.AtOnce, allowance.AtOncePerPerson, allowance.News.Count));
    }

    private static decimal? Amount(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
