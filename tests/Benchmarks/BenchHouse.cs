using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Ai;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Embedded;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>A data folder with a private server as <c>./quest run</c> has it, people who can sign in, and articles. The application joins it as a process of its own.</summary>
internal sealed class BenchHouse(string? kept) : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly string _folder = kept ?? Path.Combine("/var/tmp", $"quest-bench-{Environment.ProcessId}");
    private EmbeddedPostgres? _server;
    private SiteId _site = SiteId.New(TimeProvider.System.GetUtcNow());

    public string Connection { get; private set; } = "";

    /// <summary>Ids of articles people work on.</summary>
    public IReadOnlyList<Guid> Articles { get; private set; } = [];

    /// <param name="kept">A folder that stays when it is over; null for one of its own.</param>
    public static async Task<BenchHouse> OpenAsync(string? kept)
    {
        var house = new BenchHouse(kept);
        await house.HoldAsync();
        await TestHouse.MigrateAsync(house.Connection);
        await house.LetGoAsync();
        return house;
    }

    /// <summary>The program on this folder, as it is shipped; in Development as people try it.</summary>
    public RunningQuest Start(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["QUEST_DATA"] = _folder, ["QUEST_LOG_LEVEL"] = "Warning" };
        foreach (var (name, value) in settings) all[name] = value;
        return RunningQuest.Start(Shipped.House, all);
    }

    /// <summary>Keeps the server up between two processes.</summary>
    public async Task HoldAsync()
    {
        if (_server is not null) return;
        _server = await EmbeddedPostgres.StartAsync(_folder, Environment.GetEnvironmentVariable("QUEST_POSTGRES_BIN"), [], CancellationToken.None);
        await _server.CreateDatabaseIfMissingAsync("quest", CancellationToken.None);
        Connection = _server.ConnectionStringFor("quest");
    }

    public async Task LetGoAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null) await _server.DisposeAsync();
        _server = null;
    }

    /// <summary>So many requests to Claude at once, of the site and of each person.</summary>
    public async Task AllowAsync(int atOnce)
    {
        await using var house = TestHouse.On(Connection);
        Check((await house.SendAsync(new ChangeAllowance(_site, null, null, atOnce, atOnce), Actor.Shell)).Error);
    }

    public static string Email(int person) => $"writer{person}@quest.test";

    /// <summary>People and posts through the ordinary messages; how many articles there are then.</summary>
    public async Task<int> FillAsync(BenchOptions options)
    {
        await HoldAsync();
        await using var house = TestHouse.On(Connection);
        Check((await house.SendAsync(new FoundSite(_site, "bench", "Bench", "Where the figures come from."), Actor.Shell)).Error);
        var administrator = await PersonAsync(house, "bench-administrator@quest.test", Role.Administrator);
        for (var person = 0; person < options.People; person++)
        {
            var writer = await PersonAsync(house, Email(person), Role.Creator, Role.Reviewer);
            await using var scope = house.Services.CreateAsyncScope();
            Check((await scope.ServiceProvider.GetRequiredService<IAccounts>().GivePasswordAsync(writer.Person!.Value, Password, mustChange: false, CancellationToken.None)).Error);
        }
        var posts = BenchTexts.Posts(options.Posts).Take(options.Articles).ToList();
        var listing = posts.Select(p => p.Path).ToHashSet();
        foreach (var (path, bytes) in posts)
        {
            var told = await house.SendAsync(new ImportMarkdownFile(_site, path, bytes, listing, new HashSet<string>(), Publish: true), administrator);
            if (told.Error is { } refused) await Console.Error.WriteLineAsync($"{path}: {refused.Message}");
        }
        return await LookAsync();
    }

    /// <summary>
    /// The same articles over and over until there are so many: new ids, slugs, titles and dates, and all that hangs on them. Past the domain, because the
    /// ordinary import of ten thousand takes minutes and is not what is measured.
    /// </summary>
    public async Task MultiplyAsync(int articles)
    {
        var times = (int)Math.Ceiling((articles - Articles.Count) / (double)Math.Max(1, Articles.Count));
        if (times > 0)
        {
            await CopyAsync("content.articles", times, ("id", Id("id")), ("title", Titled), ("slug", Sluggy), ("changed_at", Earlier("changed_at")), ("created_at", Earlier("created_at")));
            await CopyAsync("content.revisions", times, ("id", Id("id")), ("article", Id("article")), ("title", Titled), ("slug", Sluggy));
            await CopyAsync("delivery.published_articles", times, ("article", Id("article")), ("title", Titled), ("slug", Sluggy), ("published_at", Earlier("published_at")));
            await CopyAsync("audit.entries", times, ("id", Id("id")), ("about", Id("about")), ("at", Earlier("at")));
        }
        await RunAsync("vacuum analyze");
        await LookAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        if (kept is null && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private async Task<Actor> PersonAsync(TestHouse house, string email, params Role[] roles)
    {
        var invited = await house.SendAsync(new InvitePerson(_site, email, email, roles), Actor.Shell);
        Check(invited.Error);
        return Actor.Of(invited.Value.Person, email);
    }

    private static void Check(Error? refused)
    {
        if (refused is { } error) throw new InvalidOperationException(error.Message);
    }

    private const string Titled = "left(t.title, 190) || ' ' || n";
    private const string Sluggy = "case when t.slug = '' then '' else left(t.slug, 88) || '-' || n end";

    private static string Id(string column) => $"md5(t.{column}::text || n)::uuid";

    private static string Earlier(string column) => $"t.{column} - n * interval '5 hours'";

    private async Task CopyAsync(string table, int times, params (string Column, string As)[] changed)
    {
        var columns = new List<string>();
        await using var source = NpgsqlDataSource.Create(Connection);
        await using (var look = source.CreateCommand("select column_name from information_schema.columns where table_schema = $1 and table_name = $2 and is_generated = 'NEVER'"))
        {
            look.Parameters.Add(new() { Value = table.Split('.')[0] });
            look.Parameters.Add(new() { Value = table.Split('.')[1] });
            await using var reader = await look.ExecuteReaderAsync();
            while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        }
        var values = columns.Select(c => changed.FirstOrDefault(x => x.Column == c).As ?? $"t.{c}");
        await RunAsync($"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from {table} t, generate_series(1, {times}) n where t.site = '{_site.Value}'");
    }

    /// <summary>Whether a kept folder was filled before: then its articles are known, and nothing need be brought in.</summary>
    public async Task<bool> IsFilledAsync()
    {
        if (kept is null) return false;
        await HoldAsync();
        await using (var source = NpgsqlDataSource.Create(Connection))
        await using (var command = source.CreateCommand("select id from sites.sites where slug = 'bench'"))
            if (await command.ExecuteScalarAsync() is Guid site) _site = SiteId.From(site);
        return await LookAsync() > 0;
    }

    /// <summary>How many articles readers see.</summary>
    public async Task<long> CountAsync()
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand("select count(*) from delivery.published_articles");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<int> LookAsync()
    {
        var ids = new List<Guid>();
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand($"select id from content.articles where site = '{_site.Value}' order by id");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) ids.Add(reader.GetGuid(0));
        Articles = ids;
        return ids.Count;
    }
}
