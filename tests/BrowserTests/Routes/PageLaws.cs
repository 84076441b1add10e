using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace QuestCms.BrowserTests.Routes;

/// <summary>What every page keeps, looked at in a browser. Each answer is a list of sentences, empty when all is well.</summary>
internal static class PageLaws
{
    public const int PhoneWidth = 390;

    // The library's own way opens a second page for each look at the first; the script it brings is asked here directly.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly object Everything = new { type = "tag", values = new[] { "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice" } };
    // What a change of colours can change: the page itself stays the same.
    private static readonly object Colours = new { type = "rule", values = new[] { "color-contrast", "link-in-text-block" } };

    // What another width can change; the page's words and roles stay the same, and its colours are looked at when it is wide.
    private static readonly object Layout = new { type = "rule", values = new[] { "target-size", "scrollable-region-focusable", "bypass", "landmark-one-main", "page-has-heading-one", "region", "button-name", "link-name", "label", "empty-heading" } };

    // What a look judges by: elements, their roles, classes and states, and where words stand; not which words. The places of a role apart from the page itself.
    private const string Structure = """
        () => {
          const telling = new Set(["class", "role", "type", "hidden", "disabled", "tabindex", "lang", "style", "popover", "open", "checked", "selected", "for", "id"]);
          const told = at => telling.has(at.name) || at.name.startsWith("aria-") || (at.name.startsWith("data-") && at.value.length < 24);
          const hash = (root, without) => {
            let a = 0xdeadbeef, b = 0x41c6ce57;
            const add = text => { for (let i = 0; i < text.length; i++) { const c = text.charCodeAt(i); a = Math.imul(a ^ c, 2654435761); b = Math.imul(b ^ c, 1597334677); } };
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, node => (node === without ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
            for (let node = root; node; node = walk.nextNode()) {
              let depth = 0;
              for (let up = node; up; up = up.parentNode) depth++;
              add(`${depth}${node.nodeName}`);
              // Which place is the present one is marked alike for each.
              for (const at of node.attributes) if (at.name !== "aria-current") add(` ${at.name}=${told(at) ? at.value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*") : at.value ? "…" : ""}`);
              for (const child of node.childNodes) if (child.nodeType === 3 && child.data.trim()) add("…");
            }
            return `${a >>> 0}.${b >>> 0}`;
          };
          const places = document.querySelector("nav.rail");
          return [hash(document.documentElement, places), places ? hash(places) : ""];
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> Known = new();

    /// <summary>Its structure and that of the places beside it: pages of which both were looked at and found well need no second look.</summary>
    public static async Task<string[]> StructureAsync(IPage page) => await page.EvaluateAsync<string[]>(Structure);

    public static bool AreKnown(string[] structure) => structure.All(Known.ContainsKey);

    public static void Remember(string[] structure) => Array.ForEach(structure, part => Known.TryAdd(part, true));

    private const string AskAxe = """
        runOnly => axe.run(document, { runOnly, resultTypes: ["violations"], preload: false, selectors: false, iframes: false })
          .then(result => result.violations.flatMap(v => v.nodes.map(n => `axe ${v.id}: ${v.help}: ${n.html.slice(0, 200)}`)))
        """;

    // Counts what moves from the first paint on; asked for before the page begins.
    private const string WatchShifts = """
        window.shifts = [];
        new PerformanceObserver(list => {
          // A tenth is what the field calls good; under a thousandth, selects were a pixel wider in the face that came after the first paint.
          for (const entry of list.getEntries().filter(e => e.value >= 0.001)) window.shifts.push(`${entry.value.toFixed(4)} of the page moved: ` + entry.sources.map(s => {
            const node = s.node?.nodeType === 3 ? s.node.parentElement : s.node;
            return `${node?.nodeName?.toLowerCase() ?? "something"}.${node?.className ?? ""} from ${Math.round(s.previousRect.y)} to ${Math.round(s.currentRect.y)}`;
          }).join(", "));
        }).observe({ type: "layout-shift", buffered: true });
        """;

    private const string SmallTargets = """
        () => {
          const shown = el => { const r = el.getBoundingClientRect(); return r.width > 1 && r.height > 1 && el.checkVisibility({ visibilityProperty: true }); };
          // A link inside a sentence is as high as its line.
          const inSentence = el => getComputedStyle(el).display === "inline" && el.parentElement.innerText.trim().length > el.innerText.trim().length + 8;
          return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch]")].filter(shown).flatMap(el => {
            const target = /^(checkbox|radio)$/.test(el.type) ? el.closest("label") ?? el.labels?.[0] ?? el : el;
            const r = target.getBoundingClientRect();
            return (r.width < 23.99 || r.height < 23.99) && !inSentence(el) ? [`${el.nodeName.toLowerCase()} "${(el.innerText || el.getAttribute("aria-label") || el.name || "").trim().slice(0, 40)}" is ${Math.round(r.width)} by ${Math.round(r.height)} px; a target has 24`] : [];
          });
        }
        """;

    public static Task WatchAsync(IPage page) => page.AddInitScriptAsync(WatchShifts);

    /// <summary>Waits until the page is usable: all is loaded and drawn, fonts are there or given up, the editor can be typed into.</summary>
    public static async Task SettleAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => document.readyState === 'complete' && (!document.querySelector('[data-editor]') || document.querySelector('.ProseMirror'))");
        await page.EvaluateAsync("() => document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))");
    }

    public static async Task<List<string>> SayAsync(IPage page, string title)
    {
        var said = new List<string>();
        var shown = await page.TitleAsync();
        if (!shown.StartsWith("Development · ", StringComparison.Ordinal) || !shown.Contains(title, StringComparison.Ordinal)) said.Add($"The title \"{shown}\" does not say \"Development\" and \"{title}\"");
        if (await page.Locator("h1").CountAsync() is not 1 and var headings) said.Add($"{headings} h1");
        return said;
    }

    public static async Task<List<string>> ShiftsAsync(IPage page) => [.. await page.EvaluateAsync<string[]>("() => window.shifts")];

    public static Task<List<string>> LookAsync(IPage page) => LookAsync(page, Everything);

    /// <summary>After the theme changed.</summary>
    public static Task<List<string>> LookAtColoursAsync(IPage page) => LookAsync(page, Colours);

    /// <summary>After the width changed.</summary>
    public static Task<List<string>> LookAtLayoutAsync(IPage page) => LookAsync(page, Layout);

    private static async Task<List<string>> LookAsync(IPage page, object rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        var said = new List<string>(await page.EvaluateAsync<string[]>(AskAxe, rules));
        said.AddRange(await page.EvaluateAsync<string[]>(SmallTargets));
        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (beyond > 0) said.Add($"scrolls sideways by {beyond} px");
        return said;
    }
}
