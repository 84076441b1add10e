using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Infrastructure.Neon.Content;
using QuestCms.IntegrationTests.Common;
using QuestCms.Web.Pages.Studio.Articles;

namespace QuestCms.IntegrationTests.Content;

public sealed class ArticleSearchTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task A_title_weighs_more_than_a_summary_a_summary_more_than_a_heading_and_a_heading_more_than_the_text()
    {
        // Written in the other order, so that no tie of time can help.
        await WriteAsync("In the title: harbour", "Something.", "Words about nothing much.");
        await WriteAsync("Second", "The harbour in one line.", "Words about nothing much.");
        await WriteAsync("Third", "Something.", "## The harbour\n\nWords about nothing much.");
        await WriteAsync("Fourth", "Something.", "Words about a harbour and much.");

        Assert.Equal(["In the title: harbour", "Second", "Third", "Fourth"], await TitlesAsync("harbour"));
    }

    [Fact]
    public async Task Phrases_exclusions_alternatives_and_the_beginning_of_the_last_word_are_understood()
    {
        await WriteAsync("Renting", "", "A flat near the old harbour.");
        await WriteAsync("Buying", "", "The harbour is old and a flat is dear.");
        await WriteAsync("Schools", "", "Write to three schools.");

        Assert.Equal(["Renting"], await TitlesAsync("\"old harbour\""));
        Assert.Equal(["Buying"], await TitlesAsync("harbour -near"));
        Assert.Equal(["Buying", "Renting", "Schools"], (await TitlesAsync("harbour or school")).Order());
        Assert.Equal(["Buying", "Renting"], (await TitlesAsync("flat harb")).Order());
        Assert.Equal(["Renting"], await TitlesAsync("rentin"));
        Assert.Empty(await TitlesAsync("harb flat"));
        Assert.Empty(await TitlesAsync("school - teachers"));
        Assert.Equal(["Schools"], await TitlesAsync("write - schools"));
    }

    [Theory]
    [InlineData("What is it?")]
    [InlineData("Who we are")]
    [InlineData("It’s the landlord's \"word\": yours & mine")]
    [InlineData("Fees - what they are, part 1 - a start")]
    [InlineData("C# & F#: <b>50 %</b> off \\ (or more)")]
    public async Task Who_types_a_title_finds_that_piece_first(string title)
    {
        for (var n = 0; n < 3; n++) await WriteAsync($"Another {n}", "What it is, whose word it is: part 1, a start of fees, off or more.", "What is it? Who are we? The landlord's word.");
        await WriteAsync(title, "", "Other words.");

        Assert.Equal(title, (await TitlesAsync(title))[0]);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("''':*")]
    [InlineData("a'b\\c")]
    [InlineData("\\")]
    [InlineData(":*")]
    [InlineData("!!(&|<->)")]
    [InlineData("-")]
    [InlineData("- -- ---")]
    [InlineData("or")]
    [InlineData("or or or")]
    [InlineData("-or")]
    [InlineData("it's o’clock “now”")]
    [InlineData("harbour:A")]
    [InlineData("100% _under_ \t\n tab")]
    [InlineData("日本語 Łódź ﬁ 😀")]
    [InlineData("the")]
    public async Task Nothing_that_can_be_typed_is_an_error(string typed)
    {
        await WriteAsync("Harbour", "", "It's o'clock now: a'b\\c.");
        Assert.Null((await House.SendAsync(new ListArticles(Some.Site, typed), Some.Creator)).Error);
        using var reader = House.CreateClient();
        Assert.Equal(200, (int)(await reader.GetAsync($"/api/v1/sites/relocation/articles?q={Uri.EscapeDataString(typed)}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_passage_is_plain_text_with_the_word_marked_and_everything_else_encoded()
    {
        await WriteAsync("Passage", "", "## Rules\n\n- See the **[harbour](https://example.org/a)** rules: 1 < 2 & `x` ![a boat](b.png)\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n");
        var snippet = Assert.Single((await ListAsync("harbour")).Page.Items).Snippet!;

        var html = IndexModel.Marked(snippet).Value!;
        Assert.Contains("See the", html);
        Assert.Contains("<mark>harbour</mark>", html);
        Assert.Contains("1 &lt; 2 &amp;", html);
        Assert.DoesNotContain("**", html);
        Assert.DoesNotContain("](", html);
        Assert.DoesNotContain("https://", html);
        Assert.DoesNotContain("---", html);
    }

    [Fact]
    public async Task What_was_saved_this_moment_is_found_and_what_was_removed_is_not()
    {
        var id = await WriteAsync("Fresh", "", "A harbour.");
        Assert.Equal(["Fresh"], await TitlesAsync("harbour"));
        var article = (await House.SendAsync(new GetArticleForEditing(id), Some.Creator)).Value;
        await House.SendAsync(new SaveWorkingCopy(id, article.Content with { Body = "A lighthouse." }, article.Version, null, [], Named: false), Some.Creator);

        Assert.Equal(["Fresh"], await TitlesAsync("lighthouse"));
        Assert.Empty(await TitlesAsync("harbour"));
    }

    [Fact]
    public async Task Among_ten_thousand_articles_the_index_answers()
    {
        var id = await WriteAsync("One of many", "", "The harbour.");
        var columns = await House.ScalarAsync<string>("select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns where table_schema = 'content' and table_name = 'articles' and is_generated = 'NEVER'");
        var values = columns!.Replace("id,", "md5('many' || n)::uuid,").Replace("slug", "'many-' || n").Replace("body,", "'Fees and rents in the quarter ' || md5(n::text),");
        Assert.StartsWith("md5(", values);
        await House.SqlAsync($"insert into content.articles ({columns}) select {values} from content.articles, generate_series(1, 10000) n where id = $1", id.Value);
        await House.SqlAsync("vacuum analyze content.articles");

        // The same search, over connections that tell each plan.
        var plans = new ConcurrentQueue<string>();
        using var hearing = LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(new Hearing(plans)));
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(House.ConnectionString)
        {
            Options = "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_level=notice -c client_min_messages=notice",
        }.ConnectionString).UseLoggerFactory(hearing);
        await using var telling = builder.Build();
        var search = new ArticleSearch(telling);
        var rows = await search.ListAsync(new ArticleFilter(Some.Site, "harbour quarter or harbour", ListedState.Any, null, null, null, null, ListedOrigin.Any, null, null, 51), TestContext.Current.CancellationToken);

        Assert.Equal("One of many", Assert.Single(rows).Title);
        var plan = Assert.Single(plans, p => p.Contains("plan:", StringComparison.Ordinal) && p.Contains("ts_headline", StringComparison.Ordinal));
        Assert.Contains("Bitmap Index Scan on ix_articles_search", plan);
        Assert.DoesNotContain("Seq Scan on articles", plan);
    }

    private async Task<ArticleId> WriteAsync(string title, string summary, string body)
    {
        var id = Some.NextId();
        await Some.Must(new StartArticle(Some.Site, id, title, ArticleKind.Guide, Some.Category, [Some.Byline], []), Some.Creator);
        var article = (await House.SendAsync(new GetArticleForEditing(id), Some.Creator)).Value;
        Assert.Null((await House.SendAsync(new SaveWorkingCopy(id, article.Content with { Summary = summary, Body = body }, article.Version, null, [], Named: false), Some.Creator)).Error);
        return id;
    }

    private async Task<ArticleList> ListAsync(string words) => (await House.SendAsync(new ListArticles(Some.Site, words), Some.Creator)).Value;

    private async Task<List<string>> TitlesAsync(string words) => [.. (await ListAsync(words)).Page.Items.Select(r => r.Title)];

    // PostgreSQL's notices, as the driver logs them.
    private sealed class Hearing(ConcurrentQueue<string> heard) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => heard.Enqueue(formatter(state, exception));
        public void Dispose() { }
    }
}
