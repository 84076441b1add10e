using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>Signs what a preview's link says: which preview, until when. Nothing of it is kept, so nothing of it can be stolen from the database.</summary>
public interface IPreviewTokens
{
    string Sign(PreviewLinkId preview, DateTimeOffset until);

    /// <summary>Null for what was not signed here, and for what is over.</summary>
    PreviewLinkId? Read(string token, DateTimeOffset now);
}
