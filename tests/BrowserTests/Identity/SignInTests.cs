using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Identity;

/// <summary>The door, as each of the demo's people meets it.</summary>
public sealed class SignInTests(BrowserRun run) : InABrowser(run)
{
    [Theory]
    [InlineData(Who.Creator)]
    [InlineData(Who.Reviewer)]
    [InlineData(Who.Publisher)]
    [InlineData(Who.Admin)]
    public async Task Each_of_the_demos_people_signs_in_and_out(Who who)
    {
        var page = await BrowserOfAsync(Who.Nobody);

        await page.SignInAsync(DemoApplication.EmailOf(who), DemoApplication.Password);

        await Expect(page.Heading("My work")).ToBeVisibleAsync();
        await Expect(page.GetByText($"Demo {who.ToString().ToLowerInvariant()}")).ToBeVisibleAsync();
        await page.Button("Sign out").ClickAsync();
        await page.GotoAsync("/studio");
        await Expect(page.Heading("Sign in")).ToBeVisibleAsync();
    }
}
