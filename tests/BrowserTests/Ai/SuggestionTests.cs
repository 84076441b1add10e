using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Ai;
using QuestCms.Web.Cli.StandIns;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Ai;

/// <summary>Claude's lines for the fields beside the text: chosen by a person, one by one.</summary>
public sealed class SuggestionTests(BrowserRun run, OwnApplication own) : InABrowser(run, own), IClassFixture<OwnApplication>
{
    [Fact]
    public async Task A_title_is_chosen_among_six_and_the_request_is_told_to_everyone_of_the_site()
    {
        App.Claude.Play(new StandInScenario { Pace = 0 });
        var article = await App.DraftAsync("Mooring", "Ask the harbour master first. Then pay.\n");
        var editor = await EditAsync(Who.Creator, article);
        var panel = await AskAsync(editor, "Titles");
        await Expect(panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Use" })).ToHaveCountAsync(6);

        await editor.SavedAsync("What Mooring really takes", () => panel.GetByRole(AriaRole.Button, new() { Name = "Use: What Mooring really takes" }).ClickAsync());

        Assert.Equal("What Mooring really takes", (await App.StoredAsync(article)).Title);
        Assert.Equal((GenerationKind.Titles, ProposalState.Taken), ((await App.GenerationAsync(article)).Kind, (await App.GenerationAsync(article)).Proposal));
        await editor.Page.GotoAsync($"/studio/generations?article={article.Value}");
        await Expect(editor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Titles" })).ToContainTextAsync("Taken, revision 1");
        await editor.Page.Link("Titles").ClickAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Region, new() { Name = "What came, as Markdown" })).ToContainTextAsync("Mooring without surprises");
    }

    [Fact]
    public async Task Search_texts_fill_both_fields_and_tags_join_those_that_are_there()
    {
        App.Claude.Play(new StandInScenario { Pace = 0 });
        var article = await App.DraftAsync("Berths", "Every berth has a number. Ask for it.\n");
        var editor = await EditAsync(Who.Creator, article);
        var panel = await AskAsync(editor, "Search texts");
        await editor.SavedAsync("Berths (1)", () => panel.GetByRole(AriaRole.Button, new() { NameString = "Use: Berths (1)" }).ClickAsync());
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Tags" }).FillAsync("harbour");

        await panel.GetByRole(AriaRole.Button, new() { Name = "Tags", Exact = true }).ClickAsync();
        await editor.SavedAsync("harbour, paperwork", () => panel.GetByRole(AriaRole.Button, new() { Name = "Use: paperwork" }).ClickAsync());

        var stored = await App.StoredAsync(article);
        Assert.Equal("Berths (1)", stored.SeoTitle);
        Assert.StartsWith("Most people plan berths", stored.SeoDescription, StringComparison.Ordinal);
        Assert.Equal(["harbour", "paperwork"], stored.Tags);
    }

    [Fact]
    public async Task A_category_is_chosen_and_a_link_leads_to_another_article_of_the_site()
    {
        App.Claude.Play(new StandInScenario { Pace = 0 });
        var article = await App.DraftAsync("Residence permits", "Renewing a residence permit takes six weeks. Ask early.\n");
        var editor = await EditAsync(Who.Creator, article);
        var panel = await AskAsync(editor, "Category");
        var choice = panel.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Use" }).First;
        var category = await choice.Locator("span").First.TextContentAsync();
        await choice.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(panel.GetByLabel("Category", new() { Exact = true }).Locator("option:checked")).ToHaveTextAsync(category!);

        await AskAsync(editor, "Links");
        await editor.SavedAsync("](/sites/", () => panel.GetByRole(AriaRole.Button, new() { NameString = "Use: Renewing a residence" }).ClickAsync());

        Assert.Contains("[Renewing a residence](/sites/", (await App.StoredAsync(article)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_text_and_while_Claude_is_away_it_says_so_beside_the_buttons()
    {
        var editor = await EditAsync(Who.Creator, await App.DraftAsync("Nothing yet", ""));
        Complaints.Expect("status of 400");
        await Expect((await AskAsync(editor, "Tags")).GetByText("There is no text yet to suggest anything from.")).ToBeVisibleAsync();

        App.Claude.Play(new StandInScenario { Name = "failing" });
        var other = await EditAsync(Who.Creator, await App.DraftAsync("Something", "A first sentence.\n"));
        await Expect((await AskAsync(other, "Summaries")).GetByText("Claude is overloaded just now.")).ToBeVisibleAsync();
    }

    private static async Task<ILocator> AskAsync(EditorPage editor, string what)
    {
        var panel = editor.Page.Locator("#beside");
        if (!await panel.IsVisibleAsync()) await editor.Page.Button("Beside the text").ClickAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).ClickAsync();
        return panel;
    }
}
