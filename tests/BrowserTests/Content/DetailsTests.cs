using Microsoft.Playwright;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Content;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Content;

/// <summary>What stands beside the text: its address, how a search engine shows it, how long it is, and what is missing.</summary>
public sealed class DetailsTests(BrowserRun run) : InABrowser(run)
{
    [Fact]
    public async Task The_search_preview_follows_what_is_typed()
    {
        var editor = await EditAsync(Who.Creator, await App.DraftAsync("Shown by search engines", "Write to three schools first.\n"));
        await editor.OpenBesideAsync();
        await Expect(editor.Beside).ToContainTextAsync("relocation.example › shown-by-search-engines");
        await Expect(editor.Beside).ToContainTextAsync("What it costs and in which order.");

        await editor.SavedAsync("Flats, schools and papers", async () =>
        {
            await editor.Beside.GetByLabel("SEO title").FillAsync("Flats, schools and papers");
            await editor.Beside.GetByLabel("SEO description").FillAsync("The order that works.");
        });

        await Expect(editor.Beside).ToContainTextAsync("25 characters");
        await Expect(editor.Beside).ToContainTextAsync("21 characters");
        await Expect(editor.Beside.GetByText("120 to 155 are shown whole.")).ToBeVisibleAsync(); // the check of the save that just was
    }

    [Fact]
    public async Task Words_and_sections_are_counted_while_one_types()
    {
        var editor = await EditAsync(Who.Creator, await App.DraftAsync("Counted", "One two three.\n\n## Costs\n\nFour five.\n"));
        var outline = editor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Outline" });
        await Expect(editor.Page.GetByRole(AriaRole.Contentinfo)).ToContainTextAsync("6 words");
        await Expect(outline.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Opening3 words", "Costs3 words"]);

        await editor.SavedAsync("six seven", () => editor.TypeAtEndAsync(" six seven"));

        await Expect(editor.Page.GetByRole(AriaRole.Contentinfo)).ToContainTextAsync("8 words");
        await Expect(outline.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Opening3 words", "Costs5 words"]);
    }

    [Fact]
    public async Task A_check_leads_to_its_place_and_goes_when_it_is_mended()
    {
        var article = await App.DraftAsync("Checked", "Write to three schools first.\n");
        await App.SaveAsync(article, Who.Creator, content => content with { Bylines = [] });
        var editor = await EditAsync(Who.Creator, article);
        await Expect(editor.Page.GetByText("1 thing before review: no byline yet")).ToBeVisibleAsync();
        await editor.OpenBesideAsync();

        await editor.SavedAsync("Bylines", () => editor.Beside.GetByLabel("Relocation desk").CheckAsync());

        await Expect(editor.Beside.GetByText("No byline yet")).ToHaveCountAsync(0);
        await Expect(editor.Page.GetByText("Nothing missing.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_address_follows_the_title_until_somebody_touches_it()
    {
        var page = await OpenAsync(Who.Creator, "/studio/articles/new");
        await page.GetByLabel("What is it about?").FillAsync("First idea");
        await page.Button("Start with a blank page").ClickAsync();
        var editor = new EditorPage(page);
        await editor.ReadyAsync();
        var article = DemoDesk.ArticleOf(page.Url);

        await editor.SavedAsync("second-and-better-idea", () => editor.Title.FillAsync("Second and better idea"));
        Assert.Equal("second-and-better-idea", (await App.StoredAsync(article)).Slug);

        await editor.OpenBesideAsync();
        await editor.SavedAsync("my-own", () => editor.Beside.GetByLabel("Slug").FillAsync("my-own"));
        await page.Keyboard.PressAsync("Escape");
        await editor.SavedAsync("Third idea", () => editor.Title.FillAsync("Third idea"));
        var stored = await App.StoredAsync(article);
        Assert.Equal(("Third idea", "my-own"), (stored.Title, stored.Slug));
    }

    [Theory]
    [InlineData("Not An Address", "A slug has lower-case letters, digits and single hyphens")]
    [InlineData("moving-to-lisbon-with-a-family", "Another article of this site has the address")]
    public async Task An_address_that_cant_be_is_said_beside_its_field_and_the_text_is_kept(string slug, string sentence)
    {
        Complaints.Expect("status of 400");
        var article = await App.DraftAsync($"Address {slug}", "Write to three schools first.\n");
        var before = (await App.StoredAsync(article)).Slug;
        var editor = await EditAsync(Who.Creator, article);
        await editor.OpenBesideAsync();
        var field = editor.Beside.GetByLabel("Slug");

        await editor.AnsweredAsync(400, () => field.FillAsync(slug));

        await Expect(editor.Beside.GetByText(sentence)).ToBeVisibleAsync();
        await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(editor.State).ToHaveTextAsync("Offline, kept here");
        Assert.Equal(before, (await App.StoredAsync(article)).Slug);

        await editor.SavedAsync($"Slug={before}-2", () => field.FillAsync($"{before}-2"));
        await Expect(editor.Beside.GetByText(sentence)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Kind_category_and_tags_are_saved_with_the_text()
    {
        var article = await App.DraftAsync("Detailed", "Write to three schools first.\n");
        var editor = await EditAsync(Who.Creator, article);
        await editor.OpenBesideAsync();

        await editor.SavedAsync("schools, flats", async () =>
        {
            await editor.Beside.GetByLabel("Kind").SelectOptionAsync("Tutorial");
            await editor.Beside.GetByLabel("Tags").FillAsync("schools, flats");
        });

        var stored = await App.StoredAsync(article);
        Assert.Equal(ArticleKind.Tutorial, stored.Kind);
        Assert.Equal(["schools", "flats"], stored.Tags);
    }
}
