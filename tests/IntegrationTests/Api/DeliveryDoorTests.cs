using System.IO.Compression;
using QuestCms.Application.Sites;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Api;

/// <summary>Keys, limits, origins, codings and conditions, as they are looked at before anything else.</summary>
public sealed class DeliveryDoorTests(DoorHouse shared) : AtTheDoor(shared)
{
    [Fact]
    public async Task A_site_without_anonymous_reading_is_read_with_a_key_of_it_and_no_other()
    {
        foreach (var (name, value) in new[] { ("Authorization", $"Bearer {Shared.KeyOfClosed}"), ("X-Api-Key", Shared.KeyOfClosed) })
        {
            var read = await AskAsync(DoorHouse.Closed, (name, value));
            Assert.Equal((200, "private, max-age=0", null), (read.Status, read["Cache-Control"], read["Access-Control-Allow-Origin"]));
        }
        Assert.Equal((401, "key.missing", "Bearer"), (await AskAsync(DoorHouse.Closed)) is var without ? (without.Status, without.Code, without["WWW-Authenticate"]) : default);
        Assert.Equal((404, "site.not_found"), (await AskAsync(DoorHouse.Closed, ("X-Api-Key", Shared.Key))) is var foreign ? (foreign.Status, foreign.Code) : default);
        Assert.Equal(401, (await AskAsync("/api/v1/sites/placement/articles")).Status);
        Assert.Equal(404, (await AskAsync("/sites/placement/a-closed-piece")).Status);
        Assert.Equal(404, (await AskAsync("/sites/placement")).Status);
    }

    [Fact]
    public async Task A_bad_key_opens_nothing_not_even_what_is_open_and_a_key_in_the_address_is_refused()
    {
        foreach (var address in new[] { DoorHouse.Open, DoorHouse.Closed, "/api/v1/sites" })
            foreach (var bad in new[] { "qk_", "nonsense", Shared.Key[..^1] + (Shared.Key[^1] == '0' ? '1' : '0'), "qk_0123456789_" + new string('a', 64) })
                Assert.Equal((401, "key.refused"), (await AskAsync(address, ("Authorization", $"Bearer {bad}"))) is var refused ? (refused.Status, refused.Code) : default);
        foreach (var address in new[] { $"{DoorHouse.Open}?key={Shared.Key}", $"{DoorHouse.Open}?key=%71k_x", $"/api/v1/sites?x={Shared.Key}", $"{DoorHouse.Open}?key=Bearer%20{Shared.Key}" })
            Assert.Equal((400, "key.in_address"), (await AskAsync(address)) is var refused ? (refused.Status, refused.Code) : default);
    }

    [Fact]
    public async Task A_cursor_that_holds_the_mark_of_keys_by_chance_is_no_key() =>
        Assert.Equal("cursor.invalid", (await AskAsync("/api/v1/sites/relocation/articles?cursor=CfDJ8HGakSBqk_b5NuRBE4TmNPiSACFFjIs5tTYY")).Code);

    [Fact]
    public async Task Content_never_differs_by_key_and_the_list_of_sites_holds_the_key_s_own()
    {
        var without = await AskAsync(DoorHouse.Open);
        foreach (var key in new[] { Shared.Key, Shared.KeyOfClosed })
            Assert.Equal((200, Convert.ToHexString(without.Body), without["ETag"]), (await AskAsync(DoorHouse.Open, ("X-Api-Key", key))) is var with ? (with.Status, Convert.ToHexString(with.Body), with["ETag"]) : default);

        Assert.DoesNotContain("placement", System.Text.Encoding.UTF8.GetString((await AskAsync("/api/v1/sites")).Body), StringComparison.Ordinal);
        Assert.Contains("placement", System.Text.Encoding.UTF8.GetString((await AskAsync("/api/v1/sites", ("X-Api-Key", Shared.KeyOfClosed))).Body), StringComparison.Ordinal);
        Assert.DoesNotContain("placement", System.Text.Encoding.UTF8.GetString((await AskAsync("/api/v1/sites")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_within_five_seconds()
    {
        var (id, secret) = await Shared.KeyAsync(Some.OtherSite);
        Assert.Equal(200, (await AskAsync(DoorHouse.Closed, ("X-Api-Key", secret))).Status);

        await Some.Must(new RevokeSiteKey(id), Domain.Identity.Actor.Shell);
        Some.House.Clock.Move(TimeSpan.FromSeconds(5));

        Assert.Equal(401, (await AskAsync(DoorHouse.Closed, ("X-Api-Key", secret))).Status);
    }

    [Fact]
    public async Task Each_coding_has_its_own_bytes_and_tag_and_says_the_same()
    {
        var plain = await AskAsync(DoorHouse.Open);
        var brotli = await AskAsync(DoorHouse.Open, ("Accept-Encoding", "gzip, deflate, br"));
        var gzip = await AskAsync(DoorHouse.Open, ("Accept-Encoding", "gzip"));

        Assert.Equal((null, "br", "gzip"), (plain["Content-Encoding"], brotli["Content-Encoding"], gzip["Content-Encoding"]));
        Assert.Equal(3, new[] { plain["ETag"], brotli["ETag"], gzip["ETag"] }.Distinct().Count());
        Assert.Equal(plain.Body, Unpacked(new BrotliStream(new MemoryStream(brotli.Body), CompressionMode.Decompress)));
        Assert.Equal(plain.Body, Unpacked(new GZipStream(new MemoryStream(gzip.Body), CompressionMode.Decompress)));
        Assert.Equal($"\"{Application.Delivery.Compressed.TagOf(brotli.Body)}\"", brotli["ETag"]);
        foreach (var answer in new[] { plain, brotli, gzip }) Assert.Equal((200, "Accept-Encoding, Origin", answer.Body.Length.ToString()), (answer.Status, answer["Vary"], answer["Content-Length"]));
        Assert.Equal(304, (await AskAsync(DoorHouse.Open, ("Accept-Encoding", "br"), ("If-None-Match", "W/" + brotli["ETag"]))).Status);
        Assert.Equal(200, (await AskAsync(DoorHouse.Open, ("If-None-Match", brotli["ETag"]!))).Status); // other bytes

        var list = await AskAsync("/api/v1/sites/relocation/articles", ("Accept-Encoding", "br"));
        Assert.Equal("br", list["Content-Encoding"]);
        Assert.Equal((await AskAsync("/api/v1/sites/relocation/articles")).Body, Unpacked(new BrotliStream(new MemoryStream(list.Body), CompressionMode.Decompress)));
    }

    [Theory]
    [InlineData(DoorHouse.Open)]
    [InlineData("/api/v1/sites/relocation/articles?limit=5")]
    [InlineData("/sites/relocation/an-open-piece")]
    [InlineData("/sites/relocation")]
    public async Task From_the_database_and_from_memory_the_answer_is_the_same_and_304_and_HEAD_say_its_headers(string address)
    {
        // Another order, another shape: nothing another test has asked for.
        var anew = address + (address.StartsWith("/sites", StringComparison.Ordinal) ? $"?from={address.Length}" : address.Contains('?', StringComparison.Ordinal) ? "&fields=title" : "?body=html");
        var made = await AskAsync(anew);
        var kept = await AskAsync(anew);
        var head = await AskAsync(HttpMethod.Head, anew);
        var same = await AskAsync(anew, ("If-None-Match", made["ETag"]!));
        var since = await AskAsync(anew, ("If-Modified-Since", made["Last-Modified"] ?? DateTimeOffset.UnixEpoch.ToString("R")));

        Assert.Equal((200, Convert.ToHexString(made.Body)), (kept.Status, Convert.ToHexString(kept.Body)));
        Assert.Equal(Lasting(made), Lasting(kept));
        Assert.Equal((200, 0), (head.Status, head.Body.Length));
        Assert.Equal(Lasting(made), Lasting(head));
        Assert.Equal((304, 0), (same.Status, same.Body.Length));
        Assert.Equal(Lasting(made).Where(h => !h.StartsWith("Content-Type", StringComparison.Ordinal) && !h.StartsWith("Content-Length", StringComparison.Ordinal)), Lasting(same).Where(h => !h.StartsWith("Content-Length", StringComparison.Ordinal)));
        Assert.Equal(made["Last-Modified"] is null ? 200 : 304, since.Status);
        Assert.NotNull(made["RateLimit"]);
        Assert.Equal("nosniff", kept["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task Public_pages_carry_what_other_pages_for_readers_carry()
    {
        var (page, other) = (await AskAsync("/sites/relocation/an-open-piece"), await AskAsync("/preview/nothing"));
        foreach (var name in other.Headers.Keys.Where(h => h is not ("Content-Type" or "Content-Length" or "Transfer-Encoding" or "Cache-Control" or "Pragma" or "Set-Cookie" or "Date" or "X-Robots-Tag")))
            Assert.Equal((name, other[name]), (name, page[name]));
        Assert.Equal(page["Content-Security-Policy"], (await AskAsync("/sites/relocation/nothing-here"))["Content-Security-Policy"]);
    }

    [Fact]
    public async Task Any_page_may_read_what_anyone_may_read_and_named_ones_where_some_are_named()
    {
        (string, string) here = ("Origin", "https://www.example.org"), elsewhere = ("Origin", "https://elsewhere.example");
        var open = await AskAsync(DoorHouse.Open, here);
        Assert.Equal(("*", "ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Deprecation, Sunset"), (open["Access-Control-Allow-Origin"], open["Access-Control-Expose-Headers"]));
        var asked = await AskAsync(HttpMethod.Options, DoorHouse.Open, here, ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "authorization"));
        Assert.Equal((204, "*", "GET, HEAD", "86400"), (asked.Status, asked["Access-Control-Allow-Origin"], asked["Access-Control-Allow-Methods"], asked["Access-Control-Max-Age"]));
        Assert.Contains("Authorization", asked["Access-Control-Allow-Headers"]!, StringComparison.Ordinal);

        await Some.House.SqlAsync("update delivery.sites set origins = '{https://www.example.org,https://example.org}' where slug = 'placement'");
        await SeenAsync();
        (string, string) key = ("X-Api-Key", Shared.KeyOfClosed);
        Assert.Equal("https://www.example.org", (await AskAsync(DoorHouse.Closed, key, here))["Access-Control-Allow-Origin"]);
        Assert.Null((await AskAsync(DoorHouse.Closed, key, elsewhere))["Access-Control-Allow-Origin"]);
        Assert.Equal("https://www.example.org", (await AskAsync(HttpMethod.Options, DoorHouse.Closed, here, ("Access-Control-Request-Method", "GET")))["Access-Control-Allow-Origin"]); // no key is sent yet
        Assert.Null((await AskAsync(HttpMethod.Options, DoorHouse.Closed, elsewhere, ("Access-Control-Request-Method", "GET")))["Access-Control-Allow-Methods"]);
    }

    [Fact]
    public async Task A_site_with_a_CDN_that_is_purged_by_tag_says_so_and_tags_are_on_every_answer()
    {
        var before = await AskAsync(DoorHouse.Open);
        Assert.Equal("public, max-age=0, must-revalidate, stale-if-error=604800", before["Cache-Control"]);
        Assert.Equal($"site:relocation,article:{Shared.Article},category:portugal,tag:visa", before["Cache-Tag"]);
        Assert.Equal(before["Cache-Tag"]!.Replace(',', ' '), before["Surrogate-Key"]);

        await Some.House.SqlAsync("update delivery.sites set has_tagged_cdn = true where slug = 'relocation'");
        await SeenAsync();
        Assert.Contains("s-maxage=300, stale-while-revalidate=86400", (await AskAsync(DoorHouse.Open))["Cache-Control"]!, StringComparison.Ordinal);
        await Some.House.SqlAsync("update delivery.sites set has_tagged_cdn = false where slug = 'relocation'");
        await SeenAsync();
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait_and_a_forged_address_does_not_help()
    {
        await using var house = TestHouse.On(Some.House.ConnectionString, workers: false, ("QUEST_DELIVERY_LIMIT", "5"), ("QUEST_DELIVERY_KEY_LIMIT", "7"));
        using var client = house.CreateClient();
        var first = await DoorReply.AskAsync(client, DoorHouse.Open, Ct);
        Assert.Equal(("\"default\";q=5;w=60", "\"default\";r=4;t=12"), (first["RateLimit-Policy"], first["RateLimit"]));
        for (var i = 0; i < 9; i++) Assert.Equal(304, (await DoorReply.AskAsync(client, DoorHouse.Open, Ct, ("If-None-Match", first["ETag"]!))).Status); // a tenth each
        for (var i = 0; i < 3; i++) Assert.Equal(200, (await DoorReply.AskAsync(client, DoorHouse.Open, Ct, ("X-Forwarded-For", $"192.0.2.{i}"), ("X-Real-IP", $"192.0.2.{i}"))).Status);

        foreach (var address in new[] { DoorHouse.Open, "/api/v1/sites/relocation/articles", "/sites/relocation", "/API/v1/SITES/relocation/articles", "/api/v1/sites/nowhere" })
        {
            var refused = await DoorReply.AskAsync(client, address, Ct, ("X-Forwarded-For", "192.0.2.99"), ("X-Real-IP", "192.0.2.99"), ("Forwarded", "for=192.0.2.99"));
            Assert.Equal((429, "rate.limited", "no-store"), (refused.Status, refused.Code, refused["Cache-Control"]));
            Assert.InRange(int.Parse(refused["Retry-After"]!), 1, 12);
            Assert.Equal("nosniff", refused["X-Content-Type-Options"]);
        }
        Assert.Equal((200, "\"default\";q=7;w=60"), (await DoorReply.AskAsync(client, DoorHouse.Open, Ct, ("X-Api-Key", Shared.Key))) is var keyed ? (keyed.Status, keyed["RateLimit-Policy"]) : default);
        Assert.Equal(429, (await DoorReply.AskAsync(client, DoorHouse.Open, Ct, ("X-Api-Key", Shared.Key + "0"))).Status); // a bad one is no way out
    }

    // What was written past the house is seen when the board looks next.
    private Task SeenAsync()
    {
        (Some.House.Services.GetService(typeof(Infrastructure.Neon.Delivery.SiteBoard)) as Infrastructure.Neon.Delivery.SiteBoard)!.LookAgain();
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Lasting(DoorReply reply) => reply.Headers.Where(h => !h.Key.StartsWith("RateLimit", StringComparison.Ordinal) && h.Key != "Date").Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal);

    private static byte[] Unpacked(Stream packed)
    {
        using var bytes = new MemoryStream();
        using (packed) packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
