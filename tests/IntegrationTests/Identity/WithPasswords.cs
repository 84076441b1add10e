using Microsoft.AspNetCore.Mvc.Testing;
using QuestCms.Application.Sites;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

/// <summary>People get links, choose passwords and sign in.</summary>
public abstract class WithPasswords(Database database) : InAHouse(database)
{
    protected const string First = "correct horse battery";
    protected const string Second = "another horse entirely";
    protected const string Page = "/studio/account/password";

    protected async Task<string> LinkAsync() => (await House.SendAsync(new IssueSignInLink(Some.Site, Some.Creator.Person!.Value), Some.Administrator)).Value.Token!;

    protected async Task<Answered> ChooseAsync(string token, string password, string? again = null)
    {
        using var browser = new StudioClient(House);
        return await browser.PostAsync($"/sign-in/link?person={Some.Creator.Person}&token={Uri.EscapeDataString(token)}", null, ("Password", password), ("Again", again ?? password),
            ("Person", Some.Creator.Person.ToString()!), ("Token", token));
    }

    protected static async Task<Answered> SignInAsync(WebApplicationFactory<Program> house, string password)
    {
        using var browser = new StudioClient(house);
        return await browser.SignInAsync("creator@quest.test", password);
    }
}
