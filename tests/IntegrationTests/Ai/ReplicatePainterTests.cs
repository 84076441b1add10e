using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using QuestCms.Application.Ai;
using QuestCms.Infrastructure.Outbound;
using QuestCms.Infrastructure.Replicate;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>The adapter against the stand-in: what is tried again and what never is, and where it does not go.</summary>
public sealed class ReplicatePainterTests : IAsyncLifetime
{
    private static readonly PaintingRequest Request = new("black-forest-labs/flux-1.1-pro", "A desk");
    private readonly PatientClock _clock = new();
    private ReplicateStandIn _replicate = null!;
    private Uri _address = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _replicate = await ReplicateStandIn.StartAsync(0, TimeProvider.System);
        _address = new Uri(_replicate.BaseUrl);
    }

    public ValueTask DisposeAsync() => _replicate.DisposeAsync();

    [Fact]
    public async Task Where_nobody_listens_nothing_was_begun_and_nothing_is_owed()
    {
        await _replicate.DisposeAsync();
        using var painter = Painter();

        var ended = Assert.IsType<PaintingEnded>(await painter.BeginAsync(Request, Ct));

        Assert.Equal(("replicate.unreachable", false), (ended.Why.Code, ended.MayBePaid));
    }

    [Fact]
    public async Task Calls_that_fail_open_the_breaker_and_a_rest_closes_it()
    {
        using var painter = Painter();
        _replicate.Scenario = new PainterScenario { Name = "gateway" };
        for (var call = 0; call < 6; call++) Assert.True(Assert.IsType<PaintingEnded>(await painter.BeginAsync(Request, Ct)).MayBePaid);
        Assert.Equal((6, "replicate.resting"), (_replicate.Asked, painter.Unavailable?.Code));
        var rest = Assert.IsType<PaintingEnded>(await painter.BeginAsync(Request, Ct));
        Assert.Equal((6, "replicate.resting", false), (_replicate.Asked, rest.Why.Code, rest.MayBePaid));

        _replicate.Scenario = new PainterScenario();
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Null(painter.Unavailable);
        Assert.IsType<PaintingUnderWay>(await painter.BeginAsync(Request, Ct));
    }

    [Fact]
    public async Task A_look_is_tried_three_times_a_beginning_once()
    {
        using var painter = Painter();
        var begun = Assert.IsType<PaintingUnderWay>(await painter.BeginAsync(Request, Ct));
        _replicate.Scenario = new PainterScenario { Name = "unseen", Times = 2, Looks = 1 };

        Assert.IsType<PaintingReady>(await painter.LookAsync(begun.Painting, Ct));
        Assert.Equal(1, _replicate.Asked);
        Assert.IsType<PaintingEnded>(await painter.LookAsync("unknown1", Ct));
    }

    [Fact]
    public async Task This_machine_and_a_private_network_are_not_fetched_from_unless_they_are_allowed()
    {
        using var painter = Painter(allowed: null);
        _replicate.Scenario = new PainterScenario { Looks = 1 };
        var begun = Assert.IsType<PaintingUnderWay>(await painter.BeginAsync(Request, Ct));
        var ready = Assert.IsType<PaintingReady>(await painter.LookAsync(begun.Painting, Ct));

        foreach (var address in new[] { ready.Picture, new Uri("http://10.11.12.13/out-0.webp"), new Uri("http://169.254.169.254/latest/meta-data"), new Uri("http://[fd00::1]/out-0.webp") })
            Assert.Equal("picture.private", (await painter.FetchAsync(address, 1_000_000, Ct)).Error?.Code);
        Assert.Equal(0, _replicate.Fetched);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_called()
    {
        using var painter = Painter(token: null);
        Assert.Equal("replicate.no_token", Assert.IsType<PaintingEnded>(await painter.BeginAsync(Request, Ct)).Why.Code);
        Assert.Equal(0, _replicate.Asked);
    }

    [Theory]
    [InlineData("REPLICATE_BASE_URL", "https://api.replicate.com")]
    [InlineData("REPLICATE_BASE_URL", "ftp://example.org/v1")]
    [InlineData("REPLICATE_API_TOKEN", "two words")]
    [InlineData("REPLICATE_MODEL", "flux")]
    [InlineData("REPLICATE_FAST_MODEL", "../../predictions")]
    [InlineData("REPLICATE_PRICES", "flux=cheap")]
    public void A_wrong_setting_stops_the_start_and_is_not_shown(string name, string value)
    {
        var wrong = Assert.Throws<FormatException>(() => ReplicateOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build()));
        Assert.StartsWith(name, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", new ReplicateOptions { Token = "hush" }.ToString(), StringComparison.Ordinal);
    }

    private ReplicatePainter Painter(string? token = "stand-in", string? allowed = "127.0.0.1/32")
    {
        var options = new ReplicateOptions { Token = token, BaseUrl = _address };
        var outbound = new OutboundHttp(new OutboundOptions { Ranges = allowed is null ? [] : [IPNetwork.Parse(allowed)], MayBeLoopback = true }, TimeProvider.System);
        return new ReplicatePainter(options, new ReplicateResilience(options, _clock), outbound, _clock, NullLogger<ReplicatePainter>.Instance);
    }
}
