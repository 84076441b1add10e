using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.BrowserTests.Kit;
using QuestCms.BrowserTests.Routes;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Identity;

/// <summary>A passkey from its adding to the door it opens, with Chromium's own authenticator; at a name, because a number has none.</summary>
public sealed class PasskeyTests(BrowserRun run) : InABrowser(run)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_and_every_state_of_the_page_is_accessible()
    {
        var email = await SomeoneAsync();
        var address = App.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var complaints = new Complaints(address);
        await using var context = await Run.Browser.NewContextAsync(Look.Desk.Options(address, null));
        context.SetDefaultTimeout(60_000);
        complaints.Listen(context);
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        await WithAuthenticatorAsync(page);
        await page.SignInAsync(email, DemoApplication.Password);

        await page.Link("Signing in").ClickAsync();
        await Expect(page.Heading("No passkey yet")).ToBeVisibleAsync();
        await page.GetByLabel("Name of a new passkey").FillAsync("Office computer");
        await page.Button("Add a passkey").ClickAsync();
        await Expect(page.GetByText("The passkey is added")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Office computer" })).ToBeVisibleAsync();
        await page.Button("Set up an app").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code of the key below" })).ToBeVisibleAsync();
        faults.AddRange(await LookAsync(page));

        await page.Button("Sign out").ClickAsync();
        await Expect(page.Button("Sign in with a passkey")).ToBeVisibleAsync();
        faults.AddRange(await LookAsync(page));
        await page.Button("Sign in with a passkey").ClickAsync();
        await Expect(page.Heading("My work")).ToBeVisibleAsync();

        Assert.Empty(faults);
        Assert.Empty(complaints.Unexpected);
    }

    private async Task<string> SomeoneAsync()
    {
        const string email = "passkeys@quest.test";
        var site = await App.House.ReadAsync(db => db.Sites.Where(s => s.Slug == Scene.FullSite).Select(s => s.Id).FirstAsync());
        var invited = (await App.House.SendAsync(new InvitePerson(site, email, "Somebody with a passkey", [Role.Creator]), Actor.Shell)).Value;
        await using var scope = App.House.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(invited.Person, DemoApplication.Password, mustChange: false, TestContext.Current.CancellationToken)).Error);
        return email;
    }

    private static async Task WithAuthenticatorAsync(IPage page)
    {
        // It answers by itself: a question in the field of the address would be answered before anybody pressed anything.
        await page.AddInitScriptAsync("if (window.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
    }

    private static async Task<List<string>> LookAsync(IPage page)
    {
        await PageLaws.FreshAsync(page);
        var faults = await PageLaws.LookAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange((await PageLaws.LookAtColoursAsync(page)).Select(f => "dark: " + f));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(PageLaws.PhoneWidth, 844);
        faults.AddRange((await PageLaws.LookAtLayoutAsync(page)).Select(f => "on a phone: " + f));
        await page.SetViewportSizeAsync(Look.Desk.Width, Look.Desk.Height);
        return faults;
    }
}
