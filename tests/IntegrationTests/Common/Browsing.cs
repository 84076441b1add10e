using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Identity;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Common;

/// <summary>Signs people in as their browser does.</summary>
internal static class Browsing
{
    public const string Password = "correct horse battery";

    public static async Task<StudioClient> BrowserOfAsync(this SomeHouse some, Actor actor, WebApplicationFactory<Program>? house = null, HttpClient? over = null)
    {
        await using var scope = some.House.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(actor.Person!.Value, Password, mustChange: false, TestContext.Current.CancellationToken);
        var browser = over is null ? new StudioClient(house ?? some.House) : new StudioClient(over);
        var email = await some.House.ScalarAsync<string>("select email from identity.people where id = $1", actor.Person!.Value.Value);
        Assert.Equal("/studio", (await browser.SignInAsync(email!, Password)).Location);
        return browser;
    }
}
