namespace QuestCms.Web.Ui;

/// <summary>What the public layout says about a page: set <c>ViewData["Public"]</c> to one.</summary>
/// <param name="Site">The site's name, at the top and in the title.</param>
/// <param name="HomeHref">The site's home.</param>
/// <param name="Title">The page's title; null on the home page.</param>
/// <param name="Canonical">The page's one address, absolute.</param>
public sealed record PublicPage(string Site, string HomeHref, string? Title, string Canonical)
{
    /// <summary>BCP 47, the language of the text.</summary>
    public string Locale { get; init; } = "en";
    public string? Description { get; init; }
    /// <summary>The picture shown with a shared link, absolute.</summary>
    public string? Image { get; init; }
    public string? FeedHref { get; init; }
    public bool IsArticle { get; init; }
    /// <summary>Not for search engines: a page that stands in for something gone, or a search.</summary>
    public bool NoIndex { get; init; }
    public IReadOnlyList<PublicLink> Sections { get; init; } = [];
}

public sealed record PublicLink(string Name, string Href, bool Current = false);
