using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Api;

/// <summary>What cannot be, sent to the management API: 4xx with the right code and place, at once, and nothing is stored.</summary>
public sealed class ManageBadInputTests(AgentsHouse shared) : WithManagement(shared)
{
    public static TheoryData<string, int, string, string> Bodies => new()
    {
        { "", 400, "json.malformed", "" },
        { "{", 400, "json.malformed", "" },
        { "[]", 400, "json.not_object", "" },
        { "null", 400, "json.not_object", "" },
        { "\"title\"", 400, "json.not_object", "" },
        { "{}", 400, "member.missing", "/title" },
        { """{"title":"a","title":"b"}""", 400, "member.twice", "/title" },
        { """{"title":"a","seo":{"title":"a","title":"b"}}""", 400, "member.twice", "/seo/title" },
        { """{"title":"a","titel":"b"}""", 400, "member.unknown", "/titel" },
        { """{"title":"a","seo":{"titel":"b"}}""", 400, "member.unknown", "/seo/titel" },
        { """{"title":"a","a/b~c":1}""", 400, "member.unknown", "/a~1b~0c" },
        { """{"title":1}""", 400, "member.type", "/title" },
        { """{"title":null}""", 400, "member.type", "/title" },
        { """{"title":"a","tags":"b"}""", 400, "member.type", "/tags" },
        { """{"title":"a","tags":["b",2]}""", 400, "member.type", "/tags/1" },
        { """{"title":"a","seo":[]}""", 400, "member.type", "/seo" },
        { """{"title":"a","kind":"novel"}""", 400, "value.unknown", "/kind" },
        { """{"title":"a","kind":"Guide"}""", 400, "value.unknown", "/kind" },
        { """{"title":"a","image":"no-id"}""", 400, "id.malformed", "/image" },
        { """{"title":"a\u0000b"}""", 400, "text.forbidden_characters", "/title" },
        { """{"title":"a","body":"\ud800"}""", 400, "text.forbidden_characters", "/body" },
        { """{"title":"a","\ud800":1}""", 400, "text.forbidden_characters", "/" },
        { """{"title":"a","tags":["\ud800"]}""", 400, "text.forbidden_characters", "/tags/0" },
        { """{"title":"a","slug":"No Slug"}""", 400, "slug.malformed", "/slug" },
        { """{"title":"a","authors":["'; drop table content.articles; --"]}""", 400, "authors.unknown", "/authors" },
        { $$"""{"title":"{{new string('x', 201)}}"}""", 400, "text.too_long", "/title" },
        { $$$"""{"title":"a","seo":{"title":"{{{new string('x', 321)}}}"}}""", 400, "text.too_long", "/seo/title" },
        { $$"""{"title":"a","tags":[{{string.Join(',', Enumerable.Range(0, 21).Select(i => $"\"{i}\""))}}]}""", 400, "tags.too_many", "/tags" },
        { $$"""{"title":"a","body":"{{new string('x', 210_000)}}"}""", 413, "body.too_large", "" },
        { $$"""{"title":"a","x":{{new string('[', 9)}}{{new string(']', 9)}}}""", 400, "json.malformed", "" },
        { new string('[', 100_000), 400, "json.malformed", "" },
        { $$"""{"title":"a","body":"{{new string('x', 10_000_000)}}"}""", 413, "request.too_large", "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_is_refused_with_its_place(string body, int status, string code, string pointer)
    {
        var before = await SavesAsync();
        var told = await SendAsync("POST", Articles, raw: body);

        Assert.Equal(status, told.Status);
        Assert.Contains(code, told.Errors.Select(e => e.Code).Append(told.Code));
        if (pointer.Length > 0) Assert.Contains((pointer, code), told.Errors);
        Assert.Equal("application/problem+json", told.Headers["Content-Type"]);
        Assert.Equal(before, await SavesAsync());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_bodies_of_another_kind_are_refused()
    {
        async Task<(int, string?)> Send(byte[] bytes, string type, string? coding = null)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            if (coding is not null) content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
            var told = await SendAsync("POST", Articles, content: content);
            return (told.Status, told.Code);
        }
        Assert.Equal((400, "text.forbidden_characters"), await Send([.. "{\"title\":\""u8, 0xFF, 0xFE, .. "\"}"u8], "application/json"));
        Assert.Equal((400, "json.malformed"), await Send(Encoding.Unicode.GetBytes("{\"title\":\"a\"}"), "application/json"));
        Assert.Equal((415, "media_type"), await Send("{}"u8.ToArray(), "text/plain"));
        Assert.Equal((415, "media_type"), await Send("{}"u8.ToArray(), "application/json; charset=utf-16"));
        Assert.Equal((415, "media_type"), await Send("{}"u8.ToArray(), "application/json", "gzip"));
        Assert.Equal((415, "media_type"), await Send("title=a"u8.ToArray(), "application/x-www-form-urlencoded"));
    }

    [Theory]
    [InlineData("/articles?limit=101", "limit", "limit.range")]
    [InlineData("/articles?limit=0", "limit", "limit.range")]
    [InlineData("/articles?limit=x", "limit", "limit.range")]
    [InlineData("/articles?limit=1&limit=2", "limit", "parameter.repeated")]
    [InlineData("/articles?stat=draft", "stat", "parameter.unknown")]
    [InlineData("/articles?state=live", "state", "value.unknown")]
    [InlineData("/articles?category=nowhere", "category", "category.unknown")]
    [InlineData("/articles?author=%00", "author", "parameter.malformed")]
    [InlineData("/articles?cursor=x", "cursor", "cursor.invalid")]
    [InlineData("/bin?cursor=x", "cursor", "cursor.invalid")]
    [InlineData("/bin?q=x", "q", "parameter.unknown")]
    [InlineData("/media?cursor=CfDJ8", "cursor", "cursor.invalid")]
    [InlineData("/generations?article=x", "article", "id.malformed")]
    [InlineData("/webhooks?limit=1", "limit", "parameter.unknown")]
    [InlineData("/webhooks/01920000-0000-7000-8000-000000000000/deliveries?state=away", "state", "value.unknown")]
    [InlineData("/webhooks/01920000-0000-7000-8000-000000000000/deliveries?cursor=x", "cursor", "cursor.invalid")]
    public async Task A_query_that_cannot_be_is_refused_by_name(string address, string parameter, string code)
    {
        var told = await SendAsync("GET", Root + address);

        Assert.Equal(400, told.Status);
        Assert.Contains((parameter, code), told.Errors);
    }

    [Fact]
    public async Task Anything_anywhere_is_answered_at_once_and_never_with_a_fault()
    {
        var made = await WriteAsync();
        string[] steps = ["", "/submit", "/withdraw", "/schedule", "/unpublish", "/archive", "/restore", "/revisions", "/revisions/1"];
        string[] bodies = ["{\"at\":\"yesterday\",\"action\":\"publish\"}", "{\"note\":[1]}", "{\"revision\":1.5}", "{\"revision\":99999999999}", "[", "{\"note\":\"\\ud800\"}", $"{{\"note\":\"{new string('x', 70_000)}\"}}"];
        foreach (var step in steps)
            foreach (var method in new[] { "POST", "PUT", "DELETE", "PATCH" })
                foreach (var body in bodies)
                {
                    var began = Stopwatch.GetTimestamp();
                    var told = await SendAsync(method, made.Address + step, raw: body, ifMatch: made.ETag);
                    Assert.True(told.Status is >= 400 and < 500, $"{method} {step} {body[..Math.Min(40, body.Length)]}: {told.Status} {told.Body}");
                    Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(2), $"{method} {step} took {Stopwatch.GetElapsedTime(began)}");
                    if (told.Status == 429) return; // the key's minute is used up: a refusal too
                }
    }

    private Task<int> SavesAsync() => House.ReadAsync(db => db.AuditEntries.CountAsync(Ct));
}
