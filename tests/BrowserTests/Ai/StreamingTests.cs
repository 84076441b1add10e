using Microsoft.Playwright;
using QuestCms.BrowserTests.Journeys;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Web.Cli.StandIns;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Ai;

/// <summary>Words on their way from the model to the screen, and every way this can end.</summary>
public sealed class StreamingTests(BrowserRun run, OwnApplication own) : InABrowser(run, own), IClassFixture<OwnApplication>
{
    private const string Before = "What stood here before.\n";

    [Fact]
    public async Task The_fifth_word_is_on_the_screen_before_the_twentieth_is_sent()
    {
        var (editor, _) = await AskAsync("forty");

        await Expect(editor.Proposal).ToContainTextAsync("word5");

        Assert.InRange(App.Claude.Sent.Count, 5, 19);
    }

    [Fact]
    public async Task Stopped_by_the_writer_it_keeps_what_had_arrived_and_nothing_of_it_is_in_the_text()
    {
        var (editor, article) = await AskAsync("forty", hold: 3);
        await Expect(editor.Proposal).ToContainTextAsync("word3");

        var answer = await editor.Page.RunAndWaitForResponseAsync(() => editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Stop here" }).ClickAsync(), r => r.Url.Contains("handler=Stop", StringComparison.Ordinal));
        App.Claude.GoOn();

        Assert.Equal(204, answer.Status);
        await Expect(editor.Proposal).ToContainTextAsync("You stopped it. What had arrived is kept; take it or leave it.");
        var row = await App.GenerationAsync(article);
        Assert.Equal(GenerationState.Cancelled, row.State);
        Assert.StartsWith("word1 word2 word3", row.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("word40", row.Text, StringComparison.Ordinal);
        Assert.Equal(Before, (await App.StoredAsync(article)).Body);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("unfinished")]
    public async Task A_stream_without_its_end_is_never_taken_for_whole(string fault)
    {
        var (editor, article) = await AskAsync(fault);

        await Expect(editor.Proposal).ToContainTextAsync("The connection to Claude broke before the end. What had arrived is kept; your text is as it was.");

        var row = await App.GenerationAsync(article);
        Assert.Equal(GenerationState.Failed, row.State);
        Assert.Equal(12, row.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(ProposalState.Open, row.Proposal);
        Assert.Equal(Before, (await App.StoredAsync(article)).Body);
        await Expect(editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" })).Not.ToHaveAttributeAsync("aria-disabled", "true");
    }

    [Theory]
    [InlineData("refusal", GenerationState.Refused, "Claude declined to write this.")]
    [InlineData("overloaded", GenerationState.Failed, "Claude is overloaded just now.")]
    public async Task Where_nothing_came_it_says_why_and_offers_the_outline(string fault, GenerationState state, string sentence)
    {
        var (editor, article) = await AskAsync(fault);

        await Expect(editor.Proposal).ToContainTextAsync(sentence);

        await Expect(editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Put the outline of the template" })).ToBeVisibleAsync();
        await Expect(editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" })).ToBeHiddenAsync();
        Assert.Equal(state, (await App.GenerationAsync(article)).State);
        Assert.Equal(Before, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task A_tab_closed_while_Claude_writes_and_opened_again_shows_all_of_it()
    {
        var (editor, article) = await AskAsync("answer", hold: 3);
        await Expect(editor.Proposal).ToContainTextAsync("Most people plan");
        await editor.Page.CloseAsync();
        Assert.Equal(GenerationState.Running, (await App.GenerationAsync(article)).State);

        var again = await EditAsync(Who.Creator, article);
        await Expect(again.Proposal).ToContainTextAsync("Claude writes here");
        await Expect(again.Proposal).ToContainTextAsync("Most people plan");
        App.Claude.GoOn();

        await Expect(again.Proposal).ToContainTextAsync("note beside each when it expires.");
        await Expect(again.Proposal).ToContainTextAsync("Claude’s proposal");
        var row = await App.GenerationAsync(article);
        Assert.Equal(GenerationState.Finished, row.State);
        Assert.EndsWith("note beside each when it expires.", row.Text, StringComparison.Ordinal);
        Assert.Equal(Before, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task A_proposal_taken_in_part_and_changed_by_a_word_says_whose_each_word_is()
    {
        App.Claude.Play(new StandInScenario { Pace = 2 });
        var editor = await (await BrowserOfAsync(Who.Creator)).BriefClaudeAsync("Taking a half");
        var article = DemoDesk.ArticleOf(editor.Page.Url);
        var parts = editor.Proposal.GetByRole(AriaRole.Checkbox);
        await Expect(editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" })).Not.ToHaveAttributeAsync("aria-disabled", "true");
        var count = await parts.CountAsync();
        Assert.True(count > 4);
        for (var i = 3; i < count; i++) await parts.Nth(i).UncheckAsync();

        await editor.SavedAsync("Most people", () => editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take the 3 ticked" }).ClickAsync());

        var row = await App.GenerationAsync(article);
        var taken = await App.NewestRevisionAsync(article);
        Assert.Equal((ProposalState.Taken, taken.Number), (row.Proposal, row.TakenInRevision));
        Assert.Equal([OriginKind.Generation], taken.BodyOrigins());
        Assert.True(taken.Content.Body.Length < row.Text.Length / 2);

        await editor.Text.GetByText("Most people").First.DblClickAsync(new() { Position = new() { X = 12, Y = 12 } });
        await editor.Page.Keyboard.TypeAsync("Few");
        await editor.SavedAsync("Few people", () => editor.Page.Keyboard.PressAsync("Control+s"));

        var edited = await App.NewestRevisionAsync(article);
        Assert.Equal(Occasion.NamedSave, edited.Occasion);
        Assert.Equal("Few" + taken.Content.Body["Most".Length..], edited.Content.Body);
        Assert.Equal([OriginKind.Person, OriginKind.Generation], edited.BodyOrigins());
        Assert.Equal(1, edited.Authorship.Runs[TextField.Body].Where(r => edited.Authorship.Origins[r.Origin].Kind == OriginKind.Person).Sum(r => r.Words));
    }

    [Fact]
    public async Task A_proposal_left_is_gone_for_good_and_the_text_is_as_it_was()
    {
        var (editor, article) = await AskAsync("answer");
        await Expect(editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" })).Not.ToHaveAttributeAsync("aria-disabled", "true");

        var answer = await editor.Page.RunAndWaitForResponseAsync(() => editor.Page.Keyboard.PressAsync("Escape"), r => r.Url.Contains("handler=Leave", StringComparison.Ordinal));

        Assert.Equal(204, answer.Status);
        Assert.Equal(ProposalState.Left, (await App.GenerationAsync(article)).Proposal);
        Assert.Equal(Before, (await App.StoredAsync(article)).Body);
        await editor.Page.ReloadAsync();
        await editor.ReadyAsync();
        await Expect(editor.Proposal).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Undo_takes_a_proposal_out_again_in_one_step()
    {
        var (editor, article) = await AskAsync("answer");
        var takeAll = editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" });
        await Expect(takeAll).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await editor.SavedAsync("Most people plan", () => takeAll.ClickAsync());
        Assert.Equal([OriginKind.Person, OriginKind.Generation], (await App.NewestRevisionAsync(article)).BodyOrigins());
        Assert.Equal(ProposalState.Taken, (await App.GenerationAsync(article)).Proposal);

        await editor.AnsweredAsync(200, () => editor.Page.Keyboard.PressAsync("Control+z"));

        Assert.Equal(Before, (await App.StoredAsync(article)).Body);
        await Expect(editor.Text).ToHaveTextAsync(Before.Trim());
    }

    [Fact]
    public async Task What_a_rewrite_changed_in_meaning_stands_above_the_button_which_waits_for_a_look_and_one_change_is_left_out()
    {
        App.Claude.Play(new StandInScenario { Name = "altered", Pace = 2 });
        var article = await App.DraftAsync("Claude and the fee", "You must show the letter of the bank and pay €160 at the counter within 90 days.\n");
        var editor = await EditAsync(Who.Creator, article);
        await editor.Text.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Control+a");
        await editor.AskClaudeAsync("Say it more simply");

        var alarm = editor.Proposal.GetByRole(AriaRole.Group, new() { Name = "What changed in meaning" });
        await Expect(alarm.GetByRole(AriaRole.Listitem)).ToHaveTextAsync(["Price: €160 → €161", "Number: 90 days → 91 days", "Must or may: must → may"]);
        await editor.Proposal.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Control+Enter");

        var looked = alarm.GetByRole(AriaRole.Button, new() { Name = "I have looked at these" });
        await Expect(looked).ToBeFocusedAsync();
        Assert.Equal(ProposalState.Open, (await App.GenerationAsync(article)).Proposal);
        await looked.ClickAsync();
        var change = editor.Proposal.GetByRole(AriaRole.Checkbox, new() { Name = "Take this change: “160” becomes “161”" });
        await change.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Space");
        await Expect(change).ToHaveAttributeAsync("aria-checked", "false");
        await editor.SavedAsync("You may show", () => editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take what is marked" }).ClickAsync());

        Assert.Equal("You may show the letter of the bank and pay €160 at the counter within 91 days.\n", (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task The_same_again_is_not_paid_and_asked_anew_Claude_is_told_the_same()
    {
        var (editor, article) = await AskAsync("answer");
        await Expect(editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" })).Not.ToHaveAttributeAsync("aria-disabled", "true");
        await editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Leave it" }).ClickAsync();
        await editor.AskClaudeAsync("Continue from here");
        await Expect(editor.Proposal).ToContainTextAsync("asked before, not paid again");

        await editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Ask anew" }).ClickAsync();
        await Expect(editor.Proposal).Not.ToContainTextAsync("not paid again");
        await Expect(editor.Proposal.GetByRole(AriaRole.Button, new() { Name = "Take all" })).Not.ToHaveAttributeAsync("aria-disabled", "true");

        var anew = await App.GenerationAsync(article);
        Assert.Equal((null, Before.Trim(), 1), (anew.CopiedFrom, anew.Brief.Context, anew.Place));
    }

    private async Task<(EditorPage Editor, ArticleId Article)> AskAsync(string scenario, int? hold = null)
    {
        App.Claude.Play(new StandInScenario { Name = scenario, Pace = 2, Hold = hold });
        var article = await App.DraftAsync($"Claude and {scenario}", Before);
        var editor = await EditAsync(Who.Creator, article);
        await editor.Text.FocusAsync();
        await editor.Page.Keyboard.PressAsync("Control+End");
        await editor.AskClaudeAsync("Continue from here");
        return (editor, article);
    }
}
