using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Sites;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Api;

/// <summary>Webhooks through the management API, and what it costs and how often it may be called.</summary>
public sealed class ManageWebhookTests(AgentsHouse shared) : WithManagement(shared)
{
    private const string Hooks = Root + "/webhooks";

    [Fact]
    public async Task Its_secret_is_in_one_answer_and_the_same_call_again_hears_which_it_was_without_it()
    {
        var body = new { address = "https://hooks.example.org/a-secret-path", description = "The front end", types = new[] { "article.published" } };
        var made = await SendAsync("POST", Hooks, body, idempotencyKey: "hook");
        var secret = made["secret"]!;
        Assert.Equal((201, "no-store"), (made.Status, made.Headers["Cache-Control"]));
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);

        var again = await SendAsync("POST", Hooks, body, idempotencyKey: "hook");
        Assert.Equal((201, made.Location, null), (again.Status, again.Location, again["secret"]));
        Assert.Equal((422, "idempotency.mismatch"), ((await SendAsync("POST", Hooks, body with { description = "Another" }, idempotencyKey: "hook")) is var other ? (other.Status, other.Code) : default));
        foreach (var address in new[] { Hooks, made.Location!, made.Location + "/deliveries" }) Assert.DoesNotContain(secret[6..], (await SendAsync("GET", address)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[6..], await House.ScalarAsync<string>("select string_agg(o::text, ' ') from work.operations o"), StringComparison.Ordinal);
        await RemoveAsync(made.Location!);
    }

    [Fact]
    public async Task It_wants_the_scope_to_write_and_its_own_site_and_the_same_addresses_as_a_page()
    {
        var made = await SendAsync("POST", Hooks, new { address = "https://hooks.example.org/scoped" });
        var (reader, _) = await ClientAsync(KeyScope.Read, KeyScope.Preview);
        foreach (var (method, address) in new[] { ("GET", Hooks), ("POST", Hooks), ("GET", made.Location!), ("GET", made.Location + "/deliveries"), ("POST", made.Location + "/test"), ("DELETE", made.Location!) })
            Assert.Equal(403, (await SendAsync(method, address, method == "POST" && address == Hooks ? new { address = "https://hooks.example.org/x" } : null, ifMatch: method == "DELETE" ? made.ETag : null, client: reader)).Status);

        var elsewhere = (await House.SendAsync(new AddWebhook(Some.OtherSite, new WebhookTerms("https://hooks.example.org/", "", [])), Actor.Shell)).Value.Webhook;
        Assert.Equal(404, (await SendAsync("GET", $"{Hooks}/{elsewhere}")).Status);
        Assert.Equal(404, (await SendAsync("DELETE", $"{Hooks}/{elsewhere}", ifMatch: "\"1\"")).Status);

        foreach (var (address, code) in new[] { ("http://hooks.example.org/", "address.plain_http"), ("https://169.254.169.254/", "address.private"), ("https://[::1]/", "address.private"), ("https://a:b@hooks.example.org/", "address.malformed"), ("javascript:alert(1)", "address.malformed") })
        {
            var refused = await SendAsync("POST", Hooks, new { address });
            Assert.Equal(400, refused.Status);
            Assert.Contains(("/address", code), refused.Errors);
        }
        Assert.Contains(("/types", "wanted.unknown"), (await SendAsync("POST", Hooks, new { address = "https://hooks.example.org/", types = new[] { "article.made_up" } })).Errors);
        var version = (await SendAsync("GET", made.Location!)).ETag;
        Assert.Equal((412, version, "webhook.changed"), ((await SendAsync("POST", made.Location + "/disable", ifMatch: "\"77\"")) is var stale ? (stale.Status, stale.ETag, stale.Code) : default));
        await RemoveAsync(made.Location!);
        Assert.Equal(404, (await SendAsync("GET", made.Location!)).Status);
    }

    [Fact]
    public async Task Another_webhooks_delivery_is_not_its_own()
    {
        var (one, two) = (await SendAsync("POST", Hooks, new { address = "https://hooks.example.org/one" }), await SendAsync("POST", Hooks, new { address = "https://hooks.example.org/two" }));
        var sent = await SendAsync("POST", one.Location + "/test");
        var delivery = sent.Location!.Split('/')[^1];
        Assert.Equal(200, (await SendAsync("GET", sent.Location)).Status);
        Assert.Equal(404, (await SendAsync("GET", $"{two.Location}/deliveries/{delivery}")).Status);
        Assert.Equal(404, (await SendAsync("POST", $"{two.Location}/deliveries/{delivery}/resend")).Status);
        await RemoveAsync(one.Location!);
        await RemoveAsync(two.Location!);
    }

    [Fact]
    public async Task A_key_whose_minute_is_used_up_is_told_to_wait()
    {
        var counts = House.Services.GetRequiredService<CallCounts>();
        while ((await counts.CountAsync(Key, Ct)).IsAllowed) { }

        var refused = await SendAsync("GET", Articles);

        if (refused.Status == 200) return; // a minute began meanwhile
        Assert.Equal((429, "rate.limited", "application/problem+json"), (refused.Status, refused.Code, refused.Headers["Content-Type"]));
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.StartsWith("\"management\";r=0;t=", refused.Headers["RateLimit"], StringComparison.Ordinal);
        var (other, _) = await ClientAsync(KeyScope.Preview);
        Assert.Equal(200, (await SendAsync("GET", Articles, client: other)).Status);
    }

    [Fact]
    public async Task Creating_an_article_asks_the_database_few_questions()
    {
        await WriteAsync(); // what is asked once
        var trace = ActivityTraceId.CreateRandom();
        var asked = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = done =>
            {
                if (done.TraceId == trace && done.Source.Name == "Npgsql" && done.GetTagItem("db.query.text") is string text) asked.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Post, Articles) { Content = new StringContent($$"""{"title":"Counted {{Guid.CreateVersion7():N}}","body":"They leave at seven.\n","summary":"When.","category":"portugal","authors":["relocation-desk"],"tags":["river"]}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        using var answer = await Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.InRange(asked.Count, 1, MostQuestions);
    }

    // Round trips: a batch is one.
    private const int MostQuestions = 12;

    private async Task RemoveAsync(string at) => Assert.Equal(204, (await SendAsync("DELETE", at, ifMatch: (await SendAsync("GET", at)).ETag)).Status);
}
