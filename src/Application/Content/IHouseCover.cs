namespace QuestCms.Application.Content;

/// <summary>What a house cover is drawn from.</summary>
/// <param name="Seed">The same seed draws the same picture; another one another.</param>
/// <param name="Title">Left out where it has letters our faces do not.</param>
public sealed record CoverWords(string Seed, string Title, string SiteName, string SiteSlug);

/// <summary>
/// Draws a cover from the title and the site's colours, without anybody's help: different for each article, the same for the same words. The letters are at least 16
/// pixels high where it is shown 400 wide and stand on a plain ground, contrast at least 4.5.
/// </summary>
public interface IHouseCover
{
    /// <summary>A PNG of 1600 by 900 pixels.</summary>
    Task<byte[]> DrawAsync(CoverWords words, CancellationToken ct);
}
