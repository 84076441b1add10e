using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Content;

/// <summary>The studio by its keys alone.</summary>
public sealed class KeysTests(BrowserRun run) : InABrowser(run)
{
    [Fact]
    public async Task Ctrl_K_finds_an_article_and_Enter_opens_it()
    {
        await App.DraftAsync("Lighthouse keeping for beginners", "Write.\n");
        var page = await OpenAsync(Who.Creator, "/studio");
        await page.Keyboard.PressAsync("Control+k");
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Find or do" });

        await page.Keyboard.TypeAsync("lighthouse");
        await Expect(palette.GetByRole(AriaRole.Link).First).ToContainTextAsync("Lighthouse keeping for beginners");
        await page.Keyboard.PressAsync("Enter");

        await Expect(new EditorPage(page).Title).ToHaveValueAsync("Lighthouse keeping for beginners");
    }

    [Fact]
    public async Task Ctrl_K_narrows_what_can_be_done_and_arrows_choose()
    {
        var page = await OpenAsync(Who.Creator, "/studio");
        await page.Keyboard.PressAsync("Control+k");
        var palette = page.GetByRole(AriaRole.Dialog, new() { Name = "Find or do" });
        await Expect(palette.GetByRole(AriaRole.Link)).ToContainTextAsync(["My work", "Articles", "Review", "New article"]);

        await page.Keyboard.TypeAsync("quarterdeck");
        await Expect(palette.GetByRole(AriaRole.Link)).ToHaveTextAsync(["New article about quarterdeck", "Search all articles for quarterdeck"]);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByLabel("Search in title and text")).ToHaveValueAsync("quarterdeck");
    }

    // The browser tells the editor of a selection some time after it was made; under load a key can come first.
    [Fact]
    public async Task Ctrl_J_is_about_the_passage_that_is_chosen_on_the_screen_however_fast_it_comes()
    {
        var article = await App.DraftAsync("Chosen and asked at once", "The first passage stays.\n\nThis one is chosen.\n");
        var editor = await EditorPage.OpenAsync(await OpenAsync(Who.Creator, "/studio"), $"/studio/articles/{article}");
        await editor.Text.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Control+End");

        await editor.Text.EvaluateAsync("""
            text => {
              getSelection().selectAllChildren(text.querySelectorAll("p")[1]);
              text.dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", keyCode: 74, ctrlKey: true, bubbles: true, cancelable: true }));
            }
            """);

        await Expect(editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Ask Claude" })).ToContainTextAsync("What should Claude do with this passage?");
    }

    [Fact]
    public async Task Slash_goes_to_the_search_J_moves_through_the_rows_and_Enter_opens()
    {
        var page = await OpenAsync(Who.Creator, "/studio/articles");
        await page.Keyboard.PressAsync("/");
        await Expect(page.GetByLabel("Search in title and text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Lisbon with a family");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("Best match first.")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");

        await Expect(new EditorPage(page).Title).ToHaveValueAsync("Moving to Lisbon with a family");
    }

    [Fact]
    public async Task N_begins_an_article_and_a_question_mark_shows_the_keys()
    {
        var page = await OpenAsync(Who.Creator, "/studio");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToContainTextAsync("find or do anything");
        await page.Keyboard.PressAsync("Escape");

        await page.Keyboard.PressAsync("n");

        await Expect(page.Heading("New article")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Light_or_dark_is_kept_for_the_next_page()
    {
        var page = await OpenAsync(Who.Creator, "/studio", Look.Desk);
        await page.Button("Light or dark").ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        await page.GotoAsync("/studio/articles");

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }
}
