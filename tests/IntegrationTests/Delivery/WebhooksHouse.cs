using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>One house for everything about webhooks, that may send to this machine. No worker: a test carries out each attempt itself.</summary>
public sealed class WebhooksHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Some = await SomeHouse.OpenAsync(database.Postgres, workers: false, ("QUEST_OUTBOUND_ALLOW", "127.0.0.1"));

    public ValueTask DisposeAsync() => Some.House.DisposeAsync();
}

[CollectionDefinition(nameof(WebhooksHouse))]
public sealed class OneWebhooksHouse : ICollectionFixture<WebhooksHouse>;

/// <summary>Each test has a site and a receiver of its own: what happens there is told to nobody else.</summary>
[Collection(nameof(WebhooksHouse))]
public abstract class WithWebhooks(WebhooksHouse shared) : IAsyncLifetime
{
    private static int _sites;

    private protected Receiver Receiver { get; private set; } = null!;
    protected SiteId Site { get; private set; }
    protected string SiteSlug { get; private set; } = "";
    protected SomeHouse Some => shared.Some;
    protected TestHouse House => shared.Some.House;
    protected DateTimeOffset Now => House.Clock.GetUtcNow();
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.OpenAsync();
        (Site, SiteSlug) = (SiteId.New(Now), $"hooked-{Interlocked.Increment(ref _sites)}");
        await Some.Must(new FoundSite(Site, SiteSlug, "Hooked", ""), Actor.Shell);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<(WebhookEndpointId Id, string Secret)> WebhookAsync(params string[] wanted) => WebhookAtAsync(Receiver.Address, wanted);

    protected async Task<(WebhookEndpointId Id, string Secret)> WebhookAtAsync(string address, params string[] wanted)
    {
        var made = (await House.SendAsync(new AddWebhook(Site, new WebhookTerms(address, "For a test", wanted)), Actor.Shell)).Value;
        return (made.Webhook, made.Secret.Reveal());
    }

    /// <summary>Something happens on the site; it goes through the outbox, as everything does.</summary>
    protected Task<DeliveryEventId> TellAsync(string type = DeliveryEvent.Published, string slug = "moving", TimeSpan ago = default) => TellAsync(House, Site, Now - ago, type, slug);

    internal static async Task<DeliveryEventId> TellAsync(TestHouse house, SiteId site, DateTimeOffset at, string type = DeliveryEvent.Published, string slug = "moving")
    {
        await using var scope = house.Services.CreateAsyncScope();
        var article = PublishedArticle.First(ArticleId.New(at), site, "en", 1, at);
        article.Show(slug, 1, new Publication(), at);
        var told = DeliveryEvent.Tell(type, article, null, at, ["title"], [$"article:{article.Article}"]);
        await scope.ServiceProvider.GetRequiredService<EventOutbox>().AddAsync(told, Ct);
        await scope.ServiceProvider.GetRequiredService<IQuestDb>().SaveChangesAsync(Ct);
        return told.Id;
    }

    /// <summary>The delivery of that event, or the only one there is.</summary>
    protected Task<WebhookDelivery> DeliveryAsync(WebhookEndpointId webhook, DeliveryEventId? told = null) =>
        House.ReadAsync(db => db.WebhookDeliveries.AsNoTracking().SingleAsync(d => d.Endpoint == webhook && (told == null || d.Event == told), Ct));

    protected Task<WebhookEndpoint> RowAsync(WebhookEndpointId webhook) => House.ReadAsync(db => db.WebhookEndpoints.AsNoTracking().SingleAsync(w => w.Id == webhook, Ct));

    protected Task<List<WebhookAttempt>> AttemptsAsync(WebhookDeliveryId delivery) =>
        House.ReadAsync(db => db.WebhookAttempts.AsNoTracking().Where(a => a.Delivery == delivery).OrderBy(a => a.Number).ToListAsync(Ct));

    /// <summary>One attempt, as the worker makes it.</summary>
    protected async Task<WebhookDelivery> AttemptAsync(WebhookDeliveryId delivery)
    {
        await Some.Must(new SendWebhook(delivery), Actor.Worker);
        return await House.ReadAsync(db => db.WebhookDeliveries.AsNoTracking().SingleAsync(d => d.Id == delivery, Ct));
    }

    /// <summary>Something happens, and the first attempt to tell of it is made.</summary>
    protected async Task<WebhookDelivery> ToldAsync(WebhookEndpointId webhook, string type = DeliveryEvent.Published) =>
        await AttemptAsync((await DeliveryAsync(webhook, await TellAsync(type))).Id);

    /// <summary>How many jobs wait for a delivery.</summary>
    protected async Task<long> JobsAsync(WebhookDeliveryId delivery) => await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", delivery.Value);
}
