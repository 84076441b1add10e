using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using QuestCms.Application.Delivery;
using QuestCms.Client;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Live;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Clients;

/// <summary>The C# client follows a site: over cuts, and over a log that begins anew.</summary>
public sealed class ClientEventsTests : IClassFixture<SharedHouse>, IDisposable
{
    private readonly SharedHouse _shared;
    private readonly WatchedLine _line;
    private readonly FakeTimeProvider _clock = new();
    private readonly QuestSite _site;

    public ClientEventsTests(SharedHouse shared)
    {
        _shared = shared;
        _line = new WatchedLine(shared.Some.House.Server.CreateHandler());
        _site = new QuestClient("http://localhost", new() { Clock = _clock }, new HttpClient(_line)).Site("relocation");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private TestHouse House => _shared.Some.House;

    [Fact]
    public async Task Each_event_comes_once_and_in_order_over_lines_that_are_cut()
    {
        var end = (await _site.ListChangesAsync(new() { Since = "now" }, Ct)).Meta.Next;
        foreach (var slug in new[] { "a", "b" }) await TellAsync(slug);
        await using var following = _site.FollowAsync(end, Ct).GetAsyncEnumerator(Ct);

        var heard = new List<QuestEvent> { await NextAsync(following), await NextAsync(following) };
        _line.Cut();
        await TellAsync("c");
        heard.Add(await NextAsync(following));
        _line.Cut();
        await TellAsync("d");
        heard.Add(await NextAsync(following));

        Assert.Equal(["a", "b", "c", "d"], heard.Select(h => h.Data.Slug));
        Assert.All(heard, h => Assert.Equal(EventType.ArticlePublished, h.Type));
        Assert.Equal(Enumerable.Range(0, 4).Select(n => heard[0].Data.Sequence + n), heard.Select(h => h.Data.Sequence));
        Assert.Equal(4, _line.Answers.Count); // changes, and three lines
    }

    [Fact]
    public async Task What_will_not_pass_by_itself_is_said()
    {
        var unknown = new QuestClient("http://localhost", http: new HttpClient(_line)).Site("unheard-of").FollowAsync(ct: Ct).GetAsyncEnumerator(Ct);
        var broken = _site.FollowAsync("no-cursor", Ct).GetAsyncEnumerator(Ct);

        Assert.Equal("site.not_found", (await Assert.ThrowsAsync<QuestProblemException>(() => unknown.MoveNextAsync().AsTask())).Code);
        Assert.Equal("cursor.invalid", (await Assert.ThrowsAsync<QuestProblemException>(() => broken.MoveNextAsync().AsTask())).Code);
    }

    [Fact]
    public async Task When_the_log_begins_anew_everything_is_fetched_again_and_followed_from_there()
    {
        var before = (await _site.ListChangesAsync(new() { Since = "now" }, Ct)).Meta.Next;
        var told = Channel.CreateUnbounded<string>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var mirror = _site.MirrorAsync(_ => Write("everything"), (one, _) => Write(one.Data.Slug!), enough.Token);
        Assert.Equal("everything", await told.Reader.ReadAsync(Ct));
        await TellAsync("early");
        Assert.Equal("early", await HearAsync());

        await House.SendAsync(new StartEpoch(), Actor.Shell);
        Assert.Equal("everything", await HearAsync());
        await TellAsync("late");
        Assert.Equal("late", await HearAsync());

        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => mirror);
        await using var old = _site.FollowAsync(before, Ct).GetAsyncEnumerator(Ct);
        Assert.Equal("resync", (await Assert.ThrowsAsync<QuestResyncException>(() => old.MoveNextAsync().AsTask())).Code);

        Task Write(string what) => told.Writer.WriteAsync(what, Ct).AsTask();

        async Task<string> HearAsync()
        {
            var hearing = told.Reader.ReadAsync(Ct).AsTask();
            await PassAsync(() => hearing.IsCompleted);
            return await hearing;
        }
    }

    private async Task TellAsync(string slug) => await House.TellAsync(_shared.Some.Site, slug);

    private async Task<QuestEvent> NextAsync(IAsyncEnumerator<QuestEvent> following)
    {
        var next = following.MoveNextAsync().AsTask();
        await PassAsync(() => next.IsCompleted);
        Assert.True(await next);
        return following.Current;
    }

    // Time goes on for who waits before connecting again, and the house looks whether something happened.
    private Task PassAsync(Func<bool> isOver) => Until.TrueAsync(() =>
    {
        _clock.Advance(TimeSpan.FromMilliseconds(100));
        House.Services.GetRequiredService<LiveLog>().Beat();
        return isOver();
    }, Ct);

    public void Dispose() => _line.Dispose();
}
