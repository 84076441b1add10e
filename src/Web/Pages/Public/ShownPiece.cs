using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Public;

/// <summary>A piece on its page, published or as a preview.</summary>
/// <param name="Crumbs">The way here, this page left out.</param>
/// <param name="Related">What stands below it.</param>
public sealed record ShownPiece(PublicPiece Piece, string Site, IReadOnlyList<PublicLink> Crumbs, IReadOnlyList<PublicCard> Related);
