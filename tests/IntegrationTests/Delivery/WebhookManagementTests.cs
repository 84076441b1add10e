using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Audit;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Delivery;

public sealed class AddWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task Its_secret_is_shown_once_and_stands_nowhere_in_readable_form()
    {
        var (id, secret) = await WebhookAsync(DeliveryEvent.Published);
        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", secret);
        Assert.Equal([DeliveryEvent.Published], (await RowAsync(id)).Wanted);
        var everything = await House.ScalarAsync<string>("select (select string_agg(w::text || encode(w.secret, 'escape'), ' ') from webhooks.endpoints w) || (select string_agg(e::text, ' ') from audit.entries e)");
        Assert.DoesNotContain(secret[6..], everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(Convert.FromBase64String(secret[6..])), everything, StringComparison.Ordinal);
        Assert.DoesNotContain("/hook", await House.ScalarAsync<string>("select string_agg(e::text, ' ') from audit.entries e where about = $1", id.Value), StringComparison.Ordinal); // a path may be a secret
    }

    [Theory]
    [InlineData("", "address.missing")]
    [InlineData("hooks.example.org", "address.malformed")]
    [InlineData("http://hooks.example.org/", "address.plain_http")]
    [InlineData("https://192.168.0.1/", "address.private")]
    public async Task An_address_is_https_and_public(string address, string code) => Assert.Equal(code, Assert.Single((await TryAsync(address)).Fields).Code);

    [Fact]
    public async Task Types_are_those_there_are_and_a_site_has_twenty_at_most()
    {
        Assert.Equal("wanted.unknown", Assert.Single((await TryAsync("https://hooks.example.org/", "article.made_up")).Fields).Code);
        for (var i = 0; i < WebhookEndpoint.MostActive; i++) await WebhookAtAsync($"https://hooks.example.org/{i}");
        Assert.Equal("webhooks.too_many", (await TryAsync("https://hooks.example.org/x")).Code);
        var listed = (await House.SendAsync(new ListWebhooks(Site), Actor.Shell)).Value;
        await Some.Must(new DisableWebhook(listed[0].Id), Actor.Shell);
        await WebhookAtAsync("https://hooks.example.org/x");
        Assert.Equal("webhooks.too_many", (await House.SendAsync(new EnableWebhook(listed[0].Id), Actor.Shell)).Error!.Code);
    }

    [Fact]
    public async Task Only_what_it_wants_of_its_own_site_is_put_in_line()
    {
        var (id, _) = await WebhookAsync(DeliveryEvent.Unpublished);
        await TellAsync(DeliveryEvent.Published);
        await TellAsync(Some.House, Some.OtherSite, Now, DeliveryEvent.Unpublished);
        var told = await TellAsync(DeliveryEvent.Unpublished);
        var delivery = await DeliveryAsync(id);
        Assert.Equal(told, delivery.Event);
        Assert.Equal(1, await JobsAsync(delivery.Id)); // in the same save
    }

    private async Task<Domain.Common.Error> TryAsync(string address, params string[] wanted) => (await House.SendAsync(new AddWebhook(Site, new WebhookTerms(address, "", wanted)), Actor.Shell)).Error!;
}

public sealed class ChangeWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task What_waits_goes_to_the_new_address()
    {
        var (id, _) = await WebhookAtAsync("https://hooks.example.org/old");
        var waiting = await DeliveryAsync(id, await TellAsync());
        var version = (await RowAsync(id)).Version;
        await Some.Must(new ChangeWebhook(id, version, new WebhookTerms(Receiver.Address, "Moved", [])), Actor.Shell);

        Assert.Equal(WebhookDeliveryState.Delivered, (await AttemptAsync(waiting.Id)).State);
        Assert.Equal("webhook.changed", (await House.SendAsync(new ChangeWebhook(id, version, new WebhookTerms(Receiver.Address, "", [])), Actor.Shell)).Error!.Code);
        Assert.Equal("address.private", Assert.Single((await House.SendAsync(new ChangeWebhook(id, version + 1, new WebhookTerms("https://10.1.1.1/", "", [])), Actor.Shell)).Error!.Fields).Code);
    }
}

public sealed class DisableWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task Nothing_is_put_in_line_for_it_and_the_trail_says_who()
    {
        var (id, _) = await WebhookAsync();
        await Some.Must(new DisableWebhook(id), Actor.Shell);
        await Some.Must(new DisableWebhook(id), Actor.Shell);
        await TellAsync();
        Assert.False(await House.ReadAsync(db => db.WebhookDeliveries.AnyAsync(d => d.Endpoint == id, Ct)));
        var host = new Uri(Receiver.Address).Authority;
        var lines = (await House.SendAsync(new ListAuditTrail(Site, new AuditFilter(About: id.Value)), Actor.Shell)).Value.Items;
        Assert.Equal([$"disabled the webhook to {host}", $"added a webhook to {host}"], lines.Select(l => l.Sentence));
    }
}

public sealed class EnableWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task It_is_told_of_what_happens_from_now_on()
    {
        var (id, _) = await WebhookAsync();
        await Some.Must(new DisableWebhook(id), Actor.Shell);
        await TellAsync();
        await Some.Must(new EnableWebhook(id), Actor.Shell);
        var told = await TellAsync();
        Assert.Equal(told, (await DeliveryAsync(id)).Event);
    }
}

public sealed class RemoveWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task It_is_seen_no_more_and_what_waits_is_not_sent_and_its_row_goes_with_the_last_of_its_log()
    {
        var (id, _) = await WebhookAsync();
        var waiting = await DeliveryAsync(id, await TellAsync());
        await Some.Must(new RemoveWebhook(id), Actor.Shell);
        await TellAsync();

        Assert.Empty((await House.SendAsync(new ListWebhooks(Site), Actor.Shell)).Value);
        Assert.Equal("webhook.not_found", (await House.SendAsync(new GetWebhook(id), Actor.Shell)).Error!.Code);
        Assert.Equal("webhook.not_found", (await House.SendAsync(new EnableWebhook(id), Actor.Shell)).Error!.Code);
        Assert.Equal("webhook.no_delivery", (await House.SendAsync(new GetWebhookDelivery(waiting.Id), Actor.Shell)).Error!.Code);
        Assert.Equal("webhook.no_delivery", (await House.SendAsync(new SendWebhookAgain(waiting.Id), Actor.Shell)).Error!.Code);
        var left = await AttemptAsync(waiting.Id);
        Assert.Equal((WebhookDeliveryState.NotSent, 0), (left.State, left.Attempts));
        Assert.Equal("", await House.ScalarAsync<string>("select url || encode(secret, 'hex') || description from webhooks.endpoints where id = $1", id.Value));
        Assert.Equal($"removed the webhook to {new Uri(Receiver.Address).Authority}", (await House.SendAsync(new ListAuditTrail(Site, new AuditFilter(About: id.Value)), Actor.Shell)).Value.Items[0].Sentence);

        await Some.Must(new SweepWebhooks(), Actor.Worker);
        Assert.Equal(1, await House.ScalarAsync<long>("select count(*) from webhooks.endpoints where id = $1", id.Value));
        await House.ScalarAsync<long>("with old as (update webhooks.deliveries set at = at - interval '91 days' where endpoint = $1 returning 1) select count(*) from old", id.Value);
        await Some.Must(new SweepWebhooks(), Actor.Worker);
        Assert.Equal(0, await House.ScalarAsync<long>("select count(*) from webhooks.endpoints where id = $1", id.Value));
    }

    [Fact]
    public async Task Made_on_another_version_nothing_happens()
    {
        var (id, _) = await WebhookAsync();
        Assert.Equal("webhook.changed", (await House.SendAsync(new RemoveWebhook(id, If: 7), Actor.Shell)).Error!.Code);
        Assert.Single((await House.SendAsync(new ListWebhooks(Site), Actor.Shell)).Value);
    }
}

public sealed class RotateWebhookSecretTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task For_a_day_both_secrets_fit_then_the_new_one_alone()
    {
        var (id, former) = await WebhookAsync();
        var secret = (await House.SendAsync(new RotateWebhookSecret(id, AtOnce: false), Actor.Shell)).Value.Secret.Reveal();

        await ToldAsync(id);
        Assert.True(Receiver.Last.IsGenuine(former, Now));
        Assert.True(Receiver.Last.IsGenuine(secret, Now));
        House.Clock.Move(TimeSpan.FromHours(25));
        await ToldAsync(id);
        Assert.False(Receiver.Last.IsGenuine(former, Now));
        Assert.True(Receiver.Last.IsGenuine(secret, Now));
    }

    [Fact]
    public async Task A_secret_that_others_saw_ends_at_once()
    {
        var (id, former) = await WebhookAsync();
        var secret = (await House.SendAsync(new RotateWebhookSecret(id, AtOnce: true), Actor.Shell)).Value.Secret.Reveal();
        await ToldAsync(id);
        Assert.False(Receiver.Last.IsGenuine(former, Now));
        Assert.True(Receiver.Last.IsGenuine(secret, Now));
    }
}

public sealed class TestWebhookTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task It_is_sent_once_to_that_webhook_alone_and_stands_in_no_log()
    {
        var (id, secret) = await WebhookAsync(DeliveryEvent.Unpublished);
        var (other, _) = await WebhookAsync();
        await Some.Must(new DisableWebhook(id), Actor.Shell); // also before it is told of anything
        Receiver.Answer = Receiver.Status(500);

        var sent = (await House.SendAsync(new TestWebhook(id), Actor.Shell)).Value;
        var delivery = await AttemptAsync(sent);

        Assert.Equal((WebhookDeliveryState.Failed, 1, DeliveryEvent.EndpointTest), (delivery.State, delivery.Attempts, delivery.Type));
        Assert.True(Receiver.Last.IsGenuine(secret, Now));
        Assert.Contains("\"endpoint.test\"", System.Text.Encoding.UTF8.GetString(Receiver.Last.Body), StringComparison.Ordinal);
        Assert.Null((await RowAsync(id)).FailingSince);
        Assert.False(await House.ReadAsync(db => db.WebhookDeliveries.AnyAsync(d => d.Endpoint == other, Ct)));
        Assert.False(await House.ReadAsync(db => db.DeliveryEvents.AnyAsync(e => e.Site == Site, Ct)));
    }
}

public sealed class SweepWebhooksTests(WebhooksHouse shared) : WithWebhooks(shared)
{
    [Fact]
    public async Task What_is_older_than_ninety_days_goes_with_its_answers()
    {
        var (id, _) = await WebhookAsync();
        var kept = await ToldAsync(id);
        var old = await DeliveryAsync(id, await TellAsync(ago: TimeSpan.FromDays(91)));
        await AttemptAsync(old.Id);
        // The log of events is swept by itself: what was sent of them does not hold them back.
        await Some.Must(new SweepEventLog(), Actor.Worker);
        Assert.Equal(WebhookDeliveryState.Delivered, (await House.ReadAsync(db => db.WebhookDeliveries.SingleAsync(d => d.Id == old.Id, Ct))).State);
        await Some.Must(new SweepWebhooks(), Actor.Worker);
        Assert.Equal(kept.Id, (await DeliveryAsync(id)).Id);
        Assert.Empty(await AttemptsAsync(old.Id));
        Assert.Single(await AttemptsAsync(kept.Id));
    }
}
