using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using QuestCms.Domain.Ai;
using QuestCms.Infrastructure.BackgroundWork;
using QuestCms.IntegrationTests.Ai;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Live;

/// <summary>The words of a generation as Server-Sent Events: every one once, resumed where a line broke, and not for strangers.</summary>
public sealed class GenerationEventsTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Who_watches_from_the_start_hears_every_word_and_how_it_ended()
    {
        var id = await AskAsync(await Some.DraftAsync("Watched"));
        Claude.Claude.Scenario = new() { Name = "answer", Pace = 2 };
        using var browser = await Some.BrowserOfAsync(Some.Creator);
        var watching = Task.Run(() => WatchAsync(browser, Address(id)), Ct);

        var generation = await RunAsync(id);

        var heard = await watching;
        Assert.Equal(generation.Text, Words(heard));
        Assert.Equal("finished", State(heard[^1]));
        Assert.Equal(generation.Text.Length.ToString(), heard.Last(e => e.EventType == "text").EventId);
    }

    [Fact]
    public async Task Who_watches_before_it_begins_hears_the_first_word_without_another_look_at_the_row()
    {
        var id = await AskAsync(await Some.DraftAsync("Watched early"));
        var feed = new GenerationFeed(House.Services.GetRequiredService<NpgsqlDataSource>(), new FakeTimeProvider()); // its time stands still
        await using var news = feed.WatchAsync(id, 0, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await news.MoveNextAsync());
        Assert.Equal(GenerationState.Queued, news.Current.State);
        var next = news.MoveNextAsync().AsTask();

        await feed.BeginAsync(id, Ct);
        feed.Tell(id, "First");

        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(20), Ct));
        Assert.Equal((0, "First"), (news.Current.Offset, news.Current.Text));
    }

    [Fact]
    public async Task A_line_that_broke_is_taken_up_where_it_was()
    {
        var generation = await AnswerAsync("answer");
        using var browser = await Some.BrowserOfAsync(Some.Creator);

        foreach (var seen in new[] { 0, 1, 57, generation.Text.Length })
        {
            Assert.Equal(generation.Text[seen..], Words(await WatchAsync(browser, Address(generation.Id), lastEventId: seen.ToString())));
            Assert.Equal(generation.Text[seen..], Words(await WatchAsync(browser, $"{Address(generation.Id)}?offset={seen}")));
        }
        foreach (var nonsense in new[] { "-5", "99999999999", "abc", "1000000" })
            Assert.Equal("finished", State((await WatchAsync(browser, Address(generation.Id), lastEventId: nonsense))[^1]));
    }

    [Fact]
    public async Task What_did_not_finish_says_so_at_the_end()
    {
        var generation = await AnswerAsync("max_tokens");
        using var browser = await Some.BrowserOfAsync(Some.Reviewer);

        var last = JsonSerializer.Deserialize<JsonElement>((await WatchAsync(browser, Address(generation.Id)))[^1].Data);

        Assert.Equal("failed", last.GetProperty("state").GetString());
        Assert.StartsWith("Claude reached the limit", last.GetProperty("say").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_stream_and_none_that_is_not_there()
    {
        var generation = await AnswerAsync("answer");
        using var stranger = await Some.BrowserOfAsync(Some.Stranger);
        using var anyone = House.CreateClient(new() { AllowAutoRedirect = false });

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Address(generation.Id))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Address(GenerationId.From(Guid.CreateVersion7())))).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anyone.GetAsync(Address(generation.Id), Ct)).StatusCode);
        foreach (var broken in new[] { "/studio/generations/no-id/events", $"{Address(generation.Id)}?offset=abc" })
            Assert.Equal(HttpStatusCode.BadRequest, (await stranger.GetAsync(broken)).Status);
    }

    private static string Address(GenerationId id) => $"/studio/generations/{id}/events";

    private static async Task<List<SseItem<string>>> WatchAsync(Identity.StudioClient browser, string address, string? lastEventId = null)
    {
        var heard = new List<SseItem<string>>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(await browser.StreamAsync(address, lastEventId)));
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Ct)) heard.Add(item);
        return heard;
    }

    private static string Words(IEnumerable<SseItem<string>> heard) =>
        string.Concat(heard.Where(e => e.EventType == "text").Select(e => JsonSerializer.Deserialize<JsonElement>(e.Data).GetProperty("text").GetString()));

    private static string? State(SseItem<string> item) => JsonSerializer.Deserialize<JsonElement>(item.Data).GetProperty("state").GetString();
}
