using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Ai;
using QuestCms.Web.Cli.StandIns;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Journeys;

/// <summary>One piece with every help there is: planned, drafted, rewritten, found by searchers, with a cover, assessed, its claims listed, handed over.</summary>
public sealed class WithClaudeAndFluxTests(BrowserRun run, OwnApplication own) : InABrowser(run, own), IClassFixture<OwnApplication>
{
    [Fact]
    public async Task A_piece_is_planned_drafted_rewritten_given_search_texts_and_a_cover_assessed_checked_and_submitted()
    {
        App.Claude.Play(new StandInScenario { Pace = 0 });
        var editor = await PlannedAsync("Renting in Porto");
        var article = DemoDesk.ArticleOf(editor.Page.Url);
        await DraftedAsync(editor);
        await RewrittenAsync(editor);
        await WithSearchTextsAsync(editor);

        await editor.Beside.GetByRole(AriaRole.Button, new() { Name = "Have one painted, or drawn by the house" }).ClickAsync();
        await CoveredAsync(editor.Page);
        await editor.Page.Link("Back to the text").ClickAsync();
        await editor.ReadyAsync();

        await editor.Page.Link("What Claude thinks").ClickAsync();
        await editor.Page.Button("Ask Claude what it thinks").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Region, new() { Name = "What Claude thinks" })).ToContainTextAsync("of 10, advice");
        await editor.Page.Link("Back to the text").ClickAsync();
        await editor.ReadyAsync();

        await editor.Page.Link("Claims to check").ClickAsync();
        await editor.Page.Button("Find claims with Claude").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Region, new() { Name = "The claims" })).ToContainTextAsync("161");
        await editor.Page.Link("Back to the text").ClickAsync();
        await editor.ReadyAsync();

        await editor.SubmitAsync("Please look at the deposit.");

        var stored = await App.StoredAsync(article);
        Assert.NotNull(stored.Cover);
        Assert.NotEqual("", stored.SeoTitle);
        var asked = await App.House.ReadAsync(db => Task.FromResult(db.Generations.Where(g => g.Article == article).Select(g => g.Kind).ToList()));
        Assert.Equal([GenerationKind.Passage, GenerationKind.Seo, GenerationKind.Assessment, GenerationKind.Outline, GenerationKind.Claims, GenerationKind.Image], asked.Distinct().OrderBy(k => k));
    }

    private async Task<EditorPage> PlannedAsync(string topic)
    {
        var page = await OpenAsync(Who.Creator, "/studio/articles/new");
        await page.GetByLabel("What is it about?").FillAsync(topic);
        await page.GetByLabel("Relocation desk").CheckAsync();
        await page.Button("Ask for a plan first").ClickAsync();
        await page.WaitForURLAsync("**/studio/articles/0*");
        var editor = new EditorPage(page);
        await editor.ReadyAsync();
        await Expect(editor.Proposal).ToContainTextAsync("Claude’s plan");
        await editor.SavedAsync("## Who this is for", () => TakeAll(editor).ClickAsync());
        return editor;
    }

    private static async Task DraftedAsync(EditorPage editor)
    {
        await editor.Text.GetByText("Who this is for").ClickAsync();
        await editor.AskClaudeAsync("Write this section");
        await Expect(editor.Proposal).ToContainTextAsync("Claude’s proposal");
        await editor.SavedAsync("Most people plan", () => TakeAll(editor).ClickAsync());
    }

    // The stand-in changes every figure and every must: the alarm says so, and the button waits.
    private async Task RewrittenAsync(EditorPage editor)
    {
        await editor.TypeAtEndAsync(" You must pay €160 within 90 days.");
        App.Claude.Play(new StandInScenario { Name = "altered", Pace = 0 });
        await editor.Page.Keyboard.PressAsync("Shift+Home");
        await editor.AskClaudeAsync("Say it more simply");
        await Expect(editor.Proposal.GetByRole(AriaRole.Group, new() { Name = "What changed in meaning" })).ToContainTextAsync("Price: €160 → €161");
        await editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "I have looked at these" }).ClickAsync();
        await editor.SavedAsync("€161", () => TakeAll(editor).ClickAsync());
        App.Claude.Play(new StandInScenario { Pace = 0 });
    }

    private static async Task WithSearchTextsAsync(EditorPage editor)
    {
        await editor.SavedAsync("What a flat costs", () => editor.Summary.FillAsync("What a flat costs, and in which order to ask."));
        await editor.OpenBesideAsync();
        await editor.Beside.GetByRole(AriaRole.Button, new() { Name = "Search texts", Exact = true }).ClickAsync();
        await editor.SavedAsync("(1)", () => editor.Beside.GetByRole(AriaRole.Button, new() { NameString = "Use: Renting in Porto (1)" }).ClickAsync());
    }

    private static async Task CoveredAsync(IPage page)
    {
        await page.GetByLabel("What it shows").FillAsync("A street of old houses in the morning light");
        await page.Button("Paint it").ClickAsync();
        await page.Button("Take it as the cover").ClickAsync();
        await Expect(page.GetByText("This is the cover.")).ToBeVisibleAsync();
    }

    private static ILocator TakeAll(EditorPage editor) => editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" });
}
