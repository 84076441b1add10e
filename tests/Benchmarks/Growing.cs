using Npgsql;

namespace QuestCms.Benchmarks;

/// <summary>
/// A published view of any size, past the application, because publishing a hundred thousand takes an hour and is not what is measured: the newest three hundred over and over, each time with other words
/// left out of what search knows of them.
/// </summary>
internal static class Growing
{
    private const int Model = 300;

    /// <summary>From here on the two search columns are filled by a trigger with what the database computed itself before: so that a copy may bring them along.</summary>
    public static Task OpenAsync(NpgsqlDataSource source) => RunAsync(source, """
        alter table delivery.published_articles alter column head drop expression, alter column search drop expression;
        create function delivery.bench_keys() returns trigger language plpgsql as $$
        begin
            new.head := delivery.head_of(new.locale, new.title, new.summary, new.html, new.tags);
            new.search := delivery.search_of(new.locale, new.title, new.summary, new.html, new.tags, new.text);
            return new;
        end $$;
        create trigger bench_keys before insert or update on delivery.published_articles for each row execute function delivery.bench_keys();
        create table public.bench_words as select distinct lexeme from (select search from delivery.published_articles order by published_at desc limit 300) p, unnest(p.search);
        """);

    public static async Task ToAsync(NpgsqlDataSource source, int articles)
    {
        var columns = new List<string>();
        await using (var look = source.CreateCommand("select column_name from information_schema.columns where table_schema = 'delivery' and table_name = 'published_articles'"))
        await using (var reader = await look.ExecuteReaderAsync())
            while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        var values = columns.Select(c => c switch
        {
            "article" => $"md5(t.article::text || {articles} || n)::uuid",
            "slug" => $"md5(t.slug || '{articles}') || '-' || n",
            "title" => "left(t.title, 190) || ' ' || n",
            "search" => "ts_delete(t.search, w.without)",
            "published_at" => "t.published_at - n * interval '5 hours'",
            _ => $"t.{c}",
        });
        // An index made at once costs a tenth of one that is added to row by row.
        await RunAsync(source, $"""
            alter table delivery.published_articles disable trigger user;
            drop index delivery.ix_published_articles_search;
            insert into delivery.published_articles ({string.Join(", ", columns)})
            select {string.Join(", ", values)} from (select * from delivery.published_articles order by published_at desc limit {Model}) t,
                (select n, array(select lexeme from public.bench_words where abs(hashtext(lexeme || n)) % 26 = 0) as without from generate_series(1, ({articles} - (select count(*) from delivery.published_articles)::int) / {Model} + 1) n) w;
            create index ix_published_articles_search on delivery.published_articles using gin (search) with (gin_pending_list_limit = 1024);
            alter table delivery.published_articles enable trigger user;
            truncate delivery.taxa;
            insert into delivery.taxa (site, taxonomy, slug, name, about, articles)
            select p.site, s.taxonomy, s.slug, max(s.name), max(s.about), count(*) from delivery.published_articles p
                cross join lateral delivery.taxa_of(p.category_slug, p.category_name, p.tags, p.author_slugs, p.author_names, p.author_abouts, p.locale, p.kind) s group by p.site, s.taxonomy, s.slug;
            """);
        await RunAsync(source, "vacuum analyze delivery.published_articles");
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 1_800;
        await command.ExecuteNonQueryAsync();
    }
}
