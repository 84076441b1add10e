using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using QuestCms.Domain.Ai;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Faults;
using QuestCms.TestKit;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Hosting;

/// <summary>Told to go, a process takes no new work, ends what it has in hand or gives it back, and is gone in time.</summary>
public sealed class GoingAwayTests(Database database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_moment_it_is_told_it_is_alive_and_not_ready()
    {
        await using var house = await TestHouse.OpenAsync(database.Postgres);
        using var probe = house.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await probe.GetAsync("/health/ready", Ct)).StatusCode);
        var life = house.Services.GetRequiredService<IHostApplicationLifetime>();
        Task<HttpStatusCode[]> asked = Task.FromResult<HttpStatusCode[]>([]);
        // Runs after the word was given and before anything is stopped.
        life.ApplicationStopping.Register(() =>
        {
            asked = Task.Run(async () => new[] { (await probe.GetAsync("/health/ready", Ct)).StatusCode, (await probe.GetAsync("/health/live", Ct)).StatusCode }, Ct);
            asked.Wait(Ct);
        });

        life.StopApplication();

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], await asked);
    }

    [Fact]
    public async Task A_save_that_had_begun_is_stored_and_answered_and_the_process_ends()
    {
        await using var house = await WorkingHouse.OpenAsync(database.Postgres, Ct);
        await using var quest = await house.Run().ReadyAsync(Ct);
        using var session = new WriterSession(quest.Address);
        await session.SignInAsync(WorkingHouse.Email, WorkingHouse.Password, Ct);
        var form = await session.OpenAsync(house.Article, Ct);
        using var slow = new HalfSent(session.Fields(form, "Typed in the last moment.\n", form.Version, named: false));

        var answer = session.SendAsync(form, "Save", slow, Ct);
        await slow.HalfIsSent;
        await quest.TerminateAsync();
        await ClosedAsync(quest.Port);
        slow.SendTheRest();

        Assert.Equal(HttpStatusCode.OK, (await answer).Status);
        Assert.Equal(0, await quest.ExitAsync(Ct));
        Assert.Equal("Typed in the last moment.\n", await house.BodyAsync());
    }

    [Fact]
    public async Task What_Claude_was_writing_is_kept_and_given_back_so_that_the_next_process_tells_the_writer()
    {
        await using var house = await WorkingHouse.OpenAsync(database.Postgres, Ct);
        await using var claude = await ClaudeStandIn.StartAsync(0, TimeProvider.System);
        claude.Scenario = new StandInScenario { Name = "stall", Pace = 40 };
        (string, string)[] connected = [("CLAUDE_BASE_URL", claude.BaseUrl), ("CLAUDE_API_KEY", "practice")];

        await using (var quest = await house.Run(connected).ReadyAsync(Ct))
        {
            using var session = new WriterSession(quest.Address);
            await session.SignInAsync(WorkingHouse.Email, WorkingHouse.Password, Ct);
            var form = await session.OpenAsync(house.Article, Ct);
            await session.SendAsync(form, "Ask", [("instruction", "Say what a move costs."), ("place", "1"), ("replaces", "0"), ("context", "")], Ct);
            await Until.TrueAsync(async () => await TextAsync(house) is { Length: > 0 }, Ct);

            await quest.TerminateAsync();

            Assert.Equal(0, await quest.ExitAsync(Ct));
        }
        Assert.Equal(1L, await house.House.ScalarAsync<long>("select count(*) from work.jobs where state = 0 and lease_owner is null and run_at <= now()"));
        var words = await TextAsync(house) ?? "";
        Assert.NotEmpty(words);
        Assert.StartsWith(words.Trim(), string.Join(' ', claude.Sent.Select(s => s.Word)), StringComparison.Ordinal);

        await using var next = await house.Run(connected).ReadyAsync(Ct);
        await Until.TrueAsync(async () => await house.House.ScalarAsync<string>("select state from ai.generations") == nameof(GenerationState.Interrupted), Ct);
        Assert.Equal(words, await TextAsync(house));
    }

    private static Task<string?> TextAsync(WorkingHouse house) => house.House.ScalarAsync<string>("select text from ai.generations");

    private static async Task ClosedAsync(int port) => await Until.TrueAsync(async () =>
    {
        using var knock = new TcpClient();
        try
        {
            await knock.ConnectAsync(IPAddress.Loopback, port, Ct);
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }, Ct);

    /// <summary>A form of which the second half comes when it is told to.</summary>
    private sealed class HalfSent : HttpContent
    {
        private readonly byte[] _bytes;
        private readonly TaskCompletionSource _half = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HalfSent((string Name, string Value)[] fields)
        {
            _bytes = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}")));
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        public Task HalfIsSent => _half.Task;

        public void SendTheRest() => _rest.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length / 2));
            await stream.FlushAsync();
            _half.SetResult();
            await _rest.Task;
            await stream.WriteAsync(_bytes.AsMemory(_bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
