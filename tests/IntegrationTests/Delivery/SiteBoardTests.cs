using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>The sites as delivery knows them: never older than a save of this process, at most a second behind another's, and still there when the database is not.</summary>
public sealed class SiteBoardTests(SharedHouse shared) : InASharedHouse(shared)
{
    private readonly HandMovedTimer _clock = new();

    [Fact]
    public async Task What_this_process_stored_is_seen_by_whoever_asks_after_it()
    {
        var board = House.Services.GetRequiredService<SiteBoard>();
        for (var n = 0; n < 3; n++)
        {
            await board.NowAsync(Ct);
            var article = await Some.DraftAsync($"Seen at once {n}");
            await Some.ApprovedAsync(article);
            await Some.Must(new PublishArticle(article), Some.Publisher);

            var stored = await House.ScalarAsync<long>("select last_sequence from delivery.sites where id = $1", Some.Site.Value);
            Assert.Equal(stored, (await board.NowAsync(Ct)).Of("relocation")!.Sequence);
        }
    }

    [Fact]
    public async Task What_another_process_stored_is_seen_a_second_later()
    {
        var board = Board(House.ConnectionString);
        var before = await board.NowAsync(Ct);
        await House.SqlAsync("update delivery.sites set strapline = 'Told by another process' where slug = 'relocation'");

        Assert.Same(before, await board.NowAsync(Ct));
        _clock.Move(SiteBoard.Longest);
        Assert.Equal("Told by another process", (await board.NowAsync(Ct)).Of("relocation")!.Strapline);
    }

    [Fact]
    public async Task All_who_ask_at_once_are_answered_from_one_look()
    {
        var board = Board(House.ConnectionString);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => board.NowAsync(Ct).AsTask()));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task With_the_database_away_the_last_look_is_answered_and_without_one_it_is_a_fault()
    {
        var door = TcpDoor.To(House.ConnectionString);
        var through = new NpgsqlConnectionStringBuilder(ConnectionStrings.Parse(door.AddressOf(House.ConnectionString))) { Pooling = false }.ConnectionString;
        var (seen, never) = (Board(through), Board(through));
        var before = await seen.NowAsync(Ct);

        await door.DisposeAsync();
        _clock.Move(SiteBoard.Longest);

        Assert.Same(before, await seen.NowAsync(Ct));
        await Assert.ThrowsAsync<NpgsqlException>(async () => await never.NowAsync(Ct));
    }

    private SiteBoard Board(string connection) => new(new DeliveryDataSource(NpgsqlDataSource.Create(connection)), _clock, NullLogger<SiteBoard>.Instance);

    // Ages are measured by it; it moves when a test says so.
    private sealed class HandMovedTimer : TimeProvider
    {
        private long _moved;

        public override long GetTimestamp() => Interlocked.Read(ref _moved);

        public void Move(TimeSpan by) => Interlocked.Add(ref _moved, (long)(by.TotalSeconds * TimestampFrequency));
    }
}
