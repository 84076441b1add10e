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

    // What only the whole page can keep: its landmarks, the order of its headings, its title and language, ids that are there twice.
    private static readonly object Outline = new { type = "rule", values = new[] { "bypass", "document-title", "duplicate-id-aria", "heading-order", "html-has-lang", "html-lang-valid", "landmark-banner-is-top-level", "landmark-complementary-is-top-level", "landmark-contentinfo-is-top-level", "landmark-main-is-top-level", "landmark-no-duplicate-banner", "landmark-no-duplicate-contentinfo", "landmark-no-duplicate-main", "landmark-one-main", "landmark-unique", "meta-refresh", "meta-viewport", "page-has-heading-one", "region", "skip-link", "accesskeys" } };

    private static readonly ConcurrentDictionary<string, bool> Known = new();

    /// <summary>
    /// Reads what a look judges by: elements, their roles, classes and states, where words stand, and what they stand in; not which words. Parts that were
    /// looked at and found well, on whatever page and for whomever, need no second look: <c>window.fresh</c> holds the others afterwards.
    /// </summary>
    /// <returns>The marks of what is to be looked at now; empty when all of the page is known.</returns>
    public static async Task<string[]> FreshAsync(IPage page) => (await page.EvaluateAsync<string>(Structure, string.Join(' ', Known.Keys))).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static void Remember(string[] fresh) => Array.ForEach(fresh, part => Known.TryAdd(part, true));

    // Runs in the page. A part is small, or holds words of its own; a mark counts what the part stands in, because colours and widths come from there.
    private const string Structure = """
        known => {
          const seen = new Set(known.split(" ")), small = 14;
          const telling = new Set(["class", "role", "type", "hidden", "disabled", "tabindex", "lang", "style", "popover", "open", "checked", "selected", "for", "id", "alt", "title", "name", "href"]);
          const valued = new Set(["class", "role", "type", "hidden", "disabled", "tabindex", "lang", "style", "popover", "open", "checked", "selected", "for", "id"]);
          const mix = (text, seed) => { let a = 0xdeadbeef ^ seed, b = 0x41c6ce57 ^ seed; for (let i = 0; i < text.length; i++) { const c = text.charCodeAt(i); a = Math.imul(a ^ c, 2654435761); b = Math.imul(b ^ c, 1597334677); } return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`; };
          const shown = value => value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*");
          const hasWords = el => [...el.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          // Which place is the present one is marked alike for each.
          const own = el => el.nodeName + [...el.attributes].filter(at => at.name !== "aria-current" && !at.name.startsWith("data-")).map(at => at.name.startsWith("aria-") || telling.has(at.name) ? ` ${at.name}=${valued.has(at.name) ? shown(at.value) : at.value ? "…" : ""}` : "").join("");
          const marks = new Map();
          const read = (el, context) => {
            const inside = mix(context + el.nodeName + (el.getAttribute("class") ?? ""), 1);
            const children = [...el.children].map(child => read(child, inside));
            const of = { mark: mix(context + own(el) + (hasWords(el) ? "…" : "") + children.map(c => c.mark).join(), 2), size: 1 + children.reduce((sum, c) => sum + c.size, 0) };
            marks.set(el, of);
            return of;
          };
          read(document.body, "");
          window.fresh = [];
          const found = [];
          const gather = el => {
            const { mark, size } = marks.get(el);
            if (seen.has(mark) || /^(SCRIPT|STYLE|TEMPLATE)$/.test(el.nodeName)) return;
            found.push(mark);
            if (size > small && !hasWords(el) && el.nodeName !== "svg") [...el.children].forEach(gather);
            else window.fresh.push(el);
          };
          gather(document.body);
          const landmarks = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, main, nav, header, footer, aside, section[aria-label], section[aria-labelledby], form[aria-label], [role], [id], [accesskey]")];
          const ids = [...document.querySelectorAll("[id]")].map(el => el.id);
          const outline = "outline." + mix(ids.length - new Set(ids).size + landmarks.map(el => `${marks.has(el) ? own(el) : ""}${el.closest("main") ? "m" : ""}${el.closest("nav, header, footer, aside") ? "l" : ""}`).join(), 3);
          window.freshOutline = !seen.has(outline);
          return (window.freshOutline ? [...found, outline] : found).join(" ");
        }
        """;

    private const string AskAxe = """
        async ([parts, page]) => {
          const ask = (context, runOnly) => axe.run(context, { runOnly, resultTypes: ["violations"], preload: false, selectors: false, iframes: false })
            .then(result => result.violations.flatMap(v => v.nodes.map(n => `axe ${v.id}: ${v.help}: ${n.html.slice(0, 200)}`)));
          const inSight = (window.fresh ?? [document.body]).filter(el => el.isConnected);
          return [...inSight.length ? await ask({ include: inSight }, parts) : [], ...page && (window.freshOutline ?? true) ? await ask(document, page) : []];
        }
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

    public static Task<List<string>> LookAsync(IPage page) => LookAsync(page, Everything, Outline);

    /// <summary>After the theme changed.</summary>
    public static Task<List<string>> LookAtColoursAsync(IPage page) => LookAsync(page, Colours, null);

    /// <summary>After the width changed.</summary>
    public static Task<List<string>> LookAtLayoutAsync(IPage page) => LookAsync(page, Layout, Outline);

    private static async Task<List<string>> LookAsync(IPage page, object parts, object? whole)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Axe);
        var said = new List<string>(await page.EvaluateAsync<string[]>(AskAxe, new[] { parts, whole }));
        said.AddRange(await page.EvaluateAsync<string[]>(SmallTargets));
        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (beyond > 0) said.Add($"scrolls sideways by {beyond} px");
        return said;
    }
}
