using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
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

    private static SiteId NewId() => SiteId.New(TimeProvider.System.GetUtcNow());
}
