using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Kit;

/// <summary>The edit page as its writer meets it: by its labels, its buttons and what it says about saving.</summary>
public sealed partial class EditorPage(IPage page)
{
    public IPage Page => page;
    public ILocator Title => page.GetByRole(AriaRole.Textbox, new() { Name = "Title", Exact = true });
    public ILocator Summary => page.GetByLabel("Summary, one or two sentences");
    public ILocator Text => page.GetByRole(AriaRole.Textbox, new() { Name = "Text of the article", Exact = true });
    public ILocator Markdown => page.GetByRole(AriaRole.Textbox, new() { Name = "Text of the article, as Markdown" });

    /// <summary>Saved 14:32, saving, offline kept here, two versions.</summary>
    public ILocator State => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Status);

    /// <summary>What the page says under its bar.</summary>
    public ILocator Said => page.Locator("[data-notice]");

    public ILocator Proposal => page.GetByRole(AriaRole.Region, new() { Name = "Claude’s proposal for this passage" });

    /// <summary>The panel with checks, details and search preview.</summary>
    public ILocator Beside => page.Locator("#beside");

    /// <summary>Opens an article and waits until the editor took the place of the plain field.</summary>
    public static async Task<EditorPage> OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var editor = new EditorPage(page);
        await editor.ReadyAsync();
        return editor;
    }

    public Task ReadyAsync() => page.Locator("form[data-mounted]").WaitForAsync();

    public Task ViewAsync(string tab) => page.GetByRole(AriaRole.Tab, new() { Name = tab, Exact = true }).ClickAsync();

    /// <summary>Opens the panel beside the text; on a phone by its line under the text.</summary>
    public async Task OpenBesideAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Beside the text", Exact = true }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Search preview" })).First.ClickAsync();
        await Expect(Beside).ToBeVisibleAsync();
    }

    /// <summary>Clicks into the first passage that can be edited and goes behind its first word.</summary>
    public async Task ClickIntoAPassageAsync()
    {
        var passage = Text.Locator("p, h1, h2, h3, h4, h5, h6, li, td, th").Filter(new() { HasTextRegex = AWord(), HasNot = page.Locator(".raw, .preserved") }).First;
        await passage.ClickAsync(new() { Position = new() { X = 2, Y = 10 } });
        await page.Keyboard.PressAsync("Control+ArrowRight");
        await page.WaitForFunctionAsync("() => getSelection().anchorOffset > 0"); // the page is told of a selection after the key
    }

    /// <summary>Types at the end of the text.</summary>
    public async Task TypeAtEndAsync(string words)
    {
        await Text.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Asks Claude by the keyboard for something at the caret.</summary>
    public async Task AskClaudeAsync(string instruction)
    {
        await page.Keyboard.PressAsync("Control+j");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Ask Claude" }).GetByRole(AriaRole.Textbox).FillAsync(instruction);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Does something and waits until the server acknowledged a save that holds these words.</summary>
    public async Task SavedAsync(string words, Func<Task> act)
    {
        await page.RunAndWaitForResponseAsync(act, response => IsSave(response) && response.Ok && Holds(response.Request, words));
        await Expect(State).ToHaveTextAsync(SavedSaying());
    }

    /// <summary>Does something and waits until a save was answered with this status, and the page knows it when it was stored.</summary>
    public async Task AnsweredAsync(int status, Func<Task> act)
    {
        try
        {
            await page.RunAndWaitForResponseAsync(act, response => IsSave(response) && response.Status == status);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"No save was answered with {status}. The page holds: {await page.EvaluateAsync<string>(Holding)}", late);
        }
        if (status == 200) await Expect(State).ToHaveTextAsync(SavedSaying());
    }

    private const string Holding = """
        () => JSON.stringify({ text: document.querySelector(".ProseMirror")?.innerText, body: document.getElementById("body")?.value, state: document.querySelector("[data-save-state]")?.innerText,
          said: document.querySelector("[data-notice]")?.innerText, focus: document.activeElement?.outerHTML.slice(0, 120) })
        """;

    private static bool IsSave(IResponse response) => response.Url.Contains("handler=Save", StringComparison.Ordinal) || response.Url.Contains("handler=Take", StringComparison.Ordinal);

    private static bool Holds(IRequest request, string words) => System.Net.WebUtility.UrlDecode(request.PostData ?? "").Contains(words, StringComparison.Ordinal);

    [GeneratedRegex("[A-Za-z]{2,}")] // read by the browser, which knows no \p{L} without its flag u
    private static partial Regex AWord();

    [GeneratedRegex(@"^Saved \d\d:\d\d$")]
    private static partial Regex SavedSaying();
}
