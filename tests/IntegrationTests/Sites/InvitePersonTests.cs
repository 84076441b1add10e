using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Sites;

public sealed class InvitePersonTests(Database database) : InAHouse(database)
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task Somebody_new_gets_a_link_and_somebody_with_a_password_keeps_it()
    {
        var first = await InviteAsync("new@quest.test", Role.Creator);
        Assert.NotNull(first.Token);
        Assert.Null((await House.SendAsync(new SetPasswordByLink(first.Person, first.Token, Password), Actor.Nobody)).Error);

        var second = await InviteAsync("NEW@quest.test ", Role.Reviewer);

        Assert.Equal((first.Person, null), (second.Person, second.Token));
        Assert.Equal([Role.Creator, Role.Reviewer], await RolesAsync(first.Person)); // given ones are added, none is taken
    }

    [Fact]
    public async Task The_same_form_sent_twice_invites_once_and_shows_a_link_both_times()
    {
        var operation = Guid.CreateVersion7();
        var command = new InvitePerson(Some.Site, "twice@quest.test", "Twice", [Role.Creator]);

        var answers = new[] { await House.SendAsync(command, Some.Administrator, operation), await House.SendAsync(command, Some.Administrator, operation) };
        var other = Guid.CreateVersion7();
        var atOnce = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => House.SendAsync(command with { Email = "at-once@quest.test" }, Some.Administrator, other)));

        Assert.All(answers.Concat(atOnce), a => Assert.NotNull(a.Value.Token));
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from identity.people where email in ('twice@quest.test', 'at-once@quest.test')"));
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from audit.entries where what = 'PersonAdded' and details->>'email' in ('twice@quest.test', 'at-once@quest.test')"));
    }

    [Fact]
    public async Task Two_administrators_inviting_the_same_person_at_once_make_one_person_and_one_hears_so()
    {
        for (var round = 0; round < 5; round++)
        {
            var email = $"both{round}@quest.test";
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => House.SendAsync(new InvitePerson(Some.Site, email, "Both", [Role.Creator]), Some.Administrator)));

            Assert.All(answers.Where(a => a.Error is not null), a => Assert.Equal("person.added_meanwhile", a.Error!.Code));
            Assert.Contains(answers, a => a.Error is null);
            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from sites.memberships m join identity.people p on p.id = m.person where p.email = $1", email));
            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from accounts.accounts where email = $1", email));
        }
    }

    [Fact]
    public async Task A_link_opens_every_site_of_a_person_so_one_sites_administrator_makes_none_for_who_works_elsewhere()
    {
        // The stranger administers the other site; here someone invites them as a creator, hoping for a link to that site.
        var invited = await InviteAsync("stranger@quest.test", Role.Creator);
        Assert.Null(invited.Token);
        Assert.Equal("person.elsewhere", (await LinkAsync(invited.Person, Some.Administrator)).Error?.Code);

        var house = Actor.Of((await House.SendAsync(new AddHouseAdministrator("house@quest.test", "House"), Actor.Shell)).Value.Person, "House");
        Assert.NotNull((await LinkAsync(invited.Person, house)).Value.Token);
        // Who administers all of a person's sites may.
        await Some.Must(new ChangeRoles(Some.OtherSite, invited.Person, []), Actor.Shell);
        Assert.NotNull((await LinkAsync(invited.Person, Some.Administrator)).Value.Token);
    }

    [Fact]
    public async Task A_house_administrators_link_is_made_at_the_shell_only()
    {
        var house = (await House.SendAsync(new AddHouseAdministrator("house@quest.test", "House"), Actor.Shell)).Value;
        await House.SendAsync(new SetPasswordByLink(house.Person, house.Token!, Password), Actor.Nobody);
        await InviteAsync("house@quest.test", Role.Creator);
        var other = Actor.Of((await House.SendAsync(new AddHouseAdministrator("other@quest.test", "Other"), Actor.Shell)).Value.Person, "Other");

        Assert.Equal("person.house", (await LinkAsync(house.Person, Some.Administrator)).Error?.Code);
        Assert.Equal("person.house", (await LinkAsync(house.Person, other)).Error?.Code);
        Assert.Equal("person.house", (await House.SendAsync(new RenewSignIn("house@quest.test"), other)).Error?.Code);
        Assert.NotNull((await House.SendAsync(new RenewSignIn("house@quest.test"), Actor.Shell)).Value.Token);
    }

    [Fact]
    public async Task A_link_is_for_members_who_are_not_suspended_and_the_trail_says_who_made_it()
    {
        Assert.Equal("not_found", (await LinkAsync(Some.Stranger.Person!.Value, Some.Administrator)).Error?.Code);
        Assert.NotNull((await LinkAsync(Some.Creator.Person!.Value, Some.Administrator)).Value.Token);
        Assert.Equal("administrator", await House.ScalarAsync<string>("select actor_name from audit.entries where what = 'SignInLinkIssued' and about = $1", Some.Creator.Person!.Value.Value));

        await Some.Must(new SuspendPerson(Some.Creator.Person!.Value), Actor.Shell);
        Assert.Equal("person.suspended", (await LinkAsync(Some.Creator.Person!.Value, Some.Administrator)).Error?.Code);
    }

    [Theory]
    [InlineData("", "Name", "email")]
    [InlineData("no address", "Name", "email")]
    [InlineData("a@b@c", "Name", "email")]
    [InlineData("@quest.test", "Name", "email")]
    [InlineData("jörg@quest.test", "Name", "email")]
    [InlineData("a\0@quest.test", "Name", "email")]
    [InlineData("a@quest.test", " ", "name")]
    [InlineData("a@quest.test", "N\0", "name")]
    [InlineData("a@quest.test", "half a pair", "name")]
    public async Task What_cannot_be_is_refused_by_its_field(string email, string name, string field)
    {
        if (name == "half a pair") name = "N\ud800"; // not in the attribute: the runner would mend it
        var refused = await House.SendAsync(new InvitePerson(Some.Site, email, name, [Role.Creator]), Some.Administrator);

        Assert.Equal([field], refused.Error!.Fields.Select(f => f.Path));
    }

    [Fact]
    public async Task Over_long_empty_and_unknown_values_are_refused_all_at_once()
    {
        var refused = await House.SendAsync(new InvitePerson(Some.Site, new string('a', 260) + "@q.test", new string('n', 101), []), Some.Administrator);
        Assert.Equal(["email", "name", "roles"], refused.Error!.Fields.Select(f => f.Path));

        var unknown = await House.SendAsync(new InvitePerson(Some.Site, "a@quest.test", "A", [(Role)99]), Some.Administrator);
        Assert.Equal("roles", Assert.Single(unknown.Error!.Fields).Path);
    }

    [Fact]
    public async Task Addresses_with_unusual_signs_can_sign_in()
    {
        var invited = await InviteAsync("o'hara+quest/2{x}@quest.test", Role.Creator);

        Assert.NotNull(invited.Token);
    }

    private async Task<Invitation> InviteAsync(string email, params Role[] roles)
    {
        var invited = await House.SendAsync(new InvitePerson(Some.Site, email, "Somebody", roles), Some.Administrator);
        Assert.Null(invited.Error);
        return invited.Value;
    }

    private Task<Domain.Common.Result<Invitation>> LinkAsync(PersonId person, Actor by) => House.SendAsync(new IssueSignInLink(Some.Site, person), by);

    private async Task<IReadOnlyList<Role>> RolesAsync(PersonId person) =>
        (await House.SendAsync(new ListMembers(Some.Site), Some.Administrator)).Value.Single(m => m.Person == person).Roles;
}
