using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed class PasswordTests(Database database) : InAHouse(database)
{
    private const string First = "correct horse battery";
    private const string Second = "another horse entirely";
    private const string Page = "/studio/account/password";

    [Fact]
    public async Task A_link_lets_its_owner_choose_a_password_once()
    {
        var link = await LinkAsync();

        Assert.Equal("/sign-in", (await ChooseAsync(link, First)).Location);
        var again = await ChooseAsync(link, Second);

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("used already or is older than a day", again.Body, StringComparison.Ordinal);
        Assert.Equal("/studio", (await SignInAsync(House, First)).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(House, Second)).Status);
    }

    [Fact]
    public async Task A_link_sent_twice_at_once_sets_one_password()
    {
        var link = await LinkAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => House.SendAsync(new SetPasswordByLink(Some.Creator.Person!.Value, link, $"password number {i}"), Actor.Nobody)));

        Assert.Single(answers, a => a.Error is null);
        Assert.All(answers.Where(a => a.Error is not null), a => Assert.Equal("link.used", a.Error!.Code));
    }

    [Fact]
    public async Task Of_two_links_the_second_stops_working_when_the_first_is_used()
    {
        var (first, second) = (await LinkAsync(), await LinkAsync());

        Assert.Equal("/sign-in", (await ChooseAsync(first, First)).Location);

        Assert.Equal(HttpStatusCode.BadRequest, (await ChooseAsync(second, Second)).Status);
    }

    [Fact]
    public async Task A_link_of_one_person_opens_nobody_else_and_a_made_up_one_opens_nothing()
    {
        var link = await LinkAsync();

        foreach (var (person, token) in new[] { (Some.Reviewer.Person!.Value, link), (Some.Creator.Person!.Value, "made up"), (PersonId.From(Guid.CreateVersion7()), link), (default, "") })
            Assert.NotNull((await House.SendAsync(new SetPasswordByLink(person, token, First), Actor.Nobody)).Error);
    }

    [Fact]
    public async Task A_link_lives_for_a_day()
    {
        Assert.Equal(TimeSpan.FromDays(1), House.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DataProtectionTokenProviderOptions>>().Value.TokenLifespan);
        using var late = House.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = TimeSpan.FromTicks(1))));

        var link = await LinkAsync();

        Assert.Equal("link.used", (await late.SendAsync(new SetPasswordByLink(Some.Creator.Person!.Value, link, First), Actor.Nobody)).Error?.Code);
    }

    [Fact]
    public async Task A_link_ends_the_rest_of_an_account()
    {
        await ChooseAsync(await LinkAsync(), First);
        for (var i = 0; i < 5; i++) await SignInAsync(House, "wrong wrong wrong");
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(House, First)).Status);

        await ChooseAsync(await LinkAsync(), Second);

        Assert.Equal("/studio", (await SignInAsync(House, Second)).Location);
    }

    [Theory]
    [InlineData("short", "short", "at least 12 characters")]
    [InlineData("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "at least 5 different characters")]
    [InlineData("correct horse battery", "correct horse", "The two passwords differ")]
    [InlineData("", "", "at least 12 characters")]
    public async Task A_password_that_will_not_do_is_refused_and_the_link_goes_on_working(string password, string again, string said)
    {
        var link = await LinkAsync();

        var refused = await ChooseAsync(link, password, again);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(said, refused.Body, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await ChooseAsync(link, First)).Location);
    }

    [Fact]
    public async Task Changing_the_password_ends_every_other_session_within_a_minute_and_keeps_this_one()
    {
        var clock = new MovableClock();
        using var house = House.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(clock)));
        await ChooseAsync(await LinkAsync(), First);
        using var here = new StudioClient(house);
        using var there = new StudioClient(house);
        await here.SignInAsync("creator@quest.test", First);
        await there.SignInAsync("creator@quest.test", First);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(Page)).Status);

        var changed = await here.PostAsync(Page, null, ("Current", First), ("Password", Second), ("Again", Second));
        clock.Move(TimeSpan.FromSeconds(61));

        Assert.Equal("/studio", changed.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(house, First)).Status);
    }

    [Fact]
    public async Task Suspending_ends_open_sessions_within_a_minute()
    {
        var clock = new MovableClock();
        using var house = House.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(clock)));
        await ChooseAsync(await LinkAsync(), First);
        using var browser = new StudioClient(house);
        await browser.SignInAsync("creator@quest.test", First);

        await Some.Must(new SuspendPerson(Some.Creator.Person!.Value), Actor.Shell);
        clock.Move(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Page)).Status);
    }

    [Theory]
    [InlineData("wrong wrong wrong", Second, Second, "That is not your present password")]
    [InlineData(First, First, First, "That is your present password")]
    [InlineData(First, Second, "something else", "The two passwords differ")]
    [InlineData(First, "short", "short", "at least 12 characters")]
    [InlineData("", "", "", "at least 12 characters")]
    [InlineData("a\0b", "longer than twelve\0", "longer than twelve\0", "Nothing was stored")]
    public async Task A_change_that_will_not_do_changes_nothing(string current, string password, string again, string said)
    {
        await ChooseAsync(await LinkAsync(), First);
        using var browser = new StudioClient(House);
        await browser.SignInAsync("creator@quest.test", First);

        var refused = await browser.PostAsync(Page, null, ("Current", current), ("Password", password), ("Again", again));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(refused.Body.Contains(said, StringComparison.Ordinal) || current.Length == 0, refused.Body);
        Assert.Equal("/studio", (await SignInAsync(House, First)).Location);
    }

    [Fact]
    public async Task The_first_administrator_comes_from_the_settings_and_chooses_a_password_before_anything_else()
    {
        await using var empty = await TestKit.TestHouse.OpenAsync(Postgres, settings: [("QUEST_ADMIN_EMAIL", "First@Quest.test"), ("QUEST_ADMIN_PASSWORD", First)]);
        using var browser = new StudioClient(empty);
        Assert.Equal("/studio", (await browser.SignInAsync("first@quest.test", First)).Location);

        foreach (var page in new[] { "/studio", "/studio/administration/sites", "/studio/articles/new" })
            Assert.Equal((HttpStatusCode.Redirect, true), await WhereAsync(browser, page));
        await browser.PostAsync(Page, null, ("Current", First), ("Password", Second), ("Again", Second));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/studio/administration/sites")).Status);
        Assert.Equal(1L, await empty.ScalarAsync<long>("select count(*) from identity.people where is_house_administrator"));
    }

    [Fact]
    public async Task The_settings_change_nothing_in_a_house_with_people()
    {
        using var again = House.WithWebHostBuilder(b => { b.UseSetting("QUEST_ADMIN_EMAIL", "first@quest.test"); b.UseSetting("QUEST_ADMIN_PASSWORD", First); });
        using var client = again.CreateClient();

        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from identity.people where email = 'first@quest.test'"));
    }

    [Fact]
    public async Task A_start_cut_off_between_person_and_password_is_gone_on_with()
    {
        var person = (await House.SendAsync(new AddHouseAdministrator("first@quest.test", "First"), Actor.Shell)).Value;
        Assert.NotNull(person.Token);

        Assert.Null((await House.SendAsync(new AppointFirstAdministrator("first@quest.test", First), Actor.Shell)).Error);
        Assert.Null((await House.SendAsync(new AppointFirstAdministrator("first@quest.test", Second), Actor.Shell)).Error);

        using var browser = new StudioClient(House);
        Assert.Equal("/studio", (await browser.SignInAsync("first@quest.test", First)).Location);
    }

    private static async Task<(HttpStatusCode, bool)> WhereAsync(StudioClient browser, string page)
    {
        var answer = await browser.GetAsync(page);
        return (answer.Status, answer.Location?.Contains(Page, StringComparison.Ordinal) == true);
    }

    private async Task<string> LinkAsync() => (await House.SendAsync(new IssueSignInLink(Some.Site, Some.Creator.Person!.Value), Some.Administrator)).Value.Token!;

    private async Task<Answered> ChooseAsync(string token, string password, string? again = null)
    {
        using var browser = new StudioClient(House);
        return await browser.PostAsync($"/sign-in/link?person={Some.Creator.Person}&token={Uri.EscapeDataString(token)}", null, ("Password", password), ("Again", again ?? password),
            ("Person", Some.Creator.Person.ToString()!), ("Token", token));
    }

    private static async Task<Answered> SignInAsync(WebApplicationFactory<Program> house, string password)
    {
        using var browser = new StudioClient(house);
        return await browser.SignInAsync("creator@quest.test", password);
    }

    private sealed class MovableClock : TimeProvider
    {
        private TimeSpan _moved;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _moved;

        public void Move(TimeSpan by) => _moved += by;
    }
}
