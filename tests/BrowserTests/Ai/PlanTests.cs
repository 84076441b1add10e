using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Ai;
using QuestCms.Web.Cli.StandIns;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Ai;

/// <summary>From a brief to a plan, and from the plan section by section to a text.</summary>
public sealed class PlanTests(BrowserRun run, OwnApplication own) : InABrowser(run, own), IClassFixture<OwnApplication>
{
    [Fact]
    public async Task Claude_plans_first_the_writer_adjusts_and_each_section_is_written_for_the_same_readers()
    {
        App.Claude.Play(new StandInScenario { Pace = 0 });
        var page = await OpenAsync(Who.Creator, "/studio/articles/new");
        await page.GetByLabel("What is it about?").FillAsync("Mooring a small boat");
        await page.GetByLabel("Who reads it?").FillAsync("Someone with a first boat");
        await page.Button("Ask for a plan first").ClickAsync();
        await page.WaitForURLAsync("**/studio/articles/0*");
        var editor = new EditorPage(page);
        await editor.ReadyAsync();
        await Expect(editor.Proposal).ToContainTextAsync("Claude’s plan");
        await editor.SavedAsync("## Who this is for", () => editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" }).ClickAsync());

        await editor.Text.GetByText("Who this is for").ClickAsync();
        await editor.AskClaudeAsync("Write this section");
        await Expect(editor.Proposal).ToContainTextAsync("Most people plan");

        var article = Domain.Content.ArticleId.Parse(new Uri(page.Url).Segments[^1], null);
        var passage = await App.GenerationAsync(article);
        Assert.Equal((GenerationKind.Passage, "Someone with a first boat", "Mooring a small boat"), (passage.Kind, passage.Brief.Audience, passage.Brief.Topic));
        Assert.Equal("## Who this is for", passage.Brief.Context);
    }
}
