using System.Net.Http.Headers;
using QuestCms.Application.Audit;
using QuestCms.Application.Delivery;
using QuestCms.Application.Review;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Mcp;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Api;

/// <summary>From a key to readers, through HTTP, with the one step between that only a person does.</summary>
public sealed class ManageArticleTests(AgentsHouse shared) : WithManagement(shared)
{
    [Fact]
    public async Task From_a_key_to_readers_with_a_persons_decision_between()
    {
        var made = await WriteAsync("Ferries to Barreiro");
        Assert.Equal((201, "\"2\"", made.Address, "draft"), (made.Status, made.ETag, made.Location, made["state"]));

        var read = await SendAsync("GET", made.Address);
        Assert.Equal((200, made.ETag, "agent Research"), (read.Status, read.ETag, read.Json.GetProperty("changedBy").GetProperty("name").GetString()));
        Assert.Equal(304, (await SendAsync("GET", made.Address, ifNoneMatch: read.ETag)).Status);

        var text = System.Text.Json.Nodes.JsonNode.Parse(read.Json.GetProperty("text").GetRawText())!;
        text["body"] = "They leave at seven and at nine.\n";
        var put = await SendAsync("PUT", made.Address, text, ifMatch: read.ETag);
        Assert.Equal((200, "2"), (put.Status, put["revision"]));

        var submitted = await SendAsync("POST", made.Address + "/submit", new { note = "Please look at the times." }, ifMatch: put.ETag);
        Assert.Equal((200, "in_review"), (submitted.Status, submitted["state"]));
        Assert.Equal((409, "article.frozen"), ((await SendAsync("PUT", made.Address, text, ifMatch: submitted.ETag)) is var frozen ? (frozen.Status, frozen.Code) : default));
        var tooSoon = await SendAsync("POST", made.Address + "/schedule", new { action = "publish", at = "2030-01-01T07:00:00Z" }, ifMatch: submitted.ETag);
        Assert.Equal((409, "publish.nothing_approved"), (tooSoon.Status, tooSoon.Code));

        var queue = (await House.SendAsync(new GetReviewQueue(Some.Site), Some.Reviewer)).Value.Items.Single(i => i.Article == made.Id);
        Assert.Equal(("agent Research", "Please look at the times."), (queue.SubmittedBy, queue.Note));
        Assert.Equal("agent Research", (await House.SendAsync(new GetRoundForReview(queue.Round), Some.Reviewer)).Value.SubmittedBy);
        await Some.Must(new DecideOnRound(queue.Round, Verdict.Approved, 8, ""), Some.Reviewer);

        var approved = await SendAsync("GET", made.Address);
        Assert.Equal(("approved", "2"), (approved["state"], approved["approvedRevision"]));
        Assert.Equal(409, (await SendAsync("POST", made.Address + "/schedule", new { action = "publish", revision = 1, at = "2030-01-01T07:00:00Z" }, ifMatch: approved.ETag)).Status);
        var planned = await SendAsync("POST", made.Address + "/schedule", new { action = "publish", at = "2030-01-01T07:00:00Z" }, ifMatch: approved.ETag);
        Assert.Equal((200, "scheduled", "2030-01-01T07:00:00.000Z"), (planned.Status, planned["shown"], planned["scheduledFor"]));
        Assert.Equal("agent Research", (await House.SendAsync(new GetPublishing(made.Id), Some.Publisher)).Value.Plan!.PlannedBy);
        var dropped = await SendAsync("DELETE", made.Address + "/schedule", ifMatch: planned.ETag);
        Assert.Equal((200, "approved"), (dropped.Status, dropped["shown"]));
        await Some.Must(new PublishArticle(made.Id), Some.Publisher);

        var live = await SendAsync("GET", made.Address);
        Assert.Equal(409, (await SendAsync("DELETE", made.Address, ifMatch: live.ETag)).Status);
        var down = await SendAsync("POST", made.Address + "/unpublish", ifMatch: live.ETag);
        Assert.Equal((200, null), (down.Status, down["liveRevision"]));
        var archived = await SendAsync("POST", made.Address + "/archive", ifMatch: down.ETag);
        Assert.Equal("archived", archived["shown"]);
        var back = await SendAsync("DELETE", made.Address + "/archive", ifMatch: archived.ETag);
        Assert.Null(back["archivedAt"]);

        var told = (await House.SendAsync(new ListAuditTrail(Some.Site, new AuditFilter(Person: Key.Value)), Some.Administrator)).Value.Items;
        Assert.All(told, l => Assert.Equal("agent Research", l.Who));
        Assert.Contains(told, l => l.Sentence == "submitted revision 2 of “Ferries to Barreiro” for review");
        Assert.Contains(told, l => l.Sentence == "took “Ferries to Barreiro” from its readers");
    }

    [Fact]
    public async Task It_takes_back_what_it_handed_over_and_reads_what_was_frozen()
    {
        var made = await WriteAsync();
        var submitted = await SendAsync("POST", made.Address + "/submit", ifMatch: made.ETag);
        var back = await SendAsync("POST", made.Address + "/withdraw", ifMatch: submitted.ETag);
        Assert.Equal((200, "draft"), (back.Status, back["state"]));

        var revisions = await SendAsync("GET", made.Address + "/revisions");
        var first = revisions.Json.GetProperty("data").EnumerateArray().Single();
        Assert.Equal(("named_save", "agent", "agent Research"), (first.GetProperty("occasion").GetString(), first.GetProperty("origin").GetString(), first.GetProperty("by").GetProperty("name").GetString()));
        Assert.Equal("They leave at seven.\n", (await SendAsync("GET", made.Address + "/revisions/1")).Json.GetProperty("text").GetProperty("body").GetString());
        Assert.Equal((404, "revision.not_found"), ((await SendAsync("GET", made.Address + "/revisions/7")) is var none ? (none.Status, none.Code) : default));
    }

    [Fact]
    public async Task The_list_is_paged_and_filtered_and_the_bin_is_apart()
    {
        var names = new[] { "Listed one", "Listed two", "Listed three" };
        foreach (var name in names) await WriteAsync(name);
        var page = await SendAsync("GET", Articles + "?q=listed&limit=2&kind=guide&category=portugal&author=relocation-desk&tag=river&state=draft");
        var next = page.Json.GetProperty("links").GetProperty("next").GetString()!;
        var rest = await SendAsync("GET", next);
        Assert.Equal(names.Order(StringComparer.Ordinal), page.Json.GetProperty("data").EnumerateArray().Concat(rest.Json.GetProperty("data").EnumerateArray()).Select(r => r.GetProperty("title").GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains("rel=\"next\"", page.Headers["Link"], StringComparison.Ordinal);
        Assert.Equal((400, "cursor.invalid"), ((await SendAsync("GET", next.Replace("q=listed", "q=other", StringComparison.Ordinal))) is var foreign ? (foreign.Status, foreign.Code) : default));

        var made = await WriteAsync("Thrown over board");
        var binned = await SendAsync("DELETE", made.Address, ifMatch: made.ETag);
        Assert.Equal(200, binned.Status);
        Assert.Equal("Thrown over board", (await SendAsync("GET", Root + "/bin")).Json.GetProperty("data")[0].GetProperty("title").GetString());
        Assert.Empty((await SendAsync("GET", Articles + "?q=%22Thrown+over+board%22")).Json.GetProperty("data").EnumerateArray());
        Assert.Null((await SendAsync("POST", made.Address + "/restore", ifMatch: binned.ETag))["binnedAt"]);
    }

    [Fact]
    public async Task A_picture_is_brought_once_however_often_it_is_sent()
    {
        HttpContent Form()
        {
            var file = new ByteArrayContent(SomePictures.Png(40, 30));
            file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            return new MultipartFormDataContent { { file, "file", "river.png" }, { new StringContent("The river"), "alt" } };
        }
        var brought = await SendAsync("POST", Root + "/media", content: Form(), idempotencyKey: "river");
        Assert.Equal((201, "The river"), (brought.Status, brought["alt"]));
        Assert.Equal(brought.Body, (await SendAsync("POST", Root + "/media", content: Form(), idempotencyKey: "river")).Body);
        var one = await SendAsync("GET", brought.Location!);
        Assert.Equal(("river.png", "agent Research", "40"), (one["fileName"], one["addedBy"], one["width"]));
        Assert.Equal(brought["id"], (await SendAsync("GET", Root + "/media?q=river")).Json.GetProperty("data")[0].GetProperty("id").GetString());
        Assert.Equal((400, "file.one"), ((await SendAsync("POST", Root + "/media", content: new MultipartFormDataContent { { new StringContent("x"), "alt" } })) is var none ? (none.Status, none.Code) : default));
    }

    [Fact]
    public async Task A_key_opens_its_site_and_what_its_scopes_give()
    {
        var made = await WriteAsync();
        var (reader, _) = await ClientAsync(KeyScope.Read);
        var (writer, _) = await ClientAsync(KeyScope.Write);
        var (previewer, _) = await ClientAsync(KeyScope.Preview);

        Assert.Equal((403, "key.scope"), ((await SendAsync("GET", made.Address, client: reader)) is var r ? (r.Status, r.Code) : default));
        Assert.Equal(403, (await SendAsync("GET", Articles, client: writer)).Status);
        Assert.Equal(403, (await SendAsync("DELETE", made.Address, ifMatch: made.ETag, client: previewer)).Status);
        Assert.Equal((404, "site.not_found"), ((await SendAsync("GET", "/api/v1/manage/sites/placement/articles")) is var s ? (s.Status, s.Code) : default));
        using var nobody = House.CreateClient();
        Assert.Equal(401, (await SendAsync("GET", Articles, client: nobody)).Status);
        var method = await SendAsync("PATCH", made.Address);
        Assert.Equal((405, "GET, HEAD, PUT, DELETE"), (method.Status, method.Headers["Allow"]));
        foreach (var step in new[] { "approve", "reject", "decide", "publish", "publishing", "take-over", "review" }) Assert.Equal(404, (await SendAsync("POST", $"{made.Address}/{step}", new { }, ifMatch: made.ETag)).Status);
    }
}
