using System.Net;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Identity;

public sealed class OfferCodesTests(ProofsHouse shared) : WithProofs(shared)
{
    [Fact]
    public async Task A_key_is_drawn_and_written_and_nothing_is_asked_for_before_a_code_of_it_was_shown()
    {
        var who = await SomeoneAsync();
        using var browser = await InsideAsync(who);

        await browser.PostAsync(Page, "Codes");
        var page = await browser.GetAsync(Page);

        Assert.Equal(32, KeyOn(page).Length);
        Assert.Contains("<svg viewBox=\"0 0 ", page.Body, StringComparison.Ordinal);
        Assert.Contains($"otpauth://totp/Quest:{Uri.EscapeDataString(who.Email)}?secret={KeyOn(page)}&issuer=Quest", page.Body, StringComparison.Ordinal);
        using var elsewhere = await InsideAsync(who);
        await browser.SendAsync(await browser.FormAsync(Page, "On") with { Action = $"{Page}?handler=Codes" });
        Assert.NotEqual(KeyOn(page), KeyOn(await browser.GetAsync(Page)));
    }
}

public sealed class SwitchCodesOnTests(ProofsHouse shared) : WithProofs(shared)
{
    [Fact]
    public async Task A_code_switches_them_on_ends_no_session_and_ten_recovery_codes_are_shown_once()
    {
        var who = await SomeoneAsync();
        using var here = await InsideAsync(who);
        using var there = await InsideAsync(who);
        await here.PostAsync(Page, "Codes");
        var key = KeyOn(await here.GetAsync(Page));
        Assert.Contains("not the code the app shows now", (await here.PostAsync(Page, "On", ("Code", "000000"))).Body, StringComparison.Ordinal);

        var code = CodeNow(key);
        await here.PostAsync(Page, "On", ("Code", $" {code[..3]} {code[3..]}"));

        var page = await here.GetAsync(Page);
        Assert.Equal(10, RecoveryOn(page).Distinct().Count());
        Assert.Contains("10 recovery codes left", page.Body, StringComparison.Ordinal);
        Assert.Equal("", KeyOn(page));
        Assert.Empty(RecoveryOn(await here.GetAsync(Page)));
        House.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(AnyPage)).Status);
        Assert.Equal("codes.on", (await House.SendAsync(new OfferCodes(), who.Actor)).Error?.Code);
        Assert.Equal("codes.on", (await House.SendAsync(new SwitchCodesOn(code), who.Actor)).Error?.Code);
        Assert.Equal(nameof(CodesSwitched), await TrailAsync(who));
    }
}

public sealed class RenewRecoveryCodesTests(ProofsHouse shared) : WithProofs(shared)
{
    [Fact]
    public async Task New_ones_want_the_password_and_end_those_of_before()
    {
        var who = await SomeoneAsync();
        Assert.Equal("codes.off", (await House.SendAsync(new RenewRecoveryCodes(Password), who.Actor)).Error?.Code);
        using var browser = await InsideAsync(who);
        var (_, before) = await CodesOnAsync(browser);

        Assert.Contains("not your present password", (await browser.PostAsync(Page, "Recovery", ("Password", "wrong wrong wrong"))).Body, StringComparison.Ordinal);
        await browser.PostAsync(Page, "Recovery", ("Password", Password));
        var after = RecoveryOn(await browser.GetAsync(Page));

        Assert.Equal(10, after.Except(before).Count());
        using var elsewhere = new StudioClient(House);
        await elsewhere.SignInAsync(who.Email, Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.PostAsync("/sign-in/code", null, ("Code", before[0]))).Status);
        Assert.Equal("/studio", (await elsewhere.PostAsync("/sign-in/code", null, ("Code", after[0]))).Location);
        Assert.Equal("CodesSwitched RecoveryCodesRenewed SignInFailed RecoveryCodeUsed", await TrailAsync(who));
    }
}

public sealed class SwitchCodesOffTests(ProofsHouse shared) : WithProofs(shared)
{
    [Fact]
    public async Task Switching_off_wants_the_password_ends_every_other_session_and_the_password_opens_alone_again()
    {
        var who = await SomeoneAsync();
        using var there = await InsideAsync(who);
        using var here = await InsideAsync(who);
        await CodesOnAsync(here);
        var form = await here.FormAsync(Page, "Recovery");
        var off = form with { Action = $"{Page}?handler=Off" };

        Assert.Equal(HttpStatusCode.BadRequest, (await here.SendAsync(off, ("Password", "wrong wrong wrong"))).Status);
        Assert.Equal(Page, (await here.SendAsync(off, ("Password", Password))).Location);

        House.Clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(AnyPage)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(AnyPage)).Status);
        using var again = await InsideAsync(who);
        Assert.Equal("", KeyOn(await again.GetAsync(Page)));
        Assert.Equal("codes.off", (await House.SendAsync(new SwitchCodesOff(Password), who.Actor)).Error?.Code);
        Assert.Equal("CodesSwitched CodesSwitched", await TrailAsync(who));
    }

    [Fact]
    public async Task Five_wrong_passwords_rest_the_account_here_too()
    {
        var who = await SomeoneAsync();
        using var here = await InsideAsync(who);
        await CodesOnAsync(here);

        for (var i = 0; i < 5; i++) await House.SendAsync(new SwitchCodesOff("wrong wrong wrong"), who.Actor);

        Assert.Equal("password.wrong", (await House.SendAsync(new SwitchCodesOff(Password), who.Actor)).Error?.Code);
    }
}

public sealed class SignInWithCodeTests(ProofsHouse shared) : WithProofs(shared)
{
    private const string CodePage = "/sign-in/code";

    [Fact]
    public async Task After_the_password_a_code_opens_and_each_opens_once()
    {
        var (who, key, _) = await WithCodesAsync();
        using var browser = new StudioClient(House);
        using var second = new StudioClient(House);
        Assert.Equal($"{CodePage}?ReturnUrl=%2Fstudio%2Freview&Remember=True", (await browser.PostAsync("/sign-in", null, ("Email", who.Email), ("Password", Password), ("Remember", "true"), ("ReturnUrl", "/studio/review"))).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(AnyPage)).Status); // half a sign-in opens nothing
        await second.SignInAsync(who.Email, Password);

        var code = CodeNow(key);

        Assert.Equal("/studio/review", (await browser.PostAsync(CodePage + "?ReturnUrl=/studio/review", null, ("Code", code))).Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(AnyPage)).Status);
        Assert.Contains("each opens once", (await second.PostAsync(CodePage, null, ("Code", code))).Body, StringComparison.Ordinal);
        Assert.Equal("/studio", (await second.PostAsync(CodePage, null, ("Code", CodeNow(key)))).Location);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_as_people_type_it_and_the_trail_says_who_and_how_many_are_left()
    {
        var (who, _, recovery) = await WithCodesAsync();

        Assert.Equal("/studio", (await TryAsync(who, recovery[0].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant())).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(who, recovery[0])).Status);
        Assert.Equal("/studio", (await TryAsync(who, recovery[1])).Location);

        Assert.Equal(8, (await House.SendAsync(new GetMyProofs(), who.Actor)).Value.RecoveryCodesLeft);
        Assert.Equal("CodesSwitched RecoveryCodeUsed SignInFailed RecoveryCodeUsed", await TrailAsync(who));
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from audit.entries where what = 'RecoveryCodeUsed' and actor_id = $1 and (details->>'left')::int in (8, 9)", who.Id.Value));
    }

    [Fact]
    public async Task One_recovery_code_sent_from_two_browsers_at_once_opens_one()
    {
        var (who, _, recovery) = await WithCodesAsync();
        using var one = new StudioClient(House);
        using var two = new StudioClient(House);
        await one.SignInAsync(who.Email, Password);
        await two.SignInAsync(who.Email, Password);
        var forms = (One: await one.FormAsync(CodePage), Two: await two.FormAsync(CodePage));

        var answers = await Task.WhenAll(one.SendAsync(forms.One, ("Code", recovery[0])), two.SendAsync(forms.Two, ("Code", recovery[0])));

        Assert.Single(answers, a => a.Location == "/studio");
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("WRONG-WRONG")]
    public async Task Five_wrong_codes_rest_the_account_for_the_right_code_and_the_password(string wrong)
    {
        var (who, key, _) = await WithCodesAsync();
        using var browser = new StudioClient(House);
        await browser.SignInAsync(who.Email, Password);
        var form = await browser.FormAsync(CodePage);

        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(form, ("Code", wrong))).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(form, ("Code", CodeNow(key)))).Status);
        using var again = new StudioClient(House);
        Assert.Equal(HttpStatusCode.BadRequest, (await again.SignInAsync(who.Email, Password)).Status);
    }

    [Fact]
    public async Task The_right_password_does_not_count_wrong_codes_away()
    {
        var (who, _, _) = await WithCodesAsync();

        for (var i = 0; i < 5; i++) await TryAsync(who, "000000");

        using var browser = new StudioClient(House);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync(who.Email, Password)).Status);
    }

    [Fact]
    public async Task Without_the_first_step_or_after_a_suspension_no_code_opens()
    {
        var (who, key, recovery) = await WithCodesAsync();
        using var nobody = new StudioClient(House);
        Assert.Equal(HttpStatusCode.Conflict, (await nobody.PostAsync(CodePage, null, ("Code", CodeNow(key)))).Status);
        using var browser = new StudioClient(House);
        await browser.SignInAsync(who.Email, Password);
        var form = await browser.FormAsync(CodePage);

        await House.SendAsync(new SuspendPerson(who.Id), Actor.Shell);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(form, ("Code", CodeNow(key)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(form, ("Code", recovery[0]))).Status);
    }

    [Fact]
    public async Task A_given_password_is_still_to_be_changed_after_the_code()
    {
        var (who, key, _) = await WithCodesAsync();
        await GiveAsync(who.Id, mustChange: true);
        using var browser = new StudioClient(House);
        await browser.SignInAsync(who.Email, Password);

        await browser.PostAsync(CodePage, null, ("Code", CodeNow(key)));

        Assert.Contains(AnyPage, (await browser.GetAsync("/studio")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrators_link_ends_codes_and_says_so_and_another_link_leaves_them()
    {
        var (who, _, _) = await WithCodesAsync();
        var mailed = await TokenAsync(accounts => accounts.OneTimeTokenAsync(who.Id, Ct));
        Assert.Null((await House.SendAsync(new SetPasswordByLink(who.Id, mailed, "another horse entirely"), Actor.Nobody)).Error);
        using (var asked = new StudioClient(House)) Assert.StartsWith(CodePage, (await asked.SignInAsync(who.Email, "another horse entirely")).Location, StringComparison.Ordinal);

        var link = (await House.SendAsync(new IssueSignInLink(Some.Site, who.Id), Some.Administrator)).Value.Token!;
        Assert.Equal("password.weak", (await House.SendAsync(new SetPasswordByLink(who.Id, link, "short"), Actor.Nobody)).Error?.Code);
        using (var still = new StudioClient(House)) Assert.StartsWith(CodePage, (await still.SignInAsync(who.Email, "another horse entirely")).Location, StringComparison.Ordinal);
        Assert.Null((await House.SendAsync(new SetPasswordByLink(who.Id, link, Password), Actor.Nobody)).Error);

        using var browser = await InsideAsync(who);
        Assert.Equal("CodesSwitched ProofsEnded", await TrailAsync(who));
        Assert.Equal(who.Id.Value, await House.ScalarAsync<Guid>("select actor_id from audit.entries where what = 'ProofsEnded' and about = $1", who.Id.Value));
        Assert.Equal("link.used", (await House.SendAsync(new SetPasswordByLink(who.Id, link, "a third horse at last"), Actor.Nobody)).Error?.Code);
    }

    private async Task<(Someone Who, string Key, string[] Recovery)> WithCodesAsync()
    {
        var who = await SomeoneAsync();
        using var browser = await InsideAsync(who);
        var (key, recovery) = await CodesOnAsync(browser);
        return (who, key, recovery);
    }

    private async Task<Answered> TryAsync(Someone who, string code)
    {
        using var browser = new StudioClient(House);
        await browser.SignInAsync(who.Email, Password);
        return await browser.PostAsync(CodePage, null, ("Code", code));
    }

    private async Task<string> TokenAsync(Func<IAccounts, Task<string>> make)
    {
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(House.Services);
        return await make((IAccounts)scope.ServiceProvider.GetService(typeof(IAccounts))!);
    }
}
