using System.Net;
using System.Text.Json;
using QuestCms.Application.Identity;
using QuestCms.Application.Watch;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Watch;

/// <summary>How the house fares, for people and for probes.</summary>
public sealed class GetHouseFiguresTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_house_administrator_sees_requests_jobs_memory_connections_tables_and_services()
    {
        await House.SqlAsync("insert into work.jobs (id, kind, subject, state, run_at, attempts) values (gen_random_uuid(), 11, gen_random_uuid(), 0, now() - interval '3 minutes', 0)");
        var administrator = Actor.Of((await House.SendAsync(new AddHouseAdministrator("watches@quest.test", "Watches"), Actor.Shell)).Value.Person, "Watches");
        using var browser = await Some.BrowserOfAsync(administrator);

        var page = await browser.GetAsync("/studio/administration/house");
        var figures = (await House.SendAsync(new GetHouseFigures(), administrator)).Value;

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("audit.entries", page.Body, StringComparison.Ordinal);
        Assert.Equal(60, figures.Requests.Count);
        Assert.True(figures.Requests.Sum(m => m.Requests) > 0);
        Assert.Contains(figures.Jobs, j => j.Overdue > TimeSpan.FromMinutes(2));
        Assert.True(figures is { MemoryUsed: > 0, Connections: > 0, PoolMax: > 0 });
        Assert.Contains(figures.Outside, o => o is { Name: "Claude", State: "no_key" });
        await House.SqlAsync("delete from work.jobs where kind = 11");
    }

    [Theory]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    public async Task Probes_are_answered_for_any_host_without_sign_in_or_redirect(string address, HttpStatusCode expected)
    {
        using var client = House.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = "healthcheck.railway.app" } };

        Assert.Equal(expected, (await client.SendAsync(request, Ct)).StatusCode);
    }

    [Fact]
    public async Task Health_says_how_each_part_is()
    {
        using var client = House.CreateClient();
        var health = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync("/health", Ct));

        Assert.Equal(["status", "database", "ai_services", "storage", "jobs", "memory", "version", "uptime"], health.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("healthy", "healthy"), (health.GetProperty("status").GetString(), health.GetProperty("database").GetString()));
        foreach (var provider in new[] { "claude", "replicate" })
            Assert.Equal(["circuit", "last_success"], health.GetProperty("ai_services").GetProperty(provider).EnumerateObject().Select(p => p.Name));
        Assert.Equal("healthy", health.GetProperty("storage").GetProperty("status").GetString());
        Assert.True(health.GetProperty("jobs").GetProperty("oldest_overdue_seconds").GetDouble() >= 0);
        Assert.True(health.GetProperty("memory").GetProperty("used_bytes").GetInt64() > 0);
    }
}
