using QuestCms.Web.Cli.Smoke;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli;

/// <summary><c>smoke</c>: tries a deployed address from sign-in to readers, by the pages people use; 0 when everything went.</summary>
internal static class SmokeVerb
{
    public const string Says = "smoke --url URL --as EMAIL [--with-ai]: tries a deployed address as an administrator of the house; the password is QUEST_SMOKE_PASSWORD, or asked for";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args, "with-ai");
        if (words.Plain.Length > 0) throw new UsageException(Says);
        if (!Uri.TryCreate(words.Must("url"), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new UsageException("--url wants an http(s) address.");
        var configuration = QuestHost.Begin([]).Configuration;
        using var journey = new SmokeJourney(address, words.Must("as"), await PasswordAsync(configuration), words.Has("with-ai"), TimeProvider.System, Console.WriteLine);
        try
        {
            await journey.GoAsync(CancellationToken.None);
        }
        catch (SmokeException wrong)
        {
            await Console.Error.WriteLineAsync($"WRONG  {wrong.Message}");
            return 1;
        }
        Console.WriteLine("Everything went: written, approved, published, heard, read, found and removed.");
        return 0;
    }

    // Never among the words of the command, where every process may read it.
    private static async Task<string> PasswordAsync(ConfigurationManager configuration)
    {
        if (configuration["QUEST_SMOKE_PASSWORD"] is { Length: > 0 } given) return given;
        if (!Console.IsInputRedirected) await Console.Error.WriteAsync("Password: ");
        return await Console.In.ReadLineAsync() is { Length: > 0 } typed ? typed : throw new UsageException("Set QUEST_SMOKE_PASSWORD, or type the password.");
    }
}
