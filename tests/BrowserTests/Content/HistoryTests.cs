using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Content;

/// <summary>Every frozen text can be found, compared and gone back to.</summary>
public sealed class HistoryTests(BrowserRun run) : InABrowser(run)
{
    [Fact]
    public async Task Revisions_are_compared_and_an_old_one_is_begun_from_again()
    {
        const string first = "Pay in one transfer.\n";
        var article = await App.DraftAsync("With a history", first);
        var editor = await EditAsync(Who.Creator, article);
        await editor.SavedAsync("transfer.", () => editor.Page.Keyboard.PressAsync("Control+s"));
        await editor.SavedAsync("Keep the receipt.", async () =>
        {
            await editor.TypeAtEndAsync(" Keep the receipt.");
            await editor.Page.Keyboard.PressAsync("Control+s");
        });
        await Expect(editor.Said).ToContainTextAsync("This text is now a revision in History.");
        Assert.Equal(2, (await App.NewestRevisionAsync(article)).Number);

        var page = editor.Page;
        await page.GotoAsync($"{DemoDesk.AddressOf(article)}/history");
        await Expect(page.GetByText("2 revisions.")).ToBeVisibleAsync();
        await Expect(page.GetByText("One passage differs")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Insertion)).ToHaveTextAsync(" Keep the receipt.");

        await page.Button("Start from revision 1").ClickAsync();

        await Expect(page.GetByText("The text of revision 1 is your working copy now. Nothing was published.")).ToBeVisibleAsync();
        await Expect(new EditorPage(page).Text).ToHaveTextAsync("Pay in one transfer.");
        Assert.Equal(first, (await App.StoredAsync(article)).Body);
        Assert.Equal(3, (await App.NewestRevisionAsync(article)).Number);
    }

    [Fact]
    public async Task What_changed_since_the_live_one_is_shown()
    {
        var page = await OpenAsync(Who.Creator, "/studio/articles?state=PublishedWithChanges");
        await page.Link("Moving to Lisbon with a family").ClickAsync();
        var editor = new EditorPage(page);
        await editor.ReadyAsync();
        await editor.SavedAsync("cheques", () => page.Keyboard.PressAsync("Control+s"));
        await page.GotoAsync($"{new Uri(page.Url).AbsolutePath}/history");

        await page.Link("against the live one").First.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Insertion)).ToHaveTextAsync([" and cheques"]);
    }
}
