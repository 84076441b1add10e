using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.BadInput;

/// <summary>One form: who posts it where, and what it says when all is well. A text that begins with "Typed" must stand in the form again after a refusal.</summary>
internal sealed record PostedForm(Func<FormsHouse, Actor> Who, Func<FormsHouse, string> Address, params (string Name, string Good)[] Fields)
{
    /// <summary>The text is saved first: it is kept whatever the second step says.</summary>
    public bool SavesFirst { get; init; }
}

/// <summary>Every POST the application takes. A new one without a line here fails the test.</summary>
internal static class Forms
{
    private static readonly Func<FormsHouse, Actor> Anyone = _ => Actor.Nobody;
    private static readonly Func<FormsHouse, Actor> Creator = h => h.Some.Creator;
    private static readonly Func<FormsHouse, Actor> Publisher = h => h.Some.Publisher;
    private static readonly Func<FormsHouse, Actor> Administrator = h => h.Some.Administrator;
    private static readonly Func<FormsHouse, Actor> HouseAdministrator = h => h.HouseAdministrator;

    private static readonly (string, string)[] Article =
    [
        ("Title", "Typed title"), ("Summary", "Typed summary"), ("Body", "Typed body"), ("Slug", "typed-slug"), ("SeoTitle", "Typed SEO title"), ("SeoDescription", "Typed SEO description"), ("Kind", "Guide"),
        ("CategoryId", "{category}"), ("Tags", "Typed tag"), ("Bylines", "{byline}"), ("Cover", "{asset}"), ("Version", "{version}"), ("Session", "01920000-0000-7000-8000-000000000001"), ("Pastes", "[\"Typed body\"]"), ("Named", "false"),
    ];

    // Where the whole of it is tried already.
    private static readonly (string, string)[] Few = [("Title", "Typed title"), ("Body", "Typed body"), ("Kind", "Guide"), ("Version", "{version}")];

    // Verified without a source: never taken.
    private static readonly (string, string)[] Claim =
    [
        ("Check", $"{FormsHouse.Claim} Verified"), ($"Claims[{FormsHouse.Claim}].Version", "1"), ($"Claims[{FormsHouse.Claim}].Source", ""), ($"Claims[{FormsHouse.Claim}].HoldsUntil", "2020-01-01"), ($"Claims[{FormsHouse.Claim}].Why", "Typed why"),
    ];

    private static readonly (string, string)[] Brief =
    [
        ("Id", "{new}"), ("Generation", "{new}"), ("Topic", "Typed topic"), ("Kind", "Guide"), ("Category", "{category}"), ("Bylines", "{byline}"), ("Tags", "typed"), ("Audience", "Typed readers"), ("Angle", "Typed angle"),
        ("Words", "1100"), ("MustSay", "Typed must"), ("MustNotSay", "Typed must not"), ("Sources", "Typed sources"),
    ];

    public static readonly IReadOnlyDictionary<string, PostedForm> All = new Dictionary<string, PostedForm>
    {
        ["POST /sign-in"] = new(Anyone, _ => "/sign-in", ("Email", "typed@quest.test"), ("Password", "wrong wrong wrong"), ("Remember", "true"), ("ReturnUrl", "/studio")),
        ["POST /sign-in?handler=Ask"] = new(Anyone, _ => "/sign-in?handler=Ask"),
        ["POST /sign-in?handler=Passkey"] = new(Anyone, _ => "/sign-in?handler=Passkey", ("Credential", "{}"), ("Remember", "false"), ("ReturnUrl", "/studio")),
        ["POST /sign-in/code"] = new(Anyone, _ => "/sign-in/code", ("Code", "000000"), ("Remember", "true"), ("ReturnUrl", "/studio")),
        ["POST /studio/account/security?handler=Offer"] = new(h => h.Some.SecondCreator, _ => "/studio/account/security?handler=Offer"),
        ["POST /studio/account/security?handler=Add"] = new(h => h.Some.SecondCreator, _ => "/studio/account/security?handler=Add", ("Name", "Phone"), ("Credential", "{}")),
        ["POST /studio/account/security?handler=Remove"] = new(h => h.Some.SecondCreator, _ => "/studio/account/security?handler=Remove", ("passkey", "AAAA")),
        ["POST /studio/account/security?handler=Codes"] = new(h => h.Some.SecondCreator, _ => "/studio/account/security?handler=Codes"),
        ["POST /studio/account/security?handler=On"] = new(h => h.Some.SecondCreator, _ => "/studio/account/security?handler=On", ("Code", "000000")),
        ["POST /studio/account/security?handler=Recovery"] = new(h => h.Some.SecondCreator, _ => "/studio/account/security?handler=Recovery", ("Password", "wrong wrong wrong")),
        ["POST /studio/account/security?handler=Off"] = new(h => h.Some.SecondCreator, _ => "/studio/account/security?handler=Off", ("Password", "wrong wrong wrong")),
        ["POST /sign-in/forgotten"] = new(Anyone, _ => "/sign-in/forgotten", ("Email", "Typed address")),
        ["POST /sign-out"] = new(Anyone, _ => "/sign-out"),
        ["POST /sign-in/link"] = new(Anyone, _ => "/sign-in/link", ("Person", "{creator}"), ("Token", "made up"), ("Password", "correct horse battery"), ("Again", "correct horse battery")),
        ["POST /studio/account/password"] = new(h => h.Some.SecondCreator, _ => "/studio/account/password", ("Current", "wrong wrong wrong"), ("Password", "correct horse battery staple"), ("Again", "correct horse battery staple")),

        ["POST /studio/administration/categories?handler=Category"] = new(Administrator, _ => "/studio/administration/categories?handler=Category", ("CategoryName", "Portugal"), ("site", "relocation")),
        ["POST /studio/administration/categories?handler=Byline"] = new(Administrator, _ => "/studio/administration/categories?handler=Byline", ("BylineName", "Relocation desk"), ("Description", "Typed description"), ("Person", "{creator}")),
        ["POST /studio/administration/categories?handler=RenameCategory"] = new(Administrator, _ => "/studio/administration/categories?handler=RenameCategory", ("Thing", "{category}"), ("NewName", "A shelf"), ("NewSlug", "No slug")), // the id says whose form stands open again, without one none does; so the next one
        ["POST /studio/administration/categories?handler=RenameByline"] = new(Administrator, _ => "/studio/administration/categories?handler=RenameByline", ("Thing", "{byline}"), ("NewName", "A desk"), ("NewSlug", "No slug"), ("NewAbout", "Five people")),
        ["POST /studio/administration/settings"] = new(Administrator, _ => "/studio/administration/settings", ("Name", "Typed name"), ("Strapline", "Typed strapline"), ("Locale", "en"), ("AnonymousReading", "true"), ("Origins", "Typed origins"), ("HasTaggedCdn", "false")),
        ["POST /studio/administration/redirects?handler=Add"] = new(Publisher, _ => "/studio/administration/redirects?handler=Add", ("From", "Typed from"), ("To", "Typed to")),
        ["POST /studio/administration/redirects?handler=Remove"] = new(Publisher, _ => "/studio/administration/redirects?handler=Remove", ("Gone", "old/page")),
        ["POST /studio/administration/claude?handler=Limits"] = new(Administrator, _ => "/studio/administration/claude?handler=Limits", ("PerMonth", "-1"), ("PerPersonAndMonth", "5"), ("AtOnce", "12"), ("AtOncePerPerson", "5")),
        ["POST /studio/administration/claude?handler=Rubric"] = new(Administrator, _ => "/studio/administration/claude?handler=Rubric", ("Criteria", "Twice\ntwice")),
        ["POST /studio/administration/claude?handler=Style"] = new(Administrator, _ => "/studio/administration/claude?handler=Style", ("Voice", "Typed voice"), ("Use", "Typed use"), ("Avoid", new string('x', 1001)), ("Example", "Typed example")),
        ["POST /studio/administration/claude?handler=Prices"] = new(Administrator, _ => "/studio/administration/claude?handler=Prices", ("Prices", "claude-sonnet-5-5=3/15@2026-11-01")), // not theirs to do, as the next one
        ["POST /studio/administration/claude?handler=Off"] = new(Administrator, _ => "/studio/administration/claude?handler=Off", ("Reason", "Typed reason")), // not theirs to do: done, the others could ask nothing
        ["POST /studio/administration/claude?handler=On"] = new(HouseAdministrator, _ => "/studio/administration/claude?handler=On"),
        ["POST /studio/administration/keys?handler=Make"] = new(Administrator, _ => "/studio/administration/keys?handler=Make", ("Name", new string('x', 81)), ("Scopes", "Write")),
        ["POST /studio/administration/keys?handler=Revoke"] = new(Administrator, _ => "/studio/administration/keys?handler=Revoke", ("key", "{new}")),
        ["POST /studio/administration/webhooks?handler=Add"] = new(Administrator, _ => "/studio/administration/webhooks?handler=Add", ("Address", "Typed address"), ("Description", "Typed description"), ("Wanted", "article.published")),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Change"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Change", ("Address", "Typed address"), ("Description", "Typed description"), ("Wanted", "article.published"), ("BasedOn", "1")),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Test"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Test"),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Again"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Again", ("delivery", "{new}")),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Span"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Span", ("From", "2026-11-02T08:00"), ("To", "2026-11-01T08:00"), ("All", "true")),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Rotate"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Rotate", ("AtOnce", "true")),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Disable"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Disable"),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Enable"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Enable"),
        ["POST /studio/administration/webhooks/{id:guid}?handler=Remove"] = new(Administrator, h => $"/studio/administration/webhooks/{h.Webhook}?handler=Remove", ("Sure", "false")),
        ["POST /studio/administration/webhooks/deliveries/{id:guid}?handler=Again"] = new(Administrator, h => $"/studio/administration/webhooks/deliveries/{h.Delivery}?handler=Again"),
        ["POST /studio/administration/templates"] = new(Administrator, _ => "/studio/administration/templates", ("Kind", "Guide"), ("Headings", "Typed heading"), ("Guidance", new string('x', 301))),
        ["POST /studio/administration/templates?handler=Rows"] = new(Administrator, _ => "/studio/administration/templates?handler=Rows", ("Kind", "Guide"), ("Headings", "Typed heading"), ("Guidance", "Typed guidance"), ("move", "down:0")),
        ["POST /studio/administration/templates?handler=Back"] = new(Administrator, _ => "/studio/administration/templates?handler=Back", ("Kind", "News")),
        ["POST /studio/administration/prompts?handler=Try"] = new(HouseAdministrator, _ => "/studio/administration/prompts?handler=Try", ("prompt", "draft"), ("number", "99")),
        ["POST /studio/administration/prompts?handler=Switch"] = new(HouseAdministrator, _ => "/studio/administration/prompts?handler=Switch", ("prompt", "draft"), ("number", "3")),
        ["POST /studio/administration/people?handler=Invite"] = new(Administrator, _ => "/studio/administration/people?handler=Invite", ("Email", "no address"), ("Name", "Typed name"), ("Roles", "Creator")),
        ["POST /studio/administration/people?handler=Link"] = new(Administrator, _ => "/studio/administration/people?handler=Link", ("person", "{creator}"), ("name", "Typed name")),
        ["POST /studio/administration/people?handler=Roles"] = new(Administrator, _ => "/studio/administration/people?handler=Roles", ("person", "{second}"), ("theirs", "Creator"), ("basedOn", "1")),
        ["POST /studio/administration/people?handler=Suspend"] = new(HouseAdministrator, _ => "/studio/administration/people?handler=Suspend", ("person", "{second}")),
        ["POST /studio/administration/people?handler=Readmit"] = new(HouseAdministrator, _ => "/studio/administration/people?handler=Readmit", ("person", "{second}")),
        ["POST /studio/administration/everyone?handler=Suspend"] = new(HouseAdministrator, _ => "/studio/administration/everyone?handler=Suspend", ("person", "{second}"), ("After", "a")),
        ["POST /studio/administration/everyone?handler=Readmit"] = new(HouseAdministrator, _ => "/studio/administration/everyone?handler=Readmit", ("person", "{second}"), ("After", "a")),
        ["POST /studio/administration/mails?handler=Link"] = new(HouseAdministrator, _ => "/studio/administration/mails?handler=Link", ("address", "nobody@quest.test"), ("After", "")), // nobody's: none is made
        ["POST /studio/administration/sites"] = new(HouseAdministrator, _ => "/studio/administration/sites", ("Name", "Typed name"), ("Slug", "relocation"), ("Strapline", "Typed strapline"), ("Locale", "en")),

        ["POST /studio/articles/new"] = new(Creator, _ => "/studio/articles/new", Brief),
        ["POST /studio/articles/new?handler=Plan"] = new(Creator, _ => "/studio/articles/new?handler=Plan", Brief),
        ["POST /studio/articles/new?handler=Blank"] = new(Creator, _ => "/studio/articles/new?handler=Blank", Brief),
        ["POST /studio/articles/new?handler=Outline"] = new(Creator, _ => "/studio/articles/new?handler=Outline", Brief),
        ["POST /studio/articles/{id:guid}"] = new(Creator, h => $"/studio/articles/{h.Draft}", Few), // the same handler as Save
        ["POST /studio/articles/{id:guid}?handler=Save"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Save", Article),
        ["POST /studio/articles/{id:guid}?handler=Preview"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Preview", ("Body", "Typed body")),
        ["POST /studio/articles/{id:guid}?handler=Ask"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Ask", ("instruction", "Typed request"), ("place", "0"), ("replaces", "0"), ("context", "Typed context")),
        ["POST /studio/articles/{id:guid}?handler=Take"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Take", [("taking", "{generation}"), .. Few]),
        ["POST /studio/articles/{id:guid}?handler=Outline"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Outline", Few),
        ["POST /studio/articles/{id:guid}?handler=Stop"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Stop", ("generation", "{new}")),
        ["POST /studio/articles/{id:guid}?handler=Leave"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Leave", ("generation", "{new}")),
        ["POST /studio/articles/{id:guid}?handler=Submit"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Submit", [("note", "Typed note"), .. Few]) { SavesFirst = true }, // never ready: no byline
        ["POST /studio/articles/{id:guid}?handler=Noted"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Noted", ("noted", "{new}")),
        ["POST /studio/articles/{id:guid}?handler=Hand"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Hand", ("noted", "{new}")),
        ["POST /studio/articles/{id:guid}?handler=KeepBack"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=KeepBack", ("noted", "{new}")),
        ["POST /studio/articles/{id:guid}?handler=Withdraw"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Withdraw"),
        ["POST /studio/articles/{id:guid}/cover?handler=Paint"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=Paint", ("Words", "Typed words"), ("Style", "minimal"), ("Fast", "true")), // no token: refused
        ["POST /studio/articles/{id:guid}/cover?handler=Suggest"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=Suggest", ("Words", "Typed words")),
        ["POST /studio/articles/{id:guid}/cover?handler=Describe"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=Describe"),
        ["POST /studio/articles/{id:guid}/cover?handler=Alt"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=Alt", ("generation", "{new}"), ("text", "A line of an answer")),
        ["POST /studio/articles/{id:guid}/cover?handler=Take"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=Take", ("generation", "{new}")),
        ["POST /studio/articles/{id:guid}/cover?handler=House"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=House"),
        ["POST /studio/articles/{id:guid}/cover?handler=Stop"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=Stop", ("generation", "{new}")),
        ["POST /studio/articles/{id:guid}/cover?handler=Leave"] = new(Creator, h => $"/studio/articles/{h.Draft}/cover?handler=Leave", ("generation", "{new}")),
        ["POST /studio/articles/{id:guid}/history?handler=Restore"] = new(Creator, h => $"/studio/articles/{h.Draft}/history?handler=Restore", ("number", "99")),
        ["POST /studio/articles/{id:guid}/previews?handler=Share"] = new(Creator, h => $"/studio/articles/{h.Draft}/previews?handler=Share", ("Revision", "99"), ("Hours", "1")), // no such revision: never made
        ["POST /studio/articles/{id:guid}/previews?handler=Revoke"] = new(Creator, h => $"/studio/articles/{h.Draft}/previews?handler=Revoke", ("preview", "{new}")),
        ["POST /studio/articles/{id:guid}/resolve"] = new(Creator, h => $"/studio/articles/{h.InConflict}/resolve", ("TheirVersion", "1"), ("Body", "Typed body"), ("TakeMyFields", "true")),
        ["POST /studio/articles/{id:guid}/resolve?handler=Mine"] = new(Creator, h => $"/studio/articles/{h.InConflict}/resolve?handler=Mine", ("TheirVersion", "1")),
        ["POST /studio/articles/{id:guid}/resolve?handler=Theirs"] = new(Creator, h => $"/studio/articles/{h.InConflict}/resolve?handler=Theirs", ("TheirVersion", "1")),
        ["POST /studio/articles/{id:guid}/publishing?handler=Publish"] = new(Publisher, h => $"/studio/articles/{h.Draft}/publishing?handler=Publish", ("Revision", "1")),
        ["POST /studio/articles/{id:guid}/publishing?handler=Unpublish"] = new(Publisher, h => $"/studio/articles/{h.Draft}/publishing?handler=Unpublish", ("Replacement", "Typed replacement")),
        ["POST /studio/articles/{id:guid}/publishing?handler=Archive"] = new(Publisher, h => $"/studio/articles/{h.Approved}/publishing?handler=Archive", ("back", "true")),
        ["POST /studio/articles/{id:guid}/publishing?handler=Bin"] = new(Creator, h => $"/studio/articles/{h.Approved}/publishing?handler=Bin"), // live: never taken
        ["POST /studio/bin?handler=Back"] = new(Creator, _ => "/studio/bin?handler=Back", ("Article", "{new}")),
        ["POST /studio/bin?handler=Delete"] = new(Administrator, _ => "/studio/bin?handler=Delete", ("Article", "{new}"), ("Title", "A title"), ("Replacement", "another")),
        ["POST /studio/articles/{id:guid}/publishing?handler=Plan"] = new(Publisher, h => $"/studio/articles/{h.Approved}/publishing?handler=Plan", ("At", "2020-01-01T08:00"), ("Action", "Publish"), ("Revision", "1")),
        ["POST /studio/articles/{id:guid}/publishing?handler=Cancel"] = new(Publisher, h => $"/studio/articles/{h.Approved}/publishing?handler=Cancel"),
        ["POST /studio/articles/{id:guid}?handler=Cover"] = new(Creator, h => $"/studio/articles/{h.Draft}?handler=Cover", ("cover", "{new}")),
        ["POST /studio/media"] = new(Creator, _ => "/studio/media", ("AltText", "Typed alt text"), ("Credit", "Typed credit"), ("For", "{new}")), // no file: never taken
        ["POST /studio/media/{id:guid}"] = new(Creator, h => $"/studio/media/{h.Asset}", ("AltText", "Typed alt text"), ("Credit", "Typed credit"), ("IsAi", "true"), ("FocalX", "20"), ("FocalY", "30"), ("Point.x", "10"), ("Point.y", "10")),
        ["POST /studio/media/{id:guid}?handler=Tell"] = new(Publisher, h => $"/studio/media/{h.Asset}?handler=Tell"),
        ["POST /studio/media/{id:guid}?handler=Remove"] = new(Creator, h => $"/studio/media/{h.Asset}?handler=Remove"),
        ["POST /studio/review/{id:guid}?handler=Assess"] = new(h => h.Some.Reviewer, h => $"/studio/review/{h.Round}?handler=Assess"), // reads no field of its own
        ["POST /studio/review/{id:guid}?handler=Check"] = new(h => h.Some.Reviewer, h => $"/studio/review/{h.Round}?handler=Check", [.. Claim, ("Reason", "Typed reason")]),
        ["POST /studio/review/{id:guid}?handler=Find"] = new(h => h.Some.Reviewer, h => $"/studio/review/{h.Round}?handler=Find", ("claude", "false")),
        ["POST /studio/review?handler=Looked"] = new(h => h.Some.Reviewer, _ => "/studio/review?handler=Looked", ("Wish", "{new}"), ("Found", "")),
        ["POST /studio/generations/recall?handler=LookAgain"] = new(h => h.Some.Reviewer, _ => "/studio/generations/recall?handler=LookAgain", ("Article", "{new}"), ("By", "Prompt"), ("Q", "draft/2"), ("Why", "A reason")), // the reason stands beside its article, and there is none
        ["POST /studio/review?handler=Check"] = new(h => h.Some.Reviewer, _ => "/studio/review?handler=Check", Claim),
        ["POST /studio/articles/{id:guid}/assessment?handler=Assess"] = new(Creator, h => $"/studio/articles/{h.Draft}/assessment?handler=Assess"),
        ["POST /studio/articles/{id:guid}/claims?handler=Check"] = new(Creator, h => $"/studio/articles/{h.Draft}/claims?handler=Check", Claim), // checking is not theirs to do
        ["POST /studio/articles/{id:guid}/claims?handler=Find"] = new(Creator, h => $"/studio/articles/{h.Draft}/claims?handler=Find", ("claude", "false")),
        ["POST /studio/administration/claims"] = new(Administrator, _ => "/studio/administration/claims", ("DemandsNoneOpen", "false"), ("Price", "-1"), ("Figure", "12"), ("Law", "12"), ("Date", "12"), ("Link", "12"), ("Quotation", "0")),
        ["POST /studio/review/{id:guid}"] = new(h => h.Some.Reviewer, h => $"/studio/review/{h.Round}", ("Verdict", "Rejected"), ("Score", "11"), ("Reason", "Typed reason")),
    };

    /// <summary>What is no page: each of these has tests of its own for what cannot be.</summary>
    public static readonly IReadOnlySet<string> Elsewhere = new HashSet<string>(
    [
        "GET /media/{asset:guid}/{name}", "HEAD /media/{asset:guid}/{name}",
        "GET /health", "GET /health/live", "GET /health/ready", "GET /studio/generations/{id}/events", "ANY /api/{**path}", "POST /mcp/",
        "GET /api/v1/sites", "HEAD /api/v1/sites", "ANY /api/v1/sites", "GET /api/v1/sites/{site}/articles", "HEAD /api/v1/sites/{site}/articles", "ANY /api/v1/sites/{site}/articles",
        "GET /api/v1/sites/{site}/articles/{id:guid}", "HEAD /api/v1/sites/{site}/articles/{id:guid}", "ANY /api/v1/sites/{site}/articles/{id:guid}",
        "GET /api/v1/openapi.json", "HEAD /api/v1/openapi.json", "ANY /api/v1/openapi.json", "GET /api/v1/sites/{site}", "HEAD /api/v1/sites/{site}", "ANY /api/v1/sites/{site}",
        "GET /api/v1/sites/{site}/articles/{id:guid}/related", "HEAD /api/v1/sites/{site}/articles/{id:guid}/related", "ANY /api/v1/sites/{site}/articles/{id:guid}/related",
        "GET /api/v1/sites/{site}/articles/{id:guid}/provenance", "HEAD /api/v1/sites/{site}/articles/{id:guid}/provenance", "ANY /api/v1/sites/{site}/articles/{id:guid}/provenance",
        "GET /api/v1/provenance/keys", "HEAD /api/v1/provenance/keys", "ANY /api/v1/provenance/keys",
        "GET /api/v1/sites/{site}/categories", "HEAD /api/v1/sites/{site}/categories", "ANY /api/v1/sites/{site}/categories", "GET /api/v1/sites/{site}/tags", "HEAD /api/v1/sites/{site}/tags", "ANY /api/v1/sites/{site}/tags",
        "GET /api/v1/sites/{site}/authors", "HEAD /api/v1/sites/{site}/authors", "ANY /api/v1/sites/{site}/authors", "GET /api/v1/sites/{site}/redirects", "HEAD /api/v1/sites/{site}/redirects", "ANY /api/v1/sites/{site}/redirects",
        "GET /api/v1/sites/{site}/changes", "HEAD /api/v1/sites/{site}/changes", "ANY /api/v1/sites/{site}/changes", "GET /api/v1/sites/{site}/events", "HEAD /api/v1/sites/{site}/events", "ANY /api/v1/sites/{site}/events",
        "GET /api/v1/sites/{site}/search", "HEAD /api/v1/sites/{site}/search", "ANY /api/v1/sites/{site}/search",
        "GET /api/v1/sites/{site}/search/suggest", "HEAD /api/v1/sites/{site}/search/suggest", "ANY /api/v1/sites/{site}/search/suggest",
        "GET /api/v1/sites/{site}/live", "HEAD /api/v1/sites/{site}/live", "ANY /api/v1/sites/{site}/live",
        "GET /api/v1/sites/{site}/articles/by-slug/{slug}", "HEAD /api/v1/sites/{site}/articles/by-slug/{slug}", "ANY /api/v1/sites/{site}/articles/by-slug/{slug}",
        "GET /api/v1/sites/{site}/feed.rss", "HEAD /api/v1/sites/{site}/feed.rss", "ANY /api/v1/sites/{site}/feed.rss",
        "GET /api/v1/sites/{site}/feed.atom", "HEAD /api/v1/sites/{site}/feed.atom", "ANY /api/v1/sites/{site}/feed.atom",
        "GET /api/v1/sites/{site}/feed.json", "HEAD /api/v1/sites/{site}/feed.json", "ANY /api/v1/sites/{site}/feed.json",
        "GET /api/v1/sites/{site}/sitemap.xml", "HEAD /api/v1/sites/{site}/sitemap.xml", "ANY /api/v1/sites/{site}/sitemap.xml",
        "GET /api/v1/sites/{site}/llms.txt", "HEAD /api/v1/sites/{site}/llms.txt", "ANY /api/v1/sites/{site}/llms.txt",
        "GET /api/v1/preview/{token}", "HEAD /api/v1/preview/{token}", "ANY /api/v1/preview/{token}", "GET /preview/{token}/media/{asset:guid}/{name}", "HEAD /preview/{token}/media/{asset:guid}/{name}",
        "GET /preview/{token}", "GET /robots.txt", "HEAD /robots.txt",
        .. Managed("/articles", "GET", "HEAD", "POST"), .. Managed("/articles/{id:guid}", "GET", "HEAD", "PUT", "DELETE"), .. Managed("/articles/{id:guid}/revisions", "GET", "HEAD"),
        .. Managed("/articles/{id:guid}/revisions/{number:int:min(1)}", "GET", "HEAD"), .. Managed("/articles/{id:guid}/submit", "POST"), .. Managed("/articles/{id:guid}/withdraw", "POST"),
        .. Managed("/articles/{id:guid}/schedule", "POST", "DELETE"), .. Managed("/articles/{id:guid}/unpublish", "POST"), .. Managed("/articles/{id:guid}/archive", "POST", "DELETE"),
        .. Managed("/articles/{id:guid}/restore", "POST"), .. Managed("/bin", "GET", "HEAD"), .. Managed("/media", "GET", "HEAD", "POST"), .. Managed("/media/{id:guid}", "GET", "HEAD"),
        .. Managed("/generations", "GET", "HEAD", "POST"), .. Managed("/generations/{id:guid}", "GET", "HEAD"),
        .. Managed("/webhooks", "GET", "HEAD", "POST"), .. Managed("/webhooks/{id:guid}", "GET", "HEAD", "PUT", "DELETE"), .. Managed("/webhooks/{id:guid}/disable", "POST"), .. Managed("/webhooks/{id:guid}/enable", "POST"),
        .. Managed("/webhooks/{id:guid}/rotate", "POST"), .. Managed("/webhooks/{id:guid}/test", "POST"), .. Managed("/webhooks/{id:guid}/resend", "POST"), .. Managed("/webhooks/{id:guid}/deliveries", "GET", "HEAD"),
        .. Managed("/webhooks/{id:guid}/deliveries/{delivery:guid}", "GET", "HEAD"), .. Managed("/webhooks/{id:guid}/deliveries/{delivery:guid}/resend", "POST"),
    ]);

    // Tried in Api/ManageBadInputTests.
    private static IEnumerable<string> Managed(string below, params string[] methods) => methods.Append("ANY").Select(m => $"{m} /api/v1/manage/sites/{{site}}{below}");
}
