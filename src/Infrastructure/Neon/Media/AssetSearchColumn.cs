namespace QuestCms.Infrastructure.Neon.Media;

/// <summary>
/// The words of a picture for search: its name taken apart, alt text and credit; and where it is used, by index. SQL of the migration and not of the model: the column
/// never travels with a row, and the model knows no index inside a complex value. The migration's one line calls it.
/// </summary>
internal static class AssetSearchColumn
{
    public const string Up = """
        alter table media.assets add column search tsvector not null generated always as (
            to_tsvector('simple', regexp_replace(file_name || ' ' || alt_text || ' ' || credit, '[^[:alnum:]]+', ' ', 'g'))) stored;
        create index ix_assets_search on media.assets using gin (search);
        create index ix_articles_pictures on content.articles using gin (pictures);
        create index ix_revisions_pictures on content.revisions using gin (pictures);
        create index ix_side_copies_pictures on content.side_copies using gin (pictures);
        """;
}
