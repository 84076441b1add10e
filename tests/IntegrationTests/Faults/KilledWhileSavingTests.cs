using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Faults;

/// <summary>
/// Power goes again and again during many saves. What was acknowledged is there, and nothing is there twice. Four times during 40 saves with every run of the tests, because each
/// is the start of a process; 20 times during 200 saves with <c>./quest test --only faults</c>.
/// </summary>
public abstract class KilledWhileSaving
{
    private const int SavesToAKill = 10;
    private const int MostKills = 20;

    /// <summary>How often power goes: <c>QUEST_FAULT_ROUNDS</c>, 1 to 20.</summary>
    protected static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("QUEST_FAULT_ROUNDS"), out var rounds) ? Math.Clamp(rounds, 1, MostKills) : 4;
    protected static readonly int Saves = Kills * SavesToAKill;

    protected static bool IsKill(int number) => number % SavesToAKill == 0;

    /// <summary>Each time a little later within the save; few kills are spread over the same length as many.</summary>
    protected static int Lateness(int number) => number / SavesToAKill * MostKills / Kills;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    private protected static async Task AllAreThereOnceAsync(WorkingHouse house, StubbornWriter writer)
    {
        house.House.Services.GetRequiredService<NpgsqlDataSource>().Clear(); // the tester's own connections died with the server
        Assert.Equal(Enumerable.Range(1, Saves), writer.Acknowledged);
        Assert.Equal(StubbornWriter.TextOf(Saves), await house.BodyAsync());
        for (var number = 1; number <= Saves; number++)
        {
            var stored = await house.House.ScalarAsync<long>("select count(*) from content.revisions where article = $1 and body = $2", house.Article, StubbornWriter.TextOf(number));
            Assert.True(stored == (StubbornWriter.IsNamed(number) ? 1 : 0), $"Number {number} is stored {stored} times.");
        }
        // Every save that changed something counted the version once.
        Assert.Equal(0L, await house.House.ScalarAsync<long>("select count(*) from (select number from content.revisions where article = $1 group by number having count(*) > 1) twice", house.Article));
    }

    // Time is measured in answers of the process itself: no clock, and no two kills at the same moment of a save.
    private protected static async Task PauseAsync(RunningQuest quest, int questions)
    {
        using var http = new HttpClient { BaseAddress = quest.Address };
        for (var i = 0; i < questions; i++) await http.GetAsync("/health/live", Ct);
    }
}

/// <summary>Power goes at the application. Each of the two is a class, because both wait more than they work.</summary>
public sealed class ApplicationKilledWhileSavingTests(Database database) : KilledWhileSaving
{
    [Fact]
    public async Task The_application_is_killed_again_and_again_and_no_acknowledged_save_is_lost()
    {
        await using var house = await WorkingHouse.OpenAsync(database.Postgres, Ct);
        var quest = await house.Run().ReadyAsync(Ct);
        using var session = new WriterSession(quest.Address);
        await session.SignInAsync(WorkingHouse.Email, WorkingHouse.Password, Ct);
        var writer = new StubbornWriter(session, await session.OpenAsync(house.Article, Ct));

        for (var number = 1; number <= Saves; number++)
        {
            if (!IsKill(number))
            {
                await writer.SaveAsync(number, Ct);
                continue;
            }
            // The next process stands ready, as a new version does beside the old one.
            var next = await house.Run().ReadyAsync(Ct);
            var saving = writer.TryAsync(number, Ct);
            await PauseAsync(quest, questions: Lateness(number));
            await quest.KillAsync();
            await saving;
            await quest.DisposeAsync();
            Assert.Contains(await house.BodyAsync(), new[] { StubbornWriter.TextOf(writer.Acknowledged[^1]), StubbornWriter.TextOf(number) });
            quest = next;
            session.MoveTo(quest.Address);
            if (writer.Acknowledged[^1] != number) await writer.SaveAsync(number, Ct);
        }
        await quest.DisposeAsync();

        await AllAreThereOnceAsync(house, writer);
    }
}

/// <summary>Power goes at the database.</summary>
public sealed class DatabaseKilledWhileSavingTests : KilledWhileSaving
{
    [Fact]
    public async Task The_database_is_killed_again_and_again_and_no_acknowledged_save_is_lost()
    {
        await using var server = await SturdyPostgres.StartAsync(Ct);
        await using var house = await WorkingHouse.OpenAsync(server, Ct);
        await using var quest = await house.Run().ReadyAsync(Ct);
        using var session = new WriterSession(quest.Address);
        await session.SignInAsync(WorkingHouse.Email, WorkingHouse.Password, Ct);
        var writer = new StubbornWriter(session, await session.OpenAsync(house.Article, Ct));

        for (var number = 1; number <= Saves; number++)
        {
            if (!IsKill(number))
            {
                await writer.SaveAsync(number, Ct);
                continue;
            }
            var saving = writer.TryAsync(number, Ct);
            await PauseAsync(quest, questions: Lateness(number));
            await server.KillAsync(Ct);
            await server.StartAgainAsync(Ct);
            if (!await saving) await writer.SaveAsync(number, Ct);
        }

        await AllAreThereOnceAsync(house, writer);
    }
}
