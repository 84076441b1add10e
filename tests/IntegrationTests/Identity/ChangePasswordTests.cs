using System.Net;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed class ChangePasswordTests(Database database) : WithPasswords(database)
{
    [Fact]
    public async Task Changing_the_password_ends_every_other_session_within_a_minute_and_keeps_this_one()
    {
        await ChooseAsync(await LinkAsync(), First);
        using var here = new StudioClient(House);
        using var there = new StudioClient(House);
        await here.SignInAsync("creator@quest.test", First);
        await there.SignInAsync("creator@quest.test", First);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(Page)).Status);

        var changed = await here.PostAsync(Page, null, ("Current", First), ("Password", Second), ("Again", Second));
        House.Clock.Move(TimeSpan.FromSeconds(61));

        Assert.Equal("/studio", changed.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync(Page)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInAsync(House, First)).Status);
    }

    [Theory]
    [InlineData("wrong wrong wrong", Second, Second, "That is not your present password")]
    [InlineData(First, First, First, "That is your present password")]
    [InlineData(First, Second, "something else", "The two passwords differ")]
    [InlineData(First, "short", "short", "at least 12 characters")]
    [InlineData("", "", "", "at least 12 characters")]
    [InlineData("a\0b", "longer than twelve\0", "longer than twelve\0", "characters that can't be stored")]
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
}
