using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.BrowserTests.Kit;

namespace QuestCms.BrowserTests.Routes;

/// <summary>The table of routes is the application's own list: a page nobody looks at can't exist.</summary>
public sealed class RouteListTests(BrowserRun run) : InABrowser(run)
{
    [Fact]
    public void Every_route_of_the_running_application_has_an_entry()
    {
        var known = RouteTable.Pages.Select(p => p.Route).Concat(RouteTable.WithoutPage.Keys).ToHashSet();
        var missing = Running().Where(r => !known.Contains(r)).ToList();
        Assert.True(missing.Count == 0, $"""
            {string.Join(", ", missing)} answers and nobody looks at it. Add it to RouteTable.Pages with who sees it and what its title says, so that it is tried
            by role, light and dark, empty and full; or to RouteTable.WithoutPage with the reason why there is nothing to see.
            """);
    }

    [Fact]
    public void Every_entry_has_a_route_that_answers()
    {
        var running = Running().ToHashSet();
        var gone = RouteTable.Pages.Select(p => p.Route).Concat(RouteTable.WithoutPage.Keys).Where(r => !running.Contains(r)).Distinct().ToList();
        Assert.True(gone.Count == 0, $"{string.Join(", ", gone)} is in RouteTable and the application has no such route any more: take the entry out.");
    }

    [Fact]
    public void Every_page_of_the_application_is_entered_as_a_page()
    {
        var pages = Endpoints().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(NameOf).Distinct().ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.Except(RouteTable.Pages.Select(p => p.Route)).Except(["/sign-out", "/studio/site/{slug}"]));
    }

    private IEnumerable<string> Running() => Endpoints().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).Select(NameOf).Distinct().Order();

    private IEnumerable<RouteEndpoint> Endpoints()
    {
        var endpoints = App.House.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);
        return endpoints;
    }

    private static string NameOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.Trim('/');
}
