using QuestCms.Domain.Common;

namespace QuestCms.Domain.Delivery;

/// <summary>What publishing can answer instead of doing what was asked.</summary>
public static class DeliveryErrors
{
    public static readonly Error NothingApproved = Error.Conflict("publish.nothing_approved", "No revision of this article is approved, so there is nothing to publish. A reviewer decides first.");
    public static readonly Error NotApproved = Error.Conflict("publish.not_approved", "This revision was not approved. Only an approved revision can reach readers.");
    public static readonly Error SealBroken = Error.Conflict("publish.seal_broken",
        "This revision is not what was approved: its seal does not match. It was not published; what readers see is unchanged. An administrator must look at it.");
    public static readonly Error AlreadyLive = Error.Conflict("publish.already_live", "Readers already see this revision.");
    public static readonly Error NotWaiting = Error.Conflict("schedule.not_waiting", "This plan was already carried out or cancelled.");
    public static readonly Error AlreadyScheduled = Error.Conflict("schedule.exists", "A plan is already waiting for this article. Cancel it first.");
    public static readonly Error TimePassed = Error.Field("at", "schedule.past", "The time is in the past. Choose one to come, or publish now.");
}
