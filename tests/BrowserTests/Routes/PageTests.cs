using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;

namespace QuestCms.BrowserTests.Routes;

/// <summary>
/// Every page, as everyone who may see it, light and dark, wide and on a phone, with the demo in it and with nothing. One class for each part of the cast, so
/// that two are on the way at once.
/// </summary>
public abstract class PageTests(BrowserRun run) : InABrowser(run)
{
    private const int MostRequests = 9;
    private const long MostScript = 65_000;
    private const long MostEditorScript = 215_000;

    protected Scene Scene { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Scene = await Run.OnceAsync(() => Scene.SetAsync(App));
    }

    protected static TheoryData<string, Cast, Filled> SeenBy(params Cast[] casts)
    {
        var rows = new TheoryData<string, Cast, Filled>();
        foreach (var page in RouteTable.Pages)
            foreach (var cast in casts.Intersect(page.For))
            {
                rows.Add(page.Name, cast, Filled.Full);
                if (page.Empty && cast != Cast.Newcomer) rows.Add(page.Name, cast, Filled.Empty);
            }
        return rows;
    }

    protected async Task LookAsync(string name, Cast cast, Filled filled)
    {
        var entry = RouteTable.Pages.Single(p => p.Name == name);
        if (entry.Status != 200) Complaints.Expect($"status of {entry.Status}");
        var page = await BrowserAsync(cast, filled);
        await PageLaws.WatchAsync(page);
        var traffic = await Traffic.OfAsync(page);

        var answer = await page.GotoAsync(entry.Path(Scene));
        await PageLaws.SettleAsync(page);

        Assert.Equal(entry.Status, answer!.Status);
        var faults = await PageLaws.ShiftsAsync(page);
        faults.AddRange(Weigh(entry, traffic));
        faults.AddRange(await PageLaws.SayAsync(page, entry.Title));
        faults.AddRange(await LookAsync(page));
        Assert.True(faults.Count == 0, $"{name} as {cast}, {filled}:\n" + string.Join('\n', faults.Distinct()));
    }

    /// <summary>Light, dark and on a phone: the page stays what it is, the colours and the width change.</summary>
    protected static async Task<List<string>> LookAsync(IPage page)
    {
        var faults = await PageLaws.LookAsync(page, colours: false);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange((await PageLaws.LookAsync(page, colours: true)).Select(f => "dark: " + f));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(PageLaws.PhoneWidth, 844);
        faults.AddRange((await PageLaws.LookAsync(page, colours: false)).Select(f => $"at {PageLaws.PhoneWidth} px: " + f));
        return faults;
    }

    protected async Task<IPage> BrowserAsync(Cast cast, Filled filled) => await BrowserWithAsync(await Scene.CookiesAsync(cast, filled, Run.Browser));

    private static IEnumerable<string> Weigh(PageEntry entry, Traffic traffic)
    {
        var most = entry.Public ? 0 : entry.Editor ? MostEditorScript : MostScript;
        if (traffic.Script > most) yield return $"{traffic.Script:N0} bytes of script, {most:N0} allowed: {traffic.InWords}";
        if (!entry.Public && traffic.Script == 0) yield return $"no script in the network log, though the page has one: {traffic.InWords}";
        if (traffic.Requests > MostRequests) yield return $"{traffic.Requests} requests, {MostRequests} allowed: {traffic.InWords}";
    }
}

public sealed class PagesOfWritersTests(BrowserRun run) : PageTests(run)
{
    public static TheoryData<string, Cast, Filled> Seen => SeenBy(Cast.Nobody, Cast.Creator);

    [Theory]
    [MemberData(nameof(Seen))]
    public Task A_page_is_accessible_steady_light_and_says_where_one_is(string name, Cast cast, Filled filled) => LookAsync(name, cast, filled);
}

public sealed class PagesOfReviewersAndPublishersTests(BrowserRun run) : PageTests(run)
{
    public static TheoryData<string, Cast, Filled> Seen => SeenBy(Cast.Reviewer, Cast.Publisher);

    [Theory]
    [MemberData(nameof(Seen))]
    public Task A_page_is_accessible_steady_light_and_says_where_one_is(string name, Cast cast, Filled filled) => LookAsync(name, cast, filled);
}

public sealed class PagesOfAdministratorsTests(BrowserRun run) : PageTests(run)
{
    public static TheoryData<string, Cast, Filled> Seen => SeenBy(Cast.Administrator, Cast.HouseAdministrator, Cast.Newcomer);

    [Theory]
    [MemberData(nameof(Seen))]
    public Task A_page_is_accessible_steady_light_and_says_where_one_is(string name, Cast cast, Filled filled) => LookAsync(name, cast, filled);
}
