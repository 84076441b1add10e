using System.Diagnostics;
using System.Text;
using Npgsql;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>What was measured with so many articles: milliseconds of one request at a time. <paramref name="Filtered"/>: the 95th of a hundred of lists narrowed in every way.</summary>
internal sealed record Sized(int Articles, double Kept, double List, double Filtered, double Publish);

/// <summary>Whether a reader, a list and a publisher feel how many articles there are.</summary>
internal static class GrowthFigures
{
    private const int Published = 25;
    private const string List = "/api/v1/sites/bench/articles";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1.5);
    private static readonly (string, string)[] Open = [("QUEST_DELIVERY_LIMIT", "0"), ("ASPNETCORE_ENVIRONMENT", "Testing")];

    public static async Task<Sized> OfAsync(BenchHouse house, int articles)
    {
        await using var source = NpgsqlDataSource.Create(house.Connection);
        var slugs = await TextsAsync(source, "select slug from delivery.published_articles order by article limit 300");
        var (category, tag, author) = ((await TextsAsync(source, Most("category")))[0], (await TextsAsync(source, Most("tag")))[0], (await TextsAsync(source, Most("author")))[0]);
        string[] filters = [$"category={category}", $"tag={tag}", $"author={author}", $"category={category}&tag={tag}", $"category={category}&sort=title", $"tag={tag}&sort=-updatedAt", "filter[publishedAt][lt]=2019-01-01", "sort=-score", $"tag={tag}&author={author}", "filter[title][contains]=deposit"];
        double kept, list, filtered;
        await using (var keeping = await house.Start([.. Open, ("NEON_CONNECTION_STRING", house.Connection)]).ReadyAsync())
        {
            kept = Median(keeping, [.. slugs.Select(s => Load.Get($"{List}/by-slug/{s}", ("Accept-Encoding", "br")))]).At(0.5);
            await EndAsync(keeping);
        }
        await using (var forgetting = await house.Start([.. Open, ("NEON_CONNECTION_STRING", house.Connection), ("QUEST_DELIVERY_MEMORY", "0")]).ReadyAsync())
        {
            list = Median(forgetting, [Load.Get(List)]).At(0.5);
            filtered = Median(forgetting, [.. filters.Select(f => Load.Get($"{List}?{f}"))]).At(0.95);
            await EndAsync(forgetting);
        }
        return new Sized(articles, kept, list, filtered, await PublishAsync(house, articles));
    }

    public static IReadOnlyList<FigureGroup> Of(IReadOnlyList<Sized> sizes)
    {
        var (least, most) = (sizes[0], sizes[^1]);
        IReadOnlyList<Figure> Rows(string what, Func<Sized, double> of) =>
        [
            .. sizes.Select(s => new Figure($"{what}, {s.Articles:N0} articles", of(s), "ms")),
            new($"{what}: {most.Articles:N0} to {least.Articles:N0} articles", of(most) / of(least), "×", 1.3),
        ];
        return
        [
            new($"Growth to {most.Articles:N0} articles", $"Medians of one request after the other: an article from memory, the 20 newest from the database, a post of 800 words read, rendered, stored and published ({Published} of them).",
                [.. Rows("kept article", s => s.Kept), .. Rows("list from the database", s => s.List), .. Rows("publish", s => s.Publish)]),
            new($"Narrowed lists at {most.Articles:N0} articles", "From the database, one after another: by category, tag, author, time and title, two at once, sorted by title, score and change.", [new("p95", most.Filtered, "ms", 50)]),
        ];
    }

    private static Loaded Median(RunningQuest process, IReadOnlyList<byte[]> requests)
    {
        Load.Run(process.Port, process.Id, requests, 200, Round, connections: 1);
        return Load.Run(process.Port, process.Id, requests, 200, Round, connections: 1);
    }

    private static async Task<double> PublishAsync(BenchHouse house, int articles)
    {
        await using var own = TestHouse.On(house.Connection);
        var (site, taken) = (SiteId.From(await own.ScalarAsync<Guid>("select id from sites.sites where slug = 'bench'")), new Timings());
        var person = Actor.Of(PersonId.From(await own.ScalarAsync<Guid>("select id from identity.people where email = 'bench-administrator@quest.test'")), "bench-administrator");
        for (var n = -5; n < Published; n++)
        {
            var (path, post) = ($"2026-02-03-grown-{articles}-{n + 5}.md", $"---\ntitle: \"Grown to {articles}, number {n + 5}\"\ndate: 2026-02-03\ncategory: Housing\ntags: [grown]\nauthor: Desk 1\n---\n\n{BenchTexts.Body(n + 5, 800)}");
            var began = Stopwatch.GetTimestamp();
            var told = await own.SendAsync(new ImportMarkdownFile(site, path, Encoding.UTF8.GetBytes(post), new HashSet<string> { path }, new HashSet<string>(), Publish: true), person);
            if (told.Error is { } refused) throw new InvalidOperationException(refused.Message);
            if (n >= 0) taken.Add("publish", Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return taken.At("publish", 0.5);
    }

    private static string Most(string taxonomy) => $"select slug from delivery.taxa where taxonomy = '{taxonomy}' order by articles desc, slug limit 1";

    private static async Task<List<string>> TextsAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task EndAsync(RunningQuest process)
    {
        await process.TerminateAsync();
        await process.ExitAsync();
    }
}
