using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed partial class SignInTests(Database database) : InAHouse(database)
{
    private const string Password = "correct horse battery";
    private const string Studio = "/studio/account/password";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await GiveAsync(Some.Creator);
    }

    [Fact]
    public async Task Who_signs_in_gets_into_the_studio_and_out_again()
    {
        using var browser = new StudioClient(House);
        var before = await browser.GetAsync(Studio);
        Assert.Equal(HttpStatusCode.Redirect, before.Status);
        Assert.Contains("/sign-in?ReturnUrl=%2Fstudio%2Faccount%2Fpassword", before.Location, StringComparison.Ordinal);

        var signed = await browser.SignInAsync(" Creator@Quest.test ", Password);

        Assert.Equal((HttpStatusCode.Redirect, "/studio"), (signed.Status, signed.Location));
        var page = await browser.GetAsync(Studio);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<b>creator</b>", page.Body, StringComparison.Ordinal); // the name, not the address

        var form = await browser.FormAsync(Studio);
        await browser.SendAsync(form with { Action = "/sign-out" });
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Studio)).Status);
    }

    [Theory]
    [InlineData("/studio/review", "/studio/review")]
    [InlineData("https://elsewhere.example/", "/studio")]
    [InlineData("//elsewhere.example/", "/studio")]
    [InlineData("/\\elsewhere.example", "/studio")]
    public async Task After_signing_in_one_stays_in_this_house(string wanted, string expected)
    {
        using var browser = new StudioClient(House);

        var signed = await browser.PostAsync("/sign-in?ReturnUrl=" + Uri.EscapeDataString(wanted), null, ("Email", "creator@quest.test"), ("Password", Password), ("ReturnUrl", wanted));

        Assert.Equal(expected, signed.Location);
    }

    [Fact]
    public async Task Every_failure_is_answered_alike()
    {
        await GiveAsync(Some.Reviewer);
        await Some.Must(new SuspendPerson(Some.Reviewer.Person!.Value), Actor.Shell);
        await GiveAsync(Some.Publisher);
        await TryAsync("publisher@quest.test", "wrong wrong wrong", times: 5);

        var unknown = await FailAsync("nobody@quest.test", Password);
        var wrong = await FailAsync("creator@quest.test", "wrong wrong wrong");
        var suspended = await FailAsync("reviewer@quest.test", Password);
        var locked = await FailAsync("publisher@quest.test", Password);
        var invited = await FailAsync("administrator@quest.test", Password); // has a link and no password yet

        Assert.Contains("don’t belong together", unknown, StringComparison.Ordinal);
        Assert.All([wrong, suspended, locked, invited], answer => Assert.Equal(unknown, answer));
    }

    [Fact]
    public async Task An_unknown_address_takes_about_as_long_as_a_wrong_password()
    {
        await TryAsync("warm@quest.test", Password, times: 2);
        await TryAsync("creator@quest.test", "wrong wrong wrong", times: 1);

        var wrong = await MedianAsync("creator@quest.test", 3);
        var unknown = await MedianAsync("nobody@quest.test", 5);
        var invited = await MedianAsync("administrator@quest.test", 5);

        // Without the decoy both are a tenth: hashing is what takes the time.
        Assert.True(unknown > wrong / 3, $"unknown {unknown.TotalMilliseconds} ms, wrong {wrong.TotalMilliseconds} ms");
        Assert.True(invited > wrong / 3, $"invited {invited.TotalMilliseconds} ms, wrong {wrong.TotalMilliseconds} ms");
    }

    [Fact]
    public async Task Five_wrong_passwords_rest_the_account_for_fifteen_minutes_also_for_the_right_one()
    {
        await TryAsync("creator@quest.test", "wrong wrong wrong", times: 4);
        Assert.Null((await SignInAsync(Password)).Location is null ? "refused" : null); // four are no rest, and success counts them away
        await TryAsync("creator@quest.test", "wrong wrong wrong", times: 5);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(Password)).Status);
        var minutes = await House.ScalarAsync<double>("select extract(epoch from lockout_end - now())::float8 / 60 from accounts.accounts where email = 'creator@quest.test'");
        Assert.InRange(minutes, 14, 15);

        await House.SqlAsync("update accounts.accounts set lockout_end = now() - interval '1 second' where email = 'creator@quest.test'");
        Assert.Equal("/studio", (await SignInAsync(Password)).Location);
    }

    [Fact]
    public async Task A_suspended_persons_session_ends_and_nothing_is_theirs_to_do_at_once()
    {
        using var browser = new StudioClient(House);
        await browser.SignInAsync("creator@quest.test", Password);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/studio/articles/new")).Status);

        await Some.Must(new SuspendPerson(Some.Creator.Person!.Value), Actor.Shell);

        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/studio/articles/new")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(Password)).Status);

        await Some.Must(new ReadmitPerson(Some.Creator.Person!.Value), Actor.Shell);
        Assert.Equal("/studio", (await SignInAsync(Password)).Location);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("long", "long")]
    public async Task What_cannot_be_an_address_or_a_password_is_refused_beside_its_field(string email, string password)
    {
        if (email == "long") (email, password) = (new string('a', 300) + "@quest.test", new string('p', 3000));

        var answer = await FailWholeAsync(email, password);

        Assert.Contains("field-email", answer, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"" + password, password.Length > 0 ? answer : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_NUL_in_it_is_refused_beside_the_field()
    {
        Assert.Contains("characters that can't be stored", await FailWholeAsync("a\0b@quest.test", "x\0y"), StringComparison.Ordinal);
    }

    private async Task GiveAsync(Actor actor)
    {
        await using var scope = House.Services.CreateAsyncScope();
        var given = await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(actor.Person!.Value, Password, mustChange: false, TestContext.Current.CancellationToken);
        Assert.Null(given.Error);
    }

    private async Task<Answered> SignInAsync(string password)
    {
        using var browser = new StudioClient(House);
        return await browser.SignInAsync("creator@quest.test", password);
    }

    private async Task TryAsync(string email, string password, int times)
    {
        using var browser = new StudioClient(House);
        var form = await browser.FormAsync("/sign-in");
        for (var i = 0; i < times; i++) Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(form, ("Email", email), ("Password", password))).Status);
    }

    private async Task<TimeSpan> MedianAsync(string email, int times)
    {
        using var browser = new StudioClient(House);
        var form = await browser.FormAsync("/sign-in");
        var taken = new List<TimeSpan>();
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await browser.SendAsync(form, ("Email", email), ("Password", "wrong wrong wrong"));
            taken.Add(Stopwatch.GetElapsedTime(started));
        }
        return taken.Order().ElementAt(times / 2);
    }

    private async Task<string> FailAsync(string email, string password) =>
        Varying().Replace((await FailWholeAsync(email, password)).Replace(email, "EMAIL", StringComparison.Ordinal), "");

    private async Task<string> FailWholeAsync(string email, string password)
    {
        using var browser = new StudioClient(House);
        var answer = await browser.SignInAsync(email, password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        return answer.Body;
    }

    // The form's token and the page's nonce are new each time.
    [GeneratedRegex("(nonce|value)=\"[A-Za-z0-9+/=_-]{20,}\"")]
    private static partial Regex Varying();
}
