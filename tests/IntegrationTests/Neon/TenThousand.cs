using QuestCms.Domain.Content;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Neon;

/// <summary>Ten thousand articles with everything that hangs on one, multiplied by SQL from the rows that are there.</summary>
internal static class TenThousand
{
    public const int Rows = 10_000;

    /// <summary>The tables that grow with the work done; a read of the whole of one gets slower every day.</summary>
    public static readonly string[] Growing =
        ["articles", "revisions", "side_copies", "generations", "rounds", "decisions", "claims", "scheduled_publications", "published_articles", "search_words", "former_slugs", "events", "imported_files", "entries", "operations", "jobs", "assets", "media", "media_uses", "media_files", "deliveries", "attempts"];

    private static string Id(string kind) => $"md5('{kind}' || n)::uuid";

    public static async Task FillAsync(SomeHouse some, ArticleId published)
    {
        var model = $"article = '{published}'";
        await CopyAsync(some, "content.articles", $"id = '{published}'", new()
        {
            ["id"] = Id("article"),
            ["slug"] = "'bulk-' || n",
            ["title"] = "'Bulk piece ' || n",
            ["changed_at"] = "now() - n * interval '7 minutes'",
            ["created_at"] = "now() - n * interval '7 minutes'",
            ["body"] = "'Rents, fees and ' || md5(n::text) || ' in the quarter ' || (n % 97) || E'.\\n\\n## Costs\\n\\nMore on ' || md5((n * 7)::text)",
            ["state"] = "case when n % 20 = 0 then 'Draft' when n % 33 = 0 then 'ChangesRequested' else 'Approved' end",
            ["live_revision"] = "case when n % 20 = 0 then null else 1 end",
            ["tags"] = "array['tag' || (n % 300), 'visa']",
            ["scheduled_for"] = "null",
            ["pictures"] = $"array[{Id("asset")}]",
            ["words_machine"] = "case when n % 3 = 0 then 40 else 0 end",
        });
        await CopyAsync(some, "content.revisions", $"{model} and number = 1", new() { ["id"] = Id("revision"), ["article"] = Id("article"), ["pictures"] = $"array[{Id("asset")}]", ["frozen_at"] = "now() - n * interval '7 minutes'" });
        await CopyAsync(some, "review.rounds", model, new() { ["id"] = Id("round"), ["article"] = Id("article"), ["submitted_at"] = "now() - n * interval '7 minutes'" });
        await CopyAsync(some, "review.decisions", model, new() { ["id"] = Id("decision"), ["article"] = Id("article"), ["round"] = Id("round"), ["decided_at"] = "now() - n * interval '6 minutes'" });
        await CopyAsync(some, "review.claims", "true", new() { ["id"] = Id("claim"), ["article"] = Id("article"), ["predecessor"] = "null", ["state"] = "case when n % 50 = 0 then 'Verified' when n % 51 = 0 then 'NotRight' else 'NoClaim' end", ["revisions"] = "array[1]", ["holds_until"] = "current_date - n", ["checked_by"] = $"'{some.Reviewer.Person}'", ["checked_at"] = "now() - interval '200 days'" });
        await CopyAsync(some, "delivery.published_articles", model, new()
        {
            ["article"] = Id("article"),
            ["slug"] = "'bulk-' || n",
            ["title"] = "'Bulk piece ' || n",
            ["text"] = "'Rents and ' || md5(n::text)",
            ["score"] = "1 + n % 10",
            ["tags"] = "array['tag' || (n % 300), 'visa']",
            ["published_at"] = "now() - n * interval '7 minutes'",
        });
        await some.House.SqlAsync("alter table delivery.events disable trigger take_sequence");
        await CopyAsync(some, "delivery.events", model, new() { ["id"] = Id("event"), ["article"] = Id("article"), ["sequence"] = "100000 + n" });
        await some.House.SqlAsync("alter table delivery.events enable trigger take_sequence");
        await CopyAsync(some, "ai.generations", "true", new() { ["id"] = Id("generation"), ["article"] = Id("article"), ["requested_at"] = "now() - n * interval '1 hour'", ["brief"] = "jsonb_build_object('topic', 'x', 'sources', 'https://source.test/' || n)", ["state"] = "'Finished'", ["ended_at"] = "now()", ["proposal"] = "'Taken'" });
        await CopyAsync(some, "audit.entries", "site is not null", new() { ["id"] = Id("entry"), ["about"] = Id("article"), ["at"] = "now() - n * interval '7 minutes'" });
        await CopyAsync(some, "work.operations", "true", new() { ["id"] = Id("operation"), ["attempt"] = Id("attempt") });
        await CopyAsync(some, "content.side_copies", "true", new() { ["id"] = Id("side"), ["article"] = Id("article") });
        await CopyAsync(some, "media.assets", "true", new() { ["id"] = Id("asset"), ["sha256"] = "decode(md5(n::text), 'hex')", ["added_at"] = "now() - n * interval '7 minutes'", ["alt_text"] = "'A tram on hill ' || n" });
        await CopyAsync(some, "delivery.media", "name = 'w400.webp'", new() { ["asset"] = Id("asset") });
        await CopyAsync(some, "delivery.media_uses", "true", new() { ["asset"] = Id("asset"), ["article"] = Id("article") });
        await InsertAsync(some, "work.media_files (key, content)", $"{Id("asset")} || '/original', '\\x00'");
        await InsertAsync(some, "delivery.former_slugs (site, slug, article)", $"'{some.Site}', 'former-' || n, {Id("article")}");
        await CopyAsync(some, "webhooks.deliveries", "true", new() { ["id"] = Id("delivery"), ["event"] = Id("event"), ["at"] = "now() - n * interval '7 minutes'", ["state"] = "case when n % 40 = 0 then 'Failed' else 'Delivered' end" });
        await InsertAsync(some, "webhooks.attempts (delivery, number, at, status, milliseconds, say, body)", $"{Id("delivery")}, 1, now(), 200, 12, 'It answered 200.', ''");
        await InsertAsync(some, "transfer.imported_files (id, site, path, article, sha256, working_version, attributes, imported_at, version)", $"{Id("file")}, '{some.Site}', 'posts/' || n || '.md', {Id("article")}, '\\x00', 1, '{{}}', now(), 1");
        await InsertAsync(some, "planning.scheduled_publications (id, article, site, action, revision, at, state, planned_by, planned_at, version)",
            $"{Id("plan")}, {Id("article")}, '{some.Site}', 'Publish', 1, now() - n * interval '7 minutes', 'Done', '{some.Publisher.Person}', now(), 1");
        await InsertAsync(some, "work.jobs (id, kind, subject, state, run_at, attempts)", $"{Id("job")}, 1, {Id("plan")}, 3, now() - n * interval '1 minute', 8");
        await some.House.SqlAsync("vacuum analyze"); // as the database does by itself after a while
    }

    private static async Task CopyAsync(SomeHouse some, string table, string model, Dictionary<string, string> changed)
    {
        var columns = (await some.House.ScalarAsync<string>("select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns where table_schema || '.' || table_name = $1 and is_generated = 'NEVER'", table))!.Split(',');
        var values = columns.Select(c => changed.GetValueOrDefault(c) ?? $"model.{c}");
        await some.House.SqlAsync($"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", values)} from (select * from {table} where {model} limit 1) model, generate_series(1, {Rows}) n");
    }

    private static Task<int> InsertAsync(SomeHouse some, string table, string values) => some.House.SqlAsync($"insert into {table} select {values} from generate_series(1, {Rows}) n");
}
