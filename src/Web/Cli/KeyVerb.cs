using MediatR;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Cli;

/// <summary><c>key add</c>: prints the secret of a new site key, once.</summary>
internal static class KeyVerb
{
    public const string Says = "key add --site SLUG --scope read,preview,write --name PROGRAM: prints the new key, once";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args);
        if (words.Plain is not ["add"]) throw new UsageException(Says);
        var scopes = words.Must("scope").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.TryParse<KeyScope>(s, ignoreCase: true, out var scope) && !int.TryParse(s, out _) ? scope
            : throw new UsageException($"There is no scope “{s}”. There are: {string.Join(", ", Enum.GetNames<KeyScope>()).ToLowerInvariant()}.")).ToList();
        await using var house = await House.OpenAsync();
        var site = await house.SiteAsync(words.Must("site"));
        await using var scope = house.Begin();
        var made = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeSiteKey(site, words.Has("name") ? words.Must("name") : "made at a shell", scopes));
        if (made.Error is { } error) throw new UsageException(error.Message);
        Console.WriteLine(made.Value.Secret.Reveal());
        Console.WriteLine("This is the only time it is shown. Send it as “Authorization: Bearer …”; revoke it under Administration, Keys.");
        return 0;
    }
}
