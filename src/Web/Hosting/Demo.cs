using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Identity;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure;

namespace QuestCms.Web.Hosting;

/// <summary>Fills an empty database in Development so that there is something to look at: sites, people, articles in every state. Never in Production.</summary>
internal static class Demo
{
    public const string Administrator = "admin@quest.test";
    private const string PasswordSetting = "QUEST_DEMO_PASSWORD";
    private const string PasswordFile = "demo-password";
    private const string DoneFile = "demo-done";

    /// <summary>In order; each looks by itself whether its part is there already, so that a start that was cut off is made good by the next.</summary>
    private static readonly Func<IServiceProvider, CancellationToken, Task>[] Steps =
    [
        DemoHouse.FillAsync,
        DemoArticles.FillAsync,
    ];

    public static async Task FillAsync(IServiceProvider services, CancellationToken ct)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var (wanted, kept) = (configuration[PasswordSetting], Kept(configuration, PasswordFile));
        // The same administrator as when all was done: nothing to look for, and the start is quick.
        if (kept is not null && (string.IsNullOrEmpty(wanted) || wanted == kept) && Kept(configuration, DoneFile) is { } done && done == await DoneAsync(services, ct))
        {
            Tell(kept);
            return;
        }
        // People of its own: this is no demo, or no longer.
        if (await IsSomebodysAsync(services, ct)) return;
        foreach (var step in Steps) await step(services, ct);
        await GivePasswordsAsync(services, configuration, ct);
        Keep(Path.Combine(Database.DataFolder(configuration), DoneFile), await DoneAsync(services, ct));
    }

    // Another count of steps is another demo.
    private static async Task<string> DoneAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return $"{Steps.Length} {await scope.ServiceProvider.GetRequiredService<IHouseHealth>().PersonAsync(Administrator, ct)}";
    }

    private static string? Kept(IConfiguration configuration, string name)
    {
        var file = Path.Combine(Database.DataFolder(configuration), name);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private static void Tell(string password) => Console.WriteLine($"Demo sign-ins: {string.Join(", ", DemoHouse.Addresses)}; password {password}");

    /// <summary>Sends as that person, or as the operator; a refusal stops the start, because the demo is wrong then.</summary>
    public static async Task SendAsync(IServiceProvider services, ICommand command, Actor? actor = null, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(actor ?? Actor.Shell);
        Check((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct)).Error, command);
    }

    /// <summary>The same, with an answer.</summary>
    public static async Task<T> SendAsync<T>(IServiceProvider services, ICommand<T> command, Actor? actor = null, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(actor ?? Actor.Shell);
        var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, ct);
        Check(result.Error, command);
        return result.Value;
    }

    /// <summary>Reads in a scope of its own.</summary>
    public static async Task<T> ReadAsync<T>(IServiceProvider services, Func<IQuestDb, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<IQuestDb>());
    }

    private static Task<bool> IsSomebodysAsync(IServiceProvider services, CancellationToken ct) =>
        ReadAsync(services, async db => await db.People.AnyAsync(ct) && !await db.People.AnyAsync(p => p.Email == Administrator, ct));

    private static async Task GivePasswordsAsync(IServiceProvider services, IConfiguration configuration, CancellationToken ct)
    {
        var kept = Kept(configuration, PasswordFile);
        var password = configuration[PasswordSetting] is { Length: > 0 } wanted ? wanted : kept ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<IAccounts>();
        foreach (var person in await ReadAsync(services, db => db.People.Where(p => DemoHouse.Addresses.Contains(p.Email)).Select(p => p.Id).ToListAsync(ct)))
        {
            // Given when there is none, or when another one is asked for: sessions go on over a restart.
            if (password == kept && await accounts.HasPasswordAsync(person, ct)) continue;
            if ((await accounts.GivePasswordAsync(person, password, mustChange: false, ct)).Error is { } weak) throw new SettingException(PasswordSetting, $"can't be used: {weak.Message}");
        }
        if (password != kept) Keep(Path.Combine(Database.DataFolder(configuration), PasswordFile), password);
        Tell(password);
    }

    private static void Keep(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (File.Exists(file)) File.Delete(file); // a new file, so that the mode below holds
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.WriteLine(text);
    }

    private static void Check(Error? error, object command)
    {
        if (error is not null) throw new InvalidOperationException($"The demo's {command.GetType().Name} was refused: {error.Message} {string.Join(' ', error.Fields.Select(f => f.Message))}");
    }
}
