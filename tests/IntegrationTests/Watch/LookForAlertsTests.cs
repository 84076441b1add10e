using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.Application.Watch;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Watch;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Watch;

public sealed class LookForAlertsTests(SharedHouse shared) : InASharedHouse(shared), IDisposable
{
    private static readonly HouseSight Well = new(false, false, TimeSpan.Zero, 0.3, 0, 0, false);
    private readonly Sights _sights = new();
    private readonly Voice _voice = new();
    private WebApplicationFactory<Program>? _house;

    private WebApplicationFactory<Program> Watched => _house ??= House.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<IHouseSights>(_sights).AddSingleton<IAlertVoice>(_voice)));

    public void Dispose() => _house?.Dispose();

    [Fact]
    public async Task What_processes_see_is_said_once_by_mail_and_outside_and_its_end_once()
    {
        await House.SqlAsync("delete from watch.alerts");
        await House.SendAsync(new AddHouseAdministrator("told@quest.test", "Told"), Actor.Shell);
        await LookAsync("a", Well);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from watch.alerts")); // a quiet house stores nothing

        await LookAsync("a", Well with { MemoryShare = 0.75 });
        await LookAsync("b", Well with { MemoryShare = 0.75 });
        await LookAsync("a", Well with { MemoryShare = 0.75 });

        Assert.Equal([new AlertNews(AlertKind.MemoryHigh, false)], _voice.Said);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from identity.mails where address = 'told@quest.test' and subject = 'Quest needs a look: MemoryHigh' and state = 'Held'"));

        House.Clock.Move(TimeSpan.FromMinutes(6));
        await LookAsync("a", Well);
        Assert.Equal([new(AlertKind.MemoryHigh, false), new AlertNews(AlertKind.MemoryHigh, true)], _voice.Said);
    }

    [Fact]
    public async Task A_broken_seal_and_a_database_that_is_away_are_said()
    {
        await House.SqlAsync("delete from watch.alerts");
        await House.SqlAsync("insert into audit.entries (id, at, actor_kind, actor_name, what, about, details, is_security) values (gen_random_uuid(), now(), 'Person', 'publisher', 'SealMismatched', gen_random_uuid(), '{}', true)");
        await LookAsync("a", Well);
        Assert.Equal([new AlertNews(AlertKind.SealMismatch, false)], _voice.Said);
        _voice.Said.Clear();

        await LookAsync("a", null);
        House.Clock.Move(TimeSpan.FromMinutes(6));
        await LookAsync("a", null);
        await LookAsync("a", null);
        Assert.Equal([new AlertNews(AlertKind.DatabaseAway, false)], _voice.Said);
        await House.SqlAsync("delete from audit.entries where what = 'SealMismatched'");
    }

    private async Task LookAsync(string process, HouseSight? sight)
    {
        _sights.Now = sight;
        Assert.Null((await Watched.SendAsync(new LookForAlerts(process), Actor.Worker)).Error);
    }

    private sealed class Sights : IHouseSights
    {
        public HouseSight? Now { get; set; }
        public Task<HouseSight?> LookAsync(CancellationToken ct) => Task.FromResult(Now);
    }

    private sealed class Voice : IAlertVoice
    {
        public List<AlertNews> Said { get; } = [];

        public Task SayAsync(IReadOnlyList<AlertNews> news, CancellationToken ct)
        {
            Said.AddRange(news);
            return Task.CompletedTask;
        }
    }
}
