using Npgsql;
using NpgsqlTypes;
using static QuestCms.Infrastructure.Neon.Delivery.DeliveryDataSource;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>For a word that no article of the site has, the nearest words of titles, summaries, headings and tags: the same but for a letter, or by trigrams.</summary>
internal static class NearWords
{
    public static readonly IReadOnlyDictionary<string, string[]> None = new Dictionary<string, string[]>();

    private const int Shortest = 4;
    private const int Longest = 40;
    private const int MostNear = 3;

    /// <summary>Unknown word → one to three known ones, the nearest first; words that are known, or near nothing, are not in it.</summary>
    public static async Task<IReadOnlyDictionary<string, string[]>> OfAsync(DeliveryDataSource database, Guid site, string? locale, SearchAsked asked, CancellationToken ct)
    {
        var words = asked.Wanted.Where(t => !t.IsPhrase && t.Text.Length is >= Shortest and <= Longest).Select(t => t.Text).Distinct().Take(8).ToArray();
        if (words.Length == 0) return None;
        // A word that was withdrawn with its article stays in the table: it counts only while some article has it.
        var rows = await database.ReadAsync("""
            with spoken as materialized (select delivery.language_of(coalesce($2, (select locale from delivery.sites where id = $1))) as language)
            select asked.word, near.word from (
                select word, delivery.folded(lower(word)) as folded from spoken, unnest($3::text[]) word
                where numnode(delivery.word_asked(language, word)) > 0
                    and not exists (select from delivery.published_articles where site = $1 and search @@ delivery.word_asked(language, word))) asked
            cross join lateral (
                select w.word, delivery.near_of(delivery.folded(w.word)) && delivery.near_of(asked.folded) as close, similarity(delivery.folded(w.word), asked.folded) as alike from delivery.search_words w
                where w.site = $1 and (delivery.near_of(delivery.folded(w.word)) && delivery.near_of(asked.folded) or delivery.folded(w.word) % asked.folded)
                order by close desc, alike desc, w.word limit 8) near
            where (near.close or near.alike >= 0.45)
                and exists (select from delivery.published_articles p where p.site = $1 and p.search @@ (select delivery.known_asked(language, near.word) from spoken))
            order by near.close desc, near.alike desc, near.word
            """, [Id(site), new NpgsqlParameter { Value = (object?)locale ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new NpgsqlParameter { Value = words, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }], r => (Word: r.GetString(0), Near: r.GetString(1)), ct);
        return rows.GroupBy(r => r.Word, r => r.Near).ToDictionary(g => g.Key, g => g.Take(MostNear).ToArray());
    }
}
