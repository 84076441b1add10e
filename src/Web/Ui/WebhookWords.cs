using QuestCms.Application.Delivery;
using QuestCms.Domain.Delivery;

namespace QuestCms.Web.Ui;

/// <summary>Webhooks and their deliveries in words.</summary>
public static class WebhookWords
{
    /// <summary>What a log can be narrowed to, with its word.</summary>
    public static IReadOnlyList<(WebhookDeliveryState? State, string Word)> States { get; } =
        [(null, "All"), (WebhookDeliveryState.Waiting, "Waiting"), (WebhookDeliveryState.Delivered, "Taken"), (WebhookDeliveryState.Failed, "Failed"), (WebhookDeliveryState.NotSent, "Not sent")];

    public static string Of(WebhookState state, DateTimeOffset? failingSince) => state switch
    {
        WebhookState.Active => failingSince is null ? "Told of events" : "Takes nothing at present",
        WebhookState.Gone => "Disabled: it is gone",
        WebhookState.Failing => "Disabled: it took nothing for days",
        _ => "Disabled",
    };

    public static string ToneOf(WebhookState state, DateTimeOffset? failingSince) => state switch
    {
        WebhookState.Active => failingSince is null ? "t-good" : "t-wait",
        WebhookState.Disabled => "soft",
        _ => "t-back",
    };

    public static string Of(ListedDelivery d) => d.State switch
    {
        WebhookDeliveryState.Waiting => d.Attempts == 0 ? "Waits" : $"Waits for attempt {d.Attempts + 1}",
        WebhookDeliveryState.Delivered => $"Taken ({d.LastStatus})",
        WebhookDeliveryState.Failed => "Failed",
        _ => "Not sent",
    };

    public static string ToneOf(ListedDelivery d) => d.State switch
    {
        WebhookDeliveryState.Delivered => "t-good",
        WebhookDeliveryState.Failed => "t-back",
        WebhookDeliveryState.Waiting when d.Attempts > 0 => "t-wait",
        _ => "soft",
    };

    /// <summary>Which events it is told of, in one line.</summary>
    public static string OfTypes(IReadOnlyList<string> wanted) => wanted.Count == 0 ? "Told of everything" : $"Told of {string.Join(", ", wanted)}";

    /// <summary>What a type of event says, for its choice.</summary>
    public static string Says(string type) => type switch
    {
        DeliveryEvent.Published => "an article is there for readers",
        DeliveryEvent.Updated => "readers see another version of it",
        DeliveryEvent.SlugChanged => "its address changed; the former one leads to it",
        DeliveryEvent.Unpublished => "it was taken from readers",
        DeliveryEvent.Archived => "it was put into the archive",
        DeliveryEvent.Deleted => "it is gone for good",
        DeliveryEvent.MediaUpdated => "a picture, or what is said of it, is another",
        DeliveryEvent.SiteUpdated => "the site itself is called, or read, otherwise",
        _ => "",
    };
}
