using System.Collections.Concurrent;
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

    private static readonly ConcurrentDictionary<string, bool> Weighed = new();

    protected Scene Scene { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Scene = await Run.OnceAsync(() => Scene.SetAsync(App));
    }

    protected static TheoryData<Cast, Filled> SeenBy(params Cast[] casts)
    {
        var rows = new TheoryData<Cast, Filled>();
        foreach (var cast in casts)
        {
            rows.Add(cast, Filled.Full);
            if (RouteTable.Pages.Any(p => IsSeen(p, cast, Filled.Empty))) rows.Add(cast, Filled.Empty);
        }
        return rows;
    }

    /// <summary>One after the other in one window, each as if it were the first: a new window costs as much as the look.</summary>
    protected async Task LookAroundAsync(Cast cast, Filled filled)
    {
        var page = await BrowserAsync(cast, filled);
        await PageLaws.WatchAsync(page);
        var traffic = await Traffic.OfAsync(page);
        var faults = new List<string>();
        foreach (var entry in RouteTable.Pages.Where(p => IsSeen(p, cast, filled)))
        {
            if (entry.Status != 200) Complaints.Expect($"status of {entry.Status}");
            faults.AddRange((await LookAsync(page, traffic, entry)).Distinct().Select(fault => $"{entry.Name} as {cast}, {filled}: {fault}"));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static bool IsSeen(PageEntry page, Cast cast, Filled filled) => page.For.Contains(cast) && (filled == Filled.Full || (page.Empty && cast != Cast.Newcomer));

    private async Task<List<string>> LookAsync(IPage page, Traffic traffic, PageEntry entry)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Kit.Look.Desk.Width, Kit.Look.Desk.Height);
        // Weighed by somebody who was never here; whoever comes later has its scripts and styles, as people have.
        var cold = Weighed.TryAdd(entry.Name, true);
        if (cold) await traffic.BeginAsync();
        var answer = await page.GotoAsync(entry.Path(Scene));
        await PageLaws.SettleAsync(page);

        List<string> faults = answer!.Status == entry.Status ? [] : [$"answered {answer.Status}, not {entry.Status}"];
        faults.AddRange(await PageLaws.ShiftsAsync(page));
        if (cold) faults.AddRange(Weigh(entry, traffic));
        faults.AddRange(await PageLaws.SayAsync(page, entry.Title));
        faults.AddRange(await LookAsync(page));
        return faults;
    }

    /// <summary>Light, dark and on a phone: the page stays what it is, the colours and the width change. What is the same for the next person is not looked at again.</summary>
    protected static async Task<List<string>> LookAsync(IPage page)
    {
        var fresh = await PageLaws.FreshAsync(page);
        if (fresh.Length == 0) return [];
        var faults = await PageLaws.LookAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange((await PageLaws.LookAtColoursAsync(page)).Select(f => "dark: " + f));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(PageLaws.PhoneWidth, 844);
        faults.AddRange((await PageLaws.LookAtLayoutAsync(page)).Select(f => $"at {PageLaws.PhoneWidth} px: " + f));
        if (faults.Count == 0) PageLaws.Remember(fresh);
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
    public static TheoryData<Cast, Filled> Seen => SeenBy(Cast.Nobody, Cast.Newcomer, Cast.Creator);

    [Theory]
    [MemberData(nameof(Seen))]
    public Task Every_page_is_accessible_steady_light_and_says_where_one_is(Cast cast, Filled filled) => LookAroundAsync(cast, filled);
}

public sealed class PagesOfReviewersAndPublishersTests(BrowserRun run) : PageTests(run)
{
    public static TheoryData<Cast, Filled> Seen => SeenBy(Cast.Reviewer, Cast.Publisher);

    [Theory]
    [MemberData(nameof(Seen))]
    public Task Every_page_is_accessible_steady_light_and_says_where_one_is(Cast cast, Filled filled) => LookAroundAsync(cast, filled);
}

public sealed class PagesOfAdministratorsTests(BrowserRun run) : PageTests(run)
{
    public static TheoryData<Cast, Filled> Seen => SeenBy(Cast.Administrator);

    [Theory]
    [MemberData(nameof(Seen))]
    public Task Every_page_is_accessible_steady_light_and_says_where_one_is(Cast cast, Filled filled) => LookAroundAsync(cast, filled);
}

public sealed class PagesOfHouseAdministratorsTests(BrowserRun run) : PageTests(run)
{
    public static TheoryData<Cast, Filled> Seen => SeenBy(Cast.HouseAdministrator);

    [Theory]
    [MemberData(nameof(Seen))]
    public Task Every_page_is_accessible_steady_light_and_says_where_one_is(Cast cast, Filled filled) => LookAroundAsync(cast, filled);
}
