using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Routes;

/// <summary>Every page with the keyboard alone.</summary>
public sealed class KeyboardTests(BrowserRun run) : InABrowser(run)
{
    // Where nothing in or after the content takes the focus, it may be anywhere.
    private const string InTheContentOrAfter = """
        () => {
          const main = document.getElementById("main");
          const after = el => main.contains(el) || Boolean(main.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
          const takers = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(el => el.checkVisibility() && after(el));
          return takers.length === 0 || after(document.activeElement);
        }
        """;

    private Scene _scene = null!;

    /// <summary>Each page once, as the person who can do most on it.</summary>
    private static readonly ILookup<Cast, PageEntry> PagesOf = RouteTable.Pages.ToLookup(page =>
        page.Route.Contains("/review", StringComparison.Ordinal) ? Cast.Reviewer : page.Route.EndsWith("/publishing", StringComparison.Ordinal) ? Cast.Publisher
        : page.For.Contains(Cast.Creator) ? Cast.Creator : page.For.Contains(Cast.HouseAdministrator) ? Cast.HouseAdministrator : page.For[0]);

    public static TheoryData<Cast> Casts => [.. PagesOf.Select(pages => pages.Key)];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _scene = await Run.OnceAsync(() => Scene.SetAsync(App));
    }

    [Theory]
    [MemberData(nameof(Casts))]
    public async Task On_every_page_the_first_Tab_offers_the_content_and_Tab_reaches_every_control_in_order_and_shows_where_it_is(Cast cast)
    {
        var page = await BrowserWithAsync(await _scene.CookiesAsync(cast, Filled.Full, Run.Browser));
        var faults = new List<string>();
        foreach (var entry in PagesOf[cast])
        {
            if (entry.Status != 200) Complaints.Expect($"status of {entry.Status}");
            await page.GotoAsync(entry.Path(_scene));
            await PageLaws.SettleAsync(page);
            faults.AddRange((await WalkAsync(page)).Select(fault => $"{entry.Name} as {cast}: {fault}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task<List<string>> WalkAsync(IPage page)
    {
        await Keyboard.FromTheTopAsync(page);
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Link("Go to the content")).ToBeFocusedAsync();
        await Expect(page.Link("Go to the content")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<bool>(InTheContentOrAfter) ? await Keyboard.WalkAsync(page) : ["the Tab after it stands before the content"];
    }

    [Fact]
    public async Task Ctrl_K_opens_find_or_do_finds_while_one_types_and_Enter_opens_what_was_found()
    {
        var page = await OpenAsync(Cast.Creator, "/studio");
        await page.Keyboard.PressAsync("Control+k");
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Find or do" });
        await Expect(palette).ToBeVisibleAsync();

        await page.Keyboard.TypeAsync("finding a pil");
        var found = palette.GetByRole(AriaRole.Link, new() { Name = "Finding a pilot for the harbour" });
        await Expect(found).ToBeVisibleAsync();
        await Expect(palette.GetByText("New article about finding a pil")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync($"**/studio/articles/{_scene.Draft}");
    }

    [Fact]
    public async Task Ctrl_K_leads_to_the_places_by_name_and_Escape_closes_it_where_one_was()
    {
        var page = await OpenAsync(Cast.Administrator, "/studio");
        await page.Link("Audit").FocusAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("categ");
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Find or do" });
        await Expect(palette.GetByRole(AriaRole.Link, new() { Name = "Categories" })).ToBeVisibleAsync();
        await Expect(palette.GetByRole(AriaRole.Link, new() { Name = "People" })).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Escape");
        if (await palette.IsVisibleAsync()) await page.Keyboard.PressAsync("Escape"); // the first one empties a search field

        await Expect(palette).ToBeHiddenAsync();
        await Expect(page.Link("Audit")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_a_script_find_or_do_is_a_page()
    {
        var page = await OpenAsync(Cast.Creator, "/studio/find?q=tiller", Look.NoScript);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Two hands on one tiller" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Search all articles for tiller" }).ClickAsync();
        await Expect(page.Heading("Articles")).ToBeVisibleAsync();
        await Expect(page.Link("Two hands on one tiller")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task N_begins_an_article_and_J_and_Enter_open_a_row()
    {
        var page = await OpenAsync(Cast.Creator, "/studio/articles");
        await page.Keyboard.PressAsync("j");
        var first = await page.Locator(".list .ttl").First.GetAttributeAsync("href");
        await Expect(page.Locator(".list .ttl").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**" + first);

        await page.GotoAsync("/studio/articles");
        await page.Keyboard.PressAsync("n");
        await Expect(page.Heading("New article")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/studio", Cast.Creator, "Find or do", false)]
    [InlineData("/studio", Cast.Creator, "Menu", true)]
    [InlineData("/studio", Cast.Creator, "Find", true)]
    public async Task Escape_closes_what_a_button_opened(string path, Cast cast, string button, bool phone)
    {
        var page = await OpenAsync(cast, path, phone ? Look.Phone : Look.Desk);
        await page.Button(button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(":popover-open")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(":popover-open")).ToHaveCountAsync(0);
        await Expect(page.Button(button)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_closes_the_list_of_sites_and_the_panels_of_the_editor()
    {
        var page = await OpenAsync(Cast.Creator, "/studio");
        var sites = page.Locator("details.site");
        await sites.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Link("Harbour")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Link("Harbour")).ToBeHiddenAsync();
        await Expect(sites.Locator("summary")).ToBeFocusedAsync();

        await page.GotoAsync($"/studio/articles/{_scene.Draft}");
        await PageLaws.SettleAsync(page);
        foreach (var opener in new[] { "#beside", "#submit" })
        {
            await page.Locator($"[popovertarget='{opener[1..]}']:visible").First.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(opener)).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(page.Locator(opener)).ToBeHiddenAsync();
        }
    }

    private async Task<IPage> OpenAsync(Cast cast, string path, Look? look = null)
    {
        var page = await BrowserWithAsync(await _scene.CookiesAsync(cast, Filled.Full, Run.Browser), look);
        await page.GotoAsync(path);
        if (look is not { Script: false }) await PageLaws.SettleAsync(page);
        return page;
    }
}
