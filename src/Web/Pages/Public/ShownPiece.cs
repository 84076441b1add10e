using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>A piece on its page, published or as a preview.</summary>
/// <param name="Crumbs">The way here, this page left out.</param>
/// <param name="Related">What stands below it.</param>
public sealed record ShownPiece(PublicPiece Piece, string Site, IReadOnlyList<PublicLink> Crumbs, IReadOnlyList<PublicCard> Related)
{
    /// <summary>How it was made, as it is signed; null in a preview, and while an old piece waits for its card.</summary>
    public ProvenanceStory? Story { get; init; }
}
