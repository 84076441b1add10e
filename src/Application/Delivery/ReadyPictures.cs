using System.Text.Json;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>The pictures of an article as its JSON holds them: the cover, null without one, and all of them.</summary>
internal sealed record ReadyPictures(object? Image, string MediaJson)
{
    public static ReadyPictures Of(ShownPictures pictures) => new(pictures.Cover is null ? null : PublishedJson.Image(pictures.Cover), PublishedJson.Of(pictures));

    /// <summary>Those readers have: where something else changed, not even a moved focal point of the library comes along.</summary>
    public static ReadyPictures Of(Publication shown)
    {
        using var json = JsonDocument.Parse(shown.Json);
        return new(json.RootElement.TryGetProperty("image", out var image) && image.ValueKind == JsonValueKind.Object ? image.Clone() : null, shown.MediaJson);
    }
}
