using System.Net;
using System.Reflection;
using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>Every query of delivery as a database role that can read its schema and nothing else: a draft can't leak because it is not there.</summary>
public sealed class PublishedStoreTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static Guid _cover;

    // One call of each; a new query without a line here fails.
    private static readonly Dictionary<string, Func<PublishedStore, Guid, Guid, Task<bool>>> Queries = new()
    {
        [nameof(PublishedStore.SitesAsync)] = async (store, _, _) => (await store.SitesAsync(Ct)).Count == 2,
        [nameof(PublishedStore.SiteAsync)] = async (store, _, _) => await store.SiteAsync("relocation", Ct) is { Name: "Relocation" },
        [nameof(PublishedStore.BySlugAsync)] = async (store, site, _) => await store.BySlugAsync(site, "read-by-a-reader", Ct) is not null,
        [nameof(PublishedStore.ByIdAsync)] = async (store, site, article) => await store.ByIdAsync(site, article, Ct) is not null,
        [nameof(PublishedStore.PageAsync)] = async (store, site, _) => await store.PageAsync(site, "read-by-a-reader", Ct) is not null,
        [nameof(PublishedStore.FormerAsync)] = async (store, site, _) => await store.FormerAsync(site, "its-first-address", Ct) == "read-by-a-reader",
        [nameof(PublishedStore.FormerAnywhereAsync)] = async (store, _, _) => (await store.FormerAnywhereAsync("its-first-address", Ct)).Contains(("relocation", "read-by-a-reader")),
        [nameof(PublishedStore.MediaAsync)] = async (store, _, _) => await store.MediaAsync(_cover, "w400.webp", null, Ct) is { Content.Length: > 0 },
        [nameof(PublishedStore.ListAsync)] = async (store, site, _) =>
            (await store.ListAsync(new DeliveryFilter(site, "portugal", ["visa"], null, 10, (0, DateTimeOffset.MaxValue, Guid.Empty)), Ct)).Count == 1
            && (await store.ListAsync(new DeliveryFilter(site, null, [], "schools", 10, (1, DateTimeOffset.MaxValue, Guid.Empty)), Ct)).Count == 1,
    };

    [Fact]
    public void Every_query_of_delivery_stands_in_the_list() =>
        Assert.Equal(typeof(PublishedStore).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(m => m.Name).Order(), Queries.Keys.Order());

    [Fact]
    public async Task Each_of_them_is_answered_to_a_role_that_reads_the_schema_delivery_alone()
    {
        var article = await PublishedAsync();
        var reader = await ReaderAsync();
        await using var source = NpgsqlDataSource.Create(reader);
        var store = new PublishedStore(new DeliveryDataSource(source));

        foreach (var (name, ask) in Queries) Assert.True(await ask(store, Some.Site.Value, article), $"{name} was not answered as it should be.");

        foreach (var table in new[] { "content.articles", "content.revisions", "review.decisions", "identity.people", "accounts.accounts", "audit.entries", "planning.scheduled_publications", "ai.generations", "media.assets", "work.media_files" })
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
            "/", "/sites/relocation", "/sites/relocation/read-by-a-reader", "/api/v1/sites", "/api/v1/sites/relocation/articles?q=schools&tag=visa&category=portugal&limit=1",
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
