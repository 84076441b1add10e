using System.Net;
using System.Text.Json;
using QuestCms.Application.Delivery;
using QuestCms.Application.Sites;
using QuestCms.Client;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;
using static QuestCms.IntegrationTests.Clients.ScriptedHouse;

namespace QuestCms.IntegrationTests.Clients;

/// <summary>A house with five published pieces on one site: numbered, every second with the tag <c>tax</c>.</summary>
public sealed class ClientHouse(Database database) : IAsyncLifetime
{
    public const int Published = 5;

    public SomeHouse Some { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Some = await database.BorrowAsync();
        for (var i = 1; i <= Published; i++)
        {
            var article = await Some.DraftAsync($"Piece {i}", $"Number {i} of all. {(i == 3 ? "It speaks of lighthouses." : "")}\n");
            if (i % 2 == 0) await Some.ChangeAsync(article, c => c with { Tags = ["tax"] });
            await Some.ApprovedAsync(article);
            await Some.Must(new PublishArticle(article), Some.Publisher);
        }
    }

    public ValueTask DisposeAsync() => database.GiveBackAsync(Some);
}

/// <summary>The C# client against the application.</summary>
public sealed class CSharpClientTests : IClassFixture<ClientHouse>, IDisposable
{
    private const string Root = "http://localhost", Limited = """{"type":"/api/problems/rate.limited","title":"Too many requests","status":429,"detail":"Slower.","code":"rate.limited","traceId":"t","errors":[]}""";
    private readonly ClientHouse _shared;
    private readonly WatchedLine _line;
    private readonly QuestClient _quest;
    private readonly QuestSite _site;

    public CSharpClientTests(ClientHouse shared)
    {
        _shared = shared;
        _line = new WatchedLine(shared.Some.House.Server.CreateHandler());
        _quest = new QuestClient(Root, http: new HttpClient(_line));
        _site = _quest.Site("relocation");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_a_list_come_page_by_page()
    {
        var titles = new List<string>();
        await foreach (var article in _site.AllArticlesAsync(new() { Limit = 2 }, Ct)) titles.Add(article.Title);

        Assert.Equal(Enumerable.Range(1, ClientHouse.Published).Select(n => $"Piece {n}").Order(), titles.Order());
        Assert.Equal(3, _line.Answers.Count);
    }

    [Fact]
    public async Task What_is_asked_is_written_as_the_api_takes_it()
    {
        var page = await _site.ListArticlesAsync(new()
        {
            Tag = ["tax", "none at all"],
            Kind = ArticleKind.Guide,
            PublishedAfter = "2020-01-01",
            Filter = [new("title", "startsWith", "Piece"), new("category", "ne", "spain")],
            Sort = "title",
            Count = true,
            Body = BodyForm.Markdown,
        }, Ct);

        Assert.Equal(["Piece 2", "Piece 4"], page.Data.Select(a => a.Title));
        Assert.Equal((2, 20), (page.Meta.Count, page.Meta.Limit));
        Assert.StartsWith("Number 2", page.Data[0].Body, StringComparison.Ordinal);
        Assert.Equal(("portugal", AiOrigin.None), (page.Data[0].Category!.Slug, page.Data[0].Ai.Origin));
    }

    [Fact]
    public async Task Chosen_fields_come_alone()
    {
        var piece = await _site.PickArticleBySlugAsync("piece-3", "slug,seo.title,publishedAt", ct: Ct);
        var page = await _site.PickArticlesAsync("title", new() { Limit = 2 }, Ct);

        Assert.Equal(("piece-3", null, null), (piece.Slug, piece.Title, piece.Seo!.Description));
        Assert.NotNull(piece.PublishedAt);
        Assert.All(page.Data, p => Assert.True(p is { Title: not null, Slug: null }));
    }

    [Fact]
    public async Task What_did_not_change_is_not_sent_again()
    {
        var first = await _site.GetArticleBySlugAsync("piece-3", ct: Ct);
        var again = await _site.GetArticleBySlugAsync("piece-3", ct: Ct);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotModified], _line.Answers);
        Assert.Equal((first.Id, first.Body), (again.Id, again.Body));

        var mine = await _quest.AskAsync<Article>($"/api/v1/sites/relocation/articles/{first.Id}", ct: Ct);
        var same = await _quest.AskAsync<Article>($"/api/v1/sites/relocation/articles/{first.Id}", mine.ETag, Ct);
        Assert.Equal(first.Title, mine.Value!.Title);
        Assert.Equal((true, null, mine.ETag), (same.IsSame, same.Value, same.ETag));
    }

    [Fact]
    public async Task A_refusal_says_its_code_and_everything_that_is_wrong()
    {
        var gone = await Assert.ThrowsAsync<QuestProblemException>(() => _site.GetArticleBySlugAsync("unheard-of", ct: Ct));
        var wrong = await Assert.ThrowsAsync<QuestProblemException>(() => _site.ListArticlesAsync(new() { Sort = "titel", Limit = 500 }, Ct));

        Assert.Equal((404, "article.not_found"), (gone.Status, gone.Code));
        Assert.Equal(["limit.range", "sort.unknown"], wrong.Problem.Errors.Select(e => e.Code).Order());
        Assert.Contains(wrong.Problem.Errors, e => e.Hint?.Contains("title", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Searching_and_all_that_a_site_is_made_of_is_typed()
    {
        var found = await _site.SearchAsync(new() { Q = "lighthouses" }, Ct);
        var about = await _site.GetSiteAsync(Ct);

        Assert.Contains(found.Data[0].Match.Passage, piece => piece.Match);
        Assert.Equal((ClientHouse.Published, 1), (about.Counts.Articles, (await _site.ListCategoriesAsync(ct: Ct)).Data.Count));
        Assert.Equal("relocation", Assert.Single((await _quest.ListSitesAsync(Ct)).Data, s => s.Slug == "relocation").Slug);
        Assert.StartsWith("<?xml", await _site.GetRssAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_writes_with_its_key_and_names_what_it_changes()
    {
        var made = (await _shared.Some.House.SendAsync(new MakeSiteKey(_shared.Some.Site, "A writer", [KeyScope.Preview, KeyScope.Write]), Actor.Shell)).Value;
        var desk = new QuestClient(Root, new() { Key = made.Secret.Reveal() }, new HttpClient(_line)).Management("relocation");

        var begun = await desk.WriteNewArticleAsync(new() { Title = "From a program", Body = "One line.\n" }, "once", Ct);
        var twice = await desk.WriteNewArticleAsync(new() { Title = "From a program", Body = "One line.\n" }, "once", Ct);
        var read = await desk.ReadManagedArticleAsync(begun.Value!.Id, Ct);
        var rewritten = await desk.RewriteArticleAsync(begun.Value.Id, read.ETag!, read.Value!.Text with { Title = "Better" }, Ct);
        var stale = await Assert.ThrowsAsync<QuestProblemException>(() => desk.RewriteArticleAsync(begun.Value.Id, read.ETag!, read.Value.Text, Ct));

        Assert.Equal(begun.Value.Id, twice.Value!.Id);
        Assert.NotEqual(read.ETag, rewritten.ETag);
        Assert.Equal(412, stale.Status);
        Assert.Equal(ReviewState.Draft, rewritten.Value!.State);
    }

    [Fact]
    public async Task Who_is_told_to_come_later_comes_later_and_gives_up_when_it_is_too_late()
    {
        using var house = new ScriptedHouse(() => Say(429, Limited, ("Retry-After", "0")), () => Say(200, """{"data":[]}"""), () => Say(429, Limited, ("Retry-After", "3600")));
        var quest = new QuestClient(Root, http: new HttpClient(house));

        Assert.Empty((await quest.ListSitesAsync(Ct)).Data);
        Assert.Equal("rate.limited", (await Assert.ThrowsAsync<QuestProblemException>(() => quest.ListSitesAsync(Ct))).Code);
        Assert.Equal(3, house.Asked.Count);
    }

    [Fact]
    public async Task An_old_slug_leads_to_the_new_one_with_the_key_and_never_out_of_the_house()
    {
        using var house = new ScriptedHouse(() => Say(308, "", ("Location", "/api/v1/sites/a/articles/by-slug/new?fields=slug")), () => Say(200, """{"slug":"new"}"""), () => Say(308, "", ("Location", "https://elsewhere.example/")));
        var site = new QuestClient("https://cms.example.org", new() { Key = "qk_1" }, new HttpClient(house)).Site("a");

        Assert.Equal("new", (await site.PickArticleBySlugAsync("old/../x", "slug", ct: Ct)).Slug);
        Assert.Equal([("https://cms.example.org/api/v1/sites/a/articles/by-slug/old%2F..%2Fx?fields=slug", "qk_1"), ("https://cms.example.org/api/v1/sites/a/articles/by-slug/new?fields=slug", "qk_1")], house.Asked);
        await Assert.ThrowsAsync<ArgumentException>(() => site.GetArticleBySlugAsync("old", ct: Ct));
        Assert.Equal(3, house.Asked.Count);
    }

    [Fact]
    public async Task What_stands_between_may_answer_in_its_own_words_and_words_of_tomorrow_are_read()
    {
        using var house = new ScriptedHouse(() => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<h1>Bad gateway</h1>") });
        var quest = new QuestClient(Root, http: new HttpClient(house));

        Assert.Equal((502, "unexplained"), (await Assert.ThrowsAsync<QuestProblemException>(() => quest.ListSitesAsync(Ct))) is var p ? (p.Status, p.Code) : default);
        Assert.Equal("article.translated", JsonSerializer.Deserialize<EventType>("\"article.translated\"", QuestJson.Options).Value);
    }

    [Fact]
    public void Addresses_in_a_text_are_made_whole_and_nothing_else_is_touched() =>
        Assert.Equal("""<img alt="/a" src="http://localhost/m/1" srcset="http://localhost/m/1 1x, http://localhost/m/2 2x"><a href="//x.example/">/b</a><a href="#c">c</a>""",
            _quest.WithWholeAddresses("""<img alt="/a" src="/m/1" srcset="/m/1 1x, /m/2 2x"><a href="//x.example/">/b</a><a href="#c">c</a>"""));

    public void Dispose() => _line.Dispose();
}
