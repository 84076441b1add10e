using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace QuestCms.Infrastructure.Neon.Migrations;

/// <summary>
/// What the model can't say: search vectors as generated columns (kept out of the model so that they never travel with a row), indexes over them,
/// the unique slug of a site, and the sequence of the event log, taken by a deferred trigger inside COMMIT.
/// </summary>
[DbContext(typeof(QuestDb))]
[Migration("20261124000001_SearchAndSequence")]
public sealed class SearchAndSequence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create unique index ix_articles_slug on content.articles (site, slug) where slug <> '' and binned_at is null;
        alter table content.articles add column search tsvector generated always as (
            setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('simple', title), 'A') ||
            setweight(to_tsvector('english', summary), 'B') || setweight(to_tsvector('simple', summary), 'B') ||
            setweight(to_tsvector('english', regexp_replace(body, '^(?!#{1,6} ).*$', '', 'gn')), 'C') || setweight(to_tsvector('english', body), 'D')) stored;
        create index ix_articles_search on content.articles using gin (search);
        create index ix_articles_tags on content.articles using gin (tags);
        create index ix_articles_bylines on content.articles using gin (bylines);
        create index ix_articles_category on content.articles (site, category, changed_at desc, id desc);

        alter table delivery.published_articles add column search tsvector generated always as (
            setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('simple', title), 'A') ||
            setweight(to_tsvector('english', summary), 'B') || setweight(to_tsvector('simple', summary), 'B') ||
            setweight(to_tsvector('english', regexp_replace(html, '(^|</h[1-6]>)(?:(?!<h[1-6][ >]).)*', ' ', 'g')), 'C') || setweight(to_tsvector('english', text), 'D')) stored;
        create index ix_published_articles_search on delivery.published_articles using gin (search);
        create index ix_published_articles_tags on delivery.published_articles using gin (tags);
        create index ix_published_articles_category on delivery.published_articles (site, category_slug, published_at desc, article desc);

        create function delivery.take_sequence() returns trigger language plpgsql as $$
        declare n bigint;
        begin
            -- strict: an event of a site that is not shown fails instead of getting no number
            update delivery.sites set last_sequence = last_sequence + 1 where id = new.site returning last_sequence into strict n;
            update delivery.events set sequence = n where id = new.id;
            perform pg_notify('delivery', new.site || ' ' || n);
            return null;
        end $$;
        create constraint trigger take_sequence after insert on delivery.events deferrable initially deferred
            for each row execute function delivery.take_sequence();
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop trigger take_sequence on delivery.events;
        drop function delivery.take_sequence();
        alter table delivery.published_articles drop column search;
        drop index delivery.ix_published_articles_tags;
        drop index delivery.ix_published_articles_category;
        alter table content.articles drop column search;
        drop index content.ix_articles_slug;
        drop index content.ix_articles_tags;
        drop index content.ix_articles_bylines;
        drop index content.ix_articles_category;
        """);
}
