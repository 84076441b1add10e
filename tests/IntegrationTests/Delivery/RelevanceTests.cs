using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Content;
using QuestCms.Application.Transfer;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>327 real posts, read and rendered as the import does and published; see Relevance/README.md.</summary>
public sealed class RelevanceHouse(Database database) : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Delivery", "Relevance");

    public SomeHouse Some { get; private set; } = null!;

    /// <summary>Each query with the slug of the post it was written for.</summary>
    public IReadOnlyList<(string Slug, string Query)> Seen { get; private set; } = [];
    public IReadOnlyList<(string Slug, string Query)> Unseen { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Some = await database.BorrowAsync();
        var renderer = Some.House.Services.GetRequiredService<IRenderer>();
        var (slugs, rows, taken) = (new Dictionary<string, string>(), new List<PublishedRow>(), new HashSet<string>());
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder, "posts.tar.gz")), CompressionMode.Decompress);
        await using var posts = new TarReader(packed);
        while (await posts.GetNextEntryAsync() is { DataStream: { } stream } entry)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var (post, _) = PostReader.Read(new SourceFile(entry.Name, bytes.ToArray(), new HashSet<string>(), taken));
            taken.Add(post.Slug);
            slugs[entry.Name] = post.Slug;
            var rendered = (await renderer.RenderAsync(post.Body, CancellationToken.None)).Value;
            rows.Add(new PublishedRow(post.Slug, post.Title, rendered.PlainText)
            {
                Summary = post.Summary,
                Html = rendered.Html,
                Tags = post.Tags,
                Kind = post.Kind.ToString().ToLowerInvariant(),
                Category = post.Category.Slug,
                PublishedAt = post.Date!.Value,
            });
        }
        await PublishedRows.PublishAsync(Some, rows);
        (Seen, Unseen) = (Read("seen.tsv", slugs), Read("unseen.tsv", slugs));
    }

    public ValueTask DisposeAsync() => database.GiveBackAsync(Some);

    private static List<(string, string)> Read(string file, Dictionary<string, string> slugs) =>
        [.. File.ReadLines(Path.Combine(Folder, file)).Select(line => line.Split('\t')).Select(p => (slugs[p[0]], p[1]))];
}

/// <summary>Search finds what was meant: of queries written from paraphrases of titles, nineteen of twenty have the post among the first five.</summary>
public sealed class RelevanceTests(RelevanceHouse house, ITestOutputHelper output) : IClassFixture<RelevanceHouse>
{
    private const int First = 5;
    private const double AtLeast = 0.95;

    [Fact]
    public async Task What_was_meant_is_among_the_first_five() => await CheckAsync(house.Seen, 50);

    [Fact]
    public async Task And_so_it_is_for_queries_that_nobody_looked_at() => await CheckAsync(house.Unseen, 20);

    private async Task CheckAsync(IReadOnlyList<(string Slug, string Query)> queries, int count)
    {
        Assert.Equal(count, queries.Count);
        var search = house.Some.House.Services.GetRequiredService<PublishedSearch>();
        var missed = new List<string>();
        foreach (var (slug, query) in queries)
        {
            var found = await search.SearchAsync(new SearchFilter(house.Some.Site.Value, query, [], First), TestContext.Current.CancellationToken);
            if (!found.Hits.Any(h => h.Json.Contains($"\"slug\": \"{slug}\"", StringComparison.Ordinal) || h.Json.Contains($"\"slug\":\"{slug}\"", StringComparison.Ordinal)))
                missed.Add($"{query} → {slug}; found: {string.Join(" | ", found.Hits.Select(h => string.Concat(h.Title.Select(p => p.Text))))}");
        }
        output.WriteLine($"{count - missed.Count} of {count}");

        Assert.True(missed.Count <= count * (1 - AtLeast) + 1e-9, $"Found {count - missed.Count} of {count} among the first {First}. Missed:\n{string.Join('\n', missed)}");
    }
}
