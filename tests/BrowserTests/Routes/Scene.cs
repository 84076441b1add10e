using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QuestCms.Application.Ai;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Identity;
using QuestCms.Application.Media;
using QuestCms.Application.Review;
using QuestCms.Application.Sites;
using QuestCms.BrowserTests.Kit;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.TestKit;
using Who = QuestCms.BrowserTests.Kit.Who;

namespace QuestCms.BrowserTests.Routes;

/// <summary>
/// The demo with what a tour of all pages needs besides: one person for each role, a site with nothing in it, two versions of a text, a piece that was
/// taken down, and a piece in review that no other test decides on.
/// </summary>
public sealed class Scene : IAsyncDisposable
{
    public const string FullSite = "relocation";
    public const string EmptySite = "harbour";
    private readonly Dictionary<(Cast, Filled), string> _signedIn = [];
    private readonly Dictionary<Cast, string> _emails = [];
    private readonly SemaphoreSlim _signing = new(1);

    private Scene(DemoApplication app) => App = app;

    public DemoApplication App { get; }
    public ArticleId Draft { get; private set; }
    public ArticleId Disputed { get; private set; }
    public ArticleId Published { get; private set; }
    public ArticleId InReview { get; private set; }
    public ReviewRoundId Round { get; private set; }
    public GenerationId Generation { get; private set; }
    public AssetId Asset { get; private set; }
    public WebhookEndpointId Webhook { get; private set; }
    public WebhookDeliveryId Delivery { get; private set; }
    public GoldenRunId Trial { get; private set; }
    public string PreviewToken { get; private set; } = "";
    public string LiveSlug { get; private set; } = "";
    public string GoneSlug { get; private set; } = "";
    public string Link { get; private set; } = "";

    public static async Task<Scene> SetAsync(DemoApplication app)
    {
        var scene = new Scene(app);
        var full = await app.House.ReadAsync(db => db.Sites.Where(s => s.Slug == FullSite).Select(s => s.Id).FirstAsync());
        var empty = SiteId.New(DateTimeOffset.UtcNow);
        await scene.DoAsync(new FoundSite(empty, EmptySite, "Harbour", "Nothing has landed here yet."), Actor.Shell);
        var people = new Dictionary<Cast, Actor>();
        foreach (var (cast, roles) in new (Cast, Role[])[]
                 {
                     (Cast.Creator, [Role.Creator]), (Cast.Reviewer, [Role.Reviewer]), (Cast.Publisher, [Role.Publisher]), (Cast.Administrator, [Role.Administrator]),
                 })
            people[cast] = await scene.PersonAsync(cast, roles, full, empty);
        var house = await scene.AskAsync(new AddHouseAdministrator("tour-house@quest.test", "Tour house administrator"), Actor.Shell);
        await scene.CanSignInAsync(Cast.HouseAdministrator, house.Person, "tour-house@quest.test");
        var newcomer = await scene.AskAsync(new InvitePerson(empty, "tour-newcomer@quest.test", "Tour newcomer", [Role.Creator]), Actor.Shell);
        scene.Link = $"/sign-in/link?person={newcomer.Person}&token={Uri.EscapeDataString(newcomer.Token!)}";
        await scene.DoAsync(new ChangeRoles(empty, newcomer.Person, []), Actor.Shell);
        await scene.CanSignInAsync(Cast.Newcomer, newcomer.Person, "tour-newcomer@quest.test");
        scene._emails[Cast.DemoCreator] = DemoApplication.EmailOf(Who.Creator);
        await scene.WriteAsync(full, people);
        scene.Webhook = (await scene.AskAsync(new AddWebhook(full, new WebhookTerms("http://127.0.0.1:9/quest", "The relocation app", [DeliveryEvent.Published, DeliveryEvent.Updated])), people[Cast.Administrator])).Webhook; // nobody answers there
        scene.Delivery = await scene.AskAsync(new TestWebhook(scene.Webhook), people[Cast.Administrator]);
        scene.Trial = GoldenRunId.New(DateTimeOffset.UtcNow);
        await scene.DoAsync(new TryPrompt(scene.Trial, "titles", 2), Actor.Shell);
        return scene;
    }

    // A rewrite by the stand-in, whole and not yet decided on.
    private async Task<GenerationId> AskedAsync(ArticleId article, Actor by)
    {
        var id = GenerationId.New(DateTimeOffset.UtcNow);
        await DoAsync(new AskClaude(article, id, GenerationKind.Passage, new Brief { Instruction = "Say it more simply", Context = "You must pay €160 within 90 days." }, 0, 1), by);
        await Until.TrueAsync(() => App.House.ReadAsync(db => db.Generations.AnyAsync(g => g.Id == id && g.EndedAt != null)), TestContext.Current.CancellationToken);
        return id;
    }

    /// <summary>The cookies of this person with this site chosen, signed in once by the form; null for nobody.</summary>
    public async Task<string?> CookiesAsync(Cast cast, Filled filled, IBrowser browser)
    {
        if (cast == Cast.Nobody) return null;
        await _signing.WaitAsync();
        try
        {
            if (_signedIn.TryGetValue((cast, filled), out var kept)) return kept;
            await using var context = await browser.NewContextAsync(new() { BaseURL = App.Address });
            var page = await context.NewPageAsync();
            await page.SignInAsync(_emails[cast], DemoApplication.Password);
            await page.GotoAsync($"/studio/site/{(filled == Filled.Full ? FullSite : EmptySite)}");
            return _signedIn[(cast, filled)] = await context.StorageStateAsync();
        }
        finally
        {
            _signing.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _signing.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WriteAsync(SiteId site, Dictionary<Cast, Actor> people)
    {
        Draft = await ArticleAsync(site, people[Cast.Creator], "Finding a pilot for the harbour");
        Asset = (await AskAsync(new AddAssets(site, [new BroughtFile("harbour.png", new MemoryStream(SomePictures.Png(640, 360)))], "The harbour at noon", "Harbour desk"), people[Cast.Creator])).Added[0].Id;
        await DoAsync(new ChooseCover(Draft, Asset), people[Cast.Creator]);
        Generation = await AskedAsync(await ArticleAsync(site, people[Cast.Creator], "Who may moor at the east quay"), people[Cast.Creator]);
        Disputed = await ArticleAsync(site, people[Cast.Creator], "Two hands on one tiller");
        var stale = (await AskAsync(new GetArticleForEditing(Disputed), people[Cast.Creator]));
        await SaveAsync(Disputed, stale.Content with { Body = stale.Content.Body + "\nThe second hand wrote this.\n" }, stale.Version, people[Cast.Creator]);
        // On the version before: refused, and kept as this person's side copy.
        await App.House.SendAsync(new SaveWorkingCopy(Disputed, stale.Content with { Body = stale.Content.Body + "\nThe first hand wrote that.\n" }, stale.Version, null, [], Named: false), people[Cast.Creator]);

        InReview = await ArticleAsync(site, people[Cast.Creator], "A note on tides and timetables");
        Round = await SubmittedAsync(InReview, people[Cast.Creator]);
        PreviewToken = (await AskAsync(new SharePreview(InReview), people[Cast.Creator])).Token;
        await CheckedAsync(InReview, people[Cast.Reviewer], c => c.Sentence.Contains("euro", StringComparison.Ordinal) ? ClaimState.Verified : c.Sentence.Contains("days", StringComparison.Ordinal) ? ClaimState.NotRight : null);
        var over = await ArticleAsync(site, people[Cast.Creator], "What the quay costs in winter");
        var round = await SubmittedAsync(over, people[Cast.Creator]);
        await CheckedAsync(over, people[Cast.Reviewer], _ => ClaimState.Verified);
        await DoAsync(new DecideOnRound(round, Verdict.Approved, 8, ""), people[Cast.Reviewer]);
        await DoAsync(new PublishArticle(over), people[Cast.Publisher]);
        await App.House.SqlAsync("update review.claims set holds_until = current_date - 3 where article = $1", over.Value); // its day is over
        var gone = await ArticleAsync(site, people[Cast.Creator], "A pier that was taken down");
        await DoAsync(new DecideOnRound(await SubmittedAsync(gone, people[Cast.Creator]), Verdict.Approved, 8, ""), people[Cast.Reviewer]);
        await DoAsync(new PublishArticle(gone), people[Cast.Publisher]);
        GoneSlug = await App.House.ReadAsync(db => db.PublishedArticles.Where(p => p.Article == gone).Select(p => p.Slug).FirstAsync());
        await DoAsync(new UnpublishArticle(gone), people[Cast.Publisher]);
        var live = await App.House.ReadAsync(db => db.PublishedArticles.Where(p => p.Site == site).OrderBy(p => p.PublishedAt).Select(p => new { p.Article, p.Slug }).FirstAsync());
        (Published, LiveSlug) = (live.Article, live.Slug);
    }

    private async Task<ArticleId> ArticleAsync(SiteId site, Actor writer, string title)
    {
        var id = ArticleId.New(DateTimeOffset.UtcNow);
        var form = await AskAsync(new GetNewArticleForm(site), writer);
        await DoAsync(new StartArticle(site, id, title, ArticleKind.Guide, form.Categories[0].Id, [form.Bylines[0].Id], ["harbour"]), writer);
        var article = await AskAsync(new GetArticleForEditing(id), writer);
        await SaveAsync(id, article.Content with { Summary = "What it takes, and in which order.", Body = "Ask the harbour master first: the [office](https://example.org/harbour) answers within 20 days, and “the tide decides when you sail, not the office,” says the pilot. The pilot costs 110 euro since 2024.\n\n## What it costs\n\n| What | Euro |\n| --- | ---: |\n| Pilot | 110 |\n\n- Papers\n- Patience\n\n> The tide waits for nobody.\n" }, article.Version, writer);
        return id;
    }

    private async Task CheckedAsync(ArticleId article, Actor reviewer, Func<Claim, ClaimState?> find)
    {
        foreach (var claim in await App.House.ReadAsync(db => db.Claims.AsNoTracking().Where(c => c.Article == article).ToListAsync()))
            if (find(claim) is { } found) await DoAsync(new CheckClaim(claim.Id, found, "https://example.org/harbour/fees", null, "It is more since the summer.", claim.Version), reviewer);
    }

    private async Task SaveAsync(ArticleId id, ArticleContent content, int version, Actor writer) => _ = await AskAsync(new SaveWorkingCopy(id, content, version, null, [], Named: true), writer);

    private async Task<ReviewRoundId> SubmittedAsync(ArticleId article, Actor writer)
    {
        await DoAsync(new SubmitArticleForReview(article, "Please look at the figures."), writer);
        return await App.House.ReadAsync(db => db.ReviewRounds.Where(r => r.Article == article).Select(r => r.Id).FirstAsync());
    }

    private async Task<Actor> PersonAsync(Cast cast, Role[] roles, params SiteId[] sites)
    {
        var email = $"tour-{cast.ToString().ToLowerInvariant()}@quest.test";
        var name = $"Tour {cast.ToString().ToLowerInvariant()}";
        var person = default(PersonId);
        foreach (var site in sites) person = (await AskAsync(new InvitePerson(site, email, name, roles), Actor.Shell)).Person;
        await CanSignInAsync(cast, person, email);
        return Actor.Of(person, name);
    }

    private async Task CanSignInAsync(Cast cast, PersonId person, string email)
    {
        await using var scope = App.House.Services.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(person, DemoApplication.Password, mustChange: false, default)).Error is { } error) throw new InvalidOperationException(error.Message);
        _emails[cast] = email;
    }

    private async Task DoAsync(ICommand command, Actor actor)
    {
        if ((await App.House.SendAsync(command, actor)).Error is { } error) throw new InvalidOperationException($"{command.GetType().Name}: {error.Message}");
    }

    private async Task<T> AskAsync<T>(MediatR.IRequest<Domain.Common.Result<T>> message, Actor actor)
    {
        var answer = await App.House.SendAsync(message, actor);
        return answer.Error is { } error ? throw new InvalidOperationException($"{message.GetType().Name}: {error.Message}") : answer.Value;
    }
}
