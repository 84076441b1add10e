using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Application.Identity;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Identity;
using QuestCms.IntegrationTests.Media;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.BadInput;

/// <summary>A house in which every form has something to post about, and somebody signed in for each.</summary>
public sealed class FormsHouse(Database database) : IAsyncLifetime
{
    /// <summary>A claim of the piece in review.</summary>
    public static readonly Guid Claim = Guid.Parse("01920000-0000-7000-8000-0000000000c1");

    private readonly Dictionary<string, StudioClient> _browsers = [];
    private readonly SemaphoreSlim _signingIn = new(1);

    public SomeHouse Some { get; private set; } = null!;
    public ArticleId Draft { get; private set; }
    public ArticleId Approved { get; private set; }
    public ArticleId InConflict { get; private set; }
    public ReviewRoundId Round { get; private set; }
    public GenerationId Generation { get; private set; }
    public AssetId Asset { get; private set; }
    public GoldenRunId Trial { get; private set; }
    public WebhookEndpointId Webhook { get; private set; }
    public WebhookDeliveryId Delivery { get; private set; }
    public Actor HouseAdministrator { get; private set; } = Actor.Nobody;

    public async ValueTask InitializeAsync()
    {
        Some = await SomeHouse.OpenAsync(database.Postgres); // filled with tens of thousands of rows by one of its classes
        Draft = await Some.DraftAsync("A draft to post about");
        await Some.WriteAsync(Draft, "Frozen once.", named: true);
        Asset = await Some.ReadyAsync();
        Approved = await Some.DraftAsync("Approved to post about");
        await Some.ChangeAsync(Approved, c => c with { Cover = Asset });
        await Some.ApprovedAsync(Approved);
        await Some.Must(new PublishArticle(Approved), Some.Publisher);
        InConflict = await Some.DraftAsync("In conflict to post about");
        var opened = await Some.OpenAsync(InConflict);
        await Some.WriteAsync(InConflict, "Theirs.", Some.SecondCreator);
        await Some.WriteAsync(InConflict, "Mine.", basedOn: opened.Version);
        Round = await Some.SubmittedAsync(await Some.DraftAsync("In review to post about"));
        HouseAdministrator = Actor.Of((await Some.House.SendAsync(new AddHouseAdministrator("house@quest.test", "House"), Actor.Shell)).Value.Person, "house");
        var now = TimeProvider.System.GetUtcNow();
        Generation = GenerationId.New(now);
        Webhook = (await Some.House.SendAsync(new AddWebhook(Some.Site, new WebhookTerms("https://hooks.example.org/", "For the forms", [])), Some.Administrator)).Value.Webhook;
        Delivery = (await Some.House.SendAsync(new TestWebhook(Webhook), Some.Administrator)).Value;
        await using var scope = Some.House.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IQuestDb>();
        db.Generations.Add(Domain.Ai.Generation.Request(Generation, Some.Site, Draft, GenerationKind.Draft, new Brief { Topic = "x" }, 0, 0, "draft/1", "model", Some.Creator.Person!.Value, now));
        var inReview = await db.ReviewRounds.Where(r => r.Id == Round).Select(r => r.Article).FirstAsync();
        db.Claims.Add(Domain.Review.Claim.Find(ClaimId.From(Claim), Some.Site, inReview, new FoundSentence("The office answers within 90 days.", [ClaimKind.Figure]), null, null, now));
        Trial = GoldenRunId.New(now);
        var trial = GoldenRun.Ask(Trial, "draft", 3, 2, "model", "set", 3, null, null, now);
        trial.Record(new GoldenResult("A case", "Text", new GoldenCost(1, 1, null), null, ["It has 1 word."]), now);
        trial.BreakOff("For the pages.", now);
        db.GoldenRuns.Add(trial);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in _browsers.Values) browser.Dispose();
        _signingIn.Dispose();
        await Some.House.DisposeAsync();
    }

    internal async Task<StudioClient> BrowserAsync(Actor who)
    {
        await _signingIn.WaitAsync();
        try
        {
            if (_browsers.TryGetValue(who.Name, out var open)) return open;
            return _browsers[who.Name] = who.Person is null ? new StudioClient(Some.House) : await Some.BrowserOfAsync(who);
        }
        finally
        {
            _signingIn.Release();
        }
    }

    /// <summary>Every address the running application takes, "GET /studio/articles", "POST /studio/articles/{id:guid}?handler=Save"; files left out.</summary>
    public async Task<IReadOnlyList<string>> RoutesAsync()
    {
        var routes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in Some.House.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var address = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                foreach (var handler in (await CompiledAsync(page)).HandlerMethods) routes.Add($"{handler.HttpMethod.ToUpperInvariant()} {address}{(handler.Name is null ? "" : "?handler=" + handler.Name)}");
            }
            else if (endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null && !address.Contains(":file", StringComparison.Ordinal))
            {
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]) routes.Add($"{method} {address}");
            }
        }
        return [.. routes];
    }

    /// <summary>The names a page reads from its address.</summary>
    public async Task<IReadOnlyList<string>> QueryOfAsync(string address)
    {
        var pages = Some.House.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var page = await CompiledAsync(pages.First(p => "/" + p.AttributeRouteInfo!.Template!.TrimStart('/') == address));
        var bound = page.BoundProperties.OfType<PageBoundPropertyDescriptor>().Where(p => p.BindingInfo?.RequestPredicate is not null).Select(p => p.Name);
        var parameters = page.HandlerMethods.Where(h => h.HttpMethod == "Get").SelectMany(h => h.Parameters).Where(p => p.ParameterType != typeof(CancellationToken)).Select(p => p.Name);
        return [.. bound.Concat(parameters).Where(n => !address.Contains("{" + n, StringComparison.OrdinalIgnoreCase))];
    }

    private async Task<CompiledPageActionDescriptor> CompiledAsync(PageActionDescriptor page) =>
        page as CompiledPageActionDescriptor ?? await Some.House.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
}
