using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Delivery;
using QuestCms.Client;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class SendWebhookAgainTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task It_is_sent_now_with_the_same_id_whatever_became_of_it()
    {
        var (id, _) = await WebhookAsync();
        var delivery = await ToldAsync(id);
        await Some.Must(new SendWebhookAgain(delivery.Id), Actor.Shell);
        Assert.Equal(WebhookDeliveryState.Waiting, (await DeliveryAsync(id)).State);
        Assert.Equal((WebhookDeliveryState.Delivered, 2), await AttemptAsync(delivery.Id) is var d ? (d.State, d.Attempts) : default);
        Assert.Single(Receiver.All.Select(r => r.Id).Distinct());

        await Some.Must(new DisableWebhook(id), Actor.Shell);
        Assert.Equal("webhook.not_active", (await House.SendAsync(new SendWebhookAgain(delivery.Id), Actor.Shell)).Error!.Code);
    }
}

public sealed class SendWebhooksAgainTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task A_span_holds_what_was_not_taken_and_what_was_never_put_in_line()
    {
        var (id, _) = await WebhookAsync(DeliveryEvent.Published);
        var before = await ToldAsync(id); // taken
        Receiver.Answer = Receiver.Status(410);
        var failed = await ToldAsync(id);
        var missed = await TellAsync();
        await TellAsync(DeliveryEvent.Unpublished); // not wanted
        await Some.Must(new EnableWebhook(id), Actor.Shell);
        Receiver.Answer = Receiver.Status(200);

        Assert.Equal(2, await AgainAsync(id, all: false));

        var line = await House.ReadAsync(db => db.WebhookDeliveries.AsNoTracking().Where(d => d.Endpoint == id && d.State == WebhookDeliveryState.Waiting).OrderBy(d => d.DueAt).ToListAsync(Ct));
        Assert.Equal([failed.Event, missed], line.Select(d => d.Event));
        foreach (var delivery in line) Assert.Equal(WebhookDeliveryState.Delivered, (await AttemptAsync(delivery.Id)).State);
        Assert.Equal(0, await AgainAsync(id, all: false));
        Assert.Equal(3, await AgainAsync(id, all: true));
        Assert.Equal(WebhookDeliveryState.Waiting, (await DeliveryAsync(id, before.Event)).State);
        Assert.Equal(0, await AgainAsync(id, all: true)); // what waits goes on as it is
    }

    [Fact]
    public async Task A_span_ends_after_its_beginning_and_a_disabled_webhook_is_sent_nothing()
    {
        var (id, _) = await WebhookAsync();
        Assert.Equal("to.before", Assert.Single((await House.SendAsync(new SendWebhooksAgain(id, Now, Now.AddSeconds(-1), false), Actor.Shell)).Error!.Fields).Code);
        await Some.Must(new DisableWebhook(id), Actor.Shell);
        Assert.Equal("webhook.not_active", (await House.SendAsync(new SendWebhooksAgain(id, Now.AddDays(-1), Now, false), Actor.Shell)).Error!.Code);
    }

    private async Task<int> AgainAsync(WebhookEndpointId id, bool all) => (await House.SendAsync(new SendWebhooksAgain(id, Now.AddHours(-1), Now, all), Actor.Shell)).Value;
}

public sealed class ListWebhooksTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task Each_says_how_it_stands_and_one_that_takes_nothing_for_a_day_is_told_of()
    {
        var (id, _) = await WebhookAsync();
        var (stopped, _) = await WebhookAtAsync("https://hooks.example.org/");
        await Some.Must(new DisableWebhook(stopped), Actor.Shell);
        Receiver.Answer = Receiver.Status(500);
        var delivery = await ToldAsync(id);
        House.Clock.Move(TimeSpan.FromHours(25));

        var listed = (await House.SendAsync(new ListWebhooks(Site), Actor.Shell)).Value;

        Assert.Equal([id, stopped], listed.Select(w => w.Id));
        Assert.Equal((true, delivery.Id, WebhookDeliveryState.Waiting), (listed[0].IsTroubled, listed[0].Last!.Id, listed[0].Last!.State));
        Assert.Equal((WebhookState.Disabled, false, null), (listed[1].State, listed[1].IsTroubled, listed[1].Last));
    }
}

public sealed class ListWebhookDeliveriesTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task The_log_is_read_newest_first_by_state_and_page_by_page()
    {
        var (id, _) = await WebhookAsync();
        var taken = await ToldAsync(id);
        for (var i = 0; i < 60; i++) await TellAsync(slug: $"piece-{i}");

        var first = (await ListAsync(id)).Items;
        var page = await House.SendAsync(new ListWebhookDeliveries(id, null, (await ListAsync(id)).Next), Actor.Shell);

        Assert.Equal((50, "piece-59"), (first.Count, first[0].About));
        Assert.Equal(11, page.Value.Items.Count);
        Assert.Equal(61, first.Concat(page.Value.Items).Select(d => d.Id).Distinct().Count());
        Assert.Equal(taken.Id, Assert.Single((await ListAsync(id, WebhookDeliveryState.Delivered)).Items).Id);
        Assert.Equal("after.malformed", Assert.Single((await House.SendAsync(new ListWebhookDeliveries(id, null, "x"), Actor.Shell)).Error!.Fields).Code);
    }

    private async Task<Application.Common.Page<ListedDelivery>> ListAsync(WebhookEndpointId id, WebhookDeliveryState? state = null) => (await House.SendAsync(new ListWebhookDeliveries(id, state, null), Actor.Shell)).Value;
}

public sealed class GetWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task It_is_shown_without_its_secret()
    {
        var (id, secret) = await WebhookAsync();
        await House.SendAsync(new RotateWebhookSecret(id, AtOnce: false), Actor.Shell);
        var shown = (await House.SendAsync(new GetWebhook(id), Actor.Shell)).Value;
        Assert.Equal((Receiver.Address, "For a test", null, WebhookState.Active), (shown.Url, shown.Description, shown.MadeBy, shown.State));
        Assert.InRange((shown.FormerUntil!.Value - Now).TotalHours, 23.9, 24);
        Assert.DoesNotContain(secret[6..], shown.ToString(), StringComparison.Ordinal);
    }
}

public sealed class GetWebhookDeliveryTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task Every_attempt_stands_there_with_its_answer()
    {
        var (id, _) = await WebhookAsync();
        Receiver.Answer = Receiver.Status(500, "<script>alert(1)</script>");
        var delivery = await ToldAsync(id);
        House.Clock.Move(TimeSpan.FromSeconds(6));
        Receiver.Answer = Receiver.Status(200, "thanks");
        await AttemptAsync(delivery.Id);

        var shown = (await House.SendAsync(new GetWebhookDelivery(delivery.Id), Actor.Shell)).Value;
        Assert.Equal([(2, 200, "thanks"), (1, 500, "<script>alert(1)</script>")], shown.Attempts.Select(a => (a.Number, a.Status!.Value, a.Body)));
        Assert.Equal((delivery.Message, WebhookDeliveryState.Delivered), (shown.Message, shown.Line.State));
    }
}

public sealed class PreviewWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task The_dry_run_is_what_is_sent_and_sends_nothing()
    {
        var (id, secret) = await WebhookAsync();
        Assert.Equal(DeliveryEvent.EndpointTest, (await AskAsync(id)).Type); // nothing happened yet

        var delivery = await DeliveryAsync(id, await TellAsync());
        var shown = await AskAsync(id);
        Assert.Empty(Receiver.All);
        string Header(string name) => shown.Headers.Single(h => h.Key == name).Value;
        Assert.True(QuestWebhook.IsGenuine(secret, Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), System.Text.Encoding.UTF8.GetBytes(shown.Body), Now));
        Assert.Equal($"{delivery.Message}.{Header("webhook-timestamp")}.{shown.Body}", shown.Signed);

        await AttemptAsync(delivery.Id);
        Assert.Equal(shown.Body, System.Text.Encoding.UTF8.GetString(Receiver.Last.Body));
        Assert.Equal(Header("webhook-id"), Receiver.Last.Id);
        await House.SendAsync(new RotateWebhookSecret(id, AtOnce: false), Actor.Shell);
        Assert.Equal(2, (await AskAsync(id, delivery.Id)).Secrets);
    }

    [Fact]
    public async Task Another_webhooks_delivery_is_not_shown()
    {
        var (id, _) = await WebhookAsync();
        var delivery = await DeliveryAsync(id, await TellAsync());
        var (other, _) = await WebhookAsync();
        Assert.Equal("webhook.no_delivery", (await House.SendAsync(new PreviewWebhook(other, delivery.Id), Actor.Shell)).Error!.Code);
    }

    private async Task<ShownWebhookRequest> AskAsync(WebhookEndpointId id, WebhookDeliveryId? delivery = null) => (await House.SendAsync(new PreviewWebhook(id, delivery), Actor.Shell)).Value;
}
