using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Http;
using QuestCms.Infrastructure.Outbound;

namespace QuestCms.IntegrationTests.Outbound;

/// <summary>What comes of addresses that somebody named, against real servers on this machine.</summary>
public sealed class OutboundHttpTests : IDisposable
{
    private static readonly OutboundLimits Small = new(100_000, TimeSpan.FromSeconds(5), Redirects: 2);
    private readonly OutboundHttp _may = new(new OutboundOptions { Ranges = [IPNetwork.Parse("127.0.0.1/32")], MayBeLoopback = true }, TimeProvider.System);
    private readonly OutboundHttp _mayNot = new(new OutboundOptions { MayBeLoopback = true }, TimeProvider.System);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _may.Dispose();
        _mayNot.Dispose();
    }

    [Fact]
    public async Task An_allowed_address_is_read()
    {
        await using var site = await SomeSite.OpenAsync(c => SomeSite.Page(c, "<p>Hello</p>"));
        var got = await _may.GetAsync(site.Address, Small, Ct);
        Assert.Equal(("text/html", "utf-8", "<p>Hello</p>"), (got.Value.ContentType, got.Value.Charset, System.Text.Encoding.UTF8.GetString(got.Value.Bytes)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    public async Task This_machine_is_not_reached_by_whatever_name(string address)
    {
        await using var site = await SomeSite.OpenAsync(c => SomeSite.Page(c, "secret"));
        var got = await _mayNot.GetAsync(new Uri(string.Format(null, address, site.Address.Port)), Small, Ct);
        Assert.Equal("outbound.private", got.Error!.Code);
        Assert.Equal(0, site.Asked);
    }

    [Theory]
    [InlineData("ftp://example.org/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://name:word@127.0.0.1/")]
    public async Task Only_plain_http_addresses_are_taken(string address) => Assert.Equal("outbound.address", (await _may.GetAsync(new Uri(address), Small, Ct)).Error!.Code);

    [Fact]
    public async Task Redirects_are_followed_as_far_as_wanted_and_checked_each()
    {
        await using var site = await SomeSite.OpenAsync(c => Lead(c));
        Assert.Equal("there", System.Text.Encoding.UTF8.GetString((await _may.GetAsync(new Uri(site.Address, "/2"), Small, Ct)).Value.Bytes));
        Assert.Equal("outbound.redirects", (await _may.GetAsync(new Uri(site.Address, "/3"), Small, Ct)).Error!.Code);
        Assert.Equal("outbound.private", (await _may.GetAsync(new Uri(site.Address, "/inside"), Small, Ct)).Error!.Code);
        Assert.Equal("outbound.address", (await _may.GetAsync(new Uri(site.Address, "/file"), Small, Ct)).Error!.Code);

        static Task Lead(HttpContext c)
        {
            var to = c.Request.Path.Value switch { "/3" => "/2", "/2" => "/1", "/1" => "/0", "/inside" => "http://127.0.0.2/", "/file" => "file:///etc/passwd", _ => null };
            if (to is null) return c.Response.WriteAsync("there");
            c.Response.Redirect(to);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task An_endless_body_ends_at_the_cap()
    {
        await using var site = await SomeSite.OpenAsync(async c => { while (!c.RequestAborted.IsCancellationRequested) await c.Response.Body.WriteAsync(new byte[10_000], c.RequestAborted); });
        Assert.Equal("outbound.too_large", (await _may.GetAsync(site.Address, Small, Ct)).Error!.Code);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_large_one_ends_at_the_cap()
    {
        await using var site = await SomeSite.OpenAsync(async c =>
        {
            c.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(c.Response.Body, CompressionLevel.Fastest);
            for (var i = 0; i < 400; i++) await gzip.WriteAsync(new byte[100_000], c.RequestAborted);
        });
        Assert.Equal("outbound.too_large", (await _may.GetAsync(site.Address, Small, Ct)).Error!.Code);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_left_after_the_time()
    {
        await using var site = await SomeSite.OpenAsync(c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        Assert.Equal("outbound.slow", (await _may.GetAsync(site.Address, Small with { Whole = TimeSpan.FromMilliseconds(200) }, Ct)).Error!.Code);
    }

    [Fact]
    public async Task A_refusal_and_a_closed_door_have_their_sentences()
    {
        await using var site = await SomeSite.OpenAsync(c => { c.Response.StatusCode = 403; return Task.CompletedTask; });
        var address = site.Address;
        Assert.Equal("127.0.0.1 answered 403.", (await _may.GetAsync(address, Small, Ct)).Error!.Message);
        await site.DisposeAsync();
        Assert.Equal("outbound.unreachable", (await _may.GetAsync(address, Small, Ct)).Error!.Code);
    }
}
