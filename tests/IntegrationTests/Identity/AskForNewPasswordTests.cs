using System.Net;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed class AskForNewPasswordTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_known_and_an_unknown_address_are_answered_alike_and_leave_the_same_behind()
    {
        using var browser = new StudioClient(House);
        var known = await browser.PostAsync("/sign-in/forgotten", null, ("Email", "creator@quest.test"));
        var unknown = await browser.PostAsync("/sign-in/forgotten", null, ("Email", "nobody@quest.test"));

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in/forgotten?asked=True"), (known.Status, known.Location));
        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.DoesNotContain("creator", (await browser.GetAsync(known.Location!)).Body, StringComparison.Ordinal);
        foreach (var address in new[] { "creator@quest.test", "nobody@quest.test" })
            Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from identity.mails m join work.jobs j on j.subject = m.id where m.address = $1 and m.state = 'Waiting'", address));
        // What nobody here asked for is shown to nobody.
        Assert.DoesNotContain((await House.SendAsync(new ListMails(), Actor.Shell)).Value.Mails.Items, m => m.Address is "nobody@quest.test");
    }

    [Fact]
    public async Task One_address_is_written_to_three_times_an_hour_and_hears_no_difference()
    {
        var asked = new AskForNewPassword("often@quest.test", "198.51.100.1");
        for (var i = 0; i < AskForNewPassword.MostForAddress + 2; i++) Assert.Null((await House.SendAsync(asked with { Email = i % 2 == 0 ? "often@quest.test" : " OFTEN@quest.test " }, Actor.Nobody)).Error);

        Assert.Equal(AskForNewPassword.MostForAddress, await House.ScalarAsync<long>("select count(*) from identity.mails where address = 'often@quest.test'"));
        await House.SqlAsync("update work.ask_counts set until = now() - interval '1 second'"); // the hour is over
        await House.SendAsync(asked, Actor.Nobody);
        Assert.Equal(AskForNewPassword.MostForAddress + 1, await House.ScalarAsync<long>("select count(*) from identity.mails where address = 'often@quest.test'"));
    }

    [Fact]
    public async Task One_network_asks_for_twenty_an_hour()
    {
        for (var i = 0; i < AskForNewPassword.MostFromNetwork; i++) Assert.Null((await House.SendAsync(new AskForNewPassword($"many{i}@quest.test", "198.51.100.2"), Actor.Nobody)).Error);

        Assert.Equal("password.asked_often", (await House.SendAsync(new AskForNewPassword("one-more@quest.test", "198.51.100.2"), Actor.Nobody)).Error?.Code);
        Assert.Null((await House.SendAsync(new AskForNewPassword("one-more@quest.test", "198.51.100.3"), Actor.Nobody)).Error);
    }

    [Fact]
    public async Task What_is_no_address_is_said_beside_its_field() =>
        Assert.Equal("email", Assert.Single((await House.SendAsync(new AskForNewPassword("no address", "198.51.100.4"), Actor.Nobody)).Error!.Fields).Path);
}
