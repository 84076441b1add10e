using System.Net;
using System.Text;
using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.BrowserTests.Routes;

namespace QuestCms.BrowserTests.Pictures;

/// <summary>Pictures every screen for <c>./quest screens</c>, light, dark and on a phone. No test: it holds nothing, and runs only when it is asked for.</summary>
public sealed class Screens(BrowserRun run) : InABrowser(run)
{
    private static readonly (string Name, Look Look)[] Looks =
    [
        ("light", Look.Desk with { Width = 1366 }), ("dark", Look.DarkDesk with { Width = 1366 }), ("phone", Look.Phone), ("phone-dark", Look.DarkPhone),
    ];

    [Fact(Explicit = true)]
    public async Task Every_screen_is_pictured()
    {
        var folder = Environment.GetEnvironmentVariable("QUEST_SCREENS") is { Length: > 0 } given ? given : throw new InvalidOperationException("./quest screens says where the pictures go.");
        Directory.CreateDirectory(folder);
        var scene = await Run.OnceAsync(() => Scene.SetAsync(App));
        Complaints.Expect("Failed to load resource"); // refused forms and faults are pictured too
        var names = new List<string>();
        foreach (var (look, shape) in Looks)
            foreach (var group in Shots.All.Where(s => s.OnPhone is null || s.OnPhone == shape.Touch).GroupBy(s => (s.Cast, s.Filled)))
            {
                var page = await BrowserWithAsync(await scene.CookiesAsync(group.Key.Cast, group.Key.Filled, Run.Browser), shape);
                await WithFontsAsync(page.Context);
                foreach (var shot in group)
                {
                    await PictureAsync(page, shot, scene, Path.Combine(folder, $"{shot.Name}-{look}.png"));
                    names.Add($"{shot.Name}-{look}");
                }
                await page.Context.CloseAsync();
            }
        await File.WriteAllTextAsync(Path.Combine(folder, "index.html"), Index(names), TestContext.Current.CancellationToken);
        Console.WriteLine($"{names.Count} pictures in {folder}");
    }

    // A font that comes too late is left out for that page; a picture waits for it.
    private static Task WithFontsAsync(IBrowserContext context) => context.RouteAsync("**/*.css", async route =>
    {
        var sheet = await route.FetchAsync();
        await route.FulfillAsync(new() { Response = sheet, Body = (await sheet.TextAsync()).Replace("font-display: optional", "font-display: block", StringComparison.Ordinal) });
    });

    private static async Task PictureAsync(IPage page, Shot shot, Scene scene, string file)
    {
        await page.GotoAsync(shot.Path(scene));
        await PageLaws.SettleAsync(page);
        if (shot.Before is { } before)
        {
            await before(page);
            await PageLaws.SettleAsync(page);
        }
        await page.ScreenshotAsync(new() { Path = file, FullPage = shot.Whole, Animations = ScreenshotAnimations.Disabled });
    }

    private static string Index(IEnumerable<string> names)
    {
        var html = new StringBuilder("""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Screens of Quest CMS</title>
            <style>body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; background: #f2ede6 } ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 1.5rem; padding: 0; list-style: none }
            img { width: 100%; height: 240px; object-fit: cover; object-position: top; border: 1px solid #bbb; border-radius: 6px }</style><h1>Screens of Quest CMS</h1><ul>
            """);
        foreach (var name in names.Order(StringComparer.Ordinal).Select(WebUtility.HtmlEncode)) html.Append($"<li><a href=\"{name}.png\"><img src=\"{name}.png\" alt=\"\" loading=\"lazy\">{name}</a></li>\n");
        return html.Append("</ul></html>\n").ToString();
    }
}
