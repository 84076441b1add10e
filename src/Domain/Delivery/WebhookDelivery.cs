using System.Security.Cryptography;
using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>How a delivery stands. <see cref="Failed"/>: its attempts are over, or the receiver is gone. <see cref="NotSent"/>: the receiver was disabled before its turn.</summary>
public enum WebhookDeliveryState { Waiting, Delivered, Failed, NotSent }

/// <summary>
/// One event on its way to one receiver, stored in the save that made the event. What is sent is made at its time, from the event's row; here stands how it went. Each
/// <see cref="WebhookAttempt"/> has a row of its own.
/// </summary>
public sealed class WebhookDelivery : AggregateRoot
{
    public const int MaxAbout = 200;
    public const int MaxSay = 500;

    private WebhookDelivery() { }

    public WebhookDeliveryId Id { get; private set; }
    public WebhookEndpointId Endpoint { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>The event; a test's stands in no log.</summary>
    public DeliveryEventId Event { get; private set; }
    public string Type { get; private set; } = "";
    /// <summary>What it is about, in the site's words: a slug; empty where it is about no article.</summary>
    public string About { get; private set; } = "";
    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }
    public WebhookDeliveryState State { get; private set; }
    /// <summary>When it is tried next; null once it has ended.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    /// <summary>Attempts since it was put in line last: what the pauses are counted by.</summary>
    public int Tries { get; private set; }
    /// <summary>All attempts there ever were.</summary>
    public int Attempts { get; private set; }
    public int? LastStatus { get; private set; }
    /// <summary>What became of it last, in a sentence; null while it was never tried.</summary>
    public string? Say { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The same over retries, and when it is sent again: <c>msg_</c> and a hash of event and receiver.</summary>
    public string Message
    {
        get
        {
            Span<byte> both = stackalloc byte[32];
            Event.Value.TryWriteBytes(both);
            Endpoint.Value.TryWriteBytes(both[16..]);
            return "msg_" + Convert.ToHexStringLower(SHA256.HashData(both))[..32];
        }
    }

    public bool IsTest => Type == DeliveryEvent.EndpointTest;

    /// <param name="due">When it is tried first; null: as soon as it happened.</param>
    public static WebhookDelivery Of(DeliveryEvent told, WebhookEndpointId endpoint, DateTimeOffset? due = null) => Line(told.Site, endpoint, told.Id, told.Type, told.Slug, told.At, due);

    /// <summary>What the test button sends, to this receiver alone.</summary>
    public static WebhookDelivery Test(WebhookEndpoint endpoint, DateTimeOffset now) => Line(endpoint.Site, endpoint.Id, DeliveryEventId.New(now), DeliveryEvent.EndpointTest, "", now);

    /// <summary>The receiver answered 2xx.</summary>
    public WebhookAttempt Take(WebhookAnswered answer, DateTimeOffset now)
    {
        End(WebhookDeliveryState.Delivered, now);
        return Note(answer, now);
    }

    /// <summary>It was not taken: the next attempt is due after the pause, and without a pause it has failed.</summary>
    public WebhookAttempt Fail(WebhookAnswered answer, TimeSpan? pause, DateTimeOffset now)
    {
        if (pause is { } after) DueAt = now + after;
        else End(WebhookDeliveryState.Failed, now);
        return Note(answer, now);
    }

    /// <summary>Its turn came, and the receiver is told of nothing any more, or there is nothing to tell.</summary>
    public void Leave(string say, DateTimeOffset now)
    {
        End(WebhookDeliveryState.NotSent, now);
        Say = say;
        Changed();
    }

    /// <summary>Puts it in line once more, whatever became of it, with all its attempts before it.</summary>
    public void Repeat(DateTimeOffset now)
    {
        (State, DueAt, EndedAt, Tries) = (WebhookDeliveryState.Waiting, now, null, 0);
        Changed();
    }

    private static WebhookDelivery Line(SiteId site, WebhookEndpointId endpoint, DeliveryEventId told, string type, string about, DateTimeOffset at, DateTimeOffset? due = null) =>
        new() { Id = WebhookDeliveryId.New(at), Site = site, Endpoint = endpoint, Event = told, Type = type, About = about, At = at, DueAt = due ?? at };

    private WebhookAttempt Note(WebhookAnswered answer, DateTimeOffset now)
    {
        (Tries, Attempts, LastStatus, Say) = (Tries + 1, Attempts + 1, answer.Status, answer.Say);
        Changed();
        return WebhookAttempt.Of(Id, Attempts, answer, now);
    }

    private void End(WebhookDeliveryState state, DateTimeOffset now) => (State, DueAt, EndedAt) = (state, null, now);
}

/// <summary>What came of one attempt.</summary>
/// <param name="Status">Null when nothing was answered.</param>
/// <param name="Say">In a sentence.</param>
/// <param name="Body">The first of what was answered, as text; empty when nothing was.</param>
public sealed record WebhookAnswered(int? Status, string Say, string Body, TimeSpan Took)
{
    public bool IsTaken => Status is >= 200 and < 300;
    public bool IsGone => Status == 410;
}

/// <summary>One attempt of a delivery and its answer, kept as long as the delivery.</summary>
public sealed class WebhookAttempt
{
    /// <summary>How many bytes of an answer are kept.</summary>
    public const int MostAnswer = 4 * 1024;

    private WebhookAttempt() { }

    public WebhookDeliveryId Delivery { get; private set; }
    /// <summary>Counted from 1.</summary>
    public int Number { get; private set; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset At { get; private set; }
    public int? Status { get; private set; }
    public int Milliseconds { get; private set; }
    public string Say { get; private set; } = "";
    public string Body { get; private set; } = "";

    internal static WebhookAttempt Of(WebhookDeliveryId delivery, int number, WebhookAnswered answer, DateTimeOffset now) =>
        new() { Delivery = delivery, Number = number, At = now, Status = answer.Status, Milliseconds = (int)answer.Took.TotalMilliseconds, Say = answer.Say, Body = answer.Body };
}
