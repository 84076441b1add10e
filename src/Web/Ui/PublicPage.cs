namespace QuestCms.Web.Ui;

/// <summary>What the public layout says about a page: set <c>ViewData["Public"]</c> to one.</summary>
/// <param name="Site">The site's name, at the top and in the title.</param>
/// <param name="HomeHref">The site's home.</param>
/// <param name="Title">The page's title; null on the home page.</param>
/// <param name="Canonical">The page's one address, absolute; empty for a page that has none to share.</param>
public sealed record PublicPage(string Site, string HomeHref, string? Title, string Canonical)
{
    /// <summary>BCP 47, the language of the text.</summary>
    public string Locale { get; init; } = "en";
    public string? Description { get; init; }
    /// <summary>The picture shown with a shared link, absolute.</summary>
    public string? Image { get; init; }
    public string? ImageAlt { get; init; }
    /// <summary>Set for a piece: what a shared link tells of it.</summary>
    public PublicPiece? Piece { get; init; }
    /// <summary>Not for search engines: a page that stands in for something gone, a search, a page of a list after its first.</summary>
    public bool NoIndex { get; init; }
    public IReadOnlyList<PublicLink> Sections { get; init; } = [];
    /// <summary>All categories, for the foot.</summary>
    public IReadOnlyList<PublicLink> Categories { get; init; } = [];
    public IReadOnlyList<PublicLink> Years { get; init; } = [];
    /// <summary>Before the name of a feed or of the site map; null where there are none.</summary>
    public string? FeedsHref { get; init; }
    /// <summary>The next page of a list.</summary>
    public string? NextHref { get; init; }
    /// <summary>schema.org, as JSON without "&lt;".</summary>
    public string? JsonLd { get; init; }
}

public sealed record PublicLink(string Name, string Href, bool Current = false);
