using NpgsqlTypes;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>An article similar to another one, ready as lists answer it.</summary>
public sealed record RelatedArticle(Guid Of, Guid Id, string Json);

/// <summary>
/// Articles similar to others. Those that may be are found by indexes alone, so many of each sort and no more: with the tags that say most (the rare ones), on the same shelf,
/// and the newest of the site; among these what they share decides: tags, the category, words of the title in the other's title, summary, headings and tags.
/// </summary>
public sealed class PublishedRelated(DeliveryDataSource database)
{
    // "offset 0": found by the index of tags and sorted then; else PostgreSQL, which can't know how rare they are, walks through all articles by time until it has enough.
    /// <summary>A tag that more articles have says little of any of them.</summary>
    private const int MostCommon = 300;
    private const int RarestTags = 5;
    private const int Candidates = 60;

    /// <summary>For each of these articles of the site so many others, the most similar first.</summary>
    public Task<List<RelatedArticle>> OfAsync(Guid site, IReadOnlyList<Guid> articles, int each, CancellationToken ct) => database.ReadAsync($"""
        select s.article, found.article, p.list_json
        from (select a.article, a.tags, a.category_slug, a.kind,
                array(select t.slug from delivery.taxa t where t.site = $1 and t.taxonomy = 'tag' and t.slug = any(a.tags) and t.articles <= {MostCommon} order by t.articles, t.slug limit {RarestTags}) as rare,
                replace(plainto_tsquery('english', a.title)::text, '&', '|')::tsquery as words
            from delivery.published_articles a where a.site = $1 and a.article = any($2)) s
        cross join lateral (
            select c.article, c.published_at, 2 * (select count(*) from unnest(c.tags) tag where tag = any(s.tags)) + case when c.category_slug = s.category_slug then 2 else 0 end
                + case when c.kind = s.kind then 0.5 else 0 end + 5 * ts_rank(c.head, s.words, 1) as likeness
            from (
                (select article from (select article, published_at from delivery.published_articles where site = $1 and tags && s.rare offset 0) tagged order by published_at desc, article desc limit {Candidates})
                union (select article from delivery.published_articles where site = $1 and category_slug = s.category_slug order by published_at desc, article desc limit {Candidates})
                union (select article from delivery.published_articles where site = $1 order by published_at desc, article desc limit {Candidates})) near
            join delivery.published_articles c on c.article = near.article
            where c.article <> s.article
            order by likeness desc, c.published_at desc, c.article desc limit $3) found
        join delivery.published_articles p on p.article = found.article
        order by s.article, found.likeness desc, found.published_at desc, found.article desc
        """, [Id(site), new() { Value = articles.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid }, new() { Value = each }], r => new RelatedArticle(r.GetGuid(0), r.GetGuid(1), r.GetString(2)), ct);
}
