using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;

namespace QuestCms.BrowserTests.Routes;

/// <summary>Pages for those who may not see them, and what stands there instead.</summary>
public sealed class RefusedPageTests(BrowserRun run) : PageTests(run)
{
    [Theory]
    [InlineData(Cast.Newcomer)]
    [InlineData(Cast.Creator)]
    [InlineData(Cast.Reviewer)]
    [InlineData(Cast.Publisher)]
    [InlineData(Cast.Administrator)]
    [InlineData(Cast.HouseAdministrator)]
    public async Task Who_may_not_see_a_page_is_told_so_in_a_page(Cast cast)
    {
        var browser = await BrowserAsync(cast, Filled.Full);
        foreach (var entry in RouteTable.Pages.Where(p => p.Route.StartsWith("/studio", StringComparison.Ordinal) && !p.For.Contains(cast)))
        {
            var answer = await browser.APIRequest.GetAsync(entry.Path(Scene), new() { MaxRedirects = 0, Headers = [new("Accept", "text/html")] });

            var (status, title) = entry.NotFoundFor.Contains(cast) ? (404, "Not found") : (403, "Not yours to open");
            Assert.True(answer.Status == status, $"{entry.Name} answers {answer.Status} to a {cast}, and should {status}.");
            Assert.Contains($"<title>Development · {title} · Quest</title>", System.Net.WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_form_and_from_there_to_where_they_wanted()
    {
        var browser = await BrowserAsync(Cast.Nobody, Filled.Full);
        foreach (var entry in RouteTable.Pages.Where(p => p.Route.StartsWith("/studio", StringComparison.Ordinal)))
        {
            var path = entry.Path(Scene);
            var answer = await browser.APIRequest.GetAsync(path, new() { MaxRedirects = 0, Headers = [new("Accept", "text/html")] });
            Assert.Equal(302, answer.Status);
            Assert.EndsWith($"/sign-in?ReturnUrl={Uri.EscapeDataString(path)}", answer.Headers["location"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(403, "/studio/administration/everyone", Cast.Creator)]
    [InlineData(404, "/studio/nowhere", Cast.Creator)]
    [InlineData(404, "/sites/nowhere", Cast.Nobody)]
    public async Task A_page_that_says_no_is_a_page_like_any_other(int status, string path, Cast cast)
    {
        Complaints.Expect($"status of {status}");
        var page = await BrowserAsync(cast, Filled.Full);
        await PageLaws.WatchAsync(page);
        await page.GotoAsync(path);
        await PageLaws.SettleAsync(page);

        List<string> faults = [.. await PageLaws.ShiftsAsync(page), .. await PageLaws.SayAsync(page, "Quest"), .. await LookAsync(page)];
        Assert.Empty(faults);
    }

    /// <summary>Fonts that come late must not move a line under somebody's eyes: neither on a page of the studio, nor while one writes, nor for a reader.</summary>
    [Theory]
    [InlineData("/studio/articles/{id:guid}", Cast.Creator)]
    [InlineData("/studio", Cast.Creator)]
    [InlineData("/sites/{site}/{**slug}", Cast.Nobody)]
    public async Task Nothing_moves_when_the_fonts_come_late(string name, Cast cast)
    {
        var page = await BrowserAsync(cast, Filled.Full);
        await PageLaws.WatchAsync(page);
        var painted = new TaskCompletionSource();
        await page.RouteAsync("**/*.woff2", async route =>
        {
            await painted.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(RouteTable.Pages.Single(p => p.Name == name).Path(Scene), new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        painted.SetResult();
        await PageLaws.SettleAsync(page);

        Assert.Empty(await PageLaws.ShiftsAsync(page));
    }
}
