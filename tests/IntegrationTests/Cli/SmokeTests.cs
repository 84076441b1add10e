using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;
using QuestCms.Web.Cli.Production;
using QuestCms.Web.Cli.Smoke;

namespace QuestCms.IntegrationTests.Cli;

/// <summary>The journey that is tried after a deployment, against a house that listens, behind the edge of this machine: twice, for the second finds the site and the people of the first.</summary>
public sealed class SmokeTests(Database database) : IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SomeHouse Some { get; set; } = null!;
    private TestHouse House => Some.House;

    // One of its own, that nobody has asked anything yet: it is to listen.
    public async ValueTask InitializeAsync() => Some = await SomeHouse.OpenAsync(database.Postgres, workers: true);

    public ValueTask DisposeAsync() => House.DisposeAsync();

    [Fact]
    public async Task It_goes_from_sign_in_to_readers_and_leaves_nothing_behind()
    {
        var inner = new Uri(House.Listen());
        var added = (await House.SendAsync(new AddHouseAdministrator("house@quest.test", "house"), Actor.Shell)).Value;
        await Some.Must(new SetPasswordByLink(added.Person, added.Token!, Password), Actor.Nobody);
        var file = Path.Combine(Path.GetTempPath(), $"quest-edge-{Guid.CreateVersion7()}.pfx");
        var certificate = TlsEdge.Certificate(file, TimeProvider.System);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        File.Delete(file);
        await using var edge = await TlsEdge.StartAsync(0, inner, certificate);

        for (var n = 0; n < 2; n++)
        {
            var said = new List<string>();
            using var journey = new SmokeJourney(edge.Address, "house@quest.test", Password, withAi: false, TimeProvider.System, said.Add);
            await journey.GoAsync(Ct);
            Assert.Equal(["health", "sign-in", "site", "people", "key", "create", "edit", "submit", "approve", "publish, heard over SSE and WebSocket", "read and search", "remove", "close"],
                said.Select(s => s[7..s.LastIndexOf(" (", StringComparison.Ordinal)]));
        }

        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from content.articles a join sites.sites s on s.id = a.site where s.slug = 'smoke' and a.deleted_at is null"));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from sites.keys k join sites.sites s on s.id = k.site where s.slug = 'smoke' and k.revoked_at is null"));
        Assert.Equal(2L, await House.ScalarAsync<long>("select count(*) from identity.people where email like 'smoke-%' and suspended_at is not null"));
    }

    [Fact]
    public async Task A_password_that_is_wrong_is_said_in_one_sentence()
    {
        using var journey = new SmokeJourney(new Uri(House.Listen()), "nobody@quest.test", "not-the-password", withAi: false, TimeProvider.System, _ => { });

        var wrong = await Assert.ThrowsAsync<SmokeException>(() => journey.GoAsync(Ct));

        Assert.StartsWith("sign-in: ", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-the-password", wrong.Message, StringComparison.Ordinal);
    }
}
