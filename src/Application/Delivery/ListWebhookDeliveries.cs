using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Delivery;

/// <summary>What was sent to a webhook, or waits for it, newest first, fifty at a time unless said. Errors: a malformed place, an unknown state (Invalid).</summary>
/// <param name="State">Only what stands so; null: everything.</param>
/// <param name="After">The place to go on from: <see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Limit">1 to 100.</param>
[Requires(Permission.AdministerSite), OpenToKeys(Permission.WriteAsAgent)]
public sealed record ListWebhookDeliveries(WebhookEndpointId Webhook, WebhookDeliveryState? State, string? After, int Limit = 50) : IQuery<Page<ListedDelivery>>, IAbout<WebhookEndpointId>
{
    public WebhookEndpointId About => Webhook;
}

/// <summary>One line of the log.</summary>
/// <param name="About">A slug; empty where it is about no article.</param>
/// <param name="DueAt">When it is tried next; null once it has ended.</param>
/// <param name="Say">What came of the last attempt; null before the first.</param>
public sealed record ListedDelivery(WebhookDeliveryId Id, string Type, string About, DateTimeOffset At, WebhookDeliveryState State, DateTimeOffset? DueAt, int Attempts, int? LastStatus, string? Say)
{
    internal static ListedDelivery Of(WebhookDelivery d) => new(d.Id, d.Type, d.About, d.At, d.State, d.DueAt, d.Attempts, d.LastStatus, d.Say);
}

internal sealed class ListWebhookDeliveriesValidator : AbstractValidator<ListWebhookDeliveries>
{
    public ListWebhookDeliveriesValidator()
    {
        RuleFor(q => q.State).Must(s => s is null || Enum.IsDefined(s.Value)).WithErrorCode("state.unknown").WithMessage("There is no such state.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 100).WithErrorCode("limit.range").WithMessage("A page has 1 to 100 rows.");
        RuleFor(q => q.After).Must(a => a is null || ListWebhookDeliveriesHandler.Place(a) is not null).WithErrorCode("after.malformed").WithMessage("This address of a page is cut off. Begin at the first page.");
    }
}

internal sealed class ListWebhookDeliveriesHandler(IQuestDb db) : IQueryHandler<ListWebhookDeliveries, Page<ListedDelivery>>
{
    public async Task<Result<Page<ListedDelivery>>> Handle(ListWebhookDeliveries query, CancellationToken ct)
    {
        var all = db.WebhookDeliveries.AsNoTracking().Where(d => d.Endpoint == query.Webhook);
        if (query.State is { } state) all = all.Where(d => d.State == state);
        if (query.After is { } after && Place(after) is var (at, id)) all = all.Where(d => d.At <= at && (d.At < at || d.Id < id));
        var found = await all.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(query.Limit + 1).ToListAsync(ct);
        var shown = found.Take(query.Limit).Select(ListedDelivery.Of).ToList();
        return new Page<ListedDelivery>(shown, found.Count > query.Limit ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].At.UtcTicks}_{shown[^1].Id.Value:N}") : null);
    }

    internal static (DateTimeOffset At, WebhookDeliveryId Id)? Place(string after)
    {
        var parts = after.Split('_');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "N", out var id) ? (new DateTimeOffset(ticks, TimeSpan.Zero), WebhookDeliveryId.From(id)) : null;
    }
}
