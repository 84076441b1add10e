using QuestCms.Application.Delivery;

namespace QuestCms.IntegrationTests.Api;

public sealed class DeliveryListTests(ApiHouse shared) : WithApi(shared)
{
    [Fact]
    public async Task The_newest_twenty_come_first_without_their_bodies_and_the_next_page_is_linked()
    {
        var first = await AskAsync(List);

        Assert.Equal((200, "application/json"), (first.Status, first.Type));
        Assert.Equal(Enumerable.Range(6, 20).Reverse().Select(i => $"Piece {i}"), first.Titles);
        Assert.Equal((20, List), (first.Json.GetProperty("meta").GetProperty("limit").GetInt32(), first.Json.GetProperty("links").GetProperty("self").GetString()));
        var piece = first.Json.GetProperty("data")[0];
        Assert.False(piece.TryGetProperty("body", out _));
        Assert.Equal(QuestCms.Web.Api.Delivery.ListQuery.AllFields.Order(), piece.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal($"<{first.Next}>; rel=\"next\"", first.Link);

        var second = await AskAsync(first.Next!);
        Assert.Equal(["Piece 5", "Piece 4", "Piece 3", "Piece 2", "Piece 1"], second.Titles);
        Assert.Equal((null, $"<{second.Previous}>; rel=\"prev\""), (second.Next, second.Link));
    }

    [Fact]
    public async Task Fields_category_tag_and_search_choose_what_comes()
    {
        var some = await AskAsync($"{List}?fields=title,slug&limit=3");
        Assert.Equal("""[{"title":"Piece 25","slug":"piece-25"},{"title":"Piece 24","slug":"piece-24"},{"title":"Piece 23","slug":"piece-23"}]""", some.Json.GetProperty("data").GetRawText());
        Assert.Equal(["Piece 25", "Piece 20", "Piece 15", "Piece 10", "Piece 5"], (await AskAsync($"{List}?category=spain")).Titles);
        Assert.Equal(12, (await AskAsync($"{List}?tag=tax&limit=100")).Titles.Count);
        Assert.Equal(25, (await AskAsync($"{List}?tag=tax&tag=all&limit=100")).Titles.Count); // any of them
        Assert.Equal(["Piece 20", "Piece 10"], (await AskAsync($"{List}?tag=tax&category=spain")).Titles);
        Assert.Equal(["Piece 7"], (await AskAsync($"{List}?q=lighthouse")).Titles);
        Assert.Empty((await AskAsync($"{List}?q=lighthouse&category=spain")).Titles);
        Assert.Empty((await AskAsync($"{List}?category=nowhere")).Titles);
    }

    [Theory]
    [InlineData("?limit=4")]
    [InlineData("?limit=4&q=number")]
    [InlineData("?limit=3&tag=all&category=portugal")]
    public async Task Page_by_page_everything_comes_once(string query)
    {
        var seen = new List<string>();
        for (var next = List + query; next is not null;)
        {
            var page = await AskAsync(next);
            Assert.Equal(200, page.Status);
            seen.AddRange(page.Titles);
            next = page.Next;
        }

        Assert.Equal(query.Contains("portugal", StringComparison.Ordinal) ? 20 : 25, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("limt=5", "limt", "limit")]
    [InlineData("fileds=title", "fileds", "fields")]
    [InlineData("categry=spain", "categry", "category")]
    [InlineData("fields=titel", "fields", "title")]
    [InlineData("fields=readingminutes", "fields", "readingMinutes")]
    public async Task What_is_unknown_is_refused_with_the_nearest_right_name(string query, string parameter, string nearest)
    {
        var refused = await AskAsync($"{List}?{query}");

        Assert.Equal((400, "application/problem+json"), (refused.Status, refused.Type));
        Assert.Equal((parameter, $"Did you mean “{nearest}”?"), Assert.Single(refused.Errors));
    }

    [Theory]
    [InlineData("limit=0", "limit.range")]
    [InlineData("limit=101", "limit.range")]
    [InlineData("limit=ten", "limit.range")]
    [InlineData("limit=-1", "limit.range")]
    [InlineData("limit=99999999999", "limit.range")]
    [InlineData("limit=5&limit=6", "parameter.repeated")]
    [InlineData("cursor=a&cursor=b", "parameter.repeated")]
    [InlineData("q=a%00b", "text.forbidden_characters")]
    [InlineData("tag=%00", "tag.malformed")]
    [InlineData("category=%00", "text.forbidden_characters")]
    [InlineData("cursor=nonsense", "cursor.invalid")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzz=1", "parameter.unknown")]
    public async Task What_cannot_be_is_refused_and_not_mended(string query, string code)
    {
        var refused = await AskAsync($"{List}?{query}");

        Assert.Equal((400, "application/problem+json", code), (refused.Status, refused.Type, refused.Code));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        var refused = await AskAsync($"{List}?limit=1000&fields=titel,nonsense&srot=title&q={new string('q', 201)}");

        Assert.Equal(["srot", "fields", "fields", "limit", "q"], refused.Errors.Select(e => e.Parameter));
    }

    [Fact]
    public async Task A_cursor_is_of_its_list_and_cannot_be_made_by_hand()
    {
        var cursor = Cursor((await AskAsync($"{List}?limit=2&tag=tax")).Next!);

        Assert.Equal(200, (await AskAsync($"{List}?limit=2&tag=tax&cursor={cursor}")).Status);
        Assert.Equal(200, (await AskAsync($"{List}?limit=50&tag=tax&cursor={cursor}")).Status); // the page's size is the reader's
        foreach (var foreign in new[] { $"{List}?limit=2&cursor={cursor}", $"{List}?tag=all&cursor={cursor}", $"{List}?tag=tax&q=piece&cursor={cursor}", $"/api/v1/sites/placement/articles?tag=tax&cursor={cursor}", $"{List}?tag=tax&cursor={cursor[..^2]}xx", $"{List}?tag=tax&cursor={new string('A', 5000)}" })
            Assert.Equal((400, "cursor.invalid"), ((await AskAsync(foreign)).Status, (await AskAsync(foreign)).Code));
    }

    [Fact]
    public async Task Publishing_while_someone_pages_neither_repeats_nor_skips()
    {
        var first = await AskAsync($"/api/v1/sites/relocation/articles?limit=10&tag=tax");
        var top = Shared.Articles[23]; // piece 24, on the first page
        await Some.Must(new UnpublishArticle(top), Some.Publisher);
        await Some.Must(new PublishArticle(top), Some.Publisher);

        var second = await AskAsync(first.Next!);

        Assert.Equal(12, first.Titles.Concat(second.Titles).Distinct().Count());
        Assert.Equal(12, first.Titles.Count + second.Titles.Count);
    }

    [Fact]
    public async Task A_list_is_answered_304_until_something_of_the_site_is_published()
    {
        var first = await AskAsync($"{List}?limit=2");
        var same = await AskAsync($"{List}?limit=2", ifNoneMatch: first.ETag);
        var head = await AskAsync($"{List}?limit=2", HttpMethod.Head);
        Assert.Equal((304, "", first.ETag), (same.Status, same.Body, same.ETag));
        Assert.Equal((200, "", first.ETag, first.Length), (head.Status, head.Body, head.ETag, head.Length));
        Assert.Equal(304, (await AskAsync($"{List}?limit=2", HttpMethod.Head, $"\"x\", W/{first.ETag}")).Status);
        Assert.NotEqual(first.ETag, (await AskAsync($"{List}?limit=3")).ETag);

        await Some.Must(new UnpublishArticle(Shared.Articles[0]), Some.Publisher);
        await Some.Must(new PublishArticle(Shared.Articles[0]), Some.Publisher);

        Assert.Equal(200, (await AskAsync($"{List}?limit=2", ifNoneMatch: first.ETag)).Status);
    }

    private static string Cursor(string next) => next[(next.IndexOf("cursor=", StringComparison.Ordinal) + "cursor=".Length)..];
}
