using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.BrowserTests.Routes;

namespace QuestCms.BrowserTests.Pictures;

/// <summary>One screen to be pictured: whose, where, with what in it, and what is done on it before the picture is taken.</summary>
/// <param name="Name">Begins the file's name; words parted by hyphens.</param>
internal sealed record Shot(string Name, Cast Cast, Func<Scene, string> Path)
{
    public Filled Filled { get; init; } = Filled.Full;
    /// <summary>What a person does first: opens a panel, sends a form that is refused.</summary>
    public Func<IPage, Task>? Before { get; init; }
    /// <summary>The whole page, however long; a panel that floats is pictured as the window shows it.</summary>
    public bool Whole { get; init; } = true;
    /// <summary>Only with the window as wide, where there is nothing to see on the other.</summary>
    public bool? OnPhone { get; init; }
}

/// <summary>Every screen: with the demo in it, with nothing, refused, and opened.</summary>
internal static class Shots
{
    public static readonly IReadOnlyList<Shot> All = [.. Pages(), .. Opened(), .. RefusedForms(), .. Faults()];

    private static IEnumerable<Shot> Pages()
    {
        foreach (var (name, page, cast) in Named())
        {
            yield return new Shot(name, cast, page.Path);
            if (page.Empty) yield return new Shot(name + "-empty", cast, page.Path) { Filled = Filled.Empty };
        }
        yield return new Shot("my-work-demo-creator", Cast.DemoCreator, _ => "/studio");
        yield return new Shot("my-work-reviewer", Cast.Reviewer, _ => "/studio");
        yield return new Shot("my-work-publisher", Cast.Publisher, _ => "/studio");
        yield return new Shot("my-work-administrator", Cast.Administrator, _ => "/studio");
        yield return new Shot("my-work-newcomer", Cast.Newcomer, _ => "/studio");
        yield return new Shot("articles-nothing-found", Cast.Creator, _ => "/studio/articles?q=nowhere");
        yield return new Shot("review-queue-creator", Cast.Creator, _ => "/studio/review");
        yield return new Shot("editor-long", Cast.DemoCreator, s => $"/studio/articles/{s.Published}");
        yield return new Shot("editor-in-review", Cast.Creator, s => $"/studio/articles/{s.InReview}");
    }

    // Each page once, as the person who can do most on it; its file is named by its address.
    private static IEnumerable<(string Name, PageEntry Page, Cast Cast)> Named() => RouteTable.Pages.Select(p =>
        (NameOf(p), p, p.Route.StartsWith("/studio/review", StringComparison.Ordinal) ? Cast.Reviewer : p.Route.EndsWith("/publishing", StringComparison.Ordinal) ? Cast.Publisher
            : p.For.Contains(Cast.Creator) ? Cast.Creator : p.For.Contains(Cast.HouseAdministrator) ? Cast.HouseAdministrator : p.For[0]));

    private static string NameOf(PageEntry page)
    {
        var parts = page.Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.StartsWith('{') ? part.Trim('{', '}', '?').Split(':')[0] : part);
        var name = string.Join('-', parts.Append(page.View.Replace(' ', '-')).Where(part => part.Length > 0));
        return name.Length == 0 ? "door" : name;
    }

    private static IEnumerable<Shot> Opened()
    {
        yield return new Shot("opened-palette", Cast.Creator, _ => "/studio") { Whole = false, Before = async page => { await page.Keyboard.PressAsync("Control+k"); await page.Keyboard.TypeAsync("lisbon"); await page.Locator("#palette .read-title").First.WaitForAsync(); } };
        yield return new Shot("opened-sites", Cast.Creator, _ => "/studio") { Whole = false, OnPhone = false, Before = page => page.Locator("details.site summary").ClickAsync() };
        yield return new Shot("opened-menu", Cast.HouseAdministrator, _ => "/studio") { Whole = false, OnPhone = true, Before = page => page.Button("Menu").ClickAsync() };
        yield return new Shot("opened-keys", Cast.Creator, _ => "/studio") { Whole = false, OnPhone = false, Before = page => page.Keyboard.PressAsync("?") };
        yield return new Shot("opened-beside-the-text", Cast.Creator, s => $"/studio/articles/{s.Draft}") { Whole = false, Before = page => new EditorPage(page).OpenBesideAsync() };
        yield return new Shot("opened-submit", Cast.Creator, s => $"/studio/articles/{s.Draft}") { Whole = false, Before = page => page.Locator("[popovertarget=submit]:visible").First.ClickAsync() };
        yield return new Shot("opened-one-time-link", Cast.Administrator, _ => "/studio/administration/people") { Before = page => page.GetByRole(AriaRole.Button, new() { Name = "New link" }).First.ClickAsync() };
    }

    private static IEnumerable<Shot> RefusedForms()
    {
        yield return Refused("sign-in", Cast.Nobody, _ => "/sign-in", "Sign in", ("Email", "somebody@quest.test"), ("Password", "not the password"));
        yield return Refused("set-password", Cast.Nobody, s => s.Link, "Set the password", ("Password", "a long enough sentence"), ("The same again", "another sentence"));
        yield return Refused("change-password", Cast.Creator, _ => "/studio/account/password", "Change the password", ("Present password", "not mine"), ("New password", "short"), ("The same again", "short"));
        yield return Refused("new-article", Cast.Creator, _ => "/studio/articles/new", "Start the draft", ("What is it about?", " "));
        yield return Refused("people", Cast.Administrator, _ => "/studio/administration/people", "Add and make a link", ("Email", "nobody@nowhere"), ("Name", ""));
        yield return Refused("category", Cast.Administrator, _ => "/studio/administration/categories", "Add the category", ("New category", ""));
        yield return Refused("byline", Cast.Administrator, _ => "/studio/administration/categories", "Add the byline", ("New byline", ""));
        yield return Refused("site", Cast.HouseAdministrator, _ => "/studio/administration/sites", "Make the site", ("Name", ""), ("Slug", "Not A Slug"));
        yield return Refused("review", Cast.Reviewer, s => $"/studio/review/{s.Round}", "Reject");
        yield return Refused("plan", Cast.Publisher, s => $"/studio/articles/{s.Published}/publishing", "Plan it", ("When", "2020-01-01T07:00"));
        yield return new Shot("refused-audit", Cast.Administrator, _ => "/studio/administration/audit?from=2026-02-02&to=2026-01-01");
    }

    private static IEnumerable<Shot> Faults()
    {
        yield return new Shot("fault-403", Cast.Creator, _ => "/studio/administration/everyone");
        yield return new Shot("fault-404-studio", Cast.Creator, _ => "/studio/nowhere");
        yield return new Shot("fault-404", Cast.Nobody, _ => "/sites/nowhere");
    }

    private static Shot Refused(string name, Cast cast, Func<Scene, string> path, string button, params (string Label, string Value)[] typed) => new("refused-" + name, cast, path)
    {
        Before = async page =>
        {
            foreach (var (label, value) in typed) await page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
            // The browser's own bubble would keep the form; the server's answer is what is to be seen.
            await page.EvaluateAsync("() => { document.querySelectorAll('form').forEach(f => f.noValidate = true); window.asked = true; }");
            await page.Button(button).First.ClickAsync();
            await page.WaitForFunctionAsync("() => !window.asked");
        },
    };
}
