using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Identity;

/// <summary>One house for everything about passkeys and codes, with an address of its own in the settings; each test brings its own person.</summary>
public sealed class ProofsHouse(Database database) : IAsyncLifetime
{
    /// <summary>Not the host that the tests ask: what is shown to belong to it comes from the setting.</summary>
    public const string Address = "https://quest.example";

    public SomeHouse Some { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Some = await SomeHouse.OpenAsync(database.Postgres, settings: [("QUEST_PUBLIC_URL", Address)]);

    public ValueTask DisposeAsync() => Some.House.DisposeAsync();
}

[CollectionDefinition(nameof(ProofsHouse))]
public sealed class ProofsHouseOfAll : ICollectionFixture<ProofsHouse>;

/// <summary>Somebody with a password.</summary>
public sealed record Someone(PersonId Id, string Email)
{
    public Actor Actor => Actor.Of(Id, Email);
}

[Collection(nameof(ProofsHouse))]
public abstract partial class WithProofs(ProofsHouse shared)
{
    protected const string Password = "correct horse battery";
    protected const string Page = "/studio/account/security";
    protected const string AnyPage = "/studio/account/password";

    protected SomeHouse Some => shared.Some;
    protected TestHouse House => shared.Some.House;
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected async Task<Someone> SomeoneAsync(bool mustChange = false)
    {
        var name = $"p{Guid.CreateVersion7():N}";
        var actor = await Some.PersonAsync(name, Some.Site, Role.Creator);
        await GiveAsync(actor.Person!.Value, mustChange);
        return new Someone(actor.Person!.Value, $"{name}@quest.test");
    }

    protected async Task GiveAsync(PersonId person, bool mustChange)
    {
        await using var scope = House.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(person, Password, mustChange, Ct)).Error);
    }

    /// <summary>A browser in which this person is signed in by the password.</summary>
    private protected async Task<StudioClient> InsideAsync(Someone who)
    {
        var browser = new StudioClient(House);
        Assert.Equal("/studio", (await browser.SignInAsync(who.Email, Password)).Location);
        return browser;
    }

    /// <summary>Sets an app up and switches codes on, as the page does it.</summary>
    private protected async Task<(string Key, string[] Recovery)> CodesOnAsync(StudioClient browser)
    {
        await browser.PostAsync(Page, "Codes");
        var key = KeyOn(await browser.GetAsync(Page));
        Assert.Equal(Page, (await browser.PostAsync(Page, "On", ("Code", CodeNow(key)))).Location);
        return (key, RecoveryOn(await browser.GetAsync(Page)));
    }

    protected static string KeyOn(Answered page) => Key().Match(page.Body).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

    protected static string[] RecoveryOn(Answered page) => Recovery().Match(page.Body).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What an app shows now; each opens once, so a test that needs another moves the clock by half a minute.</summary>
    protected string CodeNow(string key)
    {
        House.Clock.Move(TimeSpan.FromSeconds(30));
        return CodeAt(key, House.Clock.GetUtcNow());
    }

    // RFC 6238 over again, apart from the house's own.
    private static string CodeAt(string key, DateTimeOffset at)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(at.ToUnixTimeSeconds() / 30);
        if (BitConverter.IsLittleEndian) Array.Reverse(counter);
#pragma warning disable CA5350 // what apps use
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var from = hash[19] & 0xf;
        var number = ((hash[from] & 0x7f) << 24) | (hash[from + 1] << 16) | (hash[from + 2] << 8) | hash[from + 3];
        return $"{number % 1_000_000:D6}";
    }

    /// <summary>What the trail says of this person, in order.</summary>
    protected async Task<string?> TrailAsync(Someone who) =>
        await House.ScalarAsync<string>("select string_agg(what, ' ' order by at, id) from audit.entries where about = $1 and what not in ('PersonAdded', 'RolesChanged', 'SignInLinkIssued')", who.Id.Value);

    [GeneratedRegex("<dd class=\"mono\" translate=\"no\">([^<]+)</dd>")]
    private static partial Regex Key();

    [GeneratedRegex("<textarea[^>]*id=\"one-time\"[^>]*>([^<]+)</textarea>")]
    private static partial Regex Recovery();
}
