using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Review;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class ListArticlesTests(Database database) : InAHouse(database)
{
    private ListArticles All => new(Some.Site);

    [Fact]
    public async Task Every_state_finds_what_is_in_it_and_nothing_else()
    {
        var draft = await Some.DraftAsync("a draft");
        var inReview = await Some.DraftAsync("in review");
        await Some.SubmittedAsync(inReview);
        await DecidedAsync("sent back", Verdict.ChangesRequested);
        await DecidedAsync("rejected", Verdict.Rejected);
        var approved = await DecidedAsync("approved", Verdict.Approved);
        var scheduled = await DecidedAsync("scheduled", Verdict.Approved);
        await Some.Must(new SchedulePublication(scheduled, ScheduledAction.Publish, null, TimeProvider.System.GetUtcNow().AddDays(1)), Some.Publisher);
        var published = await DecidedAsync("published", Verdict.Approved);
        await Some.Must(new PublishArticle(published), Some.Publisher);
        var changed = await DecidedAsync("published with changes", Verdict.Approved);
        await Some.Must(new PublishArticle(changed), Some.Publisher);
        await Some.WriteAsync(changed, "A later text.");
        var archived = await Some.DraftAsync("archived");
        await Some.Must(new ArchiveArticle(archived), Some.Publisher);

        foreach (var (state, title) in new[]
        {
            (ListedState.Draft, "a draft"), (ListedState.InReview, "in review"), (ListedState.ChangesRequested, "sent back"), (ListedState.Rejected, "rejected"), (ListedState.Approved, "approved"),
            (ListedState.Scheduled, "scheduled"), (ListedState.Published, "published"), (ListedState.PublishedWithChanges, "published with changes"), (ListedState.Archived, "archived"),
        })
        {
            var row = Assert.Single((await ListAsync(All with { State = state })).Page.Items);
            Assert.Equal((title, state), (row.Title, row.Shown)); // what the row says of itself is what it was found by
        }
        var all = await ListAsync(All);
        Assert.Equal(8, all.Page.Items.Count); // the archive is looked into when asked for
        Assert.Equal(8, all.Page.Items.Single(r => r.Id == approved).Score);
        Assert.Equal(draft, all.Page.Items[^1].Id); // last changed first
    }

    [Fact]
    public async Task Kind_category_byline_tag_and_hand_narrow_the_list_and_add_up()
    {
        await Some.Must(new AddCategory(Some.Site, "Spain"), Some.Administrator);
        await Some.Must(new AddByline(Some.Site, "Guest", ""), Some.Administrator);
        var form = (await House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Value;
        var (spain, guest) = (form.Categories.Single(c => c.Name == "Spain").Id, form.Bylines.Single(b => b.Name == "Guest").Id);
        await StartAsync("plain", ArticleKind.Guide, Some.Category, [Some.Byline], ["visa"]);
        await StartAsync("guest writes", ArticleKind.News, spain, [Some.Byline, guest], ["Visa", "tax"]);
        await StartAsync("another’s", ArticleKind.News, spain, [guest], [], Some.SecondCreator);

        Assert.Equal(["another’s", "guest writes"], await TitlesAsync(All with { Kind = ArticleKind.News }));
        Assert.Equal(["another’s", "guest writes"], await TitlesAsync(All with { Category = spain }));
        Assert.Equal(["another’s", "guest writes"], await TitlesAsync(All with { Byline = guest }));
        Assert.Equal(["guest writes", "plain"], await TitlesAsync(All with { Byline = Some.Byline }));
        Assert.Equal(["plain"], await TitlesAsync(All with { Tag = "visa" }));
        Assert.Equal(["guest writes"], await TitlesAsync(All with { Tag = " tax " }));
        Assert.Equal(["guest writes", "plain"], await TitlesAsync(All with { Mine = true }));
        Assert.Equal(["guest writes"], await TitlesAsync(All with { Kind = ArticleKind.News, Category = spain, Byline = guest, Mine = true }));
        Assert.Empty(await TitlesAsync(All with { Kind = ArticleKind.Review }));
    }

    [Fact]
    public async Task A_site_lists_its_own_articles_only()
    {
        await Some.DraftAsync("Here");
        var there = Some.NextId();
        await Some.Must(new StartArticle(Some.OtherSite, there, "There", ArticleKind.Guide, null, [], []), Some.Stranger);

        Assert.Equal(["Here"], await TitlesAsync(All));
        Assert.Equal(["There"], (await House.SendAsync(new ListArticles(Some.OtherSite), Some.Stranger)).Value.Page.Items.Select(r => r.Title));
        Assert.Equal("not_found", (await House.SendAsync(new ListArticles(Some.OtherSite), Some.Creator)).Error?.Code);
    }

    [Fact]
    public async Task By_origin_it_parts_what_a_model_had_a_hand_in_from_the_rest()
    {
        var machine = await Some.DraftAsync("with Claude");
        await Some.DraftAsync("people only");
        await House.SqlAsync("update content.articles set words_machine = 12 where id = $1", machine.Value);

        Assert.Equal(["with Claude"], await TitlesAsync(All with { Origin = ListedOrigin.Claude }));
        Assert.Equal(["people only"], await TitlesAsync(All with { Origin = ListedOrigin.PeopleOnly }));
    }

    [Fact]
    public async Task A_word_in_the_title_weighs_more_than_in_the_summary_and_there_more_than_in_the_text()
    {
        await Some.DraftAsync("In the text", "Somebody rents out a lighthouse on the coast.");
        var summary = await Some.DraftAsync("In the summary", "Nothing of it here.");
        await Some.ChangeAsync(summary, c => c with { Summary = "About a lighthouse." });
        await Some.DraftAsync("A lighthouse in the title", "Nothing of it here.");
        await Some.DraftAsync("Nowhere", "Nothing.");

        var found = (await ListAsync(All with { Query = "lighthouses" })).Page.Items; // the root of the word counts

        Assert.Equal(["A lighthouse in the title", "In the summary", "In the text"], found.Select(r => r.Title));
        Assert.Contains("\uE000lighthouse\uE001 on the coast", found[2].Snippet, StringComparison.Ordinal);
        Assert.Equal(["In the text"], (await ListAsync(All with { Query = "lighthouse coast -title" })).Page.Items.Select(r => r.Title));
        Assert.Empty((await ListAsync(All with { Query = "\"lighthouse somebody\"" })).Page.Items);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("harbour")]
    public async Task Page_by_page_everything_comes_once_also_where_many_changed_in_one_instant_and_while_someone_writes(string? words)
    {
        for (var i = 0; i < 120; i++) await StartAsync($"harbour {i}", ArticleKind.Guide, null, [], []);
        await House.SqlAsync("update content.articles set changed_at = '2026-11-01T10:00:00Z'");

        var seen = new List<ArticleId>();
        string? after = null;
        do
        {
            var page = (await ListAsync(All with { Query = words, After = after })).Page;
            Assert.True(page.Items.Count <= 50);
            seen.AddRange(page.Items.Select(r => r.Id));
            after = page.Next;
            if (seen.Count == 50) await StartAsync("harbour", ArticleKind.Guide, null, [], []); // stands before the place we are at
        } while (after is not null);

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1_2_3")]
    [InlineData("NaN_99999999999999999999_x")]
    public async Task A_place_that_is_none_begins_at_the_first_row(string after)
    {
        await Some.DraftAsync("First");

        Assert.Equal(["First"], await TitlesAsync(All with { After = after }));
    }

    [Fact]
    public async Task A_search_that_is_none_finds_nothing_and_an_over_long_one_is_refused()
    {
        await Some.DraftAsync("Something");

        Assert.Empty(await TitlesAsync(All with { Query = "& | ! :* '" }));
        Assert.Equal(["query"], (await House.SendAsync(All with { Query = new string('q', 201) }, Some.Creator)).Error!.Fields.Select(f => f.Path));
        Assert.Equal(["query"], (await House.SendAsync(All with { Query = "nul\0" }, Some.Creator)).Error!.Fields.Select(f => f.Path));
        Assert.Equal(["tag"], (await House.SendAsync(All with { Tag = new string('t', 41) }, Some.Creator)).Error!.Fields.Select(f => f.Path));
    }

    private async Task<ArticleId> DecidedAsync(string title, Verdict verdict)
    {
        var article = await Some.DraftAsync(title);
        await Some.Must(new DecideOnRound(await Some.SubmittedAsync(article), verdict, 8, "Because."), Some.Reviewer);
        return article;
    }

    private Task StartAsync(string title, ArticleKind kind, CategoryId? category, BylineId[] bylines, string[] tags, Domain.Identity.Actor? by = null) =>
        Some.Must(new StartArticle(Some.Site, Some.NextId(), title, kind, category, bylines, tags), by ?? Some.Creator);

    private async Task<ArticleList> ListAsync(ListArticles query) => (await House.SendAsync(query, Some.Creator)).Value;

    private async Task<IEnumerable<string>> TitlesAsync(ListArticles query) => (await ListAsync(query)).Page.Items.Select(r => r.Title);
}
