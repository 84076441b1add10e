using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;

namespace QuestCms.BrowserTests.Routes;

/// <summary>Every page, as everyone who may see it, light and dark, wide and on a phone, with the demo in it and with nothing.</summary>
public sealed class PageTests(BrowserRun run) : InABrowser(run)
{
    private const int MostRequests = 9;
    private const long MostScript = 65_000;
    private const long MostEditorScript = 215_000;

    private Scene _scene = null!;

    public static TheoryData<string, Cast, Filled> Seen
    {
        get
        {
            var rows = new TheoryData<string, Cast, Filled>();
            foreach (var page in RouteTable.Pages)
                foreach (var cast in page.For)
                {
                    rows.Add(page.Name, cast, Filled.Full);
                    if (page.Empty && cast != Cast.Newcomer) rows.Add(page.Name, cast, Filled.Empty);
                }
            return rows;
        }
    }

    public static TheoryData<string, Cast> Refused
    {
        get
        {
            var rows = new TheoryData<string, Cast>();
            foreach (var page in RouteTable.Pages.Where(p => p.Route.StartsWith("/studio", StringComparison.Ordinal)))
                foreach (var cast in Enum.GetValues<Cast>().Except(page.For)) rows.Add(page.Name, cast);
            return rows;
        }
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _scene = await Run.OnceAsync(() => Scene.SetAsync(App));
    }

    [Theory]
    [MemberData(nameof(Seen))]
    public async Task A_page_is_accessible_steady_light_and_says_where_one_is(string name, Cast cast, Filled filled)
    {
        var entry = RouteTable.Pages.Single(p => p.Name == name);
        if (entry.Status != 200) Complaints.Expect($"status of {entry.Status}");
        var page = await BrowserAsync(cast, filled);
        await PageLaws.WatchAsync(page);
        var traffic = await Traffic.OfAsync(page);

        var answer = await page.GotoAsync(entry.Path(_scene));
        await PageLaws.SettleAsync(page);

        Assert.Equal(entry.Status, answer!.Status);
        var faults = await PageLaws.ShiftsAsync(page);
        faults.AddRange(Weigh(entry, traffic));
        faults.AddRange(await PageLaws.SayAsync(page, entry.Title));
        faults.AddRange(await PageLaws.LookAsync(page, colours: false));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange((await PageLaws.LookAsync(page, colours: true)).Select(f => "dark: " + f));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(PageLaws.PhoneWidth, 844);
        faults.AddRange((await PageLaws.LookAsync(page, colours: false)).Select(f => $"at {PageLaws.PhoneWidth} px: " + f));
        Assert.True(faults.Count == 0, $"{name} as {cast}, {filled}:\n" + string.Join('\n', faults.Distinct()));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Who_may_not_see_a_page_is_told_so_in_a_page(string name, Cast cast)
    {
        var entry = RouteTable.Pages.Single(p => p.Name == name);
        var page = await BrowserAsync(cast, Filled.Full);
        if (cast == Cast.Nobody)
        {
            await page.GotoAsync(entry.Path(_scene));
            Assert.Contains("/sign-in?ReturnUrl=", page.Url, StringComparison.Ordinal);
            return;
        }
        var status = entry.NotFoundFor.Contains(cast) ? 404 : 403;
        Complaints.Expect($"status of {status}");

        var answer = await page.GotoAsync(entry.Path(_scene));

        Assert.Equal(status, answer!.Status);
        Assert.Equal(status == 404 ? "Development · Not found · Quest" : "Development · Not yours to open · Quest", await page.TitleAsync());
    }

    [Theory]
    [InlineData(403, "/studio/administration/everyone", Cast.Creator)]
    [InlineData(404, "/studio/nowhere", Cast.Creator)]
    [InlineData(404, "/sites/nowhere", Cast.Nobody)]
    public async Task A_page_that_says_no_is_a_page_like_any_other(int status, string path, Cast cast)
    {
        Complaints.Expect($"status of {status}");
        var page = await BrowserAsync(cast, Filled.Full);
        await PageLaws.WatchAsync(page);
        await page.GotoAsync(path);
        await PageLaws.SettleAsync(page);

        List<string> faults = [.. await PageLaws.ShiftsAsync(page), .. await PageLaws.SayAsync(page, "Quest"), .. await PageLaws.LookAsync(page, colours: false)];
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        faults.AddRange(await PageLaws.LookAsync(page, colours: true));
        await page.SetViewportSizeAsync(PageLaws.PhoneWidth, 844);
        faults.AddRange(await PageLaws.LookAsync(page, colours: true));
        Assert.Empty(faults);
    }

    private static IEnumerable<string> Weigh(PageEntry entry, Traffic traffic)
    {
        var most = entry.Public ? 0 : entry.Editor ? MostEditorScript : MostScript;
        if (traffic.Script > most) yield return $"{traffic.Script:N0} bytes of script, {most:N0} allowed: {traffic.InWords}";
        if (traffic.Requests > MostRequests) yield return $"{traffic.Requests} requests, {MostRequests} allowed: {traffic.InWords}";
    }

    private async Task<IPage> BrowserAsync(Cast cast, Filled filled) => await BrowserWithAsync(await _scene.CookiesAsync(cast, filled, Run.Browser));
}
