using QuestCms.Application.Common;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.Web.Api.Delivery;

/// <summary>What the door (<see cref="DeliveryDoor"/>) knows of a request and tells what answers it, and the other way round.</summary>
internal sealed class DeliveryCall
{
    /// <summary>What the key that was shown opens; null without one.</summary>
    public KeyGrant? Grant { get; init; }

    /// <summary>The answer is taken down and sent by the door, not written to the reader.</summary>
    public bool IsMade { get; set; }

    /// <summary>The whole answer, where it was at hand as it is: nothing is copied through a stream then.</summary>
    public byte[]? Whole { get; private set; }

    /// <summary>What is sent holds this article and nothing of another: it is kept until an event of the site names it. Null: until any event of the site.</summary>
    public Guid? OnlyOf { get; private set; }

    /// <summary>May this caller read the site?</summary>
    public static bool MayRead(HttpContext context, DeliverySite site) => site.AnonymousReading || context.Features.Get<DeliveryCall>()?.Grant?.Site.Value == site.Id;

    /// <summary>False where nobody takes the bytes as they are: then they are written.</summary>
    public static bool Takes(HttpContext context, byte[] whole)
    {
        if (context.Features.Get<DeliveryCall>() is not { IsMade: true } call) return false;
        call.Whole = whole;
        return true;
    }

    /// <summary>Said by an answer that holds one article and nothing of another, no name of a neighbour and no count.</summary>
    public static void IsOnlyOf(HttpContext context, Guid article)
    {
        if (context.Features.Get<DeliveryCall>() is { } call) call.OnlyOf = article;
    }
}
