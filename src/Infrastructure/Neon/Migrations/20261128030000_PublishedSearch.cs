using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace QuestCms.Infrastructure.Neon.Migrations;

/// <summary>
/// Published search (docs/search.md): what an article says in the words of its own language, kept up by the database as generated columns; what was typed as a query;
/// and the words of titles, summaries, headings and tags, for near misses and suggestions. All by hand: none of it is in the model.
/// </summary>
[DbContext(typeof(QuestDb))]
[Migration("20261128030000_PublishedSearch")]
public sealed class PublishedSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create extension if not exists pg_trgm;

        create function delivery.language_of(locale text) returns regconfig language sql immutable strict parallel safe as $$
            select case split_part(lower(locale), '-', 1)
                when 'en' then 'pg_catalog.english' when 'de' then 'pg_catalog.german' when 'fr' then 'pg_catalog.french' when 'es' then 'pg_catalog.spanish'
                when 'pt' then 'pg_catalog.portuguese' when 'it' then 'pg_catalog.italian' when 'nl' then 'pg_catalog.dutch' when 'da' then 'pg_catalog.danish'
                when 'sv' then 'pg_catalog.swedish' when 'no' then 'pg_catalog.norwegian' when 'nb' then 'pg_catalog.norwegian' when 'nn' then 'pg_catalog.norwegian'
                when 'fi' then 'pg_catalog.finnish' when 'hu' then 'pg_catalog.hungarian' when 'ro' then 'pg_catalog.romanian' when 'ru' then 'pg_catalog.russian'
                when 'tr' then 'pg_catalog.turkish' else 'pg_catalog.simple' end::regconfig
        $$;
        -- Words without their accents. Not the extension unaccent: its function depends on settings, and a generated column may not.
        create function delivery.folded(words text) returns text language sql immutable strict parallel safe as $$
            select case when octet_length(words) = char_length(words) then words
                else translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'øØłŁđĐı', 'oOlLdDi') end
        $$;
        -- login.gov and micro-purchase are words, and so are their parts.
        create function delivery.parted(words text) returns text language sql immutable strict parallel safe as $$
            select regexp_replace(words, '(?<=\w)[-./_@:](?=\w)', ' ', 'g')
        $$;
        create function delivery.headings_of(html text) returns text language sql immutable strict parallel safe as $$
            select coalesce(string_agg(regexp_replace(heading[1], '<[^>]*>', '', 'g'), E'\n'), '') from regexp_matches(html, '<h[1-6][^>]*>(.*?)</h[1-6]>', 'g') heading
        $$;
        -- Title (A), summary (B), headings and tags (C). Stems are folded, not words: the stemmers and their stop words know accents. The words as they stand are there
        -- too, so that the beginning of one is found, and a title that holds nothing but stop words.
        create function delivery.head_of(locale text, title text, summary text, html text, tags text[]) returns tsvector language sql immutable parallel safe as $$
            select delivery.folded((
                setweight(to_tsvector(delivery.language_of(locale), title) || to_tsvector('pg_catalog.simple', delivery.parted(title)), 'A') ||
                setweight(to_tsvector(delivery.language_of(locale), summary) || to_tsvector('pg_catalog.simple', delivery.parted(summary)), 'B') ||
                setweight(to_tsvector(delivery.language_of(locale), delivery.headings_of(html) || E'\n' || array_to_string(tags, E'\n')), 'C'))::text)::tsvector
        $$;
        create function delivery.search_of(locale text, title text, summary text, html text, tags text[], words text) returns tsvector language sql immutable parallel safe as $$
            select delivery.head_of(locale, title, summary, html, tags) || setweight(delivery.folded(to_tsvector(delivery.language_of(locale), words)::text)::tsvector, 'D')
        $$;

        drop index delivery.ix_published_articles_search;
        alter table delivery.published_articles drop column search;
        -- head is small and lies in the row: ranking two thousand candidates reads it and nothing else.
        alter table delivery.published_articles
            add column head tsvector generated always as (delivery.head_of(locale, title, summary, html, tags)) stored,
            add column search tsvector generated always as (delivery.search_of(locale, title, summary, html, tags, text)) stored;
        create index ix_published_articles_search on delivery.published_articles using gin (search) with (gin_pending_list_limit = 1024);
        create index ix_published_articles_titles on delivery.published_articles using gin (to_tsvector('pg_catalog.simple', delivery.folded(title))) with (gin_pending_list_limit = 256);

        -- What was typed: a word with its parts, its parts as one, and its beginnings; a phrase; all of some words, and most of them.
        create function delivery.word_asked(language regconfig, word text) returns tsquery language sql immutable strict parallel safe as $$
            select delivery.folded((plainto_tsquery(language, word) ||
                case when word ~ '\w[-./_@:]\w' then phraseto_tsquery(language, delivery.parted(word)) || plainto_tsquery(language, replace(word, '-', '')) else plainto_tsquery(language, word) end)::text)::tsquery
        $$;
        -- The last word may be the beginning of one, unless it is a stop word already.
        create function delivery.beginning_asked(language regconfig, word text) returns tsquery language sql immutable strict parallel safe as $$
            select case when numnode(plainto_tsquery(language, word)) = 0 then plainto_tsquery(language, word)
                else delivery.word_asked(language, word) || (quote_literal(delivery.folded(lower(word))) || ':*')::tsquery end
        $$;
        create function delivery.phrase_asked(language regconfig, phrase text) returns tsquery language sql immutable strict parallel safe as $$
            select delivery.folded(case when numnode(phraseto_tsquery(language, phrase)) > 0 then phraseto_tsquery(language, phrase) else phraseto_tsquery('pg_catalog.simple', phrase) end::text)::tsquery
        $$;
        create function delivery.worth_asking(terms tsquery[]) returns tsquery[] language sql immutable strict parallel safe as $$
            select coalesce(array_agg(term order by place), '{}') from unnest(terms) with ordinality given(term, place) where numnode(term) > 0
        $$;
        create function delivery.all_of(terms tsquery[]) returns tsquery language sql immutable strict parallel safe as $$
            select string_agg('(' || term::text || ')', ' & ')::tsquery from unnest(terms) term
        $$;
        create function delivery.most_of(terms tsquery[]) returns tsquery language sql immutable strict parallel safe as $$
            select string_agg(part, ' | ')::tsquery from (
                select (select '(' || string_agg('(' || terms[i]::text || ')', ' & ') || ')' from generate_series(1, n) i where mask >> (i - 1) & 1 = 1) part
                from (select least(cardinality(terms), 8) n) counted, generate_series(1, (1 << n) - 1) mask where bit_count(mask::bit(8)) = (n + 1) / 2) parts
        $$;
        create function delivery.any_of(terms tsquery[]) returns tsquery language sql immutable strict parallel safe as $$
            select string_agg('(' || term::text || ')', ' | ')::tsquery from unnest(terms) term
        $$;
        -- How a passage is found: where a word begins like a stem that was asked for. A stem's last letter may be another than the word's (library, librari).
        create function delivery.needles_of(terms tsquery[]) returns text[] language sql immutable strict parallel safe as $$
            select coalesce(array_agg(distinct needle), '{}') from (
                select left(word, greatest(2, char_length(word) - 1)) as needle from unnest(terms) term, regexp_matches(term::text, '''([[:alnum:]]{2,})''', 'g') found, unnest(found) word limit 16) needles
        $$;
        -- Some lines of plain text around the first place that has most of the needles; the summary where there is none.
        create function delivery.passage_of(words text, summary text, needles text[]) returns text language sql immutable strict parallel safe as $$
            select coalesce(
                (select case when start > 1 then regexp_replace(substr(words, start, 600), '^\S*\s', '') else left(words, 600) end from (
                    select greatest(1, place - 120) as start,
                        (select count(*) from unnest(needles) other where strpos(lower(substr(words, place, 400)), other) > 0) as has, place
                    from (select regexp_instr(words, '\m' || needle, 1, 1, 0, 'i') as place from unnest(needles) needle) places where place > 0) starts
                order by has desc, place limit 1),
                nullif(summary, ''), left(words, 600))
        $$;

        -- A word is near another when both are the same after one letter is left out of one or each: a slip, a missing letter, two that changed places.
        create function delivery.near_of(word text) returns text[] language sql immutable strict parallel safe as $$
            select array_agg(distinct near) from (select word near union all select left(word, i - 1) || substr(word, i + 1) from generate_series(1, char_length(word)) i) all_near
        $$;
        create table delivery.search_words (
            site uuid not null references delivery.sites (id) on delete cascade,
            word text collate "C" not null,
            primary key (site, word));
        -- Indexed and not stored: a word that is known already costs a look-up at publishing and nothing more.
        create index ix_search_words_near on delivery.search_words using gin (delivery.near_of(delivery.folded(word))) with (gin_pending_list_limit = 256);
        create index ix_search_words_trigrams on delivery.search_words using gin (delivery.folded(word) gin_trgm_ops) with (gin_pending_list_limit = 256);
        -- Whether an article has a word of that table.
        create function delivery.known_asked(language regconfig, word text) returns tsquery language sql immutable strict parallel safe as $$
            select delivery.word_asked(language, word) || quote_literal(delivery.folded(word))::tsquery
        $$;
        -- Added, never counted and never removed: two who publish at once do not wait for each other over a common word. Who reads looks whether an article still has it.
        create function delivery.keep_words() returns trigger language plpgsql as $$
        begin
            insert into delivery.search_words (site, word)
            select new.site, lexeme from unnest(to_tsvector('pg_catalog.simple', new.title || E'\n' || new.summary || E'\n' || delivery.headings_of(new.html) || E'\n' || array_to_string(new.tags, E'\n')))
            where lexeme ~ '^[[:alpha:]][[:alnum:]-]{2,39}$' order by lexeme collate "C" on conflict do nothing;
            return null;
        end $$;
        create trigger keep_words after insert or update of title, summary, html, tags on delivery.published_articles for each row execute function delivery.keep_words();
        insert into delivery.search_words (site, word)
        select distinct p.site, lexeme from delivery.published_articles p,
            unnest(to_tsvector('pg_catalog.simple', p.title || E'\n' || p.summary || E'\n' || delivery.headings_of(p.html) || E'\n' || array_to_string(p.tags, E'\n')))
        where lexeme ~ '^[[:alpha:]][[:alnum:]-]{2,39}$' on conflict do nothing;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop trigger keep_words on delivery.published_articles;
        drop function delivery.keep_words();
        drop function delivery.known_asked(regconfig, text);
        drop table delivery.search_words;
        drop function delivery.near_of(text);
        drop index delivery.ix_published_articles_titles;
        alter table delivery.published_articles drop column head, drop column search;
        drop function delivery.passage_of(text, text, text[]);
        drop function delivery.needles_of(tsquery[]);
        drop function delivery.any_of(tsquery[]);
        drop function delivery.most_of(tsquery[]);
        drop function delivery.all_of(tsquery[]);
        drop function delivery.worth_asking(tsquery[]);
        drop function delivery.phrase_asked(regconfig, text);
        drop function delivery.beginning_asked(regconfig, text);
        drop function delivery.word_asked(regconfig, text);
        drop function delivery.search_of(text, text, text, text, text[], text);
        drop function delivery.head_of(text, text, text, text, text[]);
        drop function delivery.headings_of(text);
        drop function delivery.parted(text);
        drop function delivery.folded(text);
        drop function delivery.language_of(text);
        alter table delivery.published_articles add column search tsvector generated always as (
            setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('simple', title), 'A') ||
            setweight(to_tsvector('english', summary), 'B') || setweight(to_tsvector('simple', summary), 'B') ||
            setweight(to_tsvector('english', regexp_replace(html, '(^|</h[1-6]>)(?:(?!<h[1-6][ >]).)*', ' ', 'g')), 'C') || setweight(to_tsvector('english', text), 'D')) stored;
        create index ix_published_articles_search on delivery.published_articles using gin (search);
        """);
}
