using Npgsql;
using QuestCms.Application.Transfer;
using QuestCms.Infrastructure.Neon.Transfer;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

/// <summary>The earlier table in the database of a house, and the verb on it.</summary>
public sealed class LegacyTableTests(SharedHouse shared) : InASharedHouse(shared)
{
    private const string Table = """
        create table public.articles (id uuid primary key, title text, content text, status varchar(20), attributes jsonb, created_at timestamptz, updated_at timestamptz, published_at timestamptz,
        reviewed_by uuid, review_notes text, ai_generated boolean, ai_model text, generation_prompt text, quality_score numeric(4, 2))
        """;

    private static Guid Id(int number) => new($"00000000-0000-4000-8000-{number:000000000000}");

    [Fact]
    public async Task The_table_is_taken_over_page_by_page_untouched_and_repeatably()
    {
        await using var database = NpgsqlDataSource.Create(House.ConnectionString);
        Assert.Equal("That database has no table public.articles.", (await Assert.ThrowsAsync<UnreadableExportException>(() => ReadAsync(database))).Message);
        await House.SqlAsync(Table);
        try
        {
            await TakeOverAsync(database);
        }
        finally
        {
            await House.SqlAsync("drop table public.articles"); // the house is left to the next class
        }
    }

    private async Task TakeOverAsync(NpgsqlDataSource database)
    {
        await House.SqlAsync("""
            insert into public.articles select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Earlier ' || n, '<p>Words ' || n || '.</p>', (array['draft', 'review', 'published', 'archived'])[1 + n % 4],
            jsonb_build_object('seo_title', 'T' || n, 'category', 'Work', 'tags', jsonb_build_array('law')), '2022-01-01', '2022-02-01', case when n % 4 > 1 then timestamptz '2022-01-05' end,
            null, 'Noted.', n % 2 = 0, 'a-model-of-then', 'Write.', 8.25 from generate_series(1, 45) n
            """);
        await House.SqlAsync("update public.articles set content = repeat('a', 5000000) where id = $1", Id(45));
        var before = await SumAsync();

        var items = await ReadAsync(database);
        Assert.Equal(Enumerable.Range(1, 45).Select(Id), items.Select(i => Guid.Parse(i.Path["legacy:".Length..])));
        Assert.Equal("The row is over 4 MB.", items[^1].Say);

        using var import = new ImportCommand(House.ConnectionString);
        string[] words = ["legacy", "same", "--site", "relocation", "--as", "administrator@quest.test", "--publish"];
        var (exit, said, error) = await import.HereAsync(House.Services, words);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("      44 created\n", said);
        Assert.Contains("       1 left out\n", said);
        Assert.Contains("      11 seen by readers\n", said);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from delivery.published_articles where article = $1 and published_at = '2022-01-05'", Id(2)));
        Assert.Equal(11L, await House.ScalarAsync<long>("select count(*) from content.articles where archived_at is not null and id::text like '00000000-0000-4000-8000-%'"));

        Assert.Equal(before, await SumAsync());
        await House.SqlAsync("update public.articles set content = '<p>Other words.</p>', updated_at = '2022-03-01' where id = $1", Id(2));
        (exit, said, _) = await import.HereAsync(House.Services, words);
        Assert.Equal(0, exit);
        Assert.Contains("      43 unchanged\n", said);
        Assert.Contains("       1 updated\n", said);
    }

    private static async Task<List<ForeignItem>> ReadAsync(NpgsqlDataSource database)
    {
        var items = new List<ForeignItem>();
        await foreach (var item in new LegacyTable(database).ReadAsync(Ct)) items.Add(item);
        return items;
    }

    private Task<string?> SumAsync() => House.ScalarAsync<string>("select md5(string_agg(a::text || a.xmin, '' order by id)) from public.articles a");
}
