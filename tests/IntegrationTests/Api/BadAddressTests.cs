using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Delivery;
using QuestCms.IntegrationTests.Content;
using QuestCms.Web.Api.Describing;
using QuestCms.Web.Api.Explaining;

namespace QuestCms.IntegrationTests.Api;

/// <summary>
/// Every reading address of the API and every parameter it takes, with what cannot be: always an answer of problem details with a code that has a page, never a fault, never a draft and
/// never another site's piece.
/// </summary>
public sealed class BadAddressTests(ApiHouse shared) : WithApi(shared)
{
    private const string Draft = "A draft that nobody may see", Foreign = "A piece of the other site";

    // As they stand in an address; null is not in one.
    private static readonly Dictionary<string, string> Bad = new()
    {
        ["nothing"] = "",
        ["a word for a number"] = "seven",
        ["too large a number"] = "99999999999999999999",
        ["below nothing"] = "-1",
        ["a decimal comma"] = "1,5",
        ["NUL"] = "a%00b",
        ["half a character"] = "%ED%A0%80",
        ["no UTF-8"] = "%FF%FE",
        ["SQL"] = "%27%20or%201%3D1%3B%20drop%20table%20delivery.published_articles%3B--",
        ["a union"] = "x%27%20union%20select%20body%20from%20content.articles--",
        ["words of a search"] = "%28%28%26%7C%21%3A%2A%29%29%20%27a%27%3A%2A%20%3C-%3E",
        ["wildcards"] = "%25%25%25_%5C%25",
        ["brackets"] = "%5B%5D%7B%7D%5B%24ne%5D",
        ["markup"] = "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        ["a template"] = "%7B%7B7*7%7D%7D",
        ["a format"] = "%25n%25s%7B0%7D",
        ["the way up"] = "..%2F..%2Fetc%2Fpasswd",
        ["a line end"] = "a%0D%0ASet-Cookie%3A%20x%3Dy",
        ["very long"] = new string('x', 4_000),
        ["many of them"] = string.Join(',', Enumerable.Repeat("a", 500)),
        ["a time that is none"] = "2026-02-30T25:61:00Z",
        ["right to left"] = "%E2%80%AE%F0%9F%98%80",
    };

    private static readonly string[] Cursors = ["a", "CfDJ8", "%2B%2F%3D", "eyJhIjoxfQ", new string('A', 4_000)];

    [Fact]
    public async Task Whatever_stands_in_an_address_is_answered_and_nothing_leaks()
    {
        var draft = await Some.DraftAsync(Draft);
        var (operations, _) = Described.Of(Some.House.Services.GetRequiredService<EndpointDataSource>());
        var (asked, wrong, slow) = (0, new List<string>(), new List<string>());
        var address = new Dictionary<string, string> { ["site"] = "relocation", ["id"] = Shared.Articles[6].ToString(), ["slug"] = "piece-7" };

        async Task TryAsync(string where, string what)
        {
            asked++;
            var began = Stopwatch.GetTimestamp();
            var answer = await AskAsync(where);
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(2)) slow.Add($"{what}: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
            if (answer.Status is not (200 or 304 or 308 or (>= 400 and < 500))) wrong.Add($"{what}: {answer.Status}");
            else if (answer.Status >= 400 && Against(answer) is { } fault) wrong.Add($"{what}: {fault}");
            if (answer.Body.Contains(Draft, StringComparison.Ordinal) || answer.Body.Contains(Foreign, StringComparison.Ordinal)) wrong.Add($"{what}: it leaks");
        }

        foreach (var one in operations.Where(o => o.Method == "GET" && o.Operation.Scope is null && o.Operation.Id is not ("followEvents" or "followLive")))
        {
            var good = "/api/v1" + address.Aggregate(one.Path, (path, part) => path.Replace($"{{{part.Key}}}", part.Value, StringComparison.Ordinal));
            var needed = string.Join('&', one.Operation.Parameters.Where(p => p is { In: "query", Required: true }).Select(p => $"{p.Name}=piece"));
            string[] names = [.. one.Operation.Parameters.Where(p => p is { In: "query", Deep: false }).Select(p => p.Name), "unknown", "%00", "filter[title][eq]", "filter[x%27][eq]", "filter[score][%27]", "filter[[[]]]", "filter[publishedAt][gte]"];
            foreach (var name in names)
            {
                foreach (var (what, value) in Bad) await TryAsync($"{good}?{(needed.StartsWith(name + "=", StringComparison.Ordinal) ? "" : needed + "&")}{name}={value}", $"{one.Operation.Id} {name}, {what}");
                await TryAsync($"{good}?{name}=1&{name}=2&{name}[]=3", $"{one.Operation.Id} {name}, repeated");
            }
            foreach (var cursor in Cursors) await TryAsync($"{good}?{needed}&cursor={cursor}", $"{one.Operation.Id} cursor {cursor[..Math.Min(9, cursor.Length)]}");
            foreach (var (what, value) in Bad.Where(b => b.Value.Length > 0 && b.Key != "NUL")) // no client sends that in a path
                foreach (var (part, is_) in address.Where(a => one.Path.Contains($"{{{a.Key}}}", StringComparison.Ordinal)))
                    await TryAsync(good.Replace(is_, value, StringComparison.Ordinal), $"{one.Operation.Id} {part}, {what}");
        }
        foreach (var there in new[] { $"{List}/{draft}", $"{List}/{draft}?fields=title", $"{List}/{draft}/related", $"{List}?filter[id][eq]={draft}", $"{List}?q=nobody", $"{List}?filter[title][contains]=nobody" }) await TryAsync(there, there);

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(40)));
        Assert.True(slow.Count == 0, string.Join("\n", slow));
        Assert.True(asked > 1_000, $"{asked}");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("W/")]
    [InlineData("*, *")]
    [InlineData("no quotes, \"half")]
    [InlineData("\"a\",\"b\",,,\"c")]
    public async Task A_tag_that_is_none_gets_the_whole_answer(string tag)
    {
        var answer = await AskAsync(List, ifNoneMatch: tag);

        Assert.Contains(answer.Status, new[] { 200, 304 }.Take(tag.Contains('*') ? 2 : 1));
    }

    [Fact]
    public async Task A_cursor_opens_its_own_list_alone()
    {
        var cursor = (await AskAsync($"{List}?limit=2")).Next!.Split("cursor=")[1];
        foreach (var elsewhere in new[] { $"{List}?sort=title", $"{List}?sort=publishedAt", $"{List}?kind=guide", $"{List}?filter[score][gte]=1", "/api/v1/sites/placement/articles?", "/api/v1/sites/relocation/tags?", "/api/v1/sites/relocation/redirects?", "/api/v1/sites/relocation/search?q=piece" })
            Assert.Equal((400, "cursor.invalid"), ((await AskAsync($"{elsewhere}&cursor={cursor}")).Status, (await AskAsync($"{elsewhere}&cursor={cursor}")).Code));
    }

    [Fact]
    public async Task A_list_that_is_paged_while_somebody_publishes_shows_every_piece_once()
    {
        var (seen, next, round) = (new List<string>(), $"{List}?limit=3&tag=all", 0);
        for (string? page = next; page is not null;)
        {
            var answer = await AskAsync(page);
            seen.AddRange(answer.Titles);
            page = answer.Next;
            if (round++ >= 4) continue;
            var fresh = await Some.DraftAsync($"Fresh {round}");
            await Some.ChangeAsync(fresh, c => c with { Tags = ["all"] });
            await Some.ApprovedAsync(fresh);
            await Some.Must(new PublishArticle(fresh), Some.Publisher);
        }

        Assert.Equal(Enumerable.Range(1, ApiHouse.Published).Select(i => $"Piece {i}").Order(), seen.Order());
    }

    private static string? Against(Reply answer)
    {
        if (answer.Type != "application/problem+json") return $"{answer.Status} is {answer.Type}";
        var problem = JsonSerializer.Deserialize<JsonElement>(answer.Body);
        var code = problem.GetProperty("code").GetString()!;
        if (ProblemCodes.Of(code) is null) return $"no page explains {code}";
        if (problem.GetProperty("status").GetInt32() != answer.Status) return "another status inside";
        return answer.Body.Contains("Npgsql", StringComparison.Ordinal) || answer.Body.Contains("   at ", StringComparison.Ordinal) ? "it tells of its inside" : null;
    }
}
