using QuestCms.Application.Content;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Sites;

public sealed class AddCategoryTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task A_category_and_a_byline_are_there_once_on_each_site()
    {
        Assert.Equal("category.exists", (await House.SendAsync(new AddCategory(Some.Site, " portugal "), Some.Administrator)).Error?.Code);
        Assert.Equal("byline.exists", (await House.SendAsync(new AddByline(Some.Site, "RELOCATION Desk", ""), Some.Administrator)).Error?.Code);
        Assert.Null((await House.SendAsync(new AddCategory(Some.OtherSite, "Portugal"), Some.Stranger)).Error);

        Assert.Equal(["Portugal"], (await House.SendAsync(new ListCategories(Some.Site), Some.Administrator)).Value.Select(c => c.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("a\0b")]
    [InlineData("half a pair")]
    [InlineData("long")]
    public async Task A_name_that_will_not_do_is_refused_by_its_field(string name)
    {
        if (name == "half a pair") name = "x\udc00"; // not in the attribute: the runner would mend it
        if (name == "long") name = new string('n', 101);

        Assert.Equal("name", Assert.Single((await House.SendAsync(new AddCategory(Some.Site, name), Some.Administrator)).Error!.Fields.Select(f => f.Path).Distinct()));
        Assert.Equal("name", Assert.Single((await House.SendAsync(new AddByline(Some.Site, name, ""), Some.Administrator)).Error!.Fields.Select(f => f.Path).Distinct()));
    }
}

public sealed class ListCategoriesTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task They_stand_by_name_and_each_site_has_its_own()
    {
        await Some.Must(new AddCategory(Some.Site, "Austria"), Some.Administrator);
        await Some.Must(new AddCategory(Some.OtherSite, "Elsewhere"), Some.Stranger);

        Assert.Equal([("austria", "Austria"), ("portugal", "Portugal")], (await House.SendAsync(new ListCategories(Some.Site), Some.Administrator)).Value.Select(c => (c.Slug, c.Name)));
    }
}

public sealed class ListEveryoneTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task Everyone_of_the_house_is_listed_page_by_page_without_a_gap()
    {
        await House.SqlAsync("insert into identity.people (id, email, name, is_house_administrator, created_at, version) select gen_random_uuid(), 'p' || lpad(n::text, 4, '0') || '@quest.test', 'P', false, now(), 1 from generate_series(1, 230) n");

        var seen = new List<Somebody>();
        string? after = null;
        do
        {
            var page = (await House.SendAsync(new ListEveryone(after), Actor.Shell)).Value;
            Assert.InRange(page.Items.Count, 1, 100);
            seen.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        Assert.Equal(await House.ScalarAsync<long>("select count(*) from identity.people"), seen.Count);
        Assert.Equal(seen.Count, seen.Select(p => p.Email).Distinct().Count());
        Assert.Equal(["Creator, Reviewer, Publisher, Administrator on Placement"], seen.Single(p => p.Person == Some.Stranger.Person).Works);
    }
}

public sealed class ListMembersTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Everyone_who_ever_had_a_role_stands_there_with_the_roles_of_now()
    {
        await Some.Must(new ChangeRoles(Some.Site, Some.SecondReviewer.Person!.Value, []), Some.Administrator);
        await Some.Must(new SuspendPerson(Some.SecondCreator.Person!.Value), Actor.Shell);

        var members = (await House.SendAsync(new ListMembers(Some.Site), Some.Administrator)).Value;

        Assert.Equal(["administrator", "creator", "publisher", "reviewer", "reviewer-two", "second"], members.Select(m => m.Name));
        Assert.Equal([Role.Creator], members[1].Roles);
        Assert.Empty(members[4].Roles);
        Assert.NotNull(members[5].SuspendedAt);
        Assert.DoesNotContain(members, m => m.Person == Some.Stranger.Person);
    }
}

public sealed class GetMySitesTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_person_sees_the_sites_they_work_on_and_a_house_administrator_all()
    {
        var mine = (await House.SendAsync(new GetMySites(), Some.Creator)).Value;
        Assert.Equal(("creator", false), (mine.Name, mine.HouseAdministrator));
        Assert.Equal([("relocation", "Creator")], mine.Sites.Select(s => (s.Slug, string.Join(' ', s.Roles))));

        var house = Actor.Of((await House.SendAsync(new AddHouseAdministrator("house@quest.test", "House"), Actor.Shell)).Value.Person, "House");
        var all = (await House.SendAsync(new GetMySites(), house)).Value;
        Assert.Equal([("relocation", 0), ("placement", 0)], all.Sites.Select(s => (s.Slug, s.Roles.Count)));
        Assert.True(all.HouseAdministrator);
    }
}

public sealed class IssueSignInLinkTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Pressed_twice_both_answers_hold_a_link_and_the_trail_has_one_line()
    {
        var operation = Guid.CreateVersion7();
        var command = new IssueSignInLink(Some.Site, Some.Creator.Person!.Value);

        var answers = new[] { await House.SendAsync(command, Some.Administrator, operation), await House.SendAsync(command, Some.Administrator, operation) };

        Assert.All(answers, a => Assert.NotNull(a.Value.Token));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where what = 'SignInLinkIssued' and about = $1", Some.Creator.Person.Value.Value));
        Assert.Equal("not_found", (await House.SendAsync(command with { Person = Some.Stranger.Person!.Value }, Some.Administrator)).Error?.Code);
    }
}
