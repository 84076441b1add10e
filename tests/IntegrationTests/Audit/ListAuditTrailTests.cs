using QuestCms.Application.Audit;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Audit;

public sealed class ListAuditTrailTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task The_trail_says_who_did_what_with_names()
    {
        var article = await Some.DraftAsync("Moving to Lisbon");
        await Some.ApprovedAsync(article, score: 9);

        var lines = (await SiteAsync(new AuditFilter(About: article.Value))).Items;

        Assert.Equal("reviewer", lines[0].Who);
        Assert.Equal("decided on revision 1 of “Moving to Lisbon”: approved, score 9", lines[0].Sentence);
        Assert.Contains(lines, l => l is { Who: "creator", Sentence: "submitted revision 1 of “Moving to Lisbon” for review" });
        Assert.Contains(lines, l => l is { Who: "creator", Sentence: "began “Moving to Lisbon”" });
    }

    [Fact]
    public async Task A_site_shows_its_own_and_the_house_shows_all()
    {
        await Some.Must(new AddCategory(Some.OtherSite, "Elsewhere"), Some.Stranger);

        var site = (await SiteAsync(new AuditFilter())).Items;
        var house = (await House.SendAsync(new ListHouseAuditTrail(new AuditFilter()), Actor.Shell)).Value.Items;

        Assert.DoesNotContain(site, l => l.Sentence.Contains("Elsewhere", StringComparison.Ordinal) || l.Site != Some.Site.Value);
        Assert.Contains(house, l => l is { Sentence: "added the category Elsewhere", SiteName: "Placement" });
        Assert.Contains(house, l => l is { Site: null, Sentence: "added stranger@quest.test to the house" });
    }

    [Fact]
    public async Task Page_after_page_shows_every_line_once_newest_first_also_those_of_one_instant()
    {
        await House.SqlAsync("""
            insert into audit.entries (id, at, actor_kind, actor_id, actor_name, site, what, about, details)
            select gen_random_uuid(), timestamptz '2026-01-01' + (n / 70) * interval '1 day', 'Shell', null, 'operator', $1, 'CategoryAdded', gen_random_uuid(), jsonb_build_object('name', 'c' || n)
            from generate_series(0, 279) n
            """, Some.Site.Value);

        var seen = new List<AuditLine>();
        string? after = null;
        do
        {
            var page = await SiteAsync(new AuditFilter(What: "CategoryAdded", After: after));
            seen.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        Assert.Equal(281, seen.Count); // and the one of the house itself
        Assert.Equal(281, seen.Select(l => l.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(l => l.At).Select(l => l.At), seen.Select(l => l.At));
    }

    [Fact]
    public async Task Filters_by_person_kind_and_days_narrow_together()
    {
        await House.SqlAsync("update audit.entries set at = timestamptz '2026-03-05 23:59:59.9+00' where what = 'CategoryAdded'");
        await House.SqlAsync("update audit.entries set at = timestamptz '2026-03-06 00:00:00+00' where what = 'BylineAdded'");
        var day = new DateOnly(2026, 3, 5);

        Assert.Equal(["CategoryAdded"], (await SiteAsync(new AuditFilter(From: day, To: day))).Items.Select(l => l.What));
        Assert.Equal(["BylineAdded", "CategoryAdded"], (await SiteAsync(new AuditFilter(Some.Administrator.Person!.Value.Value, From: day, To: day.AddDays(1)))).Items.Select(l => l.What));
        Assert.Empty((await SiteAsync(new AuditFilter(Some.Creator.Person!.Value.Value, "CategoryAdded"))).Items);
        Assert.NotEmpty((await SiteAsync(new AuditFilter(To: DateOnly.MaxValue))).Items);
    }

    [Theory]
    [InlineData("NoSuchThing", null)]
    [InlineData(null, "1_2")]
    [InlineData(null, "99999999999999999999_00000000000000000000000000000000")]
    [InlineData(null, "x\0")]
    public async Task A_question_that_makes_no_sense_is_refused(string? what, string? after)
    {
        Assert.Equal(Domain.Common.ErrorKind.Invalid, (await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(What: what, After: after)), Some.Administrator)).Error?.Kind);
    }

    [Fact]
    public async Task The_last_day_before_the_first_is_refused()
    {
        var refused = await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(From: new DateOnly(2026, 2, 2), To: new DateOnly(2026, 2, 1))), Some.Administrator);

        Assert.Equal("to", Assert.Single(refused.Error!.Fields).Path);
    }

    private async Task<Application.Common.Page<AuditLine>> SiteAsync(AuditFilter filter) => (await House.SendAsync(new ListAuditTrail(Some.Site, filter), Some.Administrator)).Value;
}

public sealed class ListHouseAuditTrailTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_suspension_is_a_line_of_the_house()
    {
        await Some.Must(new SuspendPerson(Some.Creator.Person!.Value), Actor.Shell);

        var line = (await House.SendAsync(new ListHouseAuditTrail(new AuditFilter(What: nameof(PersonSuspended))), Actor.Shell)).Value.Items;

        Assert.Equal("operator suspended creator", Assert.Single(line.Select(l => $"{l.Who} {l.Sentence}")));
    }

    [Fact]
    public async Task It_shows_all_sites_and_refuses_a_question_that_makes_no_sense()
    {
        await Some.Must(new AddCategory(Some.OtherSite, "Elsewhere"), Some.Stranger);

        var sites = (await House.SendAsync(new ListHouseAuditTrail(new AuditFilter()), Actor.Shell)).Value.Items.Select(l => l.SiteName).Distinct().Order();

        Assert.Equal([null, "Placement", "Relocation"], sites);
        Assert.Equal(["what"], (await House.SendAsync(new ListHouseAuditTrail(new AuditFilter(What: "NoSuchThing")), Actor.Shell)).Error!.Fields.Select(f => f.Path));
    }
}
