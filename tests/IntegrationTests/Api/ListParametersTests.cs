using System.Text.RegularExpressions;

namespace QuestCms.IntegrationTests.Api;

/// <summary>Every way to narrow, sort, shape and count a list.</summary>
public sealed class ListParametersTests(ApiHouse shared) : WithApi(shared)
{
    private const string Everything = List + "?limit=100&";

    [Theory]
    [InlineData("category=spain", 5)]
    [InlineData("tag=tax", 12)]
    [InlineData("tag=tax&tag=nothing", 12)]
    [InlineData("tagAll=tax&tagAll=all", 12)]
    [InlineData("tagAll=tax&tagAll=nothing", 0)]
    [InlineData("author=relocation-desk", 25)]
    [InlineData("author=nobody", 0)]
    [InlineData("kind=guide", 25)]
    [InlineData("kind=news", 0)]
    [InlineData("locale=en", 25)]
    [InlineData("locale=pt", 0)]
    [InlineData("minScore=8", 25)]
    [InlineData("minScore=9", 0)]
    [InlineData("publishedAfter=2020-01-01", 25)]
    [InlineData("publishedBefore=2020-01-01T00:00:00Z", 0)]
    [InlineData("updatedAfter=2020-01-01T00:00:00.123%2B02:00", 25)]
    [InlineData("filter[category][eq]=spain", 5)]
    [InlineData("filter[category][ne]=spain", 20)]
    [InlineData("filter[category][lt]=spain", 20)]
    [InlineData("filter[category][gte]=spain", 5)]
    [InlineData("filter[category][in]=spain,portugal", 25)]
    [InlineData("filter[category][nin]=spain,nowhere", 20)]
    [InlineData("filter[category][contains]=PAI", 5)]
    [InlineData("filter[category][startsWith]=port", 20)]
    [InlineData("filter[category][null]=true", 0)]
    [InlineData("filter[category][null]=false", 25)]
    [InlineData("filter[tag][eq]=tax", 12)]
    [InlineData("filter[tag][ne]=tax", 13)]
    [InlineData("filter[tag][in]=tax,all", 25)]
    [InlineData("filter[tag][nin]=tax", 13)]
    [InlineData("filter[tag][contains]=A", 25)]
    [InlineData("filter[tag][startsWith]=ta", 12)]
    [InlineData("filter[tag][null]=true", 0)]
    [InlineData("filter[author][contains]=desk", 25)]
    [InlineData("filter[author][null]=true", 0)]
    [InlineData("filter[score][eq]=8", 25)]
    [InlineData("filter[score][lt]=8", 0)]
    [InlineData("filter[score][lte]=8", 25)]
    [InlineData("filter[score][gt]=8", 0)]
    [InlineData("filter[score][in]=7,8", 25)]
    [InlineData("filter[score][null]=true", 0)]
    [InlineData("filter[title][contains]=piece 1", 11)]
    [InlineData("filter[title][contains]=%25%25%25", 0)]
    [InlineData("filter[title][contains]=p_e", 0)]
    [InlineData("filter[title][startsWith]=PIECE 2", 7)]
    [InlineData("filter[title][eq]=piece 7", 1)]
    [InlineData("filter[title][gt]=piece 8", 1)]
    [InlineData("filter[slug][in]=piece-1,piece-2,unknown", 2)]
    [InlineData("filter[kind][nin]=news,review", 25)]
    [InlineData("filter[kind][startsWith]=gu", 25)]
    [InlineData("filter[locale][contains]=n", 25)]
    [InlineData("filter[publishedAt][gte]=2020-01-01&filter[updatedAt][lt]=2020-01-01", 0)]
    [InlineData("category=spain&tag=tax&filter[title][ne]=piece 10", 1)]
    public async Task A_condition_leaves_what_meets_it_and_counts_it(string query, int left)
    {
        var found = await AskAsync($"{Everything}count=true&{query}");

        Assert.True(found.Status == 200, found.Body);
        Assert.Equal((left, left), (found.Titles.Count, found.Json.GetProperty("meta").GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task A_time_that_was_told_names_its_article()
    {
        var newest = (await AskAsync($"{List}?limit=1")).Json.GetProperty("data")[0];
        var at = newest.GetProperty("publishedAt").GetString()!;

        Assert.Contains(newest.GetProperty("title").GetString(), (await AskAsync($"{Everything}filter[publishedAt][eq]={at}")).Titles);
        Assert.DoesNotContain(newest.GetProperty("title").GetString(), (await AskAsync($"{Everything}publishedAfter={at}")).Titles);
        Assert.Equal(25, (await AskAsync($"{Everything}filter[publishedAt][lte]={at}")).Titles.Count);
        Assert.Equal([newest.GetProperty("title").GetString()!], (await AskAsync($"{Everything}filter[id][eq]={newest.GetProperty("id").GetString()}")).Titles);
    }

    [Theory]
    [InlineData("sort=title&limit=4")]
    [InlineData("sort=-title&limit=4")]
    [InlineData("sort=publishedAt&limit=7")]
    [InlineData("sort=-updatedAt&limit=6")]
    [InlineData("sort=score&limit=4")]
    [InlineData("sort=-score,title&limit=4")]
    [InlineData("sort=score,-title,publishedAt&limit=3")]
    [InlineData("q=number&limit=4")]
    [InlineData("q=number&sort=-relevance,title&limit=4")]
    [InlineData("q=number&sort=title&limit=4")]
    public async Task In_any_order_every_page_is_reached_once_and_the_way_back_is_the_same(string query)
    {
        var pages = new List<Reply>();
        for (var next = $"{List}?{query}"; next is not null; next = pages[^1].Next) pages.Add(await AskAsync(next));
        var all = pages.SelectMany(p => p.Titles).ToList();

        Assert.Equal(25, all.Distinct().Count());
        Assert.Equal(25, all.Count);
        Assert.Equal((await AskAsync(List + "?" + Regex.Replace(query, "limit=[0-9]+", "limit=100"))).Titles, all);
        Assert.Null(pages[0].Previous);
        for (var i = pages.Count - 1; i > 0; i--)
        {
            var back = await AskAsync(pages[i].Previous!);
            Assert.Equal(pages[i - 1].Titles, back.Titles);
            Assert.Equal(pages[i].Titles, (await AskAsync(back.Next!)).Titles);
            Assert.Equal(i == 1, back.Previous is null);
        }
        if (query.StartsWith("sort=title", StringComparison.Ordinal)) Assert.Equal(all.Order(StringComparer.Ordinal), all);
    }

    [Fact]
    public async Task Fields_and_their_parts_bodies_and_what_belongs_to_it_come_as_asked()
    {
        var some = (await AskAsync($"{List}?limit=1&fields=seo.title,slug,seo.keywords,authors.slug,image.url")).Json.GetProperty("data")[0];
        Assert.Equal("""{"seo":{"title":"Piece 25","keywords":["all"]},"slug":"piece-25","authors":[{"slug":"relocation-desk"}],"image":null}""", some.GetRawText());
        Assert.Equal("Number 25 of all. \n", await BodyAsync("markdown"));
        Assert.StartsWith("<p>Number 25 of all.</p>", await BodyAsync("html"), StringComparison.Ordinal);
        Assert.Equal("Number 25 of all.", (await BodyAsync("text"))!.Trim());
        Assert.False((await AskAsync($"{List}?limit=1&body=none")).Json.GetProperty("data")[0].TryGetProperty("body", out _));
        var rich = (await AskAsync($"{List}?limit=2&include=related,media&fields=slug")).Json.GetProperty("data")[0];
        Assert.Equal(["slug", "related", "media"], rich.EnumerateObject().Select(p => p.Name));
        Assert.Equal(3, rich.GetProperty("related").GetArrayLength());
    }

    [Fact]
    public async Task One_article_comes_in_the_same_shapes_and_an_old_address_keeps_what_was_asked()
    {
        var written = await AskAsync($"{List}/by-slug/piece-7?body=markdown&fields=title");
        Assert.Equal("""{"title":"Piece 7","body":"Number 7 of all. It speaks of lighthouses.\n"}""", written.Body);
        Assert.Equal(304, (await AskAsync($"{List}/by-slug/piece-7?body=markdown&fields=title", ifNoneMatch: written.ETag)).Status);
        Assert.Equal((await AskAsync($"{List}/by-slug/piece-7")).Body, (await AskAsync($"{List}/{Shared.Articles[6]}?body=html")).Body);
        var rich = (await AskAsync($"{List}/{Shared.Articles[6]}?include=related,media&body=none")).Json;
        Assert.Equal((3, 0, false), (rich.GetProperty("related").GetArrayLength(), rich.GetProperty("media").GetArrayLength(), rich.TryGetProperty("body", out _)));
        Assert.Equal(("fields", "Did you mean “title”?"), Assert.Single((await AskAsync($"{List}/by-slug/piece-7?fields=titel")).Errors));
        Assert.Equal(404, (await AskAsync($"{List}/by-slug/unknown?fields=title")).Status);
    }

    [Fact]
    public async Task Similar_articles_share_tags_and_category_and_never_are_the_article_itself()
    {
        var similar = await AskAsync($"{List}/{Shared.Articles[9]}/related?limit=4"); // tax, in Spain

        Assert.Equal("Piece 20", similar.Titles[0]);
        Assert.Equal(4, similar.Titles.Count);
        Assert.DoesNotContain("Piece 10", similar.Titles);
        Assert.Equal("""{"slug":"piece-20"}""", (await AskAsync($"{List}/{Shared.Articles[9]}/related?limit=1&fields=slug")).Json.GetProperty("data")[0].GetRawText());
        Assert.Equal(404, (await AskAsync($"{List}/{Guid.CreateVersion7()}/related")).Status);
    }

    [Fact]
    public async Task A_site_tells_its_languages_categories_and_counts_and_pages_them_by_key()
    {
        var site = (await AskAsync("/api/v1/sites/relocation")).Json;
        Assert.Equal(("Relocation", "[\"en\"]", 25, 2), (site.GetProperty("name").GetString(), site.GetProperty("locales").GetRawText(), site.GetProperty("counts").GetProperty("articles").GetInt32(), site.GetProperty("counts").GetProperty("categories").GetInt32()));
        Assert.Equal("""[{"slug":"portugal","name":"Portugal","articles":20},{"slug":"spain","name":"Spain","articles":5}]""", site.GetProperty("categories").GetRawText());
        Assert.Equal("""[{"slug":"relocation-desk","name":"Relocation desk","about":"","articles":25}]""", (await AskAsync("/api/v1/sites/relocation/authors")).Json.GetProperty("data").GetRawText());

        var first = await AskAsync("/api/v1/sites/relocation/tags?limit=1&count=true");
        Assert.Equal(("""[{"slug":"all","name":"all","articles":25}]""", 2), (first.Json.GetProperty("data").GetRawText(), first.Json.GetProperty("meta").GetProperty("count").GetInt32()));
        var second = await AskAsync(first.Next!);
        Assert.Equal(("tax", (string?)null), (second.Json.GetProperty("data")[0].GetProperty("slug").GetString(), second.Next));
        Assert.Equal(first.Json.GetProperty("data").GetRawText(), (await AskAsync(second.Previous!)).Json.GetProperty("data").GetRawText());
        Assert.Equal(400, (await AskAsync(first.Next!.Replace("/tags?", "/authors?", StringComparison.Ordinal))).Status);
        Assert.Empty((await AskAsync("/api/v1/sites/relocation/redirects")).Json.GetProperty("data").EnumerateArray());
    }

    [Theory]
    [InlineData("sort=titel", "sort.unknown", "Did you mean “title”?")]
    [InlineData("sort=--title", "sort.unknown", "Did you mean “title”?")]
    [InlineData("sort=title,-title", "sort.repeated", null)]
    [InlineData("sort=-relevance", "sort.needs_q", null)]
    [InlineData("filter[categry][eq]=a", "filter.field", "Did you mean “category”?")]
    [InlineData("filter[category][eqq]=a", "filter.operator", "Did you mean “eq”?")]
    [InlineData("filter[score][contains]=a", "filter.operator", "It takes: eq, ne, lt, lte, gt, gte, in, nin, null.")]
    [InlineData("filter[score]=a", "filter.malformed", "For example filter[category][eq]=spain.")]
    [InlineData("filter[score][eq]=eleven", "score.malformed", null)]
    [InlineData("filter[category][eq]=", "filter.empty", null)]
    [InlineData("filter[category][null]=maybe", "filter.value", null)]
    [InlineData("filter[title][contains]=ab", "filter.too_short", null)]
    [InlineData("filter[id][eq]=7", "id.malformed", null)]
    [InlineData("kind=guid", "kind.unknown", "Did you mean “guide”?")]
    [InlineData("minScore=11", "score.malformed", null)]
    [InlineData("publishedAfter=yesterday", "time.malformed", null)]
    [InlineData("publishedAfter=2026-11-01T00:00:00+01:00", "time.malformed", "A plus sign in an address is written %2B.")]
    [InlineData("updatedAfter=2026-02-30", "time.malformed", null)]
    [InlineData("include=relatd", "include.unknown", "Did you mean “related”?")]
    [InlineData("include=related&limit=21", "limit.range", null)]
    [InlineData("body=markdwn", "body.unknown", "Did you mean “markdown”?")]
    [InlineData("count=yes", "parameter.malformed", null)]
    [InlineData("fields=seo.titel", "field.unknown", "Did you mean “seo.title”?")]
    public async Task What_cannot_be_is_refused_with_what_to_write_instead(string query, string code, string? hint)
    {
        var refused = await AskAsync($"{List}?{query}");

        Assert.Equal((400, code), (refused.Status, refused.Code));
        Assert.Equal(hint, Assert.Single(refused.Errors).Hint);
    }

    private async Task<string?> BodyAsync(string form) => (await AskAsync($"{List}?limit=1&body={form}")).Json.GetProperty("data")[0].GetProperty("body").GetString();
}
