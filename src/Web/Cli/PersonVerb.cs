using MediatR;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary><c>person add</c> and <c>person reset</c>: print a one-time link, once.</summary>
internal static class PersonVerb
{
    public const string Says = "person add EMAIL --name NAME --role creator,reviewer --site SLUG (or --house); person reset EMAIL: prints a one-time link";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args);
        await using var house = await House.OpenAsync();
        return words.Plain switch
        {
            ["add", var email] when words.Has("house") => await AddToHouseAsync(house, email, words),
            ["add", var email] => await AddToSiteAsync(house, email, words),
            ["reset", var email] => await ResetAsync(house, email),
            _ => throw new UsageException(Says),
        };
    }

    private static async Task<int> AddToHouseAsync(House house, string email, Words words)
    {
        var added = await SendAsync(house, new AddHouseAdministrator(email, words.Must("name")));
        return Print(house, $"{email} administers the house.", added.Person, added.Token);
    }

    private static async Task<int> AddToSiteAsync(House house, string email, Words words)
    {
        var roles = words.Must("role").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(r => Enum.TryParse<Role>(r, ignoreCase: true, out var role) && Enum.IsDefined(role) && !int.TryParse(r, out _) ? role
                : throw new UsageException($"There is no role “{r}”. There are: {string.Join(", ", Enum.GetNames<Role>()).ToLowerInvariant()}.")).ToList();
        var invited = await SendAsync(house, new InvitePerson(await house.SiteAsync(words.Must("site")), email, words.Must("name"), roles));
        return Print(house, $"{email} is on {words.Must("site")}: {string.Join(", ", roles).ToLowerInvariant()}.", invited.Person, invited.Token);
    }

    private static async Task<int> ResetAsync(House house, string email)
    {
        var renewed = await SendAsync(house, new RenewSignIn(email));
        return Print(house, $"A link for {email}; used, it ends passkeys and codes of before:", renewed.Person, renewed.Token);
    }

    private static async Task<T> SendAsync<T>(House house, ICommand<T> command)
    {
        await using var scope = house.Begin();
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
        return result.Error is { } error ? throw new UsageException(InWords(error)) : result.Value;
    }

    private static string InWords(Error error) => error.Fields.Count > 1 ? string.Join(' ', error.Fields.Select(f => f.Message)) : error.Message;

    private static int Print(House house, string said, PersonId person, string? token)
    {
        Console.WriteLine(said);
        if (token is null) Console.WriteLine("They have a password already and need no link; person reset makes one.");
        else
        {
            Console.WriteLine($"{Settings.PublicAddress(house.Services.GetRequiredService<IConfiguration>())}/sign-in/link?person={person}&token={Uri.EscapeDataString(token)}");
            Console.WriteLine("It works once, within a day: the person chooses a password with it.");
        }
        return 0;
    }
}
