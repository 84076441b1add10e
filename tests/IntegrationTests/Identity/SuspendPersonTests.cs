using System.Net;
using QuestCms.Application.Content;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed class SuspendPersonTests(Database database) : WithPasswords(database)
{
    [Fact]
    public async Task Suspending_ends_open_sessions_within_a_minute()
    {
        await ChooseAsync(await LinkAsync(), First);
        using var browser = new StudioClient(House);
        await browser.SignInAsync("creator@quest.test", First);

        await Some.Must(new SuspendPerson(Some.Creator.Person!.Value), Actor.Shell);
        House.Clock.Move(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(Page)).Status);
    }

    [Fact]
    public async Task A_person_suspends_everyone_but_themselves()
    {
        var house = (await House.SendAsync(new AddHouseAdministrator("house@quest.test", "House"), Actor.Shell)).Value.Person;

        Assert.Equal("person.self", (await House.SendAsync(new SuspendPerson(house), Actor.Of(house, "House"))).Error?.Code);
        Assert.Equal("not_found", (await House.SendAsync(new SuspendPerson(PersonId.From(Guid.CreateVersion7())), Actor.Of(house, "House"))).Error?.Code);
    }
}

public sealed class ReadmitPersonTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Who_is_readmitted_has_the_roles_they_had_and_the_trail_says_both()
    {
        var person = Some.Creator.Person!.Value;
        await Some.Must(new SuspendPerson(person), Actor.Shell);
        Assert.Equal("sign_in", (await House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Error?.Code);

        await Some.Must(new ReadmitPerson(person), Actor.Shell);
        await Some.Must(new ReadmitPerson(person), Actor.Shell);

        Assert.Null((await House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Error);
        Assert.Equal("PersonSuspended PersonReadmitted", await House.ScalarAsync<string>("select string_agg(what, ' ' order by at, id) from audit.entries where about = $1 and what in ('PersonSuspended', 'PersonReadmitted')", person.Value));
        Assert.Equal("not_found", (await House.SendAsync(new ReadmitPerson(PersonId.From(Guid.CreateVersion7())), Actor.Shell)).Error?.Code);
    }
}

public sealed class SignOutTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Signed_out_the_studio_asks_for_a_sign_in_again()
    {
        using var browser = await Some.BrowserOfAsync(Some.Creator);
        var form = await browser.FormAsync("/studio/articles/new");

        Assert.Equal("/sign-in", (await browser.SendAsync(form with { Action = "/sign-out" })).Location);

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), (await browser.GetAsync("/studio")).Location!).AbsolutePath, StringComparison.Ordinal);
    }
}

public sealed class AddHouseAdministratorTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Somebody_new_gets_a_link_and_somebody_known_becomes_one()
    {
        var added = (await House.SendAsync(new AddHouseAdministrator("House@quest.test ", "House"), Actor.Shell)).Value;
        var known = (await House.SendAsync(new AddHouseAdministrator("creator@quest.test", "Another name"), Actor.Shell)).Value;

        Assert.NotNull(added.Token);
        Assert.Equal(Some.Creator.Person, known.Person);
        Assert.Equal("creator house", await House.ScalarAsync<string>("select string_agg(lower(name), ' ' order by lower(name)) from identity.people where is_house_administrator"));
        Assert.Equal(["email"], (await House.SendAsync(new AddHouseAdministrator("nowhere", "N"), Actor.Shell)).Error!.Fields.Select(f => f.Path));
    }
}

public sealed class RenewSignInTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task The_operator_makes_a_link_for_anyone_of_the_house_who_is_not_suspended()
    {
        Assert.NotNull((await House.SendAsync(new RenewSignIn("creator@quest.test"), Actor.Shell)).Value.Token);
        Assert.Equal("person.unknown", (await House.SendAsync(new RenewSignIn("nobody@quest.test"), Actor.Shell)).Error?.Code);

        await Some.Must(new SuspendPerson(Some.Reviewer.Person!.Value), Actor.Shell);
        Assert.Equal("person.suspended", (await House.SendAsync(new RenewSignIn("reviewer@quest.test"), Actor.Shell)).Error?.Code);
    }
}
