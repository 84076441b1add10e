using System.Net;
using QuestCms.Domain.Ai;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Faults;

/// <summary>Power goes while Claude writes: what had arrived is kept and says so, the text is as it was, and the writer goes on.</summary>
public sealed class KilledWhileGeneratingTests(Database database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_had_arrived_is_kept_marked_interrupted_and_can_be_taken_or_asked_for_again()
    {
        await using var house = await WorkingHouse.OpenAsync(database.Postgres, Ct);
        await using var claude = await ClaudeStandIn.StartAsync(0, TimeProvider.System);
        claude.Scenario = new StandInScenario { Name = "stall", Pace = 60 };
        (string, string)[] connected = [("CLAUDE_BASE_URL", claude.BaseUrl), ("CLAUDE_API_KEY", "practice")];
        var before = await house.BodyAsync();

        Guid asked;
        await using (var quest = await house.Run(connected).ReadyAsync(Ct))
        {
            using var session = new WriterSession(quest.Address);
            await session.SignInAsync(WorkingHouse.Email, WorkingHouse.Password, Ct);
            asked = await AskAsync(session, house.Article);
            await UntilAsync(async () => (await TextAsync(house, asked)).Split(' ').Length > 4);
            await quest.KillAsync();
        }
        var kept = await TextAsync(house, asked);
        Assert.Equal("Running", await StateAsync(house, asked));
        // Half a minute later: the dead process's lease is over.
        Assert.Equal(1, await house.House.SqlAsync("update work.jobs set lease_until = now() - interval '1 second' where subject = $1", asked));

        claude.Scenario = new StandInScenario { Pace = 0 };
        await using var after = await house.Run(connected).ReadyAsync(Ct);
        await UntilAsync(async () => await StateAsync(house, asked) == nameof(GenerationState.Interrupted));

        Assert.Equal(kept, await TextAsync(house, asked));
        Assert.Contains("restarted", await house.House.ScalarAsync<string>("select say from ai.generations where id = $1", asked), StringComparison.Ordinal);
        Assert.Equal(before, await house.BodyAsync());
        Assert.Equal(1, claude.Calls); // it was not paid twice
        await UntilAsync(async () => await house.House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1", asked) == 0);

        using var writer = new WriterSession(after.Address);
        await writer.SignInAsync(WorkingHouse.Email, WorkingHouse.Password, Ct);
        var again = await AskAsync(writer, house.Article);
        await UntilAsync(async () => await StateAsync(house, again) == nameof(GenerationState.Finished));

        var form = await writer.OpenAsync(house.Article, Ct);
        Assert.Contains("interrupted", WebUtility.HtmlDecode((await writer.GetAsync($"/studio/articles/{house.Article}", Ct)).Text), StringComparison.Ordinal);
        var taken = await writer.SendAsync(form, "Take", [.. writer.Fields(form, $"{form.Body}\n{kept.Trim()}\n", form.Version, named: false), ("taking", asked.ToString())], Ct);
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.EndsWith(kept.Trim() + "\n", await house.BodyAsync(), StringComparison.Ordinal);
    }

    private static async Task<Guid> AskAsync(WriterSession session, Guid article)
    {
        var form = await session.OpenAsync(article, Ct);
        var (status, json) = await session.SendAsync(form, "Ask", [("instruction", "Say what a move costs."), ("place", "1"), ("replaces", "0"), ("context", "")], Ct);
        Assert.Equal(HttpStatusCode.Accepted, status);
        return json.GetProperty("id").GetGuid();
    }

    private static async Task<string> TextAsync(WorkingHouse house, Guid generation) =>
        await house.House.ScalarAsync<string>("select text from ai.generations where id = $1", generation) ?? "";

    private static Task<string?> StateAsync(WorkingHouse house, Guid generation) => house.House.ScalarAsync<string>("select state from ai.generations where id = $1", generation);

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition()) await again.WaitForNextTickAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }
}
