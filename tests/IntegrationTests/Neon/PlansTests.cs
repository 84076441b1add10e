using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.BadInput;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Identity;

namespace QuestCms.IntegrationTests.Neon;

/// <summary>
/// No query of any page reads the whole of a growing table. Every page of the running application, and every way to narrow its lists, is asked at ten
/// thousand rows; PostgreSQL itself (auto_explain) says how it went about each query.
/// </summary>
public sealed partial class PlansTests(FormsHouse forms) : IClassFixture<FormsHouse>
{
    private readonly ConcurrentQueue<string> _plans = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_scans_a_growing_table()
    {
        await TenThousand.FillAsync(forms.Some, forms.Approved);
        using var house = Explaining();
        var asked = 0;
        var scans = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (who, addresses) in await AddressesAsync())
        {
            using var browser = who.Person is null ? new StudioClient(house) : await forms.Some.BrowserOfAsync(who, house);
            foreach (var address in addresses)
            {
                _plans.Clear();
                var answer = await browser.GetAsync(address);
                Assert.True((int)answer.Status < 400, $"{address}: {(int)answer.Status}");
                asked++;
                scans.UnionWith(_plans.Where(ScansAGrowingTable).Select(plan => $"{address}\n{plan}"));
            }
        }

        Assert.True(asked > 60);
        Assert.True(scans.Count == 0, $"""
            No query of a page reads the whole of a growing table.
            Broken by: {string.Join("\n\n", scans)}
            Why: it gets slower with every day of work.
            Instead: an index the query can use, or a question that an index answers.
            """);
    }

    [Fact]
    public async Task A_scan_would_be_seen()
    {
        using var house = Explaining();
        await using var command = house.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select count(*) from content.articles where body like '%x%'");
        await command.ExecuteScalarAsync(Ct);

        Assert.Contains(_plans, ScansAGrowingTable);
    }

    private static bool ScansAGrowingTable(string plan) => Scan().Matches(plan).Any(m => TenThousand.Growing.Contains(m.Groups[1].Value));

    private async Task<Dictionary<Actor, List<string>>> AddressesAsync()
    {
        var all = new Dictionary<Actor, List<string>>();
        void Add(Actor who, params string[] addresses) => (all.TryGetValue(who, out var known) ? known : all[who] = []).AddRange(addresses);
        foreach (var pattern in (await forms.RoutesAsync()).Where(Known.IsPage).Select(r => r["GET ".Length..]))
        {
            var (who, address) = Known.Page(forms, pattern);
            Add(who, address);
        }
        var some = forms.Some;
        string[] roles = ["/studio", "/studio/articles", "/studio/review"];
        foreach (var who in new[] { some.Reviewer, some.Publisher, some.Administrator }) Add(who, roles);
        const string Articles = "/studio/articles?";
        Add(some.Creator, [.. Enum.GetNames<ListedState>().Select(s => $"{Articles}state={s}")]);
        Add(some.Creator, [.. Enum.GetNames<ArticleKind>().Select(k => $"{Articles}kind={k}")]);
        Add(some.Creator, $"{Articles}category={some.Category}", $"{Articles}byline={some.Byline}", $"{Articles}tag=tag7", $"{Articles}tag=visa", $"{Articles}origin=Claude", $"{Articles}origin=PeopleOnly", $"{Articles}mine=true",
            $"{Articles}q=rents", $"{Articles}q=quarter+96", $"{Articles}q=unheard-of", $"{Articles}q=rents&state=Draft&kind=Guide&tag=tag20", $"{Articles}after=0_639000000000000000_00000000000000000000000000000000");
        Add(some.Creator, $"/studio/generations?article={forms.Draft}", "/studio/generations?model=model", "/studio/generations?prompt=draft%2F1", "/studio/generations?after=639000000000000000_00000000000000000000000000000000");
        Add(some.Creator, "/studio/media?q=tram", "/studio/media?q=hill+77", "/studio/media?q=unheard", $"/studio/media?for={forms.Draft}", "/studio/media?after=639000000000000000_00000000000000000000000000000000", $"/media/{forms.Asset}/w400.webp");
        const string Recall = "/studio/generations/recall?";
        Add(some.Reviewer, $"{Recall}by=Model&q=model", $"{Recall}by=Source&q=nzz.ch", $"{Recall}by=Prompt&q=draft%2F1&after=ffffffffffffffffffffffffffffffff");
        const string Webhooks = "/studio/administration/webhooks/";
        Add(some.Administrator, $"{Webhooks}{forms.Webhook}?state=Failed", $"{Webhooks}{forms.Webhook}?state=Waiting", $"{Webhooks}{forms.Webhook}?after=639000000000000000_00000000000000000000000000000000", $"{Webhooks}{forms.Webhook}/request?delivery={forms.Delivery}");
        const string Audit = "/studio/administration/audit?";
        Add(some.Administrator, $"{Audit}person={some.Creator.Person}", $"{Audit}what=ArticleDrafted", $"{Audit}about={forms.Draft}", $"{Audit}from=2026-11-01&to=2026-11-20");
        Add(forms.HouseAdministrator, $"{Audit}house=true", $"{Audit}house=true&person={some.Creator.Person}", $"{Audit}house=true&what=ArticleDrafted");
        const string Api = "/api/v1/sites/relocation/articles";
        const string Search = "/api/v1/sites/relocation/search";
        Add(Actor.Nobody, $"{Search}?q=rents", $"{Search}?q=unheard&category=portugal", $"{Search}?q=bulk+piece&tag=tag7&kind=guide&year=2026&limit=5", $"{Search}?q=rents+bluk+nowhere", $"{Search}?q=-rents", $"{Search}/suggest?q=bul", $"{Search}/suggest?q=bulk+pie");
        Add(Actor.Nobody, "/api/v1/sites", Api, $"{Api}?category=portugal", $"{Api}?tag=visa", $"{Api}?tag=tag7&tag=tag8", $"{Api}?q=rents", $"{Api}?q=unheard&category=portugal", $"{Api}?limit=100&fields=slug", $"{Api}/{forms.Approved}",
            $"{Api}?tagAll=visa&tagAll=tag7", $"{Api}?author=relocation-desk", $"{Api}?author=nobody", $"{Api}?kind=guide", $"{Api}?kind=news", $"{Api}?locale=pt", $"{Api}?minScore=8", $"{Api}?minScore=10", $"{Api}?publishedAfter=2026-11-01&publishedBefore=2026-11-02",
            $"{Api}?updatedAfter=2030-01-01", $"{Api}?filter[title][contains]=piece%2077", $"{Api}?filter[title][startsWith]=bulk%20piece%2088", $"{Api}?filter[tag][startsWith]=tag29", $"{Api}?filter[tag][null]=true", $"{Api}?filter[author][null]=true",
            $"{Api}?filter[category][null]=true", $"{Api}?filter[category][in]=portugal,spain", $"{Api}?filter[score][lt]=3", $"{Api}?filter[id][in]={forms.Approved}", $"{Api}?filter[slug][eq]=bulk-9",
            $"{Api}?sort=title", $"{Api}?sort=-title,score", $"{Api}?sort=score", $"{Api}?sort=-updatedAt", $"{Api}?sort=-score,title&category=portugal", $"{Api}?count=true", $"{Api}?count=true&tag=tag7&tag=tag8", $"{Api}?count=true&category=portugal",
            $"{Api}?include=related,media&body=markdown", $"{Api}/{forms.Approved}/related", $"{Api}/{forms.Approved}?include=related&fields=title", "/api/v1/sites/relocation", "/api/v1/sites/relocation/tags?count=true", "/api/v1/sites/relocation/categories",
            "/api/v1/sites/relocation/authors", "/api/v1/sites/relocation/redirects",
            $"{Api}/by-slug/bulk-77", "/sites/relocation?before=639000000000000000-00000000000000000000000000000000", "/sites/relocation/bulk-77", "/health",
            "/api/v1/sites/relocation/changes", "/api/v1/sites/relocation/changes?since=now",
            "/sites/relocation/category/portugal", "/sites/relocation/tag/tag7", "/sites/relocation/tag/visa", "/sites/relocation?q=rents", "/api/v1/sites/relocation/feed.atom", "/api/v1/sites/relocation/llms.txt");
        return all;
    }

    // The same house, whose connections tell each plan as a notice.
    private WebApplicationFactory<Program> Explaining() => forms.Some.House.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
    {
        var connection = new NpgsqlConnectionStringBuilder(forms.Some.House.ConnectionString)
        {
            Options = "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_level=notice -c client_min_messages=notice",
        };
        var data = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        data.UseLoggerFactory(LoggerFactory.Create(log => log.SetMinimumLevel(LogLevel.Debug).AddProvider(new Notices(_plans))));
        services.AddSingleton(_ => data.Build());
        services.AddSingleton(provider => new DeliveryDataSource(provider.GetRequiredService<NpgsqlDataSource>()));
    }));

    [GeneratedRegex(@"Seq Scan on (\w+)")]
    private static partial Regex Scan();

    // A connection tells its notices to the log.
    private sealed class Notices(ConcurrentQueue<string> plans) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;
        public void Dispose() { }
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (formatter(state, exception) is var line && line.Contains("plan:", StringComparison.Ordinal)) plans.Enqueue(line);
        }
    }
}
