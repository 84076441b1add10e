namespace QuestCms.Web.Api.Describing;

/// <summary>Sites, and what their articles stand under.</summary>
internal static class SiteOperations
{
    private const string Group = "Sites";
    private static readonly Parameter[] Paged = [Parameters.Site, Parameters.Limit, Parameters.Cursor, Parameters.Count, Parameters.Known];

    public static readonly Operation All = new("listSites", Group, "The sites this caller may read")
    {
        Parameters = [Parameters.Known],
        Replies = [.. Replies.OfSite(new Reply(200, "All of them, by name.", "SiteList") { Example = "sites" }, []).Where(r => r.Status is not (401 or 404)).Select(r => r with { Headers = [.. r.Headers.Where(h => h != "Cache-Tag")] })],
    };

    public static readonly Operation One = new("getSite", Group, "A site: its languages, categories and counts")
    {
        Parameters = [Parameters.Site, Parameters.Known],
        Replies = Replies.OfSite(new Reply(200, "The site.", "Site") { Example = "site" }, []),
    };

    public static readonly Operation Categories = Listing("listCategories", "Categories that articles stand on", "TaxonList", "categories");
    public static readonly Operation Tags = Listing("listTags", "Tags that articles have", "TaxonList", "tags");
    public static readonly Operation Authors = Listing("listAuthors", "Bylines that articles have", "AuthorList", "authors");
    public static readonly Operation Redirects = Listing("listRedirects", "Addresses that articles had", "RedirectList", "redirects");

    private static Operation Listing(string id, string summary, string schema, string example) => new(id, Group, summary)
    {
        Description = "By slug, paged by key.",
        Parameters = Paged,
        Replies = Replies.OfSite(new Reply(200, "A page.", schema) { Headers = ["Link"], Example = example }, ["limit.range", "cursor.invalid"]),
    };
}
