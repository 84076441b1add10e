namespace QuestCms.Infrastructure.Neon.Media;

/// <summary>
/// The words of a picture for search: its name taken apart, alt text and credit. SQL of the migration and not of the model, so that the column never travels with a row;
/// the migration's one line calls it.
/// </summary>
internal static class AssetSearchColumn
{
    public const string Up = """
        alter table media.assets add column search tsvector not null generated always as (
            to_tsvector('simple', regexp_replace(file_name || ' ' || alt_text || ' ' || credit, '[^[:alnum:]]+', ' ', 'g'))) stored;
        create index ix_assets_search on media.assets using gin (search);
        """;
}
