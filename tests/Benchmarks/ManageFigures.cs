using System.Text.Json;
using Npgsql;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>A new article through the management API, beside the insert of the same row by a bare application into a table that is like the house's, with its indexes and its search column.</summary>
internal static class ManageFigures
{
    /// <summary>A key has 600 calls a minute; a program of many would be asked to wait.</summary>
    private const int Keys = 40;
    private const int Rounds = 5, Bodies = 40, Words = 900;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static async Task<FigureGroup> MeasureAsync(BenchHouse house, SiteId site, RunningQuest own, RunningQuest bare)
    {
        var keys = await KeysAsync(house, site);
        await PrepareAsync(house);
        var bodies = Enumerable.Range(0, Bodies).Select(seed => JsonSerializer.Serialize(BenchTexts.Body(seed, Words))).ToArray();
        // Titles that no earlier round on a kept folder had: a slug that is taken is another way.
        var (made, run) = (0, Environment.ProcessId);
        string Json(int n) => $"{{\"title\":\"What run {run} brought as number {n}\",\"summary\":\"Brought by a program.\",\"body\":{bodies[n % Bodies]}}}";
        byte[] Ours()
        {
            var n = Interlocked.Increment(ref made);
            return Load.Post("/api/v1/manage/sites/bench/articles", Json(n), ("Authorization", $"Bearer {keys[n % Keys]}"));
        }
        byte[] Theirs() => Load.Post("/insert", Json(Interlocked.Increment(ref made)));
        return new FigureGroup("A new article through the management API",
            $"About 6 KB of text, with revision, audit entry and search index, by {Keys} keys in turns. Against the insert of the same row alone by a bare application with plain Npgsql: a table like the house’s own, its indexes and its search column with it. {Rounds} rounds of {Round.TotalSeconds:0} s each.",
            [.. Pair("one after another", 1, 0.70), .. Pair("8 at once", 8, 0.60)]);

        IReadOnlyList<Figure> Pair(string what, int connections, double least) => DeliveryFigures.Pair(what, Rounds, least,
            time => Load.Run(own.Port, own.Id, (_, _) => Ours(), 201, time, connections), time => Load.Run(bare.Port, bare.Id, (_, _) => Theirs(), 201, time, connections), Round);
    }

    private static async Task<string[]> KeysAsync(BenchHouse house, SiteId site)
    {
        // Those of earlier rounds on a kept folder: a site has so many at most.
        await using (var source = NpgsqlDataSource.Create(house.Connection))
        await using (var revoke = source.CreateCommand("update sites.keys set revoked_at = now() where revoked_at is null and name like 'Program %'")) await revoke.ExecuteNonQueryAsync();
        await using var own = TestHouse.On(house.Connection);
        var keys = new string[Keys];
        for (var n = 0; n < Keys; n++) keys[n] = (await own.SendAsync(new MakeSiteKey(site, $"Program {n}", [KeyScope.Write]), Actor.Shell)).Value.Secret.Reveal();
        return keys;
    }

    // What the bare application does not know of a row it takes from one that is there.
    private static async Task PrepareAsync(BenchHouse house)
    {
        await using var source = NpgsqlDataSource.Create(house.Connection);
        var columns = new List<string>();
        await using (var look = source.CreateCommand("select column_name from information_schema.columns where table_schema = 'content' and table_name = 'articles' and is_generated = 'NEVER' order by ordinal_position"))
        await using (var reader = await look.ExecuteReaderAsync())
            while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        var values = columns.Select(c => c switch { "id" => "$1", "title" => "$2", "slug" => "$3", "body" => "$4", _ => $"m.{c}" });
        await using var prepare = source.CreateCommand($"""
            drop schema if exists bench cascade;
            create schema bench;
            create table bench.articles (like content.articles including all);
            create table bench.model as select {string.Join(", ", columns)} from content.articles limit 1;
            create table bench.statement as select $statement$insert into bench.articles ({string.Join(", ", columns)}) select {string.Join(", ", values)} from bench.model m$statement$ as statement;
            """);
        await prepare.ExecuteNonQueryAsync();
    }
}
