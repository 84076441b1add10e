using System.Net;
using System.Text.Json;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Live;

namespace QuestCms.IntegrationTests.Api;

/// <summary>How a site catches up: every event in its order, a page at a time.</summary>
public sealed class ChangesTests(Database database) : InAHouse(database)
{
    private const string Address = "/api/v1/sites/relocation/changes";
    private HttpClient _client = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _client = House.CreateClient();
    }

    public override ValueTask DisposeAsync()
    {
        _client.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Page_by_page_every_event_comes_once_and_the_last_cursor_waits_for_the_next_one()
    {
        for (var i = 1; i <= 7; i++) await House.TellAsync(Some.Site, $"piece-{i}");
        await House.TellAsync(Some.OtherSite, "elsewhere");
        var heard = new List<string?>();
        var address = $"{Address}?limit=3";
        JsonElement page;
        do
        {
            page = await AskAsync(address);
            heard.AddRange(page.GetProperty("data").EnumerateArray().Select(e => e.GetProperty("data").GetProperty("slug").GetString()));
            address = page.GetProperty("links").GetProperty("next").GetString()!;
        } while (page.GetProperty("meta").GetProperty("more").GetBoolean());

        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"piece-{i}"), heard);
        Assert.Empty((await AskAsync(address)).GetProperty("data").EnumerateArray());
        await House.TellAsync(Some.Site, "piece-8");
        Assert.Equal("piece-8", (await AskAsync(address)).GetProperty("data").EnumerateArray().Single().GetProperty("data").GetProperty("slug").GetString());
        // The id of an event is a cursor too.
        var fifth = (await AskAsync($"{Address}?limit=5")).GetProperty("data")[4].GetProperty("id").GetString();
        Assert.Equal(3, (await AskAsync($"{Address}?since={fifth}")).GetProperty("data").GetArrayLength());
    }

    [Fact]
    public async Task Now_is_behind_everything_that_was_told()
    {
        await House.TellAsync(Some.Site, "old");
        var now = (await AskAsync($"{Address}?since=now")).GetProperty("meta");
        await House.TellAsync(Some.Site, "new");

        Assert.False(now.GetProperty("more").GetBoolean());
        Assert.Equal("new", (await AskAsync($"{Address}?since={now.GetProperty("next").GetString()}")).GetProperty("data").EnumerateArray().Single().GetProperty("data").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task Who_has_the_page_already_is_told_so()
    {
        await House.TellAsync(Some.Site, "one");
        using var first = await _client.GetAsync(Address, Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };

        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again, Ct)).StatusCode);
        Assert.Equal("site:relocation", first.Headers.GetValues("Cache-Tag").Single());
    }

    [Fact]
    public async Task A_place_that_the_log_does_not_have_is_not_read_on_from()
    {
        await House.TellAsync(Some.Site, "one");
        var one = (await AskAsync(Address)).GetProperty("meta").GetProperty("next").GetString()!;
        await House.TellAsync(Some.OtherSite, "elsewhere");
        var others = (await AskAsync("/api/v1/sites/placement/changes")).GetProperty("meta").GetProperty("next").GetString()!;

        foreach (var (since, status, code) in new[]
        {
            ("abc", 400, "cursor.invalid"), ("", 200, ""), (others, 400, "cursor.invalid"), (one[..^2], 400, "cursor.invalid"), (one + "x", 400, "cursor.invalid"), (new string('1', 8_000), 400, "cursor.invalid"),
            (one + "0", 410, "resync"), ("00000000" + one[8..], 410, "resync"), ("now'--", 400, "cursor.invalid"),
        })
        {
            using var answer = await _client.GetAsync($"{Address}?since={since}", Ct);
            Assert.Equal(status, (int)answer.StatusCode);
            if (status != 200) Assert.Contains($"\"code\":\"{code}\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        foreach (var (query, code) in new[] { ("limit=0", "limit.range"), ("limit=101", "limit.range"), ("limit=x", "limit.range"), ("limit=1&limit=2", "parameter.repeated"), ("sort=x", "parameter.unknown") })
        {
            using var answer = await _client.GetAsync($"{Address}?{query}", Ct);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains($"\"code\":\"{code}\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/v1/sites/unheard-of/changes", Ct)).StatusCode);
    }

    private async Task<JsonElement> AskAsync(string address) => JsonSerializer.Deserialize<JsonElement>(await _client.GetStringAsync(address, Ct));
}
