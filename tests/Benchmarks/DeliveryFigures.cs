using System.Diagnostics;
using Npgsql;
using QuestCms.Domain.Sites;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>
/// What delivery reaches of what the machine can: each thing in turns with the bare application of tests/BareApp, round by round, so that what else the machine does hits both. The rates are of requests in the same
/// seconds; the processor time is what the asked process took for one, and moves less.
/// </summary>
internal static class DeliveryFigures
{
    private const int Asked = 400, Rounds = 6;
    private const string List = "/api/v1/sites/bench/articles";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly (string Name, string Value) Brotli = ("Accept-Encoding", "br");
    private static readonly (string, string)[] Open = [("QUEST_DELIVERY_LIMIT", "1000000000"), ("ASPNETCORE_ENVIRONMENT", "Testing")];

    private sealed record Server(RunningQuest Process)
    {
        public Loaded Run(IReadOnlyList<byte[]> requests, int status, TimeSpan time) => Load.Run(Process.Port, Process.Id, requests, status, time);
    }

    /// <param name="Own">The house.</param>
    /// <param name="Cold">The house without a memory for answers.</param>
    private sealed record Sides(Server Own, Server Cold, Server Bare);

    public static async Task<IReadOnlyList<FigureGroup>> MeasureAsync(BenchHouse house, BenchOptions options)
    {
        await house.HoldAsync();
        var (site, slugs, category) = await ChooseAsync(house);
        var groups = new List<FigureGroup>();
        var most = default((double, double));
        if (options.Wants("delivery-articles") || options.Wants("delivery-lists") || options.Wants("delivery-pages") || options.Wants("delivery-create"))
        {
            await using var keeping = await house.Start([.. Open, ("NEON_CONNECTION_STRING", house.Connection)]).ReadyAsync();
            await using var forgetting = await house.Start([.. Open, ("NEON_CONNECTION_STRING", house.Connection), ("QUEST_DELIVERY_MEMORY", "0")]).ReadyAsync();
            await using var bareProcess = await StartBare(house, site).ReadyAsync();
            var sides = new Sides(new Server(keeping), new Server(forgetting), new Server(bareProcess));
            using var http = new HttpClient();
            if (options.Wants("delivery-articles")) groups.Add(await ArticlesAsync(http, sides, slugs, await house.CountAsync()));
            if (options.Wants("delivery-lists")) groups.Add(await ListsAsync(http, sides, category));
            if (options.Wants("delivery-pages")) groups.Add(await PagesAsync(http, sides, slugs));
            if (options.Wants("delivery-create")) groups.Add(await ManageFigures.MeasureAsync(house, SiteId.From(site), keeping, bareProcess));
            most = (Memory.MostOf(keeping), Memory.MostOf(bareProcess));
            foreach (var process in new[] { keeping, forgetting, bareProcess }) await EndAsync(process);
        }
        if (options.Wants("delivery-start")) groups.Add(await StartAsync(house, site, slugs[0]));
        if (options.Wants("delivery")) groups.Add(Group("Most memory of delivery", "After all of the figures above.", [new($"most memory to bare ({most.Item1:0} to {most.Item2:0} MB)", most.Item1 / most.Item2, "×", 1.5)]));
        await house.LetGoAsync();
        return groups;
    }

    private static async Task<FigureGroup> ArticlesAsync(HttpClient http, Sides sides, IReadOnlyList<string> slugs, long all)
    {
        var (json, tags, bareJson, bareTags) = (new List<byte[]>(), new List<byte[]>(), new List<byte[]>(), new List<byte[]>());
        foreach (var slug in slugs)
        {
            var path = $"{List}/by-slug/{slug}";
            var tag = await GiveAsync(http, sides, path, slug);
            json.Add(Load.Get(path, Brotli));
            tags.Add(Load.Get(path, Brotli, ("If-None-Match", tag.Own)));
            bareJson.Add(Load.Get($"/kept/{slug}"));
            bareTags.Add(Load.Get($"/kept/{slug}", ("If-None-Match", tag.Bare)));
        }
        return Group("An article by its slug", $"{Asked} of {all:N0} articles, brotli, {Load.Connections} kept-alive connections, {Rounds} rounds of {Round.TotalSeconds:0} s each. Kept: against the same bytes from memory. From the database: against the same row with plain Npgsql.",
        [
            .. Pair("kept", sides.Own, json, sides.Bare, bareJson, 200, 0.90),
            .. Pair("304", sides.Own, tags, sides.Bare, bareTags, 304, 0.90),
            .. Pair("from the database", sides.Cold, json, sides.Bare, Row("/row/", slugs), 200, 0.80),
        ]);
    }

    private static async Task<FigureGroup> ListsAsync(HttpClient http, Sides sides, string category)
    {
        var shelf = $"{List}?category={category}&sort=-publishedAt";
        foreach (var (path, name) in new[] { (List, "newest"), (shelf, "shelf") }) await GiveAsync(http, sides, path, name);
        byte[][] One(string path, params (string, string)[] headers) => [Load.Get(path, headers)];
        return Group("Lists", "The 20 newest, and the 20 newest of one category. Kept and packed: against the same bytes from memory. From the database, not packed: against the same rows with plain Npgsql.",
        [
            .. Pair("newest, kept", sides.Own, One(List, Brotli), sides.Bare, One("/kept/newest"), 200, 0.85),
            .. Pair("category, kept", sides.Own, One(shelf, Brotli), sides.Bare, One("/kept/shelf"), 200, 0.85),
            .. Pair("newest, from the database", sides.Cold, Varied(List + "?limit=20"), sides.Bare, One("/list"), 200, 0.80),
            .. Pair("category, from the database", sides.Cold, Varied(shelf), sides.Bare, One($"/list?category={category}"), 200, 0.80),
        ]);
    }

    private static async Task<FigureGroup> PagesAsync(HttpClient http, Sides sides, IReadOnlyList<string> slugs)
    {
        foreach (var slug in slugs)
        {
            await GiveAsync(http, sides, $"/sites/bench/{slug}", "page-" + slug);
            using var chosen = await http.GetAsync(new Uri(sides.Cold.Process.Address, $"/sites/bench/{slug}"));
        }
        return Group("Public article pages", "Kept: against the same bytes from memory. Rendered anew: against the row with plain Npgsql; which pieces are similar was chosen before, as it is for ten minutes.",
        [
            .. Pair("kept", sides.Own, [.. slugs.Select(s => Load.Get($"/sites/bench/{s}", Brotli))], sides.Bare, Row("/kept/page-", slugs), 200, 0.85),
            .. Pair("rendered anew", sides.Cold, [.. slugs.Select(s => Load.Get($"/sites/bench/{s}"))], sides.Bare, Row("/page/", slugs), 200, 0.50),
        ]);
    }

    private static byte[][] Row(string prefix, IReadOnlyList<string> slugs) => [.. slugs.Select(s => Load.Get(prefix + s, Brotli))];

    // Nobody's list is another's: what is asked at the same time would else be made once for all, which is not what is measured.
    private static byte[][] Varied(string path) => [.. Enumerable.Range(0, 4 * Load.Connections).Select(n => Load.GetAt($"h{n}", path))];

    private static IReadOnlyList<Figure> Pair(string what, Server own, IReadOnlyList<byte[]> asked, Server bare, IReadOnlyList<byte[]> bareAsked, int status, double least) =>
        Pair(what, Rounds, least, time => own.Run(asked, status, time), time => bare.Run(bareAsked, status, time), Round);

    /// <summary>Both in turns, after a round that warms them up.</summary>
    public static IReadOnlyList<Figure> Pair(string what, int rounds, double least, Func<TimeSpan, Loaded> own, Func<TimeSpan, Loaded> bare, TimeSpan each)
    {
        own(each);
        bare(each);
        var (mine, theirs) = (new List<Loaded>(), new List<Loaded>());
        for (var round = 0; round < rounds; round++)
        {
            // Who begins takes turns.
            if (round % 2 == 0) theirs.Add(bare(each));
            mine.Add(own(each));
            if (round % 2 == 1) theirs.Add(bare(each));
        }
        var (a, b) = (Loaded.Of(mine), Loaded.Of(theirs));
        return
        [
            Figure.AtLeast($"{what}: requests per second to bare", a.PerSecond / b.PerSecond, "×", least),
            new($"{what}: p99 to bare ({a.At(0.99):0.00} to {b.At(0.99):0.00} ms)", a.At(0.99) / b.At(0.99), "×", 2),
            new($"{what}: processor time of one to bare ({a.CpuEach:0} to {b.CpuEach:0} µs, {a.PerSecond:N0} to {b.PerSecond:N0} a second)", a.CpuEach / b.CpuEach, "×"),
        ];
    }

    private static FigureGroup Group(string title, string say, IReadOnlyList<Figure> figures) => new(title, say, figures);

    // What the house answers is what the bare application sends.
    private static async Task<(string Own, string Bare)> GiveAsync(HttpClient http, Sides sides, string path, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sides.Own.Process.Address, path));
        request.Headers.TryAddWithoutValidation(Brotli.Name, Brotli.Value);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        using var content = new ByteArrayContent(await answer.Content.ReadAsByteArrayAsync());
        content.Headers.ContentType = answer.Content.Headers.ContentType;
        (await http.PutAsync(new Uri(sides.Bare.Process.Address, $"/kept/{name}"), content)).EnsureSuccessStatusCode();
        using var there = await http.GetAsync(new Uri(sides.Bare.Process.Address, $"/kept/{name}"));
        return (answer.Headers.ETag!.ToString(), there.Headers.ETag!.ToString());
    }

    private static async Task<FigureGroup> StartAsync(BenchHouse house, Guid site, string slug)
    {
        var (own, bare) = (new List<(double Seconds, double Memory)>(), new List<(double Seconds, double Memory)>());
        for (var round = 0; round < 4; round++)
        {
            bare.Add(await FirstAsync(() => StartBare(house, site), $"/row/{slug}"));
            own.Add(await FirstAsync(() => house.Start([.. Open, ("NEON_CONNECTION_STRING", house.Connection)]), $"{List}/by-slug/{slug}"));
        }
        static double Median(IEnumerable<double> all) => all.Order().ElementAt(all.Count() / 2);
        var (mine, theirs) = (own.Skip(1).ToList(), bare.Skip(1).ToList());
        return Group("Start and memory of delivery", "Each a process of its own on a database that is there, until the first article was sent; the median of three after one that warms the disk up.",
        [
            new($"start to first article to bare ({Median(mine.Select(m => m.Seconds)):0.00} to {Median(theirs.Select(m => m.Seconds)):0.00} s)", Median(mine.Select(m => m.Seconds)) / Median(theirs.Select(m => m.Seconds)), "×", 1.5),
            new($"memory then to bare ({Median(mine.Select(m => m.Memory)):0} to {Median(theirs.Select(m => m.Memory)):0} MB)", Median(mine.Select(m => m.Memory)) / Median(theirs.Select(m => m.Memory)), "×", 1.3),
        ]);
    }

    private static async Task<(double Seconds, double Memory)> FirstAsync(Func<RunningQuest> start, string path)
    {
        var began = Stopwatch.GetTimestamp();
        await using var process = start();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{process.Port}") };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(path);
                if (answer.IsSuccessStatusCode) break;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(5);
            }
        }
        var taken = (Stopwatch.GetElapsedTime(began).TotalSeconds, Memory.Of(process));
        await EndAsync(process);
        return taken;
    }

    private static RunningQuest StartBare(BenchHouse house, Guid site) => RunningQuest.Start(Shipped.Bare,
        new Dictionary<string, string> { ["NEON_CONNECTION_STRING"] = house.Connection, ["QUEST_BENCH_SITE"] = site.ToString() });

    private static async Task EndAsync(RunningQuest process)
    {
        await process.TerminateAsync();
        await process.ExitAsync();
    }

    // Spread over all there are; the category is the one with most.
    private static async Task<(Guid Site, IReadOnlyList<string> Slugs, string Category)> ChooseAsync(BenchHouse house)
    {
        await using var source = NpgsqlDataSource.Create(house.Connection);
        await using var command = source.CreateCommand($"""
            with all_of as (select slug, site, row_number() over (order by article) n, count(*) over () c from delivery.published_articles where site = (select id from delivery.sites where slug = 'bench'))
            select slug, site, (select category_slug from delivery.published_articles where category_slug is not null group by 1 order by count(*) desc limit 1) from all_of where n % greatest(1, c / {Asked}) = 0 limit {Asked}
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var (slugs, site, category) = (new List<string>(), Guid.Empty, "");
        while (await reader.ReadAsync())
        {
            slugs.Add(reader.GetString(0));
            (site, category) = (reader.GetGuid(1), reader.GetString(2));
        }
        return (site, slugs, category);
    }
}
