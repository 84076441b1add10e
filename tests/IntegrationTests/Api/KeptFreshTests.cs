using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Content;
using QuestCms.TestKit;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.IntegrationTests.Api;

/// <summary>What lies in memory is never old: here at once, elsewhere within a second; and it is there when the database is not.</summary>
public sealed class KeptFreshTests(DoorHouse shared) : AtTheDoor(shared)
{
    private const string List = "/api/v1/sites/relocation/articles?limit=100";

    [Fact]
    public async Task No_old_answer_after_published_was_said_however_many_ask_meanwhile()
    {
        var article = await Shared.PublishedAsync("Read all the time");
        const string bySlug = "/api/v1/sites/relocation/articles/by-slug/read-all-the-time";
        var byId = $"/api/v1/sites/relocation/articles/{article}";
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++) await AskAsync(((n + i) % 4) switch { 0 => bySlug, 1 => byId, 2 => List, _ => "/sites/relocation/read-all-the-time" });
        }, Ct)).ToList();

        for (var round = 1; round <= 10; round++)
        {
            var words = $"Written in round {round}";
            await Some.ChangeAsync(article, c => c with { Body = words, Summary = words });
            await Some.ApprovedAsync(article);
            await Some.Must(new PublishArticle(article), Some.Publisher);
            foreach (var address in new[] { bySlug, byId, List, "/sites/relocation/read-all-the-time", "/sites/relocation" })
                Assert.Contains(words + (address == List || address.EndsWith("relocation", StringComparison.Ordinal) ? "\"" : ""), Text(await AskAsync(address)).Replace("</p>", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        Assert.Equal((410, 410, 410), ((await AskAsync(bySlug)).Status, (await AskAsync(byId)).Status, (await AskAsync("/sites/relocation/read-all-the-time")).Status));
        Assert.DoesNotContain("read-all-the-time", Text(await AskAsync(List)), StringComparison.Ordinal);

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Another_replica_sees_it_within_a_second()
    {
        var article = await Shared.PublishedAsync("Seen elsewhere");
        const string address = "/api/v1/sites/relocation/articles/by-slug/seen-elsewhere";
        await using var replica = Some.House.Replica(workers: false);
        using var elsewhere = replica.CreateClient();
        Assert.Equal(200, (await DoorReply.AskAsync(elsewhere, address, Ct)).Status);

        for (var round = 1; round <= 3; round++)
        {
            await Some.WriteAsync(article, $"In round {round}.");
            await Some.ApprovedAsync(article);
            await Some.Must(new PublishArticle(article), Some.Publisher);
            var published = Stopwatch.GetTimestamp();
            var words = $"In round {round}.";
            var lastOld = published;
            await Until.TrueAsync(async () =>
            {
                var began = Stopwatch.GetTimestamp();
                if (Text(await DoorReply.AskAsync(elsewhere, address, Ct)).Contains(words, StringComparison.Ordinal)) return true;
                lastOld = began;
                return false;
            }, Ct);
            Assert.InRange(Stopwatch.GetElapsedTime(published, lastOld), TimeSpan.Zero, SiteBoard.Longest); // who asks after that is answered anew
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_stored_article_is_sent_past_the_pipeline_as_it_is_sent_through_it(string coding)
    {
        var made = Some.House.Services.GetRequiredService<AnswerMaking>();
        (string, string)[] accepts = coding.Length > 0 ? [("Accept-Encoding", coding)] : [];
        foreach (var (address, key) in new[] { (DoorHouse.Open, ""), (DoorHouse.Closed, Shared.KeyOfClosed) })
        {
            (string, string)[] headers = key.Length > 0 ? [.. accepts, ("Authorization", $"Bearer {key}")] : accepts;
            var before = made.Made;
            var through = await AskAsync(address + "?body=html", headers); // asks for what is stored, in more words
            var past = await AskAsync(address, headers);
            Assert.True(made.Made > before);
            Assert.Equal((200, 200), (through.Status, past.Status));
            Assert.Equal(through.Body, past.Body);
            Assert.Equal(Told(through), Told(past));
        }
        static IEnumerable<string> Told(DoorReply reply) => reply.Headers.Where(h => h.Key is not ("RateLimit" or "Date")).Select(h => $"{h.Key}: {h.Value}").Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task An_event_of_one_article_leaves_the_others_in_memory()
    {
        var (first, _) = (await Shared.PublishedAsync("Changed often"), await Shared.PublishedAsync("Left alone"));
        const string changed = "/api/v1/sites/relocation/articles/by-slug/changed-often", alone = "/api/v1/sites/relocation/articles/by-slug/left-alone";
        foreach (var address in new[] { changed, alone, List }) await AskAsync(address);

        await Some.Must(new UnpublishArticle(first), Some.Publisher);
        await AskAsync("/api/v1/sites/relocation");

        Assert.Equal((false, true, false), (IsKept(changed), IsKept(alone), IsKept(List)));
    }

    [Fact]
    public async Task With_the_database_away_what_is_kept_is_answered()
    {
        var article = await Shared.PublishedAsync("There all the same");
        const string address = "/api/v1/sites/relocation/articles/by-slug/there-all-the-same";
        await using var line = TcpDoor.To(Some.House.ConnectionString);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Some.House.ConnectionString) { Host = "127.0.0.1", Port = line.Port, Timeout = 2 }.ConnectionString);
        await using var house = TestHouse.On(Some.House.ConnectionString);
        using var cut = house.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(new DeliveryDataSource(source))));
        using var client = cut.CreateClient();
        var before = await DoorReply.AskAsync(client, address, Ct);
        Assert.Equal(200, before.Status);

        await line.DisposeAsync();
        source.Clear(); // nobody listens there any more, and no line is left open
        await Until.TrueAsync(async () => (await DoorReply.AskAsync(client, "/api/v1/sites/relocation/articles?limit=7", Ct)).Status != 200, Ct);

        Assert.Equal((200, Convert.ToHexString(before.Body)), (await DoorReply.AskAsync(client, address, Ct)) is var after ? (after.Status, Convert.ToHexString(after.Body)) : default);
        Assert.Equal(304, (await DoorReply.AskAsync(client, address, Ct, ("If-None-Match", before["ETag"]!))).Status);
    }

    [Fact]
    public async Task What_was_published_before_there_were_packed_bytes_is_packed_when_it_is_read()
    {
        await Shared.PublishedAsync("From before");
        await Some.House.SqlAsync("update delivery.published_articles set json_br = null, json_br_tag = null, json_gzip = null, json_gzip_tag = null, cache_tags = '' where slug = 'from-before'");

        var packed = await AskAsync("/api/v1/sites/relocation/articles/by-slug/from-before", ("Accept-Encoding", "br"));
        Assert.Equal((200, "br", $"\"{Compressed.TagOf(packed.Body)}\""), (packed.Status, packed["Content-Encoding"], packed["ETag"]));
        Assert.StartsWith("site:relocation,article:", packed["Cache-Tag"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_who_ask_for_one_cold_thing_are_given_what_one_execution_made()
    {
        await Shared.PublishedAsync("Cold");
        var making = Some.House.Services.GetRequiredService<AnswerMaking>();
        var before = making.Made;
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync("/sites/relocation/cold?one=1")));

        Assert.All(answers, a => Assert.Equal((200, answers[0]["ETag"]), (a.Status, a["ETag"])));
        Assert.Equal(1, making.Made - before);
    }

    private bool IsKept(string address) => Some.House.Services.GetRequiredService<KeptAnswers>() is var kept
        && kept.Find(new KeptKey(address.Split('?')[0], address.Contains('?', StringComparison.Ordinal) ? "?" + address.Split('?')[1] : "", "localhost", false, Coding.Identity)) is not null;

    private static string Text(DoorReply reply) => Encoding.UTF8.GetString(reply.Body);
}
