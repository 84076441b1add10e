using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Application.Review;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Delivery;

namespace QuestCms.TestKit;

/// <summary>Two sites with a person for each role on both, a category and a byline; made through the ordinary messages.</summary>
public sealed class SomeHouse
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private int _made;

    private static SomeHouse? _furnished;
    private static Furniture? _furniture;

    private SomeHouse(TestHouse house) => House = house;

    public TestHouse House { get; }
    public SiteId Site { get; private init; } = SiteId.New(Start);
    public SiteId OtherSite { get; private init; } = SiteId.New(Start.AddSeconds(1));
    public Actor Creator { get; private set; } = Actor.Nobody;
    public Actor SecondCreator { get; private set; } = Actor.Nobody;
    public Actor Reviewer { get; private set; } = Actor.Nobody;
    public Actor SecondReviewer { get; private set; } = Actor.Nobody;
    public Actor Publisher { get; private set; } = Actor.Nobody;
    public Actor Administrator { get; private set; } = Actor.Nobody;
    public Actor Stranger { get; private set; } = Actor.Nobody;
    public CategoryId Category { get; private set; }
    public BylineId Byline { get; private set; }

    /// <summary>A house of its own with these people in it: furnished once in a process, then cloned.</summary>
    public static async Task<SomeHouse> OpenAsync(TestPostgres postgres, bool workers = false, params (string Name, string Value)[] settings)
    {
        var database = await postgres.CloneAsync(TestHouse.MigrateAsync, async template =>
        {
            await using (var house = TestHouse.On(template)) _furnished = await MakeAsync(house);
            _furniture = await Furniture.TakeAsync(template);
        });
        return _furnished!.In(TestHouse.On(database, workers, settings));
    }

    /// <summary>
    /// This house as it was when it was furnished, the same process on the same database: what was stored since is gone, the clock is right again, all ids are new.
    /// Null where a new house is cheaper or this one can't be used again.
    /// </summary>
    /// <param name="isClockKept">For a house that remembers until when it rests: time does not go back there.</param>
    public async Task<SomeHouse?> AnewAsync(bool isClockKept = false)
    {
        var first = _furnished!;
        Actor[] people = [first.Creator, first.SecondCreator, first.Reviewer, first.SecondReviewer, first.Publisher, first.Administrator, first.Stranger];
        var ids = people.Select(p => p.Person!.Value.Value).Concat([first.Site.Value, first.OtherSite.Value, first.Category.Value, first.Byline.Value]).ToDictionary(id => id, Another);
        if (!House.CanBeUsedAgain || !await _furniture!.PutBackAsync(House.Services.GetRequiredService<NpgsqlDataSource>(), ids)) return null;
        if (!isClockKept) House.Clock.SetRight();
        House.Services.GetRequiredService<SiteBoard>().LookAgain();
        Actor Now(Actor before) => Actor.Of(PersonId.From(ids[before.Person!.Value.Value]), before.Name);
        return new(House)
        {
            Site = SiteId.From(ids[first.Site.Value]),
            OtherSite = SiteId.From(ids[first.OtherSite.Value]),
            Creator = Now(first.Creator),
            SecondCreator = Now(first.SecondCreator),
            Reviewer = Now(first.Reviewer),
            SecondReviewer = Now(first.SecondReviewer),
            Publisher = Now(first.Publisher),
            Administrator = Now(first.Administrator),
            Stranger = Now(first.Stranger),
            Category = CategoryId.From(ids[first.Category.Value]),
            Byline = BylineId.From(ids[first.Byline.Value]),
        };
    }

    // Of the same moment, so that all stand in the same order.
    private static Guid Another(Guid id) => Guid.Parse(id.ToString()[..19] + Guid.NewGuid().ToString()[19..]);

    /// <summary>The same people and things in another process on the same database, or in a clone of it.</summary>
    public SomeHouse In(TestHouse house) => new(house)
    {
        Site = Site,
        OtherSite = OtherSite,
        Creator = Creator,
        SecondCreator = SecondCreator,
        Reviewer = Reviewer,
        SecondReviewer = SecondReviewer,
        Publisher = Publisher,
        Administrator = Administrator,
        Stranger = Stranger,
        Category = Category,
        Byline = Byline,
    };

    public static async Task<SomeHouse> MakeAsync(TestHouse house)
    {
        var some = new SomeHouse(house);
        await some.Must(new FoundSite(some.Site, "relocation", "Relocation", "How to move."), Actor.Shell);
        await some.Must(new FoundSite(some.OtherSite, "placement", "Placement", "How to find work."), Actor.Shell);
        some.Creator = await some.PersonAsync("creator", some.Site, Role.Creator);
        some.SecondCreator = await some.PersonAsync("second", some.Site, Role.Creator);
        some.Reviewer = await some.PersonAsync("reviewer", some.Site, Role.Reviewer);
        some.SecondReviewer = await some.PersonAsync("reviewer-two", some.Site, Role.Reviewer);
        some.Publisher = await some.PersonAsync("publisher", some.Site, Role.Publisher);
        some.Administrator = await some.PersonAsync("administrator", some.Site, Role.Administrator);
        some.Stranger = await some.PersonAsync("stranger", some.OtherSite, Role.Creator, Role.Reviewer, Role.Publisher, Role.Administrator);
        await some.Must(new AddCategory(some.Site, "Portugal"), some.Administrator);
        await some.Must(new AddByline(some.Site, "Relocation desk", ""), some.Administrator);
        var form = await house.SendAsync(new GetNewArticleForm(some.Site), some.Creator);
        some.Category = form.Value.Categories[0].Id;
        some.Byline = form.Value.Bylines[0].Id;
        return some;
    }

    public async Task<Actor> PersonAsync(string name, SiteId site, params Role[] roles)
    {
        var invited = await House.SendAsync(new InvitePerson(site, $"{name}@quest.test", name, roles), Actor.Shell);
        return Actor.Of(invited.Value.Person, name);
    }

    public ArticleId NextId() => ArticleId.New(Start.AddMinutes(Interlocked.Increment(ref _made)));

    /// <summary>A draft with everything a submission needs.</summary>
    public async Task<ArticleId> DraftAsync(string title = "Moving to Lisbon", string body = "Write to three schools first. Then look for flats.\n\n## What it costs\n\nThe fee is 110 euro.\n")
    {
        var id = NextId();
        await Must(new StartArticle(Site, id, title, ArticleKind.Guide, Category, [Byline], ["visa"]), Creator);
        var article = (await House.SendAsync(new GetArticleForEditing(id), Creator)).Value;
        var saved = await House.SendAsync(new SaveWorkingCopy(id, article.Content with { Body = body, Summary = "What it costs and in which order." }, article.Version, null, [], Named: false), Creator);
        if (saved.Error is { } error) throw new InvalidOperationException(error.Code);
        return id;
    }

    public async Task<ReviewRoundId> SubmittedAsync(ArticleId article)
    {
        await Must(new SubmitArticleForReview(article, "Please look at the figures."), Creator);
        var queue = await House.SendAsync(new GetReviewQueue(Site), Reviewer);
        return queue.Value.Items.Single(i => i.Article == article).Round;
    }

    public async Task ApprovedAsync(ArticleId article, int score = 8) =>
        await Must(new DecideOnRound(await SubmittedAsync(article), Verdict.Approved, score, ""), Reviewer);

    /// <summary>Sends a command that must be done.</summary>
    public async Task Must(ICommand command, Actor actor)
    {
        if ((await House.SendAsync(command, actor)).Error is { } error) throw new InvalidOperationException($"{command.GetType().Name}: {error.Code}");
    }
}
