using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Taxonomy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "author_abouts",
                schema: "delivery",
                table: "published_articles",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string[]>(
                name: "author_names",
                schema: "delivery",
                table: "published_articles",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "markdown",
                schema: "delivery",
                table: "published_articles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "media_json",
                schema: "delivery",
                table: "published_articles",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "score",
                schema: "delivery",
                table: "published_articles",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "replacement",
                schema: "delivery",
                table: "former_slugs",
                type: "uuid",
                nullable: true);

            // Written by hand: what the model can't say. Shelves are counted by the database itself, so that nothing that adds, changes or removes a published row can forget them.
            migrationBuilder.Sql("""
                update delivery.published_articles p set
                    score = (select d.score from review.decisions d where d.article = p.article and d.revision = p.revision and d.verdict = 'Approved' order by d.decided_at desc limit 1),
                    markdown = coalesce((select r.body from content.revisions r where r.article = p.article and r.number = p.revision), ''),
                    author_names = array(select coalesce(b.name, a.slug) from unnest(p.author_slugs) with ordinality a(slug, n) left join content.bylines b on b.site = p.site and b.slug = a.slug order by a.n),
                    author_abouts = array(select coalesce(b.about, '') from unnest(p.author_slugs) with ordinality a(slug, n) left join content.bylines b on b.site = p.site and b.slug = a.slug order by a.n),
                    media_json = case when jsonb_typeof(json::jsonb -> 'image') = 'object'
                        then jsonb_build_array(jsonb_build_object('id', split_part(json::jsonb -> 'image' ->> 'url', '/', 3), 'cover', true) || (json::jsonb -> 'image'))::text else '[]' end;

                create index ix_published_articles_title on delivery.published_articles (site, (lower(title) collate "C"), article);
                create index ix_published_articles_title_parts on delivery.published_articles using gin (lower(title) gin_trgm_ops);
                create index ix_published_articles_score on delivery.published_articles (site, (coalesce(score, 0)), article);
                create index ix_published_articles_updated on delivery.published_articles (site, updated_at desc, article desc);
                create index ix_published_articles_kind on delivery.published_articles (site, kind, published_at desc, article desc);
                create index ix_published_articles_locale on delivery.published_articles (site, locale, published_at desc, article desc);
                create index ix_published_articles_authors on delivery.published_articles using gin (author_slugs);
                create index ix_published_articles_untagged on delivery.published_articles (site, published_at desc, article desc) where cardinality(tags) = 0;
                create index ix_published_articles_unsigned on delivery.published_articles (site, published_at desc, article desc) where cardinality(author_slugs) = 0;

                create table delivery.taxa (
                    site uuid not null references delivery.sites (id),
                    taxonomy text not null,
                    slug text not null,
                    name text not null,
                    about text not null,
                    articles integer not null,
                    constraint pk_taxa primary key (site, taxonomy, slug));
                create index ix_taxa_few on delivery.taxa (site, taxonomy, slug) where taxonomy in ('kind', 'locale');
                create index ix_taxa_empty on delivery.taxa (site) where articles <= 0;

                -- what one published row stands under; the name and the words about an author are those of the newest publication
                create function delivery.taxa_of(p_category text, p_category_name text, p_tags text[], p_authors text[], p_names text[], p_abouts text[], p_locale text, p_kind text)
                returns table (taxonomy text, slug text, name text, about text) language sql immutable as $$
                    select 'category', p_category, coalesce(p_category_name, p_category), '' where p_category is not null
                    union all select distinct 'tag', t, t, '' from unnest(p_tags) t
                    union all select distinct on (a.slug) 'author', a.slug, coalesce(a.name, a.slug), coalesce(a.about, '') from unnest(p_authors, p_names, p_abouts) a(slug, name, about) where a.slug is not null
                    union all select 'locale', p_locale, p_locale, ''
                    union all select 'kind', p_kind, p_kind, ''
                $$;

                -- all rows of a statement at once, under the lock of the site's counter, so that two publishers never wait for each other in a circle
                create function delivery.count_taxa() returns trigger language plpgsql as $body$
                declare changed text := concat_ws(' union all ',
                    case when tg_op <> 'INSERT' then 'select -1 as n, r.* from removed r' end,
                    case when tg_op <> 'DELETE' then 'select 1 as n, a.* from added a' end);
                begin
                    execute format('select from delivery.sites where id in (select site from (%s) c) order by id for no key update', changed);
                    execute format($sql$
                        insert into delivery.taxa as t (site, taxonomy, slug, name, about, articles)
                        select c.site, s.taxonomy, s.slug, coalesce(max(s.name) filter (where c.n > 0), ''), coalesce(max(s.about) filter (where c.n > 0), ''), sum(c.n)
                        from (%s) c cross join lateral delivery.taxa_of(c.category_slug, c.category_name, c.tags, c.author_slugs, c.author_names, c.author_abouts, c.locale, c.kind) s
                        group by c.site, s.taxonomy, s.slug order by c.site, s.taxonomy, s.slug
                        on conflict (site, taxonomy, slug) do update set articles = t.articles + excluded.articles,
                            name = case when excluded.name = '' then t.name else excluded.name end, about = case when excluded.name = '' then t.about else excluded.about end
                        where excluded.articles <> 0 or excluded.name <> t.name or excluded.about <> t.about
                        $sql$, changed);
                    execute format('delete from delivery.taxa where articles <= 0 and site in (select site from (%s) c)', changed);
                    return null;
                end $body$;
                create trigger count_added_taxa after insert on delivery.published_articles referencing new table as added for each statement execute function delivery.count_taxa();
                create trigger count_removed_taxa after delete on delivery.published_articles referencing old table as removed for each statement execute function delivery.count_taxa();
                create trigger count_changed_taxa after update on delivery.published_articles referencing old table as removed new table as added for each statement execute function delivery.count_taxa();

                insert into delivery.taxa (site, taxonomy, slug, name, about, articles)
                select p.site, s.taxonomy, s.slug, max(s.name), max(s.about), count(*) from delivery.published_articles p
                cross join lateral delivery.taxa_of(p.category_slug, p.category_name, p.tags, p.author_slugs, p.author_names, p.author_abouts, p.locale, p.kind) s
                group by p.site, s.taxonomy, s.slug;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop trigger count_added_taxa on delivery.published_articles;
                drop trigger count_removed_taxa on delivery.published_articles;
                drop trigger count_changed_taxa on delivery.published_articles;
                drop function delivery.count_taxa();
                drop function delivery.taxa_of(text, text, text[], text[], text[], text[], text, text);
                drop table delivery.taxa;
                drop index delivery.ix_published_articles_title;
                drop index delivery.ix_published_articles_title_parts;
                drop index delivery.ix_published_articles_score;
                drop index delivery.ix_published_articles_updated;
                drop index delivery.ix_published_articles_kind;
                drop index delivery.ix_published_articles_locale;
                drop index delivery.ix_published_articles_authors;
                drop index delivery.ix_published_articles_untagged;
                drop index delivery.ix_published_articles_unsigned;
                """);

            migrationBuilder.DropColumn(
                name: "author_abouts",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "author_names",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "markdown",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "media_json",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "score",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "replacement",
                schema: "delivery",
                table: "former_slugs");
        }
    }
}
