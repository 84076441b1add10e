using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Audit;
using QuestCms.Application.Common;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Sites;

public sealed class MakeSiteKeyTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task A_secret_is_shown_once_and_only_its_hash_is_kept()
    {
        var (id, secret, _) = await KeyAsync(KeyScope.Write);

        var row = await House.ReadAsync(db => Task.FromResult(db.SiteKeys.Single(k => k.Id == id)));
        Assert.Matches("^qk_[0-9a-f]{10}_[0-9a-f]{64}$", secret);
        Assert.Equal([KeyScope.Read, KeyScope.Write], row.Scopes);
        Assert.Equal((secret[..13], Some.Administrator.Person), (row.Prefix, row.MadeBy));
        Assert.Equal(KeySecret.HashOf(secret), row.Hash);
        var everything = await House.ScalarAsync<string>("select (select string_agg(k::text, ' ') from sites.keys k) || (select string_agg(e::text, ' ') from audit.entries e)");
        Assert.DoesNotContain(secret[14..], everything, StringComparison.Ordinal);
        Assert.Contains(secret[..13], everything, StringComparison.Ordinal); // by which people know it
        Assert.DoesNotContain(secret[14..], KeySecret.Of(new byte[KeySecret.RandomBytes]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_it_after_the_post_and_never_again()
    {
        using var browser = await Some.BrowserOfAsync(Some.Administrator);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/studio/administration/keys", "Make", ("Name", "Page robot"), ("Scopes", "Write"))).Status);
        var first = (await browser.GetAsync("/studio/administration/keys")).Body;
        var second = (await browser.GetAsync("/studio/administration/keys")).Body;

        var secret = System.Text.RegularExpressions.Regex.Match(first, "qk_[0-9a-f]{10}_[0-9a-f]{64}").Value;
        Assert.NotEmpty(secret);
        Assert.DoesNotContain(secret, second, StringComparison.Ordinal);
        Assert.Contains("Page robot", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "name.missing")]
    [InlineData("two\nlines", "name.lines")]
    public async Task A_name_is_one_line(string name, string code)
    {
        var refused = (await House.SendAsync(new MakeSiteKey(Some.Site, name, [KeyScope.Read]), Some.Administrator)).Error!;
        Assert.Equal(code, Assert.Single(refused.Fields).Code);
    }
}

public sealed class ListSiteKeysTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task Each_key_says_who_made_it_when_it_was_used_and_whether_it_is_revoked()
    {
        var (id, secret, _) = await KeyAsync(KeyScope.Preview);
        var atShell = (await House.SendAsync(new MakeSiteKey(Some.Site, "from the shell", []), Actor.Shell)).Value.Key;
        var ring = House.Services.GetRequiredService<IKeyRing>();
        Assert.Null((await RowAsync(id)).LastUsedAt);

        await ring.OpenAsync(secret, Ct);
        var first = (await RowAsync(id)).LastUsedAt;
        House.Clock.Move(TimeSpan.FromSeconds(10));
        await ring.OpenAsync(secret, Ct);
        var soon = (await RowAsync(id)).LastUsedAt;
        House.Clock.Move(TimeSpan.FromSeconds(60));
        await ring.OpenAsync(secret, Ct);

        Assert.NotNull(first);
        Assert.Equal(first, soon); // not written at every call
        Assert.True((await RowAsync(id)).LastUsedAt > first);
        Assert.Equal(("administrator", null), ((await RowAsync(id)).MadeBy, (await RowAsync(atShell)).MadeBy));
        await Some.Must(new RevokeSiteKey(atShell), Some.Administrator);
        Assert.NotNull((await RowAsync(atShell)).RevokedAt);
    }

    private async Task<ListedKey> RowAsync(SiteKeyId id) => (await House.SendAsync(new ListSiteKeys(Some.Site), Some.Administrator)).Value.Single(k => k.Id == id);
}

public sealed class RevokeSiteKeyTests(AgentsHouse shared) : WithAgents(shared)
{
    [Fact]
    public async Task A_revoked_key_is_remembered_for_five_seconds_at_most_and_stays_in_the_trail()
    {
        var (id, secret, agent) = await KeyAsync(KeyScope.Write);
        await using var replica = House.Replica(workers: false);
        IKeyRing[] rings = [House.Services.GetRequiredService<IKeyRing>(), replica.Services.GetRequiredService<IKeyRing>()];
        foreach (var ring in rings) Assert.Equal(id, (await ring.OpenAsync(secret, Ct))!.Key);

        await Some.Must(new RevokeSiteKey(id), Some.Administrator);
        await Some.Must(new RevokeSiteKey(id), Some.Administrator); // nothing more happens

        House.Clock.Move(TimeSpan.FromSeconds(5));
        replica.Clock.Move(TimeSpan.FromSeconds(5));
        foreach (var ring in rings) Assert.Null(await ring.OpenAsync(secret, Ct));
        Assert.Equal("key.refused", (await House.SendAsync(new Application.Content.ReadLiveText(await Some.DraftAsync("Not for them")), agent)).Error!.Code);
        var lines = (await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(About: id.Value)), Some.Administrator)).Value.Items;
        Assert.Equal([$"revoked the key Research ({secret[..13]})", $"made the key Research ({secret[..13]}: read, write)"], lines.Select(l => l.Sentence));
    }

    [Fact]
    public async Task What_is_no_key_is_forgotten_so_that_one_made_later_is_found()
    {
        var ring = House.Services.GetRequiredService<IKeyRing>();
        var (id, secret, _) = await KeyAsync(KeyScope.Read);
        var wrong = secret[..14] + new string('0', 64);

        Assert.Null(await ring.OpenAsync(wrong, Ct)); // its prefix is right and is remembered with the kept hash
        Assert.Equal(id, (await ring.OpenAsync(secret, Ct))!.Key);
        Assert.Null(await ring.OpenAsync(wrong, Ct));
        Assert.Null(await ring.OpenAsync("", Ct));
    }
}
