using System.Globalization;

namespace QuestCms.Web.Ui;

/// <summary>
/// The addresses of a public site, from the root. A piece has one part after the site, everything that lists pieces has two or is the front page with a question: so no
/// slug is taken from the writers, and no list can stand where a piece is.
/// </summary>
public static class PublicPaths
{
    public static string Home(string site) => $"/sites/{site}";

    public static string Piece(string site, string slug) => $"/sites/{site}/{slug}";

    public static string Category(string site, string slug) => $"/sites/{site}/category/{slug}";

    /// <param name="tag">As it is written.</param>
    public static string Tag(string site, string tag) => $"/sites/{site}/tag/{Uri.EscapeDataString(tag)}";

    public static string Author(string site, string slug) => $"/sites/{site}/author/{slug}";

    public static string Year(string site, int year) => string.Create(CultureInfo.InvariantCulture, $"/sites/{site}/archive/{year}");

    public static string Month(string site, int year, int month) => string.Create(CultureInfo.InvariantCulture, $"/sites/{site}/archive/{year}/{month}");

    public static string Search(string site, string words = "") => $"/sites/{site}?q={Uri.EscapeDataString(words)}";

    /// <summary>Where feeds and the site map are; their names follow after a slash.</summary>
    public static string Api(string site) => $"/api/v1/sites/{site}";

    /// <summary>The signed card of a piece, in the API.</summary>
    public static string Provenance(string site, Guid article) => $"/api/v1/sites/{site}/articles/{article}/provenance";

    public static string Preview(string token) => $"/preview/{token}";
}
