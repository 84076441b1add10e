using QuestCms.Domain.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>What runs and what was spent since the month began (UTC); US dollars, with what is reserved for calls on their way.</summary>
public sealed record Spending(decimal OfSite, decimal OfPerson, int RunningOfSite, int RunningOfPerson)
{
    public static readonly Spending None = new(0, 0, 0, 0);
}

/// <summary>
/// How much of Claude a site may use: US dollars a month for all and for each person, and requests at once. Null is no limit of money. A site without
/// a row has the limits of <see cref="Of"/>.
/// </summary>
public sealed class Allowance : AggregateRoot
{
    public const int MostAtOnce = 50;
    public const decimal MostPerMonth = 100_000;

    private Allowance() { }

    public SiteId Site { get; private set; }
    /// <summary>US dollars, for everyone of the site together.</summary>
    public decimal? PerMonth { get; private set; }
    /// <summary>US dollars, for one person.</summary>
    public decimal? PerPersonAndMonth { get; private set; }
    public int AtOnce { get; private set; } = 12;
    public int AtOncePerPerson { get; private set; } = 5;

    public static Allowance Of(SiteId site) => new() { Site = site };

    /// <summary>Errors: an amount or a number outside of its limits.</summary>
    public Result Change(decimal? perMonth, decimal? perPersonAndMonth, int atOnce, int atOncePerPerson)
    {
        if (perMonth is < 0 or > MostPerMonth) return Error.Field("perMonth", "allowance.amount", $"An amount lies between 0 and {MostPerMonth:N0} dollars.");
        if (perPersonAndMonth is < 0 or > MostPerMonth) return Error.Field("perPersonAndMonth", "allowance.amount", $"An amount lies between 0 and {MostPerMonth:N0} dollars.");
        if (atOnce is < 1 or > MostAtOnce) return Error.Field("atOnce", "allowance.at_once", $"Between 1 and {MostAtOnce} requests can run at once.");
        if (atOncePerPerson < 1 || atOncePerPerson > atOnce) return Error.Field("atOncePerPerson", "allowance.at_once", "One person can have between 1 and as many as the site.");
        (PerMonth, PerPersonAndMonth, AtOnce, AtOncePerPerson) = (perMonth, perPersonAndMonth, atOnce, atOncePerPerson);
        Changed();
        Raise(new AllowanceChanged(Site, perMonth, perPersonAndMonth, atOnce, atOncePerPerson));
        return Result.Done;
    }

    /// <summary>Why one more request, which costs at most so much, is refused; null when there is room for it. A request without a price meets the limits at once only.</summary>
    public Error? Refuse(Spending now, decimal? atMost)
    {
        if (now.RunningOfPerson >= AtOncePerPerson) return AllowanceErrors.PersonBusy(now.RunningOfPerson);
        if (now.RunningOfSite >= AtOnce) return AllowanceErrors.SiteBusy;
        if (PerPersonAndMonth is { } mine && now.OfPerson + (atMost ?? 0) > mine) return AllowanceErrors.PersonSpent(mine);
        if (PerMonth is { } all && now.OfSite + (atMost ?? 0) > all) return AllowanceErrors.SiteSpent(all);
        return null;
    }
}

public sealed record AllowanceChanged(SiteId Site, decimal? PerMonth, decimal? PerPersonAndMonth, int AtOnce, int AtOncePerPerson) : DomainEvent(Site.Value, Site.Value);

/// <summary>Why Claude is not asked although it could answer. Sentences for the writer.</summary>
public static class AllowanceErrors
{
    public static readonly Error SiteBusy = Error.Unavailable("ai.site_busy", "Claude writes for as many people of this site as it may just now. Your text is as it was; try again in a minute, or go on writing.");
    public static Error PersonBusy(int running) => Error.Unavailable("ai.person_busy", running == 1 ? "Claude is still writing for you. Wait for it or stop it, then ask again." : $"Claude is still writing {running} things for you. Wait for one of them or stop it, then ask again.");
    public static Error PersonSpent(decimal limit) => Error.Unavailable("ai.person_budget", $"This request could pass your ${limit:0.##} for this month. Your text is as it was; an administrator can raise the limit.");
    public static Error SiteSpent(decimal limit) => Error.Unavailable("ai.site_budget", $"This request could pass the site’s ${limit:0.##} for this month. Your text is as it was; an administrator can raise the limit.");
}
