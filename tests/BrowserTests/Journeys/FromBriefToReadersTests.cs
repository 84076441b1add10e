using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Web.Cli.StandIns;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Journeys;

/// <summary>The main job of the house, from end to end, by four people in real browsers.</summary>
public sealed class FromBriefToReadersTests(BrowserRun run, OwnApplication own) : InABrowser(run, own), IClassFixture<OwnApplication>
{
    private const string Mine = "We asked three landlords ourselves.";

    [Fact]
    public Task A_piece_is_briefed_written_with_Claude_reviewed_published_and_read() => WithClaudeAsync("Renting a flat before you arrive", Look.Desk);

    [Fact]
    public Task The_same_on_a_phone() => WithClaudeAsync("Renting a flat from a phone", Look.Phone);

    [Fact]
    public async Task With_Claude_down_the_outline_stands_in_and_the_piece_reaches_its_readers()
    {
        const string title = "Renting a flat while Claude rests";
        App.Claude.Play(new StandInScenario { Name = "overloaded" });
        var editor = await (await BrowserOfAsync(Who.Creator)).BriefClaudeAsync(title);

        await Expect(editor.Proposal).ToContainTextAsync("Claude is overloaded just now. Your text is as it was; try again in a minute, or go on writing.");
        await editor.SavedAsync("Who this is for", () => editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Put the outline of the template" }).ClickAsync());
        await Expect(editor.Text.GetByRole(AriaRole.Heading, new() { Name = "Step by step" })).ToBeVisibleAsync();
        await Expect(editor.Proposal).ToHaveCountAsync(0);

        var article = DemoDesk.ArticleOf(editor.Page.Url);
        var outline = await App.NewestRevisionAsync(article);
        Assert.Equal(Occasion.Template, outline.Occasion);
        Assert.Equal([OriginKind.Template], outline.BodyOrigins());
        Assert.Equal(GenerationState.Failed, (await App.GenerationAsync(article)).State);

        await editor.TypeAtEndAsync($" {Mine}");
        await editor.SavedAsync("What a flat costs", () => editor.Summary.FillAsync("What a flat costs, and in which order to ask."));
        await ToReadersAsync(editor, title, Look.Desk);

        var approved = await App.NewestRevisionAsync(article);
        Assert.Equal([OriginKind.Template, OriginKind.Person], approved.BodyOrigins());
    }

    private async Task WithClaudeAsync(string title, Look look)
    {
        App.Claude.Play(new StandInScenario { Pace = 5 });
        var editor = await (await BrowserOfAsync(Who.Creator, look)).BriefClaudeAsync(title);

        await Expect(editor.Proposal).ToContainTextAsync("Most people plan renting a flat"); // the stand-in writes about the topic, and its words are on the screen
        await Expect(editor.Text).Not.ToContainTextAsync("Most people plan renting a flat in the wrong order and pay for it twice. Begin"); // nothing of it is in the text yet
        var takeAll = editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" });
        await Expect(takeAll).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await editor.SavedAsync("Most people plan", () => takeAll.ClickAsync());
        await Expect(editor.Proposal).ToHaveCountAsync(0);

        var article = DemoDesk.ArticleOf(editor.Page.Url);
        var taken = await App.NewestRevisionAsync(article);
        Assert.Equal(Occasion.ProposalTaken, taken.Occasion);
        Assert.Equal([OriginKind.Generation], taken.BodyOrigins());

        await editor.TypeAtEndAsync($" {Mine}");
        await editor.SavedAsync("What a flat costs", () => editor.Summary.FillAsync("What a flat costs, and in which order to ask."));
        await ToReadersAsync(editor, title, look);

        var approved = await App.NewestRevisionAsync(article);
        Assert.Equal([OriginKind.Generation, OriginKind.Person], approved.BodyOrigins());
    }

    private async Task ToReadersAsync(EditorPage editor, string title, Look look)
    {
        const string note = "Please look at the deposit.";
        await editor.SubmitAsync(note);
        await (await BrowserOfAsync(Who.Reviewer, look)).ApproveAsync(title, note, score: 9);
        var publisher = await BrowserOfAsync(Who.Publisher, look);
        await publisher.PublishAsync(title);

        // The law says within a second; the very first look after the answer has it.
        var slug = Slug(title);
        Assert.Contains(Mine, await publisher.ReadPageAsync(slug), StringComparison.Ordinal);
        var newest = await publisher.ReadNewestAsync();
        Assert.Equal(title, newest.GetProperty("title").GetString());
        Assert.Equal(slug, newest.GetProperty("slug").GetString());

        var reader = await OpenAsync(Who.Nobody, $"/sites/relocation/{slug}", look);
        await Expect(reader.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();
        await Expect(reader.GetByText(Mine)).ToBeVisibleAsync();
    }

    private static string Slug(string title) => Domain.Common.Slug.From(title).ToString();
}
