using System.Net;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Client;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Work;
using QuestCms.Infrastructure.Outbound;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>Webhooks with the workers at work: lanes part the receivers from each other.</summary>
public sealed class WebhookSendingTests(Database database)
{
    private const int Many = 25;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_receiver_holds_up_no_other_and_each_is_told_in_order()
    {
        await using var dead = await Receiver.OpenAsync();
        await using var living = await Receiver.OpenAsync();
        dead.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var some = await SomeHouse.OpenAsync(database.Postgres, workers: true, ("QUEST_OUTBOUND_ALLOW", "127.0.0.1"));
        await using var house = some.House;
        await house.SendAsync(new AddWebhook(some.Site, new WebhookTerms(dead.Address, "", [])), Actor.Shell);
        var made = (await house.SendAsync(new AddWebhook(some.Site, new WebhookTerms(living.Address, "", [])), Actor.Shell)).Value;

        for (var i = 0; i < Many; i++) await WithWebhooks.TellAsync(house, some.Site, house.Clock.GetUtcNow(), slug: $"piece-{i}");
        await Until.TrueAsync(() => living.All.Count >= Many, Ct);

        Assert.True(living.All.All(r => r.IsGenuine(made.Secret.Reveal(), house.Clock.GetUtcNow())));
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"piece-{i}"), living.All.Select(r => System.Text.Json.JsonDocument.Parse(r.Body).RootElement.GetProperty("data").GetProperty("slug").GetString()));
        Assert.InRange(dead.All.Count, 0, 1); // one at a time, and it waits for that
    }

    [Fact]
    public async Task Of_a_lane_the_first_is_carried_out_alone_and_the_next_after_it()
    {
        await using var house = (await SomeHouse.OpenAsync(database.Postgres)).House;
        var claims = house.Services.GetRequiredService<JobClaims>();
        var (lane, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var subjects = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var jobs = scope.ServiceProvider.GetRequiredService<IJobQueue>();
            var now = house.Clock.GetUtcNow().AddMinutes(-1);
            jobs.Enqueue(JobKind.SendWebhook, subjects[1], now.AddSeconds(2), lane);
            jobs.Enqueue(JobKind.SendWebhook, subjects[0], now.AddSeconds(1), lane);
            jobs.Enqueue(JobKind.SendWebhook, subjects[2], now.AddSeconds(3), other);
            jobs.Enqueue(JobKind.SendWebhook, subjects[3], now.AddSeconds(4));
            jobs.Enqueue(JobKind.SendWebhook, subjects[4], now.AddSeconds(5));
            await scope.ServiceProvider.GetRequiredService<IQuestDb>().SaveChangesAsync(Ct);
        }
        var (me, you) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var mine = await claims.ClaimAsync(me, 10, Ct);
        Assert.Equal(new[] { subjects[0], subjects[2], subjects[3], subjects[4] }.Order(), mine.Select(j => j.Subject).Order());
        Assert.Empty(await claims.ClaimAsync(you, 10, Ct));
        Assert.InRange((await claims.UntilNextAsync(Ct))!.Value.TotalSeconds, 20, 31); // nobody is woken for what may not begin

        await claims.FinishAsync(me, mine.Single(j => j.Subject == subjects[0]).Id, Ct);
        Assert.Equal(subjects[1], Assert.Single(await claims.ClaimAsync(you, 10, Ct)).Subject);
        Assert.All(mine, j => Assert.Equal(j.Subject == subjects[0] || j.Subject == subjects[2], j.HasLane));
    }

    [Fact]
    public async Task Silence_is_left_after_the_time()
    {
        await using var slow = await Receiver.OpenAsync();
        slow.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var options = new OutboundOptions { Ranges = [IPNetwork.Parse("127.0.0.1/32")], MayBeLoopback = true };
        using var http = new OutboundHttp(options, TimeProvider.System);
        var reply = await new HttpWebhookSender(http, options, TimeSpan.FromMilliseconds(200)).SendAsync(new WebhookRequest(new Uri(slow.Address), [], "{}"u8.ToArray()), Ct);
        Assert.Null(reply.Answered.Status);
        Assert.Contains("took longer", reply.Answered.Say, StringComparison.Ordinal);
        Assert.InRange(reply.Answered.Took.TotalMilliseconds, 150, 10_000);
    }

    [Theory]
    [InlineData("https://hooks.example.org/x", null)]
    [InlineData("http://hooks.example.org/x", "address.plain_http")]
    [InlineData("https://10.0.0.1/x", "address.private")]
    [InlineData("https://[::1]/x", "address.private")]
    [InlineData("https://169.254.169.254/x", "address.private")]
    [InlineData("http://93.184.216.34/x", "address.plain_http")]
    [InlineData("http://127.0.0.1/x", null)]
    [InlineData("http://wiki.internal/x", null)]
    public void What_may_be_an_address_is_said_before_anything_is_sent(string address, string? code)
    {
        var options = new OutboundOptions { Hosts = ["wiki.internal"], Ranges = [IPNetwork.Parse("127.0.0.1/32")], MayBeLoopback = true };
        using var http = new OutboundHttp(options, TimeProvider.System);
        Assert.Equal(code, new HttpWebhookSender(http, options).Refuses(new Uri(address))?.Code);
    }

    [Fact]
    public void The_guide_shows_the_code_that_these_tests_run()
    {
        var guide = File.ReadAllText(Path.Combine(ProjectFolder.Root, "docs/webhooks.md"));
        var code = File.ReadAllText(Path.Combine(ProjectFolder.Root, "clients/csharp/src/QuestWebhook.cs")).Replace($"namespace {typeof(QuestWebhook).Namespace};\n\n", "", StringComparison.Ordinal);
        Assert.Contains($"```csharp\n{code}```", guide, StringComparison.Ordinal);
    }
}
