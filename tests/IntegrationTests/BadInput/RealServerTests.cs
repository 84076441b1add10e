using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Media;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.BadInput;

/// <summary>What only a real server meets: bodies beyond the limit whose length is said or not, addresses that can't be read.</summary>
public sealed class RealServerTests(ServingHouse serving) : IClassFixture<ServingHouse>
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    // A server that stops reading closes the line: what is beyond the limit by one byte was sent before.
    private const int OneTooMany = (int)QuestCms.Web.Hosting.QuestHost.MaxRequestBytes + 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sign-in", true, null)]
    [InlineData("/sign-in", false, null)]
    [InlineData("/sign-in", false, "application/json")]
    [InlineData("/api/v1/sites", true, null)]
    [InlineData("/api/v1/manage/sites/relocation/articles", true, null)]
    [InlineData("/nowhere", true, null)]
    public async Task More_than_is_taken_is_413_with_a_sentence_whether_their_length_is_said_or_not(string address, bool lengthIsSaid, string? accept)
    {
        using var client = Serve();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StreamContent(new MemoryStream(new byte[lengthIsSaid ? TenMegabytes : OneTooMany])) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Headers.TransferEncodingChunked = !lengthIsSaid;
        request.Headers.ExpectContinue = lengthIsSaid;
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("more than is taken at once", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(accept is null && !address.StartsWith("/api", StringComparison.Ordinal) ? "text/html" : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_address_longer_than_any_is_refused_with_a_sentence_and_at_once_and_nothing_is_traced()
    {
        using var client = Serve();
        foreach (var (address, kind) in new[] { ("/api/v1/sites/relocation/articles", "application/problem+json"), ("/api/v1/sites/relocation/search", "application/problem+json"), ("/api/v1/manage/sites/relocation/articles", "application/problem+json"), ("/sites/relocation", "text/html"), ("/studio", "text/html") })
            foreach (var length in new[] { 8_192, 9_000, 32_000, 60_000, 70_000 })
            {
                using var most = CancellationTokenSource.CreateLinkedTokenSource(Ct);
                most.CancelAfter(TimeSpan.FromSeconds(5));
                using var answer = await client.GetAsync(new Uri($"{address}?q={new string('a', length)}", UriKind.Relative), most.Token);
                Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
                if (length < 65_000) Assert.Equal(kind, answer.Content.Headers.ContentType?.MediaType);
            }
        using var request = new HttpRequestMessage(HttpMethod.Trace, "/sites/relocation");
        using var traced = await client.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, traced.StatusCode);
    }

    [Fact]
    public async Task A_picture_may_be_larger_than_a_form()
    {
        var some = serving.Some;
        using var creator = await some.BrowserOfAsync(some.Creator, over: new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = serving.Address });
        byte[] large = [.. MediaHouse.NextPicture(), .. new byte[TenMegabytes]];

        var answer = await creator.RawAsync("/studio/media", new MultipartFormDataContent
        {
            { new StringContent(await creator.TokenAsync("/studio/account/password")), "__RequestVerificationToken" },
            { new ByteArrayContent(large), "Files", "large.png" },
        }, json: false);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(large.Length, await some.House.ScalarAsync<int>("select bytes from media.assets"));
    }

    [Fact]
    public void Every_address_says_who_may_ask_it()
    {
        var undecided = serving.Some.House.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<AuthorizationPolicy>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null && !e.RoutePattern.RawText!.Contains(":file", StringComparison.Ordinal)) // files anyone may have
            .Select(e => e.RoutePattern.RawText).ToList();

        Assert.True(undecided.Count == 0, $"""
            Every address has an authorisation decision.
            Broken by: {string.Join(", ", undecided)}
            Why: an address nobody thought about is open to everyone.
            Instead: RequireAuthorization or AllowAnonymous where it is mapped; a page under /Studio, or [AllowAnonymous] on its model.
            """);
    }

    // Asked first, the server says no before anything is sent.
    private HttpClient Serve() => new(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = serving.Address };
}

/// <summary>A house that listens on a line of this machine.</summary>
public sealed class ServingHouse(Database database) : IAsyncLifetime
{
    public SomeHouse Some { get; private set; } = null!;
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Some = await SomeHouse.OpenAsync(database.Postgres);
        Address = new Uri(Some.House.Listen());
    }

    public ValueTask DisposeAsync() => Some.House.DisposeAsync();
}
