using static QuestCms.BrowserTests.Routes.Cast;

namespace QuestCms.BrowserTests.Routes;

/// <summary>A page: where it is, what it is called in the title, and who sees it. Everybody else of the cast is refused by <see cref="Refusal"/>.</summary>
/// <param name="Route">As the running application lists it.</param>
/// <param name="Title">Words its title has.</param>
/// <param name="Path">Where to open it in the scene.</param>
/// <param name="For">Who sees it.</param>
public sealed record PageEntry(string Route, string Title, Func<Scene, string> Path, params Cast[] For)
{
    /// <summary>What stands in the same route besides, as another view of it: a number of the route's entries.</summary>
    public string View { get; init; } = "";
    /// <summary>The status of the page; 410 for a piece that was taken down.</summary>
    public int Status { get; init; } = 200;
    /// <summary>What the rest of the cast gets: 403 or 404, or 302 to where they may go.</summary>
    public int Refusal { get; init; } = 403;
    /// <summary>Those of another site, or of none, who are told that there is no such thing.</summary>
    public Cast[] NotFoundFor { get; init; } = [Newcomer, HouseAdministrator];
    /// <summary>It can be looked at where nothing was put in yet.</summary>
    public bool Empty { get; init; }
    /// <summary>Loads the editor, and may weigh as much.</summary>
    public bool Editor { get; init; }
    /// <summary>Read by anybody; has no script.</summary>
    public bool Public { get; init; }

    public string Name => View.Length == 0 ? Route : $"{Route} ({View})";
}

/// <summary>Every route of the application: a page with who sees it, or why there is no page to look at.</summary>
public static class RouteTable
{
    private static readonly Cast[] SignedIn = [Newcomer, Creator, Reviewer, Publisher, Administrator, HouseAdministrator];
    private static readonly Cast[] OfTheSite = [Creator, Reviewer, Publisher, Administrator];
    private static readonly Cast[] Administrators = [Administrator, HouseAdministrator];

    public static readonly IReadOnlyList<PageEntry> Pages =
    [
        new("/", "Sites", _ => "/", Nobody),
        new("/sign-in", "Sign in", _ => "/sign-in", Nobody),
        new("/sign-in/code", "The code", _ => "/sign-in/code", Nobody),
        new("/sign-in/forgotten", "A new password", _ => "/sign-in/forgotten", Nobody),
        new("/sign-in/forgotten", "A new password", _ => "/sign-in/forgotten?asked=true", Nobody) { View = "asked for" },
        new("/sign-in/link", "Choose a password", s => s.Link, Nobody),
        new("/sites/{site}", "Relocation", s => $"/sites/{Scene.FullSite}", Nobody) { Public = true },
        new("/sites/{site}", "Harbour", s => $"/sites/{Scene.EmptySite}", Nobody) { Public = true, View = "nothing published" },
        new("/sites/{site}", "“harbour”", _ => $"/sites/{Scene.FullSite}?q=harbour", Nobody) { Public = true, View = "searched" },
        new("/sites/{site}/category/{category}", "Money and tax", _ => $"/sites/{Scene.FullSite}/category/money-and-tax", Nobody) { Public = true },
        new("/sites/{site}/tag/{tag}", "harbour", _ => $"/sites/{Scene.FullSite}/tag/harbour", Nobody) { Public = true },
        new("/sites/{site}/author/{author}", "Relocation desk", _ => $"/sites/{Scene.FullSite}/author/relocation-desk", Nobody) { Public = true },
        new("/sites/{site}/archive/{year:int:range(1000,9999)}/{month:int:range(1,12)?}", "2", _ => $"/sites/{Scene.FullSite}/archive/{DateTimeOffset.UtcNow.Year}", Nobody) { Public = true },
        new("/sites/{site}/{**slug}", "Not found", _ => $"/sites/{Scene.FullSite}/a-pier-that-never-was", Nobody) { Public = true, View = "not found", Status = 404 },
        new("/preview/{token}", "No preview", _ => "/preview/made-up", Nobody) { Public = true, View = "refused", Status = 403 },
        new("/preview/{token}", "Preview: A note on tides", s => $"/preview/{s.PreviewToken}", Nobody) { Public = true },
        new("/sites/{site}/{**slug}", "Relocation", s => $"/sites/{Scene.FullSite}/{s.LiveSlug}", Nobody) { Public = true },
        new("/sites/{site}/{**slug}", "No longer here", s => $"/sites/{Scene.FullSite}/{s.GoneSlug}", Nobody) { Public = true, View = "taken down", Status = 410 },
        new("/api/docs", "Addresses", _ => "/api/docs", Nobody),
        new("/api/provenance", "Provenance cards", _ => "/api/provenance", Nobody) { Public = true },
        new("/api/problems", "Problems", _ => "/api/problems", Nobody) { Public = true },
        new("/api/problems/{code}", "No cursor of this list", _ => "/api/problems/cursor.invalid", Nobody) { Public = true },
        new("/studio", "My work", _ => "/studio", SignedIn) { Empty = true },
        new("/studio/find/{handler?}", "Find or do", _ => "/studio/find?q=harbour", SignedIn) { Empty = true },
        new("/studio/account/security", "Signing in", _ => "/studio/account/security", SignedIn),
        new("/studio/account/password", "Your password", _ => "/studio/account/password", SignedIn),
        new("/studio/articles", "Articles", _ => "/studio/articles", OfTheSite) { Empty = true },
        new("/studio/articles", "Articles", _ => "/studio/articles?q=harbour", OfTheSite) { View = "searched" },
        new("/studio/articles/new", "New article", _ => "/studio/articles/new", Creator) { Empty = true },
        new("/studio/articles/{id:guid}", "Finding a pilot for the harbour", s => $"/studio/articles/{s.Draft}", OfTheSite) { Editor = true },
        new("/studio/articles/{id:guid}/history", "History", s => $"/studio/articles/{s.Published}/history", OfTheSite),
        new("/studio/articles/{id:guid}/previews", "Previews", s => $"/studio/articles/{s.InReview}/previews", OfTheSite),
        new("/studio/articles/{id:guid}/publishing", "Publishing", s => $"/studio/articles/{s.Published}/publishing", OfTheSite),
        new("/studio/articles/{id:guid}/cover", "Cover", s => $"/studio/articles/{s.Draft}/cover", OfTheSite),
        new("/studio/articles/{id:guid}/resolve", "Two versions", s => $"/studio/articles/{s.Disputed}/resolve", Creator) { Editor = true },
        new("/studio/articles/{id:guid}/assessment", "What Claude thinks", s => $"/studio/articles/{s.InReview}/assessment", OfTheSite),
        new("/studio/articles/{id:guid}/assessment", "What Claude thinks", s => $"/studio/articles/{s.Draft}/assessment", OfTheSite) { View = "of a draft" },
        new("/studio/articles/{id:guid}/claims", "Claims", s => $"/studio/articles/{s.InReview}/claims", OfTheSite),
        new("/studio/articles/{id:guid}/claims", "Claims", s => $"/studio/articles/{s.Published}/claims", OfTheSite) { View = "none listed" },
        new("/studio/bin", "The bin", _ => "/studio/bin", OfTheSite) { Empty = true },
        new("/studio/review", "Review", _ => "/studio/review", OfTheSite) { Empty = true },
        new("/studio/review/{id:guid}", "Review", s => $"/studio/review/{s.Round}", OfTheSite),
        new("/studio/media", "Media", _ => "/studio/media", OfTheSite) { Empty = true },
        new("/studio/media", "Media", s => $"/studio/media?for={s.Draft}&q=harbour", OfTheSite) { View = "choosing a cover" },
        new("/studio/media/{id:guid}", "harbour.png", s => $"/studio/media/{s.Asset}", OfTheSite),
        new("/studio/generations", "Generations", _ => "/studio/generations", OfTheSite) { Empty = true },
        new("/studio/generations/recall", "Recall", _ => "/studio/generations/recall?by=Prompt&q=passage/2", Reviewer, Administrator, HouseAdministrator) { NotFoundFor = [Newcomer] },
        new("/studio/generations/recall", "Recall", _ => "/studio/generations/recall", Reviewer, Administrator, HouseAdministrator) { View = "nothing asked", Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/generations/{id:guid}", "by Claude", s => $"/studio/generations/{s.Generation}", OfTheSite),
        new("/studio/administration/claude", "Claude", _ => "/studio/administration/claude", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/claims", "Claims", _ => "/studio/administration/claims", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/keys", "Keys", _ => "/studio/administration/keys", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/webhooks", "Webhooks", _ => "/studio/administration/webhooks", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/webhooks/{id:guid}", "127.0.0.1", s => $"/studio/administration/webhooks/{s.Webhook}", Administrators) { NotFoundFor = [Newcomer] },
        new("/studio/administration/webhooks/{id:guid}", "127.0.0.1", s => $"/studio/administration/webhooks/{s.Webhook}?state=NotSent", Administrators) { View = "none stands so", NotFoundFor = [Newcomer] },
        new("/studio/administration/webhooks/{id:guid}/request", "What is sent", s => $"/studio/administration/webhooks/{s.Webhook}/request", Administrators) { NotFoundFor = [Newcomer] },
        new("/studio/administration/webhooks/deliveries/{id:guid}", "endpoint.test", s => $"/studio/administration/webhooks/deliveries/{s.Delivery}", Administrators) { NotFoundFor = [Newcomer] },
        new("/studio/administration/templates", "Templates", _ => "/studio/administration/templates", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/people", "People", _ => "/studio/administration/people", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/categories", "Categories and bylines", _ => "/studio/administration/categories", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/settings", "Settings", _ => "/studio/administration/settings", Administrators) { NotFoundFor = [Newcomer] },
        new("/studio/administration/redirects", "Redirects", _ => "/studio/administration/redirects", Publisher, Administrator, HouseAdministrator) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/audit", "Audit", _ => "/studio/administration/audit", Administrators) { Empty = true, NotFoundFor = [Newcomer] },
        new("/studio/administration/audit", "Audit", _ => "/studio/administration/audit?house=true", HouseAdministrator) { View = "whole house", NotFoundFor = [] },
        new("/studio/administration/audit", "Audit", _ => "/studio/administration/audit?from=2020-01-01&to=2020-01-02", Administrators) { View = "nothing found", NotFoundFor = [Newcomer] },
        new("/studio/administration/sites", "Sites", _ => "/studio/administration/sites", HouseAdministrator) { NotFoundFor = [] },
        new("/studio/administration/prompts", "Prompts", _ => "/studio/administration/prompts", HouseAdministrator) { NotFoundFor = [] },
        new("/studio/administration/prompts/{id:guid}", "The golden set with", s => $"/studio/administration/prompts/{s.Trial}", HouseAdministrator) { NotFoundFor = [] },
        new("/studio/administration/house", "House", _ => "/studio/administration/house", HouseAdministrator) { NotFoundFor = [] },
        new("/studio/administration/mails", "Mails", _ => "/studio/administration/mails", HouseAdministrator) { NotFoundFor = [] },
        new("/studio/administration/everyone", "Everyone in the house", _ => "/studio/administration/everyone", HouseAdministrator) { NotFoundFor = [] },
    ];

    /// <summary>Routes without a page of their own, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> WithoutPage = new Dictionary<string, string>
    {
        ["/sign-out"] = "takes the form of the shell; a visit is led to the sign-in",
        ["/studio/site/{slug}"] = "remembers the chosen site and leads to my work",
        ["/studio/generations/{id}/events"] = "a live stream, read by the editor",
        ["/media/{asset:guid}/{name}"] = "bytes of a picture",
        ["/mcp"] = "for agents, with a key",
        ["/health"] = "JSON for probes",
        ["/health/live"] = "JSON for probes",
        ["/health/ready"] = "JSON for probes",
        ["/api/v1/openapi.json"] = "the document that programs read; /api/docs shows the same",
        ["/api/v1/sites"] = "JSON for sites",
        ["/api/v1/sites/{site}"] = "JSON for sites",
        ["/api/v1/sites/{site}/articles"] = "JSON for sites",
        ["/api/v1/sites/{site}/articles/{id:guid}"] = "JSON for sites",
        ["/api/v1/sites/{site}/articles/by-slug/{slug}"] = "JSON for sites",
        ["/api/v1/sites/{site}/articles/{id:guid}/related"] = "JSON for sites",
        ["/api/v1/sites/{site}/articles/{id:guid}/provenance"] = "JSON for sites",
        ["/api/v1/provenance/keys"] = "JSON for who checks a card",
        ["/api/v1/sites/{site}/authors"] = "JSON for sites",
        ["/api/v1/sites/{site}/categories"] = "JSON for sites",
        ["/api/v1/sites/{site}/tags"] = "JSON for sites",
        ["/api/v1/sites/{site}/redirects"] = "JSON for sites",
        ["/api/v1/sites/{site}/search"] = "JSON for sites",
        ["/api/v1/sites/{site}/search/suggest"] = "JSON for sites",
        ["/api/v1/sites/{site}/changes"] = "JSON for sites",
        ["/api/v1/sites/{site}/events"] = "a live stream",
        ["/api/v1/sites/{site}/live"] = "a live stream",
        ["/api/v1/sites/{site}/feed.rss"] = "for programs that follow a site",
        ["/api/v1/sites/{site}/feed.atom"] = "for programs that follow a site",
        ["/api/v1/sites/{site}/feed.json"] = "for programs that follow a site",
        ["/api/v1/sites/{site}/sitemap.xml"] = "for programs that follow a site",
        ["/api/v1/sites/{site}/llms.txt"] = "for programs that follow a site",
        ["/api/v1/preview/{token}"] = "JSON for sites",
        ["/preview/{token}/media/{asset:guid}/{name}"] = "bytes of a picture",
        ["/robots.txt"] = "for search engines",
        ["/api/v1/manage/sites/{site}/articles"] = "JSON for programs, with a key; so the following",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/revisions"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/revisions/{number:int:min(1)}"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/submit"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/withdraw"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/schedule"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/unpublish"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/archive"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/articles/{id:guid}/restore"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/bin"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/media"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/media/{id:guid}"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/generations"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/generations/{id:guid}"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/disable"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/enable"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/rotate"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/test"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/resend"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/deliveries"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/deliveries/{delivery:guid}"] = "JSON for programs",
        ["/api/v1/manage/sites/{site}/webhooks/{id:guid}/deliveries/{delivery:guid}/resend"] = "JSON for programs",
        ["/api/{**path}"] = "the API's answer to an address it does not have",
    };
}
