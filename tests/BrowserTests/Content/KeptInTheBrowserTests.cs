using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Content;

/// <summary>No keystroke is lost: what is typed while the server is away is kept in the browser, survives a reload, and is saved when the server is back.</summary>
public sealed class KeptInTheBrowserTests(BrowserRun run, OwnApplication own) : InABrowser(run, own), IClassFixture<OwnApplication>
{
    private const string Before = "Write to three schools first.\n";
    private const string Typed = " Typed while nobody listened.";
    private const string After = "Write to three schools first. Typed while nobody listened.\n";

    [Fact]
    public async Task Typed_without_a_network_it_is_saved_when_the_network_is_back()
    {
        Complaints.Expect("ERR_INTERNET_DISCONNECTED");
        var article = await App.DraftAsync("Without a network", Before);
        var editor = await EditAsync(Who.Creator, article);
        await editor.Page.Context.SetOfflineAsync(true);
        await editor.TypeAtEndAsync(Typed);
        await Expect(editor.State).ToHaveTextAsync("Offline, kept here");
        Assert.Equal(Before, (await App.StoredAsync(article)).Body);

        await editor.SavedAsync(Typed, () => editor.Page.Context.SetOfflineAsync(false));

        Assert.Equal(After, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task Typed_while_saving_fails_it_is_there_after_a_reload_and_is_saved_then()
    {
        Complaints.Expect("ERR_FAILED");
        var article = await App.DraftAsync("Reloaded", Before);
        var editor = await EditAsync(Who.Creator, article);
        await editor.Page.RouteAsync("**/*handler=Save*", route => route.AbortAsync());
        await editor.TypeAtEndAsync(Typed);
        await Expect(editor.State).ToHaveTextAsync("Offline, kept here");

        await editor.Page.ReloadAsync();
        await editor.ReadyAsync();
        await Expect(editor.Text).ToContainTextAsync(Typed.Trim());
        await Expect(editor.Said).ToContainTextAsync("is back and is being saved");
        await Expect(editor.State).ToHaveTextAsync("Offline, kept here");

        await editor.SavedAsync(Typed, () => editor.Page.UnrouteAllAsync());
        Assert.Equal(After, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task Typed_while_the_server_was_stopped_it_is_saved_by_the_next_one()
    {
        Complaints.Expect("ERR_CONNECTION_REFUSED");
        Complaints.Expect("ERR_EMPTY_RESPONSE");
        Complaints.Expect("ERR_CONNECTION_RESET");
        var article = await App.DraftAsync("Stopped", Before);
        var editor = await EditAsync(Who.Creator, article);
        await App.StopAsync();
        await editor.TypeAtEndAsync(Typed);
        await Expect(editor.State).ToHaveTextAsync("Offline, kept here");

        await editor.SavedAsync(Typed, () =>
        {
            App.StartAgain();
            return Task.CompletedTask;
        });

        Assert.Equal(After, (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task A_text_over_the_limit_is_kept_said_so_and_saved_when_it_fits()
    {
        Complaints.Expect("status of 413");
        var article = await App.DraftAsync("Too long", Before);
        var editor = await EditAsync(Who.Creator, article);
        var tooLong = string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("Twenty bytes of text ", 200)).Trim() + "\n\n", 50));
        await editor.ViewAsync("Markdown");

        await editor.AnsweredAsync(413, () => editor.Markdown.FillAsync(tooLong));

        await Expect(editor.Said).ToContainTextAsync("The text is over 200 KB");
        await Expect(editor.Said).ToContainTextAsync("kept in this browser");
        await Expect(editor.State).ToHaveTextAsync("Offline, kept here");
        Assert.Equal(Before, (await App.StoredAsync(article)).Body);

        await editor.AnsweredAsync(413, () => editor.Page.ReloadAsync());
        await editor.ReadyAsync();
        await editor.ViewAsync("Markdown");
        Assert.Equal(tooLong.Length, (await editor.Markdown.InputValueAsync()).Length);

        await editor.SavedAsync("Short again.", () => editor.Markdown.FillAsync("Short again.\n"));
        Assert.Equal("Short again.\n", (await App.StoredAsync(article)).Body);
    }

    [Fact]
    public async Task Signed_out_meanwhile_the_text_is_kept_and_saved_after_signing_in()
    {
        Complaints.Expect("status of 401");
        var article = await App.DraftAsync("Signed out", Before);
        var editor = await EditAsync(Who.Creator, article);
        await editor.Page.Context.ClearCookiesAsync();
        await editor.TypeAtEndAsync(Typed);
        await Expect(editor.Said).ToContainTextAsync("You are signed out. Your text is kept in this browser");

        await editor.Said.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await editor.Page.GetByLabel("Email").FillAsync(DemoApplication.EmailOf(Who.Creator));
        await editor.Page.GetByLabel("Password").FillAsync(DemoApplication.Password);
        await editor.SavedAsync(Typed, () => editor.Page.Button("Sign in").ClickAsync());

        Assert.Equal(After, (await App.StoredAsync(article)).Body);
    }
}
