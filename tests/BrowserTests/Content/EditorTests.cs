using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Content;

/// <summary>Writing, in a real browser: what is typed is saved, seen as it will look, and found again.</summary>
public sealed class EditorTests(BrowserRun run) : InABrowser(run)
{
    private const string Body = "Write to three schools first.\n\n## What it costs\n\n| What | Euro |\n| --- | ---: |\n| Visa | 440 |\n";

    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_is_there_after_a_reload()
    {
        var article = await App.DraftAsync("Saved by itself", "Write to three schools first.\n");
        var editor = await EditAsync(Who.Creator, article);

        await editor.SavedAsync("Then look for flats.", () => editor.TypeAtEndAsync(" Then look for flats."));

        Assert.Equal("Write to three schools first. Then look for flats.\n", (await App.StoredAsync(article)).Body);
        await editor.Page.ReloadAsync();
        await Expect(editor.Text).ToContainTextAsync("Then look for flats.");
    }

    [Fact]
    public async Task Saved_by_name_it_is_a_revision()
    {
        var article = await App.DraftAsync("Saved by name", "Write to three schools first.\n");
        var editor = await EditAsync(Who.Creator, article);
        await editor.TypeAtEndAsync(" Then look for flats.");

        await editor.SavedAsync("Then look for flats.", () => editor.Page.Keyboard.PressAsync("Control+s"));

        await Expect(editor.Said).ToContainTextAsync("This text is now a revision in History.");
        Assert.EndsWith("Then look for flats.\n", (await App.NewestRevisionAsync(article)).Content.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Markdown_view_and_the_page_view_are_one_text()
    {
        var article = await App.DraftAsync("Two views", Body);
        var editor = await EditAsync(Who.Creator, article);

        await editor.ViewAsync("Markdown");
        await Expect(editor.Markdown).ToHaveValueAsync(Body);
        await editor.Markdown.FillAsync(Body + "\n## Added *as* Markdown\n");
        await editor.ViewAsync("Write");
        await Expect(editor.Text.GetByRole(AriaRole.Heading, new() { Name = "Added as Markdown" })).ToBeVisibleAsync();
        await editor.SavedAsync("and as text", () => editor.TypeAtEndAsync(" and as text"));
        await editor.ViewAsync("Markdown");

        var whole = Body + "\n## Added *as* Markdown and as text\n";
        await Expect(editor.Markdown).ToHaveValueAsync(whole);
        Assert.Equal(whole, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task The_preview_is_drawn_by_the_renderer_that_publishes()
    {
        var article = await App.DraftAsync("Previewed", Body + "\nA <script>alert(1)</script> in the text.\n");
        var editor = await EditAsync(Who.Creator, article);
        var preview = editor.Page.GetByRole(AriaRole.Tabpanel, new() { Name = "Preview" });

        await editor.ViewAsync("Preview");
        await Expect(preview.GetByRole(AriaRole.Cell, new() { Name = "440" })).ToBeVisibleAsync();
        await Expect(preview).ToContainTextAsync("A <script>alert(1)</script> in the text.");

        var published = await App.House.SendAsync(new Application.Content.PreviewArticle(article, (await App.StoredAsync(article)).Body), await App.ActorAsync(Who.Creator));
        Assert.Equal(await editor.Page.EvaluateAsync<string>("html => { const d = document.createElement('div'); d.innerHTML = html; return d.innerHTML; }", published.Value.Html), await preview.InnerHTMLAsync());
    }

    [Fact]
    public async Task A_slash_in_an_empty_line_offers_what_can_stand_there()
    {
        var article = await App.DraftAsync("Slashed", "Write to three schools first.\n");
        var editor = await EditAsync(Who.Creator, article);
        await editor.TypeAtEndAsync(" Then wait.");
        await editor.Page.Keyboard.PressAsync("Enter");

        await editor.Page.Keyboard.TypeAsync("/quo");
        await Expect(editor.Page.GetByRole(AriaRole.Listbox, new() { Name = "What to put here" }).GetByRole(AriaRole.Option)).ToHaveTextAsync(["Quotesomeone’s words"]);
        await editor.Page.Keyboard.PressAsync("Enter");
        await editor.SavedAsync("Keep one list.", () => editor.Page.Keyboard.TypeAsync("Keep one list."));

        Assert.Equal("Write to three schools first. Then wait.\n\n> Keep one list.\n", (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task A_slash_inside_a_sentence_is_a_slash()
    {
        var article = await App.DraftAsync("Not slashed", "Bring one\n");
        var editor = await EditAsync(Who.Creator, article);

        await editor.SavedAsync("/two copies", () => editor.TypeAtEndAsync("/two copies"));

        await Expect(editor.Page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
        Assert.Equal("Bring one/two copies\n", (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task Bold_and_its_undo_change_the_asterisks_and_nothing_else()
    {
        const string text = "A hard\nwrapped line with _one_ word\nin italics.\n";
        var article = await App.DraftAsync("Bold", text);
        var editor = await EditAsync(Who.Creator, article);
        await editor.Text.GetByText("hard wrapped").ClickAsync();
        foreach (var key in (string[])["Home", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"]) await editor.Page.Keyboard.PressAsync(key);
        await editor.Page.WaitForFunctionAsync("() => getSelection().toString() === 'hard'"); // the page is told of a selection after the key

        await editor.AnsweredAsync(200, () => editor.Page.Keyboard.PressAsync("Control+b"));
        Assert.Equal(text.Replace("hard", "**hard**", StringComparison.Ordinal), (await App.StoredAsync(article)).Body);

        await editor.AnsweredAsync(200, () => editor.Page.Keyboard.PressAsync("Control+z"));
        Assert.Equal(text, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task What_was_changed_as_Markdown_is_one_step_back_apart_from_what_is_typed_then()
    {
        var article = await App.DraftAsync("Two views", "One.\n");
        var editor = await EditAsync(Who.Creator, article);
        await editor.ViewAsync("Markdown");
        await editor.Markdown.FillAsync("One.\n\nTwo.\n");
        await editor.ViewAsync("Write");
        await editor.SavedAsync("Two. Three.", () => editor.TypeAtEndAsync(" Three."));

        await editor.AnsweredAsync(200, () => editor.Page.Keyboard.PressAsync("Control+z"));
        Assert.Equal("One.\n\nTwo.\n", (await App.StoredAsync(article)).Body);

        await editor.AnsweredAsync(200, () => editor.Page.Keyboard.PressAsync("Control+z"));
        Assert.Equal("One.\n", (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task Submitted_as_it_was_opened_and_without_a_note_it_goes_to_the_reviewers()
    {
        var editor = await EditAsync(Who.Creator, await App.DraftAsync("Nothing to add", "It is all there.\n"));

        await editor.Page.Button("Submit for review").ClickAsync();
        await editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Submit for review" }).GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();

        await Expect(editor.Page.GetByText("Sent to the reviewers. The text is frozen until they decide.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_cant_be_shown_as_text_is_kept_as_it_is_and_said_so()
    {
        const string text = "Before.\n\n<div class=\"note\">Kept *as* it is</div>\n\n{% include map.html %}\n\nAfter.\n";
        var article = await App.DraftAsync("Kept as it is", text);
        var editor = await EditAsync(Who.Creator, article);

        await Expect(editor.Text).ToContainTextAsync("HTML, kept as it is");
        await Expect(editor.Text.GetByTitle("A template instruction")).ToHaveTextAsync("{% include map.html %}Edit source");
        await editor.SavedAsync("And more.", () => editor.TypeAtEndAsync(" And more."));

        Assert.Equal(text.Replace("After.", "After. And more.", StringComparison.Ordinal), (await App.StoredAsync(article)).Body);
    }
}
