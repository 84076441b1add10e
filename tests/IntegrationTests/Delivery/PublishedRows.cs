using QuestCms.Application.Delivery;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>A published text as search knows it.</summary>
internal sealed record PublishedRow(string Slug, string Title, string Text)
{
    public string Summary { get; init; } = "";
    public string Html { get; init; } = "";
    public string[] Tags { get; init; } = [];
    public string Kind { get; init; } = "guide";
    public string Category { get; init; } = "portugal";
    public string Locale { get; init; } = "en";
    public DateTimeOffset PublishedAt { get; init; } = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
}

/// <summary>Published rows by the dozen: copies of one that was published in the ordinary way, with what is searched exchanged.</summary>
internal static class PublishedRows
{
    private static readonly Dictionary<string, string> Given = new()
    {
        ["article"] = "gen_random_uuid()",
        ["slug"] = "given.slug",
        ["title"] = "given.title",
        ["summary"] = "given.summary",
        ["html"] = "given.html",
        ["text"] = "given.text",
        ["tags"] = "array(select jsonb_array_elements_text(given.tags))",
        ["kind"] = "given.kind",
        ["category_slug"] = "given.category",
        ["category_name"] = "initcap(given.category)",
        ["locale"] = "given.locale",
        ["published_at"] = "given.at",
        ["list_json"] = "jsonb_set(jsonb_set(model.list_json::jsonb, '{title}', to_jsonb(given.title)), '{slug}', to_jsonb(given.slug))::text",
    };

    /// <summary>Adds the rows; the one they are copied from is gone then.</summary>
    public static async Task PublishAsync(SomeHouse some, IReadOnlyList<PublishedRow> rows)
    {
        var model = await some.DraftAsync("The model of all");
        await some.ApprovedAsync(model);
        await some.Must(new PublishArticle(model), some.Publisher);
        var columns = (await some.House.ScalarAsync<string>("select string_agg(column_name, ',') from information_schema.columns where table_schema = 'delivery' and table_name = 'published_articles' and is_generated = 'NEVER'"))!.Split(',');
        var type = (await some.House.ScalarAsync<string>("select data_type from information_schema.columns where table_schema = 'delivery' and table_name = 'published_articles' and column_name = 'list_json'"))!;
        var values = string.Join(", ", columns.Select(c => (Given.GetValueOrDefault(c) ?? $"model.{c}") + (c == "list_json" ? $"::{type}" : "")));
        var json = System.Text.Json.JsonSerializer.Serialize(rows.Select(r => new { slug = r.Slug, title = r.Title, summary = r.Summary, html = r.Html, text = r.Text, tags = r.Tags, kind = r.Kind, category = r.Category, locale = r.Locale, at = r.PublishedAt }));
        await some.House.SqlAsync($"""
            insert into delivery.published_articles ({string.Join(", ", columns)})
            select {values} from delivery.published_articles model, jsonb_to_recordset('{json.Replace("'", "''", StringComparison.Ordinal)}'::jsonb)
                as given(slug text, title text, summary text, html text, text text, tags jsonb, kind text, category text, locale text, at timestamptz)
            where model.article = '{model.Value}'
            """);
        await some.Must(new UnpublishArticle(model), some.Publisher);
        await some.House.SqlAsync("vacuum analyze delivery.published_articles");
    }
}
