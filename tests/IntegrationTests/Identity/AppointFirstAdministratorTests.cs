using System.Net;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed class AppointFirstAdministratorTests(Database database) : WithPasswords(database)
{
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
}
