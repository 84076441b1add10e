using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>Published search at ten and at a hundred thousand articles, next to the same words asked of PostgreSQL with nothing around.</summary>
internal static class SearchFigures
{
    private const int Asked = 200, Warm = 30, Page = 21;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];
    private const string Ours = "ours", Bare = "bare", Suggested = "suggested";

    // The vectors in one language, ranked over all that match: what a two-word search costs when it is only that.
    private const string BareQuery = """
        select list_json from delivery.published_articles, websearch_to_tsquery('english', $2) words where site = $1 and search @@ words order by ts_rank_cd(search, words) desc, published_at desc limit 20
        """;

    public static async Task<IReadOnlyList<FigureGroup>> MeasureAsync(BenchHouse house, BenchOptions options)
    {
        if (house.Articles.Count == 0) await house.FillAsync(options with { Articles = 300, People = 1 });
        await house.HoldAsync();
        await using var source = NpgsqlDataSource.Create(house.Connection);
        var (groups, sizes) = (new List<FigureGroup>(), new List<Sized>());
        await Growing.OpenAsync(source);
        foreach (var articles in Sizes)
        {
            await Growing.ToAsync(source, articles);
            sizes.Add(await GrowthFigures.OfAsync(house, articles));
            if (articles > Sizes[0]) groups.Add(await RoundAsync(house, source, articles));
        }
        groups.AddRange(GrowthFigures.Of(sizes));
        await house.LetGoAsync();
        return groups;
    }

    private static async Task<FigureGroup> RoundAsync(BenchHouse house, NpgsqlDataSource source, int articles)
    {
        await using var own = TestHouse.On(house.Connection);
        var (search, site) = (own.Services.GetRequiredService<PublishedSearch>(), await own.ScalarAsync<Guid>("select id from delivery.sites where slug = 'bench'"));
        var (queries, taken) = (await QueriesAsync(source), new Timings());
        for (var i = -Warm; i < Asked; i++)
        {
            if (i == 0) taken.Forget();
            var query = queries[(i + Warm) % queries.Count];
            await taken.TimeAsync(Ours, () => search.SearchAsync(new SearchFilter(site, query, [], Page), CancellationToken.None));
            // Over a hundred thousand the bare query takes most of a second; a few of them tell that.
            if (articles <= 10_000 || i % 10 == 0) await taken.TimeAsync(Bare, () => BareAsync(source, site, query));
            await taken.TimeAsync(Suggested, () => search.SuggestAsync(site, query[..^2], CancellationToken.None));
        }
        return new FigureGroup($"Search of {articles:N0} published articles",
            $"{Asked} searches for two words of a title, one after another in one process, each with facets, highlights and ranking; bare: the same words as one full-text query over the same column, ranked, with nothing around. The texts are the same few hundred over and over with other words left out of each, so that every word is common.",
            [
                new("two words, p95", taken.At(Ours, 0.95), "ms", articles > 10_000 ? 100 : null),
                new("the same, median", taken.At(Ours, 0.5), "ms"),
                new("bare, p95", taken.At(Bare, 0.95), "ms"),
                new("bare, median", taken.At(Bare, 0.5), "ms"),
                .. articles > 10_000 ? Array.Empty<Figure>() :
                [
                    Figure.AtLeast("all of them: searches in the same time to bare", taken.Sum(Bare) / taken.Sum(Ours), "×", 0.80),
                    new("p99 to bare", taken.At(Ours, 0.99) / taken.At(Bare, 0.99), "×", 2),
                ],
                new("suggestions, p95", taken.At(Suggested, 0.95), "ms", articles > 10_000 ? null : 20),
            ]);
    }

    private static async Task<List<string>> QueriesAsync(NpgsqlDataSource source)
    {
        var (random, queries) = (new Random(7), new List<string>());
        await using var look = source.CreateCommand("select title from delivery.published_articles order by article limit 300");
        await using var reader = await look.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var words = reader.GetString(0).Split(' ').Select(w => w.Trim(',', '.', ':', '?', '!', '"')).Where(w => w.Length > 3 && w.All(char.IsLetter)).Distinct().ToArray();
            if (words.Length < 2) continue;
            random.Shuffle(words);
            queries.Add($"{words[0]} {words[1]}");
        }
        return queries;
    }

    private static async Task<int> BareAsync(NpgsqlDataSource source, Guid site, string query)
    {
        await using var command = source.CreateCommand(BareQuery);
        command.Parameters.Add(new() { Value = site });
        command.Parameters.Add(new() { Value = query });
        await using var reader = await command.ExecuteReaderAsync();
        var bytes = 0;
        while (await reader.ReadAsync()) bytes += reader.GetString(0).Length;
        return bytes;
    }
}
