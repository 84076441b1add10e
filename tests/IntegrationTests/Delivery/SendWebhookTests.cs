using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>What a receiver is sent, and what becomes of each thing it can answer.</summary>
public sealed class SendWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task What_happened_is_sent_signed_and_once()
    {
        var (id, secret) = await WebhookAsync();
        Receiver.Answer = Receiver.Status(202, "thank you");

        var delivery = await ToldAsync(id);
        await AttemptAsync(delivery.Id); // a job that comes a second time finds it ended

        Assert.Equal((WebhookDeliveryState.Delivered, 202, "127.0.0.1 answered 202."), (delivery.State, delivery.LastStatus, delivery.Say));
        var got = Assert.Single(Receiver.All);
        Assert.Equal(("POST", "application/json", delivery.Message), (got.Method, got.ContentType, got.Id));
        Assert.True(got.IsGenuine(secret, Now));
        using var json = JsonDocument.Parse(got.Body);
        var data = json.RootElement.GetProperty("data");
        Assert.Equal((DeliveryEvent.Published, SiteSlug, "moving", 1L), (json.RootElement.GetProperty("type").GetString(), data.GetProperty("site").GetString(), data.GetProperty("slug").GetString(), data.GetProperty("sequence").GetInt64()));
        Assert.Equal(["title"], data.GetProperty("changedFields").EnumerateArray().Select(f => f.GetString()));
        var attempt = Assert.Single(await AttemptsAsync(delivery.Id));
        Assert.Equal((1, 202, "thank you"), (attempt.Number, attempt.Status, attempt.Body));
    }

    [Fact]
    public async Task The_code_of_the_guide_refuses_what_is_not_from_here()
    {
        var (id, secret) = await WebhookAsync();
        await ToldAsync(id);
        var got = Receiver.Last;
        var other = WebhookSecret.Of(new byte[WebhookSecret.RandomBytes]).Reveal();

        Assert.True(got.IsGenuine(secret, Now));
        Assert.False(got.IsGenuine(other, Now));
        Assert.False(got.IsGenuine(secret, Now.AddMinutes(6)));
        Assert.False(got.IsGenuine(secret, Now.AddMinutes(-6)));
        Assert.False((got with { Body = [.. got.Body, (byte)' '] }).IsGenuine(secret, Now));
        Assert.False((got with { Id = "msg_other" }).IsGenuine(secret, Now));
        Assert.False((got with { Timestamp = "soon" }).IsGenuine(secret, Now));
        Assert.False((got with { Signature = "" }).IsGenuine(secret, Now));
        Assert.False((got with { Signature = "v1,AAAA v1,%%% v2,x" }).IsGenuine(secret, Now));
    }

    [Fact]
    public async Task What_was_not_taken_is_tried_again_on_the_schedule_with_the_same_id()
    {
        var (id, secret) = await WebhookAsync();
        Receiver.Answer = Receiver.Status(500, "not now");

        var delivery = await ToldAsync(id);
        Assert.Equal((WebhookDeliveryState.Waiting, 500), (delivery.State, delivery.LastStatus));
        Assert.InRange((delivery.DueAt!.Value - Now).TotalSeconds, 3, 5.6);
        Assert.NotNull((await RowAsync(id)).FailingSince);

        House.Clock.Move(TimeSpan.FromSeconds(6));
        Receiver.Answer = Receiver.Status(200);
        delivery = await AttemptAsync(delivery.Id);

        Assert.Equal((WebhookDeliveryState.Delivered, 2), (delivery.State, delivery.Attempts));
        Assert.Single(Receiver.All.Select(r => r.Id).Distinct());
        Assert.All(Receiver.All, r => Assert.True(r.IsGenuine(secret, Now)));
        Assert.NotEqual(Receiver.All[0].Timestamp, Receiver.All[1].Timestamp); // each attempt is signed for its own time
        Assert.Null((await RowAsync(id)).FailingSince);
    }

    [Fact]
    public async Task After_the_tenth_attempt_it_has_failed_and_after_days_the_webhook_is_stopped()
    {
        var (id, _) = await WebhookAsync();
        Receiver.Answer = Receiver.Status(503);
        var delivery = await ToldAsync(id);
        while (delivery.DueAt is { } due)
        {
            House.Clock.Move(due - Now + TimeSpan.FromSeconds(1));
            delivery = await AttemptAsync(delivery.Id);
        }
        Assert.Equal((WebhookDeliveryState.Failed, 10), (delivery.State, delivery.Attempts));
        Assert.Equal(Enumerable.Range(1, 10), (await AttemptsAsync(delivery.Id)).Select(a => a.Number));
        Assert.Equal(WebhookState.Active, (await RowAsync(id)).State);

        var second = await ToldAsync(id);
        while (second.DueAt is { } due)
        {
            House.Clock.Move(due - Now + TimeSpan.FromSeconds(1));
            second = await AttemptAsync(second.Id);
        }
        Assert.Equal(WebhookState.Failing, (await RowAsync(id)).State);
        await TellAsync();
        Assert.Equal(2, await House.ReadAsync(db => db.WebhookDeliveries.CountAsync(d => d.Endpoint == id, Ct))); // nothing more is put in line
    }

    [Theory]
    [InlineData(429, "600", 595, 601)]
    [InlineData(503, "31536000", 86_390, 86_401)]
    public async Task What_it_asks_for_is_honoured_within_a_day(int status, string after, double least, double most)
    {
        var (id, _) = await WebhookAsync();
        Receiver.Answer = context =>
        {
            (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (status, after);
            return Task.CompletedTask;
        };
        Assert.InRange(((await ToldAsync(id)).DueAt!.Value - Now).TotalSeconds, least, most);
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_told_of_nothing_more()
    {
        var (id, _) = await WebhookAsync();
        Receiver.Answer = Receiver.Status(410);
        var waiting = await DeliveryAsync(id, await TellAsync());

        var delivery = await ToldAsync(id);

        Assert.Equal((WebhookDeliveryState.Failed, WebhookState.Gone), (delivery.State, (await RowAsync(id)).State));
        Assert.Equal(WebhookDeliveryState.NotSent, (await AttemptAsync(waiting.Id)).State);
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task A_redirect_is_a_failure_that_says_so()
    {
        var (id, _) = await WebhookAsync();
        Receiver.Answer = context =>
        {
            context.Response.Redirect(Receiver.Address + "/elsewhere", permanent: true);
            return Task.CompletedTask;
        };
        var delivery = await ToldAsync(id);
        Assert.Equal((WebhookDeliveryState.Waiting, 301), (delivery.State, delivery.LastStatus));
        Assert.Contains("not followed", delivery.Say, StringComparison.Ordinal);
        Assert.Single(Receiver.All);
    }

    [Fact]
    public async Task An_endless_answer_is_read_as_far_as_it_is_kept_and_cleaned()
    {
        var (id, _) = await WebhookAsync();
        Receiver.Answer = async context =>
        {
            await context.Response.WriteAsync("a\0b", context.RequestAborted);
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(new byte[10_000], context.RequestAborted);
        };
        var delivery = await ToldAsync(id);
        Assert.Equal(WebhookDeliveryState.Delivered, delivery.State);
        var body = Assert.Single(await AttemptsAsync(delivery.Id)).Body;
        Assert.StartsWith("ab", body, StringComparison.Ordinal);
        Assert.True(body.Length <= WebhookAttempt.MostAnswer);
    }

    [Fact]
    public async Task Disabled_while_it_waited_it_is_not_sent()
    {
        var (id, _) = await WebhookAsync();
        var waiting = await DeliveryAsync(id, await TellAsync());
        await Some.Must(new DisableWebhook(id), Actor.Shell);

        var delivery = await AttemptAsync(waiting.Id);

        Assert.Equal((WebhookDeliveryState.NotSent, "The webhook was disabled before its turn came."), (delivery.State, delivery.Say));
        Assert.Empty(Receiver.All);
    }

    [Fact]
    public async Task A_job_that_comes_before_its_time_waits_for_it()
    {
        var (id, _) = await WebhookAsync();
        Receiver.Answer = Receiver.Status(500);
        var delivery = await ToldAsync(id);
        House.Clock.Move(TimeSpan.FromSeconds(6));
        delivery = await AttemptAsync(delivery.Id); // the next is due in five minutes
        Assert.Equal(2, (await AttemptAsync(delivery.Id)).Attempts);
        Assert.Equal(2, Receiver.All.Count);
    }

    [Fact]
    public async Task An_address_inside_is_refused_where_the_connection_is_made()
    {
        var (id, _) = await WebhookAsync();
        // As if a name that was public when it was typed led inside by now.
        await House.SqlAsync("update webhooks.endpoints set url = 'https://127.0.0.2:9/hook' where id = $1", id.Value);
        var delivery = await ToldAsync(id);
        Assert.Equal((WebhookDeliveryState.Waiting, null, "127.0.0.2 leads to an address that is not on the public internet."), (delivery.State, delivery.LastStatus, delivery.Say));
    }

    [Fact]
    public async Task Broken_off_between_sending_and_keeping_it_is_sent_again_with_the_same_id()
    {
        var (id, secret) = await WebhookAsync();
        var delivery = await DeliveryAsync(id, await TellAsync());
        await using (var dying = House.WithWebHostBuilder(b => b.ConfigureTestServices(services =>
        {
            var real = services.Last(s => s.ServiceType == typeof(IWebhookSender));
            services.AddSingleton<IWebhookSender>(provider => new Dying((IWebhookSender)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!)));
        })))
            await Assert.ThrowsAsync<IOException>(() => dying.SendAsync(new SendWebhook(delivery.Id), Actor.Worker));
        Assert.Single(Receiver.All);
        Assert.Equal(0, (await DeliveryAsync(id, delivery.Event)).Attempts);
        Assert.Equal(1, await JobsAsync(delivery.Id)); // another process takes it when the lease ends

        Assert.Equal(WebhookDeliveryState.Delivered, (await AttemptAsync(delivery.Id)).State);

        Assert.Equal(2, Receiver.All.Count);
        Assert.Single(Receiver.All.Select(r => r.Id).Distinct());
        Assert.All(Receiver.All, r => Assert.True(r.IsGenuine(secret, Now)));
    }

    [Fact]
    public async Task With_the_keys_of_another_house_nothing_is_signed()
    {
        var (id, _) = await WebhookAsync();
        await House.SqlAsync("update webhooks.endpoints set secret = '\\x0102' where id = $1", id.Value);
        var delivery = await ToldAsync(id);
        Assert.Equal(WebhookDeliveryState.NotSent, delivery.State);
        Assert.Contains("Make a new secret", delivery.Say, StringComparison.Ordinal);
        Assert.Empty(Receiver.All);
    }

    private sealed class Dying(IWebhookSender real) : IWebhookSender
    {
        public Error? Refuses(Uri url) => real.Refuses(url);

        public async Task<WebhookReply> SendAsync(WebhookRequest request, CancellationToken ct)
        {
            await real.SendAsync(request, ct);
            throw new IOException("The process ends here.");
        }
    }
}
