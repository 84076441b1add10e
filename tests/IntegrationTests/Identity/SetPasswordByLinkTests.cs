using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed class SetPasswordByLinkTests(Database database) : WithPasswords(database)
{
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
}
