using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Sites;

public sealed class ChangeRolesTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task Of_two_administrators_changing_the_same_roles_at_once_one_gets_a_sentence()
    {
        for (var round = 0; round < 10; round++)
        {
            var seen = await CreatorAsync();
            var wanted = round % 2 == 0 ? new[] { Role.Reviewer, Role.Publisher } : [Role.Creator, Role.Administrator];
            var answers = await Task.WhenAll(wanted.Select(role => House.SendAsync(new ChangeRoles(Some.Site, seen.Person, [role], seen.Version), Some.Administrator)));

            var refused = Assert.Single(answers, a => a.Error is not null);
            Assert.Equal("roles.changed_meanwhile", refused.Error!.Code);
            Assert.Equal(seen.Version + 1, (await CreatorAsync()).Version);
        }
    }

    [Fact]
    public async Task A_page_opened_before_anothers_change_takes_nothing_back()
    {
        var seen = await CreatorAsync();
        await Some.Must(new ChangeRoles(Some.Site, seen.Person, [Role.Creator, Role.Reviewer], seen.Version), Actor.Shell);

        var late = await House.SendAsync(new ChangeRoles(Some.Site, seen.Person, [Role.Publisher], seen.Version), Some.Administrator);

        Assert.Equal("roles.changed_meanwhile", late.Error?.Code);
        Assert.Equal([Role.Creator, Role.Reviewer], (await CreatorAsync()).Roles);
    }

    [Fact]
    public async Task The_same_form_twice_is_done_once()
    {
        var seen = await CreatorAsync();
        var operation = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
            Assert.Null((await House.SendAsync(new ChangeRoles(Some.Site, seen.Person, [Role.Reviewer], seen.Version), Some.Administrator, operation)).Error);

        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from audit.entries where what = 'RolesChanged' and about = $1", seen.Person.Value)); // the invitation and this
    }

    [Fact]
    public async Task An_administrator_keeps_the_administration_others_may_take_it()
    {
        var me = Some.Administrator.Person!.Value;
        Assert.Equal("roles.own_administration", (await House.SendAsync(new ChangeRoles(Some.Site, me, [Role.Creator]), Some.Administrator)).Error?.Code);
        Assert.Null((await House.SendAsync(new ChangeRoles(Some.Site, me, [Role.Creator, Role.Administrator]), Some.Administrator)).Error);

        var other = await Some.PersonAsync("other", Some.Site, Role.Administrator);
        Assert.Null((await House.SendAsync(new ChangeRoles(Some.Site, me, [Role.Creator]), other)).Error);
    }

    [Fact]
    public async Task A_house_administrator_may_lay_the_role_down_and_administers_all_the_same()
    {
        var me = Some.Administrator;
        await House.SendAsync(new AddHouseAdministrator("administrator@quest.test", "administrator"), Actor.Shell);

        Assert.Null((await House.SendAsync(new ChangeRoles(Some.Site, me.Person!.Value, []), me)).Error);

        Assert.Null((await House.SendAsync(new AddCategory(Some.Site, "Spain"), me)).Error);
    }

    [Fact]
    public async Task Somebody_who_is_no_member_is_not_found()
    {
        Assert.Equal("not_found", (await House.SendAsync(new ChangeRoles(Some.Site, Some.Stranger.Person!.Value, [Role.Creator]), Some.Administrator)).Error?.Code);
        Assert.NotNull((await House.SendAsync(new ChangeRoles(Some.Site, Some.Creator.Person!.Value, [(Role)7]), Some.Administrator)).Error);
        Assert.NotNull((await House.SendAsync(new ChangeRoles(Some.Site, Some.Creator.Person!.Value, null!), Some.Administrator)).Error);
    }

    private async Task<Member> CreatorAsync() => (await House.SendAsync(new ListMembers(Some.Site), Some.Administrator)).Value.Single(m => m.Person == Some.Creator.Person);
}
