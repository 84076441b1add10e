using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Journeys;

/// <summary>The steps of the way from an idea to its readers, as each person takes them.</summary>
internal static class JourneySteps
{
    /// <summary>The creator opens the studio, begins an article and sends the brief; the editor opens.</summary>
    public static async Task<EditorPage> BriefClaudeAsync(this IPage page, string topic)
    {
        await page.GotoAsync("/studio");
        if (await page.Button("Menu").IsVisibleAsync())
        {
            await page.Button("Menu").ClickAsync();
            await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Articles" }).ClickAsync();
        }
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "New article" }).First.ClickAsync();
        await page.GetByLabel("What is it about?").FillAsync(topic);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Guide" }).CheckAsync();
        await page.GetByLabel("Category").SelectOptionAsync("Housing");
        await page.GetByLabel("Relocation desk").CheckAsync();
        await page.GetByLabel("Who reads it?").FillAsync("Families who move for the first time.");
        await page.GetByLabel("How long?").FillAsync("300");
        await page.Button("Start the draft").ClickAsync();
        var editor = new EditorPage(page);
        await editor.ReadyAsync();
        return editor;
    }

    /// <summary>The writer hands it over with a note.</summary>
    public static async Task SubmitAsync(this EditorPage editor, string note)
    {
        await editor.Page.Button("Submit for review").ClickAsync();
        var asked = editor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Submit for review" });
        await asked.GetByLabel("A note for the reviewers").FillAsync(note);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Submit for review" }).ClickAsync();
        await Expect(editor.Page.GetByText("Sent to the reviewers. The text is frozen until they decide.")).ToBeVisibleAsync();
    }

    /// <summary>The reviewer finds the piece in the queue, reads it, scores and approves.</summary>
    public static async Task ApproveAsync(this IPage page, string title, string note, int score)
    {
        await page.GotoAsync("/studio/review");
        await Expect(page.GetByText($"“{note}”")).ToBeVisibleAsync();
        await page.Link(title).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();
        await page.GetByLabel($"How good is it? {score}", new() { Exact = true }).CheckAsync();
        await page.Button("Approve").ClickAsync();
        await Expect(page.GetByText("Approved and sealed. A publisher can publish it now.")).ToBeVisibleAsync();
    }

    /// <summary>The publisher finds the approved piece among the first things of the day and publishes it.</summary>
    public static async Task PublishAsync(this IPage page, string title)
    {
        await page.GotoAsync("/studio");
        await page.GetByRole(AriaRole.Region, new() { Name = "Approved, not live" }).GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Publish revision \\d+ now$") }).ClickAsync();
        await Expect(page.GetByText("Published: readers see it now.")).ToBeVisibleAsync();
    }
}
