using Microsoft.Playwright;

namespace QuestCms.BrowserTests.Routes;

/// <summary>A page without a mouse.</summary>
internal static class Keyboard
{
    // Everything Tab has to reach, in the order of the page; one radio button of a group; and how each looks while it has no focus.
    private const string List = """
        () => {
          const look = el => { const s = getComputedStyle(el); return s.outlineStyle + s.outlineWidth + s.boxShadow + s.top + s.clipPath; };
          const around = el => [el, el.closest("label"), el.closest(".ask"), el.closest(".scale")].filter(Boolean);
          const shown = el => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0;
          const groups = new Set();
          document.activeElement?.blur();
          window.tabbable = [...document.querySelectorAll("a[href], button:not(:disabled), input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [contenteditable=true], [tabindex='0']")]
            .filter(el => shown(el) && el.tabIndex >= 0)
            .filter(el => el.matches("[contenteditable=true]") || !el.closest("[contenteditable=true]")) // in a text that is written a link is a word
            .filter(el => { if (el.type !== "radio") return true; const first = !groups.has(el.name); groups.add(el.name); return first; });
          window.unfocused = new Map(window.tabbable.map(el => [el, around(el).map(look).join()]));
          window.nowFocused = () => {
            const el = document.activeElement;
            if (!el || el === document.body) return -1;
            const at = window.tabbable.findIndex(t => t === el || (t.type === "radio" && el.type === "radio" && t.name === el.name));
            if (at < 0) return -2;
            const known = window.unfocused.get(el) ?? window.unfocused.get(window.tabbable[at]);
            return around(el).map(look).join() === known && !el.matches("[contenteditable=true]") && !el.closest(".prose") ? -100 - at : at;
          };
          return window.tabbable.length;
        }
        """;

    private const string Top = "() => { const start = document.createElement('span'); start.tabIndex = -1; document.body.prepend(start); start.focus(); start.remove(); }";

    private const string Name = """at => { const el = at < 0 ? document.activeElement : window.tabbable[at]; return `${el.nodeName.toLowerCase()} "${(el.innerText || el.getAttribute("aria-label") || el.name || el.id || "").trim().slice(0, 40)}"`; }""";

    /// <summary>The next Tab leads to the first control of the page.</summary>
    public static Task FromTheTopAsync(IPage page) => page.EvaluateAsync(Top);

    /// <summary>Presses Tab through the whole page. Says which control is not reached, reached out of order, or shows nothing while it has the focus.</summary>
    public static async Task<List<string>> WalkAsync(IPage page)
    {
        var said = new List<string>();
        var count = await page.EvaluateAsync<int>(List);
        await FromTheTopAsync(page);
        var next = 0;
        // A date has a place for each of its parts.
        for (var pressed = 0; pressed <= count * 5 && next < count; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<int>("() => window.nowFocused()");
            if (at == -1) break;
            if (at == -2)
            {
                said.Add($"Tab leads to {await NameAsync(page, -1)}, which is no control of the page");
                continue;
            }
            if (at == next - 1 || -100 - at == next - 1) continue;
            if (at <= -100)
            {
                at = -100 - at;
                said.Add($"{await NameAsync(page, at)} shows no ring while it has the focus");
            }
            for (; next < at; next++) said.Add($"Tab goes past {await NameAsync(page, next)}");
            if (at < next) said.Add($"Tab goes back to {await NameAsync(page, at)}");
            next = Math.Max(next, at + 1);
        }
        for (; next < count; next++) said.Add($"Tab never reaches {await NameAsync(page, next)}");
        return said;
    }

    private static Task<string> NameAsync(IPage page, int at) => page.EvaluateAsync<string>(Name, at);
}
