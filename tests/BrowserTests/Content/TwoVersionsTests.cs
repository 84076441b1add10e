using Microsoft.Playwright;
using QuestCms.Application.Content;
using QuestCms.Application.Sites;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using static Microsoft.Playwright.Assertions;
using Who = QuestCms.BrowserTests.Kit.Who;

namespace QuestCms.BrowserTests.Content;

/// <summary>A text saved on an older version is kept and shown beside the newer one until its writer decides.</summary>
public sealed class TwoVersionsTests(BrowserRun run) : InABrowser(run)
{
    private const string Before = "The school comes first.\n\nPay in one transfer.\n";
    private const string Theirs = "The school comes first.\n\nPay by card at the counter.\n";

    [Fact]
    public async Task Of_two_tabs_the_later_save_is_kept_beside_and_survives_a_reload()
    {
        Complaints.Expect("status of 409");
        var article = await App.DraftAsync("Two tabs", Before);
        var first = await EditAsync(Who.Creator, article);
        var second = await EditorPage.OpenAsync(await first.Page.Context.NewPageAsync(), DemoDesk.AddressOf(article));
        await first.SavedAsync("Said in the first tab.", () => first.TypeAtEndAsync(" Said in the first tab."));

        await second.AnsweredAsync(409, () => second.TypeAtEndAsync(" Said in the second tab."));

        await Expect(second.State).ToHaveTextAsync("Two versions");
        await Expect(second.Said).ToContainTextAsync("Nothing is lost: both are kept until you decide.");
        Assert.EndsWith("Said in the first tab.\n", (await App.StoredAsync(article)).Body, StringComparison.Ordinal);
        await second.Page.ReloadAsync();
        await second.Page.Link("Decide what is kept").ClickAsync();
        await Expect(second.Page.GetByLabel("What will be kept")).ToHaveValueAsync(Before.TrimEnd() + " Said in the second tab.\n");
    }

    [Fact]
    public async Task Mine_theirs_and_what_differs_are_shown_and_what_is_chosen_is_kept()
    {
        var (article, page) = await InConflictAsync("Both");

        await Expect(page.GetByText("Demo second creator saved version")).ToBeVisibleAsync();
        await Expect(page.GetByText("Pay in two transfers.").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Pay by card at the counter.").First).ToBeVisibleAsync();
        await Expect(page.GetByText("The school comes first.", new() { Exact = true })).ToHaveCountAsync(0); // what is the same in both is not shown
        await page.GetByLabel("What will be kept").FillAsync("The school comes first.\n\nPay by card or in two transfers.\n");
        await page.Button("Keep it like this").ClickAsync();

        await Expect(page.GetByText("Kept. The other version stays in the history.")).ToBeVisibleAsync();
        Assert.Equal("The school comes first.\n\nPay by card or in two transfers.\n", (await App.StoredAsync(article)).Body);
        Assert.Equal(Theirs, (await App.NewestRevisionAsync(article)).Content.Body);
        await Expect(page.GetByText("Two versions of this text")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_choice_for_a_passage_is_put_into_the_text_and_a_change_by_hand_stays()
    {
        var (article, page) = await InConflictAsync("Chosen");
        var kept = page.GetByLabel("What will be kept");
        var passage = page.GetByRole(AriaRole.Radiogroup, new() { Name = "Passage 1" });

        await passage.GetByRole(AriaRole.Radio, new() { Name = "theirs" }).CheckAsync();
        await Expect(kept).ToHaveValueAsync(Theirs);
        await page.Keyboard.PressAsync("3");
        await Expect(kept).ToHaveValueAsync("The school comes first.\n\nPay in two transfers.\n\nPay by card at the counter.\n");
        await kept.FillAsync("The school comes first, always.\n\nPay in two transfers.\n\nPay by card at the counter.\n");
        await passage.GetByRole(AriaRole.Radio, new() { Name = "mine" }).CheckAsync();
        await Expect(kept).ToHaveValueAsync("The school comes first, always.\n\nPay in two transfers.\n");
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(page.GetByText("Kept. The other version stays in the history.")).ToBeVisibleAsync();
        Assert.Equal("The school comes first, always.\n\nPay in two transfers.\n", (await App.StoredAsync(article)).Body);
    }

    [Theory]
    [InlineData("Keep all of mine", "The school comes first.\n\nPay in two transfers.\n")]
    [InlineData("Keep all of theirs", Theirs)]
    public async Task One_of_the_two_is_kept_as_it_is(string button, string kept)
    {
        var (article, page) = await InConflictAsync(button);

        await page.Button(button).ClickAsync();

        await Expect(page.GetByText("Kept. The other version stays in the history.")).ToBeVisibleAsync();
        Assert.Equal(kept, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task Written_without_a_network_on_a_text_that_went_on_it_is_kept_beside()
    {
        Complaints.Expect("status of 409");
        Complaints.Expect("ERR_INTERNET_DISCONNECTED");
        var article = await App.DraftAsync("Went on meanwhile", Before);
        var editor = await EditAsync(Who.Creator, article);
        await editor.Page.Context.SetOfflineAsync(true);
        await editor.TypeAtEndAsync(" Mine, on a train.");
        await Expect(editor.State).ToHaveTextAsync("Offline, kept here");
        await TheySaveAsync(article);

        await editor.AnsweredAsync(409, () => editor.Page.Context.SetOfflineAsync(false));

        await Expect(editor.State).ToHaveTextAsync("Two versions");
        await editor.Page.Link("Compare the two versions").ClickAsync();
        await Expect(editor.Page.GetByLabel("What will be kept")).ToHaveValueAsync(Before.TrimEnd() + " Mine, on a train.\n");
    }

    /// <summary>The demo's creator typed on a version that another creator had saved over; the page on which this is decided is open.</summary>
    private async Task<(ArticleId Article, IPage Page)> InConflictAsync(string title)
    {
        Complaints.Expect("status of 409");
        var article = await App.DraftAsync($"In conflict: {title}", Before);
        var editor = await EditAsync(Who.Creator, article);
        await TheySaveAsync(article);
        await editor.ViewAsync("Markdown");
        await editor.AnsweredAsync(409, () => editor.Markdown.FillAsync(Before.Replace("one transfer", "two transfers", StringComparison.Ordinal)));
        await editor.Page.Link("Compare the two versions").ClickAsync();
        await Expect(editor.Page.Heading("Two of you changed this text")).ToBeVisibleAsync();
        return (article, editor.Page);
    }

    private async Task TheySaveAsync(ArticleId article)
    {
        var site = await App.House.ReadAsync(db => Task.FromResult(db.Sites.Single(s => s.Slug == "relocation").Id));
        var they = await App.House.SendAsync(new InvitePerson(site, "second@quest.test", "Demo second creator", [Role.Creator]), Actor.Shell);
        var actor = Actor.Of(they.Error is null ? they.Value.Person : await App.House.ReadAsync(db => Task.FromResult(db.People.Single(p => p.Email == "second@quest.test").Id)), "Demo second creator");
        var now = (await App.House.SendAsync(new GetArticleForEditing(article), actor)).Value;
        Assert.Null((await App.House.SendAsync(new SaveWorkingCopy(article, now.Content with { Body = Theirs }, now.Version, null, [], Named: false), actor)).Error);
    }
}
