using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Journeys;

/// <summary>The whole way with JavaScript switched off: plain forms do all of it.</summary>
public sealed class WithoutScriptTests(BrowserRun run) : InABrowser(run)
{
    private const string Title = "Written without a script";
    private const string Body = "Write to three schools first.\n\n- one\n- two\n";

    [Fact]
    public async Task A_piece_is_begun_written_submitted_approved_and_published_without_JavaScript()
    {
        var writer = await BrowserOfAsync(Who.Nobody, Look.NoScript);
        await writer.SignInAsync(DemoApplication.EmailOf(Who.Creator), DemoApplication.Password);
        await writer.GotoAsync("/studio/articles/new");
        await writer.GetByLabel("What is it about?").FillAsync(Title);
        await writer.GetByLabel("Relocation desk").CheckAsync();
        await writer.Button("Start with a blank page").ClickAsync();
        var article = DemoDesk.ArticleOf(writer.Url);

        await writer.GetByLabel("Text of the article, as Markdown").FillAsync("Write to three schools");
        await writer.Button("Save").ClickAsync();
        await Expect(writer.GetByText("Saved.", new() { Exact = true })).ToBeVisibleAsync();
        await writer.GetByLabel("Text of the article, as Markdown").FillAsync(Body);
        await writer.GetByLabel("Summary, one or two sentences").FillAsync("In which order.");
        await writer.Button("Save and submit for review").ClickAsync();
        await Expect(writer.GetByText("Sent to the reviewers. The text is frozen until they decide.")).ToBeVisibleAsync();
        Assert.Equal(Body, (await App.StoredAsync(article)).Body);

        var reviewer = await OpenAsync(Who.Reviewer, "/studio/review", Look.NoScript);
        await reviewer.Link(Title).ClickAsync();
        await Expect(reviewer.GetByRole(AriaRole.Article).GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["one", "two"]);
        await reviewer.GetByLabel("How good is it? 10", new() { Exact = true }).CheckAsync();
        await reviewer.Button("Approve").ClickAsync();
        await Expect(reviewer.GetByText("Approved and sealed. A publisher can publish it now.")).ToBeVisibleAsync();

        var publisher = await BrowserOfAsync(Who.Publisher, Look.NoScript);
        await publisher.PublishAsync(Title);
        Assert.Contains("<li>two</li>", await publisher.ReadPageAsync("written-without-a-script"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_form_is_kept_beside_and_leads_to_the_two_versions()
    {
        var article = await App.DraftAsync("Stale without a script", "Write to three schools first.\n");
        var page = await OpenAsync(Who.Creator, DemoDesk.AddressOf(article), Look.NoScript);
        await App.SaveAsync(article, Who.Creator, content => content with { Body = "Theirs.\n" });

        await page.GetByLabel("Text of the article, as Markdown").FillAsync("Mine.\n");
        await page.Button("Save").ClickAsync();

        await Expect(page.Heading("Two of you changed this text")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("What will be kept")).ToHaveValueAsync("Mine.\n");
    }
}
