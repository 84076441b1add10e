using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// Whether a receiver is told of events; if not, why. <see cref="Gone"/>: it answered 410. <see cref="Failing"/>: for days it took nothing. <see cref="Removed"/>: nobody sees it any more; its row
/// goes when the last of its deliveries is swept, so that nothing in flight stumbles.
/// </summary>
public enum WebhookState { Active, Disabled, Gone, Failing, Removed }

/// <summary>
/// A receiver of a site's events, at an address that an administrator named. Its secrets are kept protected; while they rotate two are valid, and what is sent carries a signature by each.
/// </summary>
public sealed class WebhookEndpoint : AggregateRoot
{
    public const int MaxUrl = 2_000;
    public const int MaxDescription = 200;
    /// <summary>How many a site may have at once that are told of events.</summary>
    public const int MostActive = 20;

    /// <summary>How long the former secret stays valid after a rotation.</summary>
    public static readonly TimeSpan Rotation = TimeSpan.FromHours(24);
    /// <summary>After so long without a taken delivery the site's administrators are told.</summary>
    public static readonly TimeSpan ToldAfter = TimeSpan.FromDays(1);
    /// <summary>After so long without a taken delivery nothing is sent any more.</summary>
    public static readonly TimeSpan DisabledAfter = TimeSpan.FromDays(5);

    /// <summary>The types of events one may choose among.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        DeliveryEvent.Published, DeliveryEvent.Updated, DeliveryEvent.SlugChanged, DeliveryEvent.Unpublished, DeliveryEvent.Archived, DeliveryEvent.Deleted, DeliveryEvent.MediaUpdated, DeliveryEvent.SiteUpdated,
    ];

    private WebhookEndpoint() { }

    public WebhookEndpointId Id { get; private set; }
    public SiteId Site { get; private set; }
    public string Url { get; private set; } = "";
    public string Description { get; private set; } = "";
    /// <summary>Which types of events it is told of; empty: all, those to come too.</summary>
    public string[] Wanted { get; private set; } = [];
    public WebhookState State { get; private set; }
    /// <summary>Protected; only what protects it reads it.</summary>
    public byte[] Secret { get; private set; } = [];
    public byte[]? FormerSecret { get; private set; }
    public DateTimeOffset? FormerUntil { get; private set; }
    /// <summary>Since when nothing was taken; null while deliveries are taken, or none was tried.</summary>
    public DateTimeOffset? FailingSince { get; private set; }
    public PersonId? MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>The receiver as people and the trail call it: an address may hold a secret in its path.</summary>
    public string Host => HostOf(Url);

    /// <param name="secret">Protected.</param>
    public static WebhookEndpoint Add(WebhookEndpointId id, SiteId site, Uri url, string description, IEnumerable<string> wanted, byte[] secret, PersonId? by, DateTimeOffset now)
    {
        var endpoint = new WebhookEndpoint { Id = id, Site = site, Secret = secret, MadeBy = by, MadeAt = now };
        endpoint.Describe(url, description, wanted);
        endpoint.Raise(new WebhookAdded(id, site, endpoint.Host));
        return endpoint;
    }

    public bool Wants(string type) => State == WebhookState.Active && (Wanted.Length == 0 || Wanted.Contains(type));

    /// <summary>The secrets that are valid now, the newest first, protected.</summary>
    public IReadOnlyList<byte[]> SecretsAt(DateTimeOffset now) => FormerSecret is { } former && FormerUntil > now ? [Secret, former] : [Secret];

    /// <summary>It has taken nothing for so long that people must look.</summary>
    public bool IsTroubled(DateTimeOffset now) => State == WebhookState.Active && FailingSince + ToldAfter <= now;

    /// <param name="basedOn">The version its form was made of.</param>
    public Result Change(int basedOn, Uri url, string description, IEnumerable<string> wanted)
    {
        if (basedOn != Version) return WebhookErrors.Changed;
        Describe(url, description, wanted);
        Changed();
        Raise(new WebhookChanged(Id, Site, Host));
        return Result.Done;
    }

    /// <summary>Somebody stops it. Stopping what is stopped changes nothing.</summary>
    public void Disable(DateTimeOffset now)
    {
        if (State == WebhookState.Active) Stop(WebhookState.Disabled, now);
    }

    /// <summary>It is taken away for good: its secrets and its address, which may hold one, are forgotten at once.</summary>
    public void Remove(DateTimeOffset now)
    {
        Raise(new WebhookRemoved(Id, Site, Host));
        (State, DisabledAt, Url, Description, Wanted, Secret, FormerSecret, FormerUntil) = (WebhookState.Removed, now, "", "", [], [], null, null);
        Changed();
    }

    /// <summary>Refuses what was made on another version; null: whichever there is.</summary>
    public Result On(int? version) => version is null || version == Version ? Result.Done : WebhookErrors.Changed;

    /// <summary>It is told of events from now on; what happened meanwhile is not sent by itself.</summary>
    public void Enable()
    {
        if (State == WebhookState.Active) return;
        (State, DisabledAt, FailingSince) = (WebhookState.Active, null, null);
        Changed();
        Raise(new WebhookEnabled(Id, Site, Host));
    }

    /// <param name="secret">The new one, protected.</param>
    /// <param name="atOnce">The former one is worth nothing from now on: it was seen by others.</param>
    public void Rotate(byte[] secret, bool atOnce, DateTimeOffset now)
    {
        (FormerSecret, FormerUntil, Secret) = (atOnce ? null : Secret, atOnce ? null : now + Rotation, secret);
        Changed();
        Raise(new WebhookSecretRotated(Id, Site, Host, atOnce));
    }

    /// <summary>It took a delivery.</summary>
    public void NoteTaken()
    {
        if (FailingSince is null) return;
        FailingSince = null;
        Changed();
    }

    /// <summary>It did not take an event. Said to be gone, or failing for days, it is told of nothing more.</summary>
    /// <param name="isOver">It was the last attempt of that delivery.</param>
    public void NoteFailed(bool isGone, bool isOver, DateTimeOffset now)
    {
        if (State != WebhookState.Active) return;
        if (isGone) Stop(WebhookState.Gone, now);
        else if (FailingSince is null)
        {
            FailingSince = now;
            Changed();
        }
        else if (isOver && FailingSince + DisabledAfter <= now) Stop(WebhookState.Failing, now);
    }

    /// <summary>So many of its deliveries were put in line again.</summary>
    public void TellRepeated(int deliveries) => Raise(new WebhookDeliveriesRepeated(Id, Site, Host, deliveries));

    /// <summary>The host of an address, with its port where it is not the usual one.</summary>
    public static string HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Authority : url;

    private void Stop(WebhookState state, DateTimeOffset now)
    {
        (State, DisabledAt) = (state, now);
        Changed();
        Raise(new WebhookDisabled(Id, Site, Host, state.ToString()));
    }

    private void Describe(Uri url, string description, IEnumerable<string> wanted) =>
        (Url, Description, Wanted) = (url.AbsoluteUri, description.Trim(), [.. Types.Intersect(wanted)]);
}
