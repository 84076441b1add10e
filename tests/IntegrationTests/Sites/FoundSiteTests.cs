using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Content;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Sites;

public sealed class FoundSiteTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task A_site_is_there_with_its_shown_part_and_in_the_trail()
    {
        var id = NewId();
        await Some.Must(new FoundSite(id, "rainmaker", "Rainmaker", "Winning clients.", "pt-BR"), Actor.Shell);

        Assert.Equal("Rainmaker pt-BR", await House.ScalarAsync<string>("select name || ' ' || locale from delivery.sites where id = $1", id.Value));
        Assert.Equal("operator", await House.ScalarAsync<string>("select actor_name from audit.entries where what = 'SiteFounded' and about = $1", id.Value));
    }

    [Theory]
    [InlineData("relocation", "site.slug_taken")]
    [InlineData("studio", "slug.reserved")]
    [InlineData("Upper", "slug.malformed")]
    [InlineData("a--b", "slug.malformed")]
    [InlineData("-a", "slug.malformed")]
    [InlineData("", "slug.malformed")]
    [InlineData("a\0", "slug.malformed")]
    [InlineData("ü", "slug.malformed")]
    [InlineData("this-slug-is-longer-than-forty-characters-are", "slug.malformed")]
    public async Task A_slug_that_will_not_do_is_refused_by_its_field(string slug, string code)
    {
        var refused = await House.SendAsync(new FoundSite(NewId(), slug, "Name", ""), Actor.Shell);

        var field = Assert.Single(refused.Error!.Fields);
        Assert.Equal(("slug", code), (field.Path, field.Code));
    }

    [Fact]
    public async Task Of_two_at_once_with_one_slug_one_is_made()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => House.SendAsync(new FoundSite(NewId(), "rainmaker", "Rainmaker", ""), Actor.Shell)));

        Assert.Single(answers, a => a.Error is null);
        Assert.All(answers.Where(a => a.Error is not null), a => Assert.Equal("site.slug_taken", a.Error!.Code));
    }

    [Fact]
    public void Every_first_part_of_the_houses_own_addresses_is_reserved()
    {
        var parts = House.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.PathSegments is [{ Parts: [RoutePatternLiteralPart literal] }, ..] ? literal.Content : "")
            .Where(p => p.Length > 0).Distinct().ToList();

        Assert.Contains("studio", parts);
        Assert.DoesNotContain(parts, p => Domain.Common.Slug.IsValid(p) && !FoundSite.ReservedSlugs.Contains(p));
    }

    [Fact]
    public async Task A_category_and_a_byline_are_there_once_on_each_site()
    {
        Assert.Equal("category.exists", (await House.SendAsync(new AddCategory(Some.Site, " portugal "), Some.Administrator)).Error?.Code);
        Assert.Equal("byline.exists", (await House.SendAsync(new AddByline(Some.Site, "RELOCATION Desk", ""), Some.Administrator)).Error?.Code);
        Assert.Null((await House.SendAsync(new AddCategory(Some.OtherSite, "Portugal"), Some.Stranger)).Error);

        Assert.Equal(["Portugal"], (await House.SendAsync(new ListCategories(Some.Site), Some.Administrator)).Value.Select(c => c.Name));
    }

    [Fact]
    public async Task A_byline_may_be_a_members_and_no_strangers()
    {
        Assert.Equal("byline.person", (await House.SendAsync(new AddByline(Some.Site, "Stranger", "", Some.Stranger.Person), Some.Administrator)).Error?.Code);
        await Some.Must(new AddByline(Some.Site, "Creator", "Writes.", Some.Creator.Person), Some.Administrator);

        var bylines = (await House.SendAsync(new ListBylines(Some.Site), Some.Administrator)).Value;
        Assert.Equal([("Creator", "creator"), ("Relocation desk", null)], bylines.Select(b => (b.Name, b.PersonName)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("a\0b")]
    [InlineData("half a pair")]
    [InlineData("long")]
    public async Task A_name_that_will_not_do_is_refused_by_its_field(string name)
    {
        if (name == "half a pair") name = "x\udc00"; // not in the attribute: the runner would mend it
        if (name == "long") name = new string('n', 101);

        Assert.Equal("name", Assert.Single((await House.SendAsync(new AddCategory(Some.Site, name), Some.Administrator)).Error!.Fields.Select(f => f.Path).Distinct()));
        Assert.Equal("name", Assert.Single((await House.SendAsync(new AddByline(Some.Site, name, ""), Some.Administrator)).Error!.Fields.Select(f => f.Path).Distinct()));
    }

    [Fact]
    public async Task Everyone_of_the_house_is_listed_page_by_page_without_a_gap()
    {
        await House.SqlAsync("insert into identity.people (id, email, name, is_house_administrator, created_at, version) select gen_random_uuid(), 'p' || lpad(n::text, 4, '0') || '@quest.test', 'P', false, now(), 1 from generate_series(1, 230) n");

        var seen = new List<Somebody>();
        string? after = null;
        do
        {
            var page = (await House.SendAsync(new ListEveryone(after), Actor.Shell)).Value;
            Assert.InRange(page.Items.Count, 1, 100);
            seen.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        Assert.Equal(await House.ScalarAsync<long>("select count(*) from identity.people"), seen.Count);
        Assert.Equal(seen.Count, seen.Select(p => p.Email).Distinct().Count());
        Assert.Equal(["Creator, Reviewer, Publisher, Administrator on Placement"], seen.Single(p => p.Person == Some.Stranger.Person).Works);
    }

    private static SiteId NewId() => SiteId.New(TimeProvider.System.GetUtcNow());
}
