using Microsoft.EntityFrameworkCore;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Api;

/// <summary>Writes that name a version, and creations that are one however often they are sent.</summary>
public sealed class ManageOnceTests(AgentsHouse shared) : WithManagement(shared)
{
    [Fact]
    public async Task Every_write_to_a_thing_that_exists_names_the_version_it_was_made_on()
    {
        var made = await WriteAsync();
        (string Method, string Address, object? Body)[] writes =
        [
            ("PUT", made.Address, new { title = "x", summary = "", body = "", slug = (string?)null, kind = "news", category = (string?)null, tags = Array.Empty<string>(), authors = Array.Empty<string>(), image = (string?)null, seo = new { title = "", description = "" } }),
            ("DELETE", made.Address, null), ("POST", made.Address + "/submit", null), ("POST", made.Address + "/withdraw", null), ("POST", made.Address + "/schedule", new { action = "unpublish", at = "2030-01-01T07:00:00Z" }),
            ("DELETE", made.Address + "/schedule", null), ("POST", made.Address + "/unpublish", null), ("POST", made.Address + "/archive", null), ("DELETE", made.Address + "/archive", null), ("POST", made.Address + "/restore", null),
        ];
        foreach (var (method, address, body) in writes)
        {
            Assert.Equal((428, "if_match.missing"), ((await SendAsync(method, address, body)) is var none ? (none.Status, none.Code) : default));
            Assert.Equal(428, (await SendAsync(method, address, body, ifMatch: "*")).Status);
            Assert.Equal((400, "if_match.malformed"), ((await SendAsync(method, address, body, ifMatch: "2")) is var bare ? (bare.Status, bare.Code) : default));
            // Without a plan there is nothing whose version could be wrong.
            foreach (var stale in new[] { "\"1\"", "W/\"2\"", "\"no-version\"", "\"99999999999999999999\"" })
            {
                var refused = await SendAsync(method, address, body, ifMatch: stale);
                if (method == "DELETE" && address.EndsWith("/schedule", StringComparison.Ordinal)) Assert.Equal(409, refused.Status);
                else Assert.Equal((412, "article.moved_on", made.ETag), (refused.Status, refused.Code, refused.ETag));
            }
        }
    }

    [Fact]
    public async Task Of_two_writes_at_once_one_is_stored_and_the_other_hears_the_new_version()
    {
        var made = await WriteAsync();
        var text = new { title = "Raced", summary = "", body = "One.\n", slug = (string?)null, kind = "news", category = (string?)null, tags = Array.Empty<string>(), authors = Array.Empty<string>(), image = (string?)null, seo = new { title = "", description = "" } };

        var both = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => SendAsync("PUT", made.Address, text with { body = $"Text {i}.\n" }, ifMatch: made.ETag)));

        var stored = Assert.Single(both, b => b.Status == 200);
        Assert.All(both.Where(b => b != stored), b => Assert.Equal((412, stored.ETag), (b.Status, b.ETag)));
        Assert.Equal("2", (await SendAsync("GET", made.Address))["revision"]);
    }

    [Fact]
    public async Task The_same_call_makes_one_thing_and_hears_the_same_answer()
    {
        var first = await WriteAsync("Only once", "one");
        var again = await WriteAsync("Only once", "one");
        Assert.Equal((first.Status, first.Body, first.ETag, first.Location), (again.Status, again.Body, again.ETag, again.Location));
        Assert.Equal((422, "idempotency.mismatch"), ((await WriteAsync("Something else", "one")) is var other ? (other.Status, other.Code) : default));
        Assert.Equal(1, await House.ReadAsync(db => db.Articles.CountAsync(a => a.Working.Title == "Only once" || a.Working.Title == "Something else", Ct)));

        var (stranger, _) = await ClientAsync(KeyScope.Write); // another key, another program's call
        Assert.NotEqual(first["id"], (await SendAsync("POST", Articles, new { title = "Only once" }, idempotencyKey: "one", client: stranger))["id"]);
        Assert.Equal(400, (await WriteAsync("Malformed", new string('x', 201))).Status);
        Assert.Equal(400, (await WriteAsync("Malformed", "tab\there")).Status);
    }

    [Fact]
    public async Task Of_many_at_once_one_thing_is_made_on_whichever_replica()
    {
        await using var replica = House.Replica(workers: false);
        using var there = replica.CreateClient();
        there.DefaultRequestHeaders.Authorization = Client.DefaultRequestHeaders.Authorization;
        var clients = new[] { Client, there };

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SendAsync("POST", Articles, new { title = "Raced into being" }, idempotencyKey: "race", client: clients[i % 2])));

        Assert.All(all, a => Assert.True(a.Status is 201 or 409, $"{a.Status} {a.Body}"));
        Assert.All(all.Where(a => a.Status == 409), a => Assert.Equal(("idempotency.in_flight", "1"), (a.Code, a.Headers["Retry-After"])));
        Assert.Single(all.Where(a => a.Status == 201).Select(a => a["id"]).Distinct());
        Assert.Equal(1, await House.ReadAsync(db => db.Articles.CountAsync(a => a.Working.Title == "Raced into being", Ct)));
        Assert.Equal(201, (await SendAsync("POST", Articles, new { title = "Raced into being" }, idempotencyKey: "race")).Status);
    }

    [Fact]
    public async Task A_refused_call_keeps_nothing_and_may_be_sent_again_mended()
    {
        Assert.Equal(400, (await SendAsync("POST", Articles, new { title = "Mended", category = "nowhere" }, idempotencyKey: "mended")).Status);
        Assert.Equal(201, (await SendAsync("POST", Articles, new { title = "Mended", category = "portugal" }, idempotencyKey: "mended")).Status);
    }

    [Fact]
    public async Task Claude_asked_by_a_program_is_asked_once_and_says_who_asked()
    {
        var made = await WriteAsync();
        var asked = await SendAsync("POST", Root + "/generations", new { article = made["id"], kind = "titles" }, idempotencyKey: "titles");
        if (asked.Status == 503) // a house without Claude: said as it is, and nothing is stored
        {
            Assert.Empty((await SendAsync("GET", $"{Root}/generations?article={made["id"]}")).Json.GetProperty("data").EnumerateArray());
            return;
        }
        Assert.Equal(202, asked.Status);
    }
}
