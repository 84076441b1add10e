using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace QuestCms.Infrastructure.Neon.Migrations;

/// <summary>
/// What search reads of an article lies close together: texts leave the row, so that a hundred thousand rows are some dozens of megabytes, and what is ranked by is small. All by hand: none of it is in the model.
/// </summary>
[DbContext(typeof(QuestDb))]
[Migration("20261128060000_SearchKeys")]
public sealed class SearchKeys : Migration
{
    // A generated column keeps what it was made of: where its function changes, it is made anew. One after the other, so that the second sees where the first is to lie: in the row, since ranking two thousand
    // candidates reads it and nothing else.
    private const string Again = """
        drop index delivery.ix_published_articles_search;
        alter table delivery.published_articles drop column head, drop column search;
        alter table delivery.published_articles add column head tsvector generated always as (delivery.head_of(locale, title, summary, html, tags)) stored;
        alter table delivery.published_articles alter column head set storage main;
        alter table delivery.published_articles add column search tsvector generated always as (delivery.search_of(locale, title, summary, html, tags, text)) stored;
        """;

    private const string Index = "create index ix_published_articles_search on delivery.published_articles using gin (search) with (gin_pending_list_limit = 1024);";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql($$"""
        -- In PostgreSQL the first quantifier says for all of an expression whether it takes the least or the most: with [^>]* in front, one match reached from the first heading to the end of the last.
        create or replace function delivery.headings_of(html text) returns text language sql immutable strict parallel safe as $$
            select coalesce(string_agg(regexp_replace(heading[1], '<[^>]*>', '', 'g'), E'\n'), '') from regexp_matches(html, '<h[1-6][^>]*?>(.*?)</h[1-6]>', 'g') heading
        $$;
        -- Whatever is over 2 kB as a whole keeps its long values beside it, and what it is found, narrowed and ranked by in the row.
        alter table delivery.published_articles set (toast_tuple_target = 512);
        alter table delivery.published_articles
            alter column title set storage main, alter column slug set storage main, alter column kind set storage main, alter column locale set storage main, alter column tags set storage main,
            alter column category_slug set storage main, alter column category_name set storage main, alter column author_slugs set storage main;
        {{Again}}
        {{Index}}
        -- Words that stood between two headings are none of a heading.
        truncate delivery.search_words;
        insert into delivery.search_words (site, word)
        select distinct p.site, lexeme from delivery.published_articles p,
            unnest(to_tsvector('pg_catalog.simple', p.title || E'\n' || p.summary || E'\n' || delivery.headings_of(p.html) || E'\n' || array_to_string(p.tags, E'\n')))
        where lexeme ~ '^[[:alpha:]][[:alnum:]-]{2,39}$' on conflict do nothing;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql($$"""
        create or replace function delivery.headings_of(html text) returns text language sql immutable strict parallel safe as $$
            select coalesce(string_agg(regexp_replace(heading[1], '<[^>]*>', '', 'g'), E'\n'), '') from regexp_matches(html, '<h[1-6][^>]*>(.*?)</h[1-6]>', 'g') heading
        $$;
        alter table delivery.published_articles reset (toast_tuple_target);
        alter table delivery.published_articles
            alter column title set storage extended, alter column slug set storage extended, alter column kind set storage extended, alter column locale set storage extended, alter column tags set storage extended,
            alter column category_slug set storage extended, alter column category_name set storage extended, alter column author_slugs set storage extended;
        {{Again}}
        {{Index}}
        """);
}
