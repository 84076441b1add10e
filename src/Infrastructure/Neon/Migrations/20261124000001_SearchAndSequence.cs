using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace QuestCms.Infrastructure.Neon.Migrations;

/// <summary>
/// What the model can't say: search vectors as generated columns (kept out of the model so that they never travel with a row), indexes over them,
/// the indexes of the studio's lists, the unique slug of a site, and the sequence of the event log, taken by a deferred trigger inside COMMIT.
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
        -- one for each way to narrow the studio's list, in its order: a page of it reads fifty entries of one of these
        create index ix_articles_state on content.articles (site, state, changed_at desc, id desc);
        create index ix_articles_kind on content.articles (site, kind, changed_at desc, id desc);
        create index ix_articles_archived on content.articles (site, changed_at desc, id desc) where archived_at is not null;
        create index ix_articles_scheduled on content.articles (site, changed_at desc, id desc) where scheduled_for is not null;
        create index ix_articles_published on content.articles (site, changed_at desc, id desc) where live_revision = last_revision and cardinality(hands) = 0;
        create index ix_articles_published_changed on content.articles (site, changed_at desc, id desc)
            where live_revision is not null and (live_revision <> last_revision or cardinality(hands) > 0);
        create index ix_articles_with_claude on content.articles (site, changed_at desc, id desc) where words_machine + words_edited > 0;
        create index ix_articles_people_only on content.articles (site, changed_at desc, id desc) where words_machine + words_edited = 0;
        -- the desk of a person
        create index ix_articles_sent_back on content.articles (changed_by, site) where state in ('ChangesRequested', 'Rejected');
        create index ix_rounds_submitted on review.rounds (submitted_by, site, submitted_at desc);
        create index ix_generations_open on ai.generations (requested_by, site, requested_at desc) where proposal = 'Open';
        -- the trail of a person, and of a kind of event
        create index ix_entries_actor on audit.entries (actor_id, at desc, id desc);
        create index ix_entries_what on audit.entries (what, at desc, id desc);

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
        drop index content.ix_articles_state;
        drop index content.ix_articles_kind;
        drop index content.ix_articles_archived;
        drop index content.ix_articles_scheduled;
        drop index content.ix_articles_published;
        drop index content.ix_articles_published_changed;
        drop index content.ix_articles_with_claude;
        drop index content.ix_articles_people_only;
        drop index content.ix_articles_sent_back;
        drop index review.ix_rounds_submitted;
        drop index ai.ix_generations_open;
        drop index audit.ix_entries_actor;
        drop index audit.ix_entries_what;
        """);
}
