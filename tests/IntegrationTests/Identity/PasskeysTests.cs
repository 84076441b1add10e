using System.Net;
using System.Text.Json;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Identity;

/// <summary>People whose authenticator stands beside the browser: what its script would carry, the test carries.</summary>
public abstract class WithPasskeys(ProofsHouse shared) : WithProofs(shared)
{
    private protected static SoftAuthenticator Device(string origin = ProofsHouse.Address) => new(origin);

    private protected static async Task<string> OfferedAsync(StudioClient browser) => (await ScriptAsync(browser, $"{Page}?handler=Offer", AnyPage)).Raw;

    private protected static Task<Answered> AddAsync(StudioClient browser, string name, string credential) => ScriptAsync(browser, $"{Page}?handler=Add", AnyPage, ("Name", name), ("Credential", credential));

    private protected static async Task<SoftAuthenticator> WithPasskeyAsync(StudioClient browser, string name = "phone")
    {
        var device = Device();
        Assert.Equal(Page, (await AddAsync(browser, name, device.Create(await OfferedAsync(browser)))).Location);
        return device;
    }

    private protected static async Task<string> AskedAsync(StudioClient browser) => (await ScriptAsync(browser, "/sign-in?handler=Ask", "/sign-in")).Raw;

    private protected static Task<Answered> ShowAsync(StudioClient browser, string credential) => ScriptAsync(browser, "/sign-in?handler=Passkey", "/sign-in", ("Credential", credential), ("Remember", "false"));

    /// <summary>A new browser in which the device was shown; nobody is signed in there before.</summary>
    private protected async Task<(StudioClient Browser, Answered Answer)> ShownAsync(SoftAuthenticator device)
    {
        var browser = new StudioClient(House);
        return (browser, await ShowAsync(browser, device.Get(await AskedAsync(browser))));
    }

    private static async Task<Answered> ScriptAsync(StudioClient browser, string address, string page, params (string Name, string Value)[] fields) =>
        await browser.RawAsync(address, new FormUrlEncodedContent(fields.Append((Name: "__RequestVerificationToken", Value: await browser.TokenAsync(page))).Select(f => KeyValuePair.Create(f.Name, f.Value))), json: false);
}

public sealed class OfferPasskeyTests(ProofsHouse shared) : WithPasskeys(shared)
{
    [Fact]
    public async Task It_is_for_this_person_at_the_address_of_the_settings_whatever_host_was_asked()
    {
        var who = await SomeoneAsync();
        using var browser = await InsideAsync(who);

        var offered = JsonSerializer.Deserialize<JsonElement>(await OfferedAsync(browser));

        Assert.Equal("quest.example", offered.GetProperty("rp").GetProperty("id").GetString());
        Assert.Equal(who.Email, offered.GetProperty("user").GetProperty("name").GetString());
        Assert.Equal("required", offered.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString());
        Assert.Equal("required", offered.GetProperty("authenticatorSelection").GetProperty("residentKey").GetString());
    }
}

public sealed class AddPasskeyTests(ProofsHouse shared) : WithPasskeys(shared)
{
    [Fact]
    public async Task It_stands_in_the_list_under_its_name_ends_no_session_and_the_trail_says_it()
    {
        var who = await SomeoneAsync();
        using var there = await InsideAsync(who);
        using var browser = await InsideAsync(who);

        using var device = await WithPasskeyAsync(browser, " office computer ");

        Assert.Contains("office computer", (await browser.GetAsync(Page)).Body, StringComparison.Ordinal);
        House.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(AnyPage)).Status);
        Assert.Equal(nameof(PasskeyAdded), await TrailAsync(who));
    }

    [Fact]
    public async Task What_was_made_for_elsewhere_or_late_or_for_somebody_else_is_not_taken()
    {
        var who = await SomeoneAsync();
        using var browser = await InsideAsync(who);
        using var stranger = await InsideAsync(await SomeoneAsync());
        using var elsewhere = Device("https://quest.example.evil.example");
        using var unopened = Device();
        unopened.Verifies = false;
        using var device = Device();

        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, "phone", elsewhere.Create(await OfferedAsync(browser)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, "phone", unopened.Create(await OfferedAsync(browser)))).Status);
        await OfferedAsync(browser);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, "phone", "{}")).Status);
        await OfferedAsync(browser);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, "phone", device.Create(await OfferedAsync(stranger)))).Status); // another's challenge
        Assert.Equal(HttpStatusCode.Conflict, (await AddAsync(browser, "phone", device.Create(await OfferedAsync(stranger)))).Status); // none is open any more
        await OfferedAsync(browser);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(browser, " ", "{}")).Status);

        Assert.Empty((await House.SendAsync(new GetMyProofs(), who.Actor)).Value.Passkeys);
        Assert.Null(await TrailAsync(who));
    }
}

public sealed class RemovePasskeyTests(ProofsHouse shared) : WithPasskeys(shared)
{
    [Fact]
    public async Task It_opens_nothing_any_more_and_every_other_session_ends()
    {
        var who = await SomeoneAsync();
        using var there = await InsideAsync(who);
        using var here = await InsideAsync(who);
        using var device = await WithPasskeyAsync(here);
        Assert.Equal("not_found", (await House.SendAsync(new RemovePasskey("no such id"), who.Actor)).Error?.Code);

        Assert.Equal(Page, (await here.PostAsync(Page, "Remove")).Location);

        House.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(AnyPage)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(AnyPage)).Status);
        var (browser, refused) = await ShownAsync(device);
        using (browser) Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("PasskeyAdded PasskeyRemoved", await TrailAsync(who));
    }
}

public sealed class GetMyProofsTests(ProofsHouse shared) : WithPasskeys(shared)
{
    [Fact]
    public async Task Each_sees_their_own()
    {
        var who = await SomeoneAsync();
        using var browser = await InsideAsync(who);
        using var device = await WithPasskeyAsync(browser, "phone");

        var mine = (await House.SendAsync(new GetMyProofs(), who.Actor)).Value;

        Assert.Equal("phone", Assert.Single(mine.Passkeys).Name);
        Assert.Equal(who.Email, mine.Email);
        Assert.False(mine.CodesOn);
        Assert.Empty((await House.SendAsync(new GetMyProofs(), (await SomeoneAsync()).Actor)).Value.Passkeys);
    }
}

public sealed class AskForPasskeyTests(ProofsHouse shared) : WithPasskeys(shared)
{
    [Fact]
    public async Task It_names_nobody_and_the_address_of_the_settings()
    {
        using var browser = new StudioClient(House);

        var asked = JsonSerializer.Deserialize<JsonElement>(await AskedAsync(browser));

        Assert.Equal("quest.example", asked.GetProperty("rpId").GetString());
        Assert.Equal(0, asked.TryGetProperty("allowCredentials", out var known) ? known.GetArrayLength() : 0);
    }
}

public sealed class SignInWithPasskeyTests(ProofsHouse shared) : WithPasskeys(shared)
{
    [Fact]
    public async Task It_opens_without_password_and_code_also_while_the_account_rests()
    {
        var who = await SomeoneAsync();
        using var inside = await InsideAsync(who);
        await CodesOnAsync(inside);
        using var device = await WithPasskeyAsync(inside);
        using var guessing = new StudioClient(House);
        for (var i = 0; i < 5; i++) await guessing.SignInAsync(who.Email, "wrong wrong wrong");

        var (browser, opened) = await ShownAsync(device);

        using (browser)
        {
            Assert.Equal("/studio", opened.Location);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Page)).Status);
        }
    }

    [Fact]
    public async Task A_suspended_person_does_not_enter_and_a_given_password_is_still_to_be_changed()
    {
        var who = await SomeoneAsync();
        using var inside = await InsideAsync(who);
        using var device = await WithPasskeyAsync(inside);
        await House.SendAsync(new SuspendPerson(who.Id), Actor.Shell);
        var (suspended, refused) = await ShownAsync(device);
        using (suspended) Assert.Equal(HttpStatusCode.BadRequest, refused.Status);

        await House.SendAsync(new ReadmitPerson(who.Id), Actor.Shell);
        await GiveAsync(who.Id, mustChange: true);

        var (browser, _) = await ShownAsync(device);
        using (browser) Assert.Contains(AnyPage, (await browser.GetAsync(Page)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_that_fell_behind_another_page_and_an_answer_sent_again_open_nothing()
    {
        using var inside = await InsideAsync(await SomeoneAsync());
        using var device = await WithPasskeyAsync(inside);
        using var browser = new StudioClient(House);
        var answer = device.Get(await AskedAsync(browser));
        Assert.Equal("/studio", (await ShowAsync(browser, answer)).Location);

        using var again = new StudioClient(House);
        Assert.Equal(HttpStatusCode.BadRequest, (await ShowAsync(again, answer)).Status); // nothing was asked here
        await AskedAsync(again);
        Assert.Equal(HttpStatusCode.BadRequest, (await ShowAsync(again, answer)).Status); // something else was
        device.Count = 0;
        var (copy, refused) = await ShownAsync(device);
        using (copy) Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task An_administrators_link_ends_it()
    {
        var who = await SomeoneAsync();
        using var inside = await InsideAsync(who);
        using var device = await WithPasskeyAsync(inside);
        var link = (await House.SendAsync(new IssueSignInLink(Some.Site, who.Id), Some.Administrator)).Value.Token!;

        Assert.Null((await House.SendAsync(new SetPasswordByLink(who.Id, link, "another horse entirely"), Actor.Nobody)).Error);

        var (browser, refused) = await ShownAsync(device);
        using (browser) Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("PasskeyAdded ProofsEnded", await TrailAsync(who));
    }
}
