using System.Net;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>Every query of delivery as a database role that can read its schema and nothing else: a draft can't leak because it is not there.</summary>
public sealed class DeliveryQueriesTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static Guid _cover;

    private sealed record Asked(IServiceProvider Queries, Guid Site, Guid Article);

    // One call of each; a new query without a line here fails.
    private static readonly Dictionary<string, Func<Asked, Task<bool>>> Queries = new()
    {
        ["SiteBoard.NowAsync"] = async a => (await Of<SiteBoard>(a).NowAsync(Ct)) is { All.Count: 2 } now && now.Of("relocation") is { Name: "Relocation" },
        ["EventLog.AfterAsync"] = async a => await Of<EventLog>(a).AfterAsync(a.Site, 0, 10, Ct) is { Last: > 0, Events.Count: > 0 },
        ["PublishedStore.BySlugAsync"] = async a => await Of<PublishedStore>(a).BySlugAsync(a.Site, "read-by-a-reader", Ct) is not null,
        ["PublishedStore.ByIdAsync"] = async a => await Of<PublishedStore>(a).ByIdAsync(a.Site, a.Article, Ct) is not null,
        ["PublishedPages.OfAsync"] = async a => await Of<PublishedPages>(a).OfAsync(a.Site, "read-by-a-reader", Ct) is { Html.Length: > 0, Related.Count: 0 },
        ["PublishedStore.FormerAnywhereAsync"] = async a => (await Of<PublishedStore>(a).FormerAnywhereAsync("its-first-address", Ct)).Contains(("relocation", "read-by-a-reader")),
        ["PublishedStore.MediaAsync"] = async a => await Of<PublishedStore>(a).MediaAsync(_cover, "w400.webp", null, Ct) is { Content.Length: > 0 },
        ["PublishedShelves.OfAsync"] = async a => (await Of<PublishedShelves>(a).OfAsync(new Shelf(a.Site, 10, (DateTimeOffset.MaxValue, Guid.Empty))
        { Category = "portugal", Tag = "visa", Author = "relocation-desk", From = DateTimeOffset.UnixEpoch, Until = DateTimeOffset.MaxValue }, Ct)).Count == 1,
        ["PublishedShelves.SectionsAsync"] = async a => (await Of<PublishedShelves>(a).SectionsAsync(a.Site, Ct)) is [{ Slug: "portugal", Name: "Portugal" }],
        ["PublishedShelves.YearsAsync"] = async a => (await Of<PublishedShelves>(a).YearsAsync(a.Site, Ct)).Count == 1,
        ["PublishedShelves.MonthsAsync"] = async a => (await Of<PublishedShelves>(a).MonthsAsync(a.Site, (await Of<PublishedShelves>(a).YearsAsync(a.Site, Ct))[0], Ct)) is [{ Pieces: 1 }],
        ["PublishedFeeds.NewestAsync"] = async a => (await Of<PublishedFeeds>(a).NewestAsync(a.Site, 10, Ct)) is [{ Html.Length: > 0 }],
        ["PublishedFeeds.LengthsAsync"] = async a => (await Of<PublishedFeeds>(a).LengthsAsync([(_cover, "w400.webp"), (_cover, "nothing")], Ct)).Count == 1,
        ["PublishedFeeds.MapAsync"] = async a => (await Of<PublishedFeeds>(a).MapAsync(a.Site, null, 10, Ct)) is [{ Slug: "read-by-a-reader", Image: not null }],
        ["PublishedFeeds.PartsAsync"] = async a => (await Of<PublishedFeeds>(a).PartsAsync(a.Site, 2, Ct)).Count == 1,
        ["ReadyArticles.BySlugAsync"] = async a => await Of<ReadyArticles>(a).BySlugAsync(a.Site, "read-by-a-reader", Coding.Identity, Ct) is { } plain
            && await Of<ReadyArticles>(a).BySlugAsync(a.Site, "read-by-a-reader", Coding.Brotli, Ct) is { } packed && packed.Bytes.Length < plain.Bytes.Length && packed.Tag != plain.Tag,
        ["ReadyArticles.ByIdAsync"] = async a => await Of<ReadyArticles>(a).ByIdAsync(a.Site, a.Article, Coding.Gzip, Ct) is { Bytes: [0x1f, 0x8b, ..] },
        ["ReadyCards.ByIdAsync"] = async a => await Of<ReadyCards>(a).ByIdAsync(a.Site, a.Article, Coding.Brotli, Ct) is { Bytes.Length: > 0, Tag.Length: 32 },
        ["ReadyCards.KeysAsync"] = async a => (await Of<ReadyCards>(a).KeysAsync(Ct)) is [{ RetiredAt: null }],
        ["MovedArticles.BetweenAsync"] = async a => await Of<MovedArticles>(a).BetweenAsync(a.Site, 0, (await Of<SiteBoard>(a).NowAsync(Ct)).Of(a.Site)!.Sequence, Ct) is { Count: 1 } moved && moved.Contains(a.Article),
        ["PublishedLists.ListAsync"] = async a =>
            (await Of<PublishedLists>(a).ListAsync(new DeliveryFilter(a.Site, "portugal", ["visa"], null, 10, (0, DateTimeOffset.MaxValue, Guid.Empty)), Ct)).Count == 1
            && (await Of<PublishedLists>(a).ListAsync(new DeliveryFilter(a.Site, null, [], "schools", 10, (1, DateTimeOffset.MaxValue, Guid.Empty)), Ct)).Count == 1,
        ["PublishedSearch.SearchAsync"] = async a => (await Of<PublishedSearch>(a).SearchAsync(new SearchFilter(a.Site, "scools first", [new(ListField.Tag, ListOperator.In, ["visa"]), .. SearchFilter.InYear(2026)], 5), Ct)) is { Hits.Count: 1, Count: 1 }
            && (await Of<PublishedSearch>(a).SearchAsync(new SearchFilter(a.Site, "frist adress", [], 5), Ct)) is { Hits.Count: 1, DidYouMean: "first address" },
        ["PublishedSearch.SuggestAsync"] = async a => (await Of<PublishedSearch>(a).SuggestAsync(a.Site, "first addr", Ct)) is { Titles: [(_, "read-by-a-reader")], Words: ["address"] },
        ["PublishedLists.PageAsync"] = async a => (await Of<PublishedLists>(a).PageAsync(Narrowed(a) with { From = new([DateTimeOffset.MaxValue], Guid.Empty) }, Ct)) is [{ Body.Length: > 0, Media.Length: > 0 }],
        ["PublishedLists.CountAsync"] = async a => await Of<PublishedLists>(a).CountAsync(Narrowed(a), Ct) == 1 && await Of<PublishedLists>(a).CountAsync(Narrowed(a) with { Conditions = [] }, Ct) == 1,
        ["PublishedRelated.OfAsync"] = async a => (await Of<PublishedRelated>(a).OfAsync(a.Site, [a.Article], 3, Ct)).Count == 0,
        ["PublishedTaxa.OfAllSitesAsync"] = async a => (await Of<PublishedTaxa>(a).OfAllSitesAsync(Ct)).Select(t => t.Taxon.Slug).SequenceEqual(["guide", "en"]),
        ["PublishedTaxa.CountsAsync"] = async a => (await Of<PublishedTaxa>(a).CountsAsync(a.Site, Ct))["tag"] == 1,
        ["PublishedTaxa.PageAsync"] = async a => (await Of<PublishedTaxa>(a).PageAsync(a.Site, "author", "a", false, 5, Ct)) is [{ Name: "Relocation desk", Articles: 1 }],
        ["PublishedTaxa.RedirectsAsync"] = async a => (await Of<PublishedTaxa>(a).RedirectsAsync(a.Site, "a", false, 5, Ct)) is [{ Former: { From: "its-first-address", To: "read-by-a-reader" } }, { From: "led/on", Leading.To: "read-by-a-reader" }],
        ["PublishedTaxa.CountRedirectsAsync"] = async a => await Of<PublishedTaxa>(a).CountRedirectsAsync(a.Site, Ct) == 2,
        ["PublishedTaxa.FormerAsync"] = async a => await Of<PublishedTaxa>(a).FormerAsync(a.Site, "its-first-address", Ct) is { To: "read-by-a-reader" },
        ["PublishedTaxa.LeadingAsync"] = async a => await Of<PublishedTaxa>(a).LeadingAsync(a.Site, "led/on", Ct) is { To: "read-by-a-reader" },
        ["PublishedTaxa.GoneAsync"] = async a => await Of<PublishedTaxa>(a).GoneAsync(a.Site, a.Article, Ct) is { Replacement: null },
    };

    private static ListAsked Narrowed(Asked a) => new(a.Site,
        [new(ListField.Title, ListOperator.Contains, ["first"]), new(ListField.Tag, ListOperator.StartsWith, ["vi"]), new(ListField.Score, ListOperator.Gte, [8])], null, PublishedLists.Newest, 5, null, false, new(BodyForm.Markdown, true));

    private static T Of<T>(Asked asked) where T : notnull => asked.Queries.GetRequiredService<T>();

    // Whatever is made on the data source of delivery asks it something.
    private static IEnumerable<Type> Askers() => typeof(DeliveryDataSource).Assembly.GetTypes()
        .Where(t => t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(DeliveryDataSource))));

    [Fact]
    public void Every_query_of_delivery_stands_in_the_list() =>
        Assert.Equal(Askers().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => !m.IsSpecialName && typeof(Task).IsAssignableFrom(m.ReturnType) | m.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)).Select(m => $"{t.Name}.{m.Name}")).Order(), Queries.Keys.Order());

    [Fact]
    public async Task Each_of_them_is_answered_to_a_role_that_reads_the_schema_delivery_alone()
    {
        var article = await PublishedAsync();
        var reader = await ReaderAsync();
        await using var source = NpgsqlDataSource.Create(reader);
        var services = new ServiceCollection().AddSingleton(new DeliveryDataSource(source)).AddSingleton(TimeProvider.System).AddLogging();
        foreach (var asker in Askers()) services.AddSingleton(asker);
        await using var queries = services.BuildServiceProvider();

        foreach (var (name, ask) in Queries) Assert.True(await ask(new Asked(queries, Some.Site.Value, article)), $"{name} was not answered as it should be.");

        foreach (var table in new[] { "content.articles", "content.revisions", "review.decisions", "identity.people", "accounts.accounts", "audit.entries", "planning.scheduled_publications", "ai.generations", "media.assets", "work.media_files", "planning.signing_keys", "planning.editions" })
        {
            await using var command = source.CreateCommand($"select 1 from {table}");
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(Ct))).SqlState);
        }
    }

    [Fact]
    public async Task The_house_serves_its_readers_through_such_a_role()
    {
        await PublishedAsync();
        await using var house = TestHouse.On(House.ConnectionString, workers: false, ("NEON_DELIVERY_CONNECTION_STRING", await ReaderAsync()));
        using var client = house.CreateClient();

        foreach (var address in new[]
        {
            "/", "/sites/relocation", "/sites/relocation/read-by-a-reader", "/sites/relocation/category/portugal", "/sites/relocation/tag/visa", "/sites/relocation/author/relocation-desk", "/sites/relocation?q=schools",
            "/api/v1/sites/relocation/feed.rss", "/api/v1/sites/relocation/feed.atom", "/api/v1/sites/relocation/feed.json", "/api/v1/sites/relocation/sitemap.xml", "/api/v1/sites/relocation/llms.txt", "/robots.txt",
             "/api/v1/sites", "/api/v1/sites/relocation/articles?q=schools&tag=visa&category=portugal&limit=1",
            "/api/v1/sites/relocation/articles/by-slug/its-first-address", $"/media/{_cover}/w400.webp",
        })
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, Ct)).StatusCode);
    }

    private async Task<Guid> PublishedAsync()
    {
        if (await House.ScalarAsync<Guid>("select article from delivery.published_articles where slug = 'read-by-a-reader'") is var there && there != default) return there;
        _cover = (await Some.ReadyAsync()).Value;
        var article = await Some.DraftAsync("Its first address");
        await Some.ChangeAsync(article, c => c with { Cover = Domain.Media.AssetId.From(_cover) });
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        await Some.ChangeAsync(article, c => c with { Slug = "read-by-a-reader" });
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        // Without its event: the others count those of the article.
        await House.SqlAsync("insert into delivery.redirects (site, from_path, article, is_automatic, added_at, version) values ($1, 'led/on', $2, false, now(), 1)", Some.Site.Value, article.Value);
        return article.Value;
    }

    // As an operator makes it: see docs/configuration.md.
    private async Task<string> ReaderAsync()
    {
        await House.SqlAsync("""
            do $$ begin if not exists (select from pg_roles where rolname = 'delivery_reader') then create role delivery_reader login password 'reads only'; end if; end $$;
            grant usage on schema delivery to delivery_reader;
            grant select on all tables in schema delivery to delivery_reader
            """);
        return new NpgsqlConnectionStringBuilder(House.ConnectionString) { Username = "delivery_reader", Password = "reads only", MaxPoolSize = 5 }.ConnectionString;
    }
}
