namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>
/// Matching and ranking of published articles, shared by lists and search, as common table expressions. An article's rank depends on itself and the query alone, so a position in the ranking stays good while others are published.
/// </summary>
internal static class SearchRanking
{
    /// <summary>A common word is in most articles: so many of the newest matches are ranked and no more.</summary>
    public const int MostRanked = 2_000;
    /// <summary>Where fewer articles than these have every word, those that have most of them are found too, behind.</summary>
    private const int Few = 50;
    private const int MostPartial = 500;

    /// <summary>That an article has every word that was asked for, and nothing that was not; behind <see cref="Asked"/>.</summary>
    public const string Matches = "search @@ (select whole from asked)";

    /// <summary>What was typed as queries, in the language of the site or in another: the expressions <c>spoken</c>, <c>given</c> and <c>asked</c>, to stand behind "with".</summary>
    /// <param name="near">Words of the site for words that it does not know.</param>
    /// <param name="add">Adds a parameter and answers its name.</param>
    public static string Asked(SearchAsked asked, string site, string? locale, IReadOnlyDictionary<string, string[]> near, Func<object, string> add)
    {
        var names = asked.Terms.Select(t => t.Text).Concat(near.Values.SelectMany(n => n)).Distinct().ToDictionary(t => t, t => add(t));
        var phrases = string.Concat(asked.Required.Select(t => $" && delivery.phrase_asked(language, {names[t.Text]})"));
        var without = string.Concat(asked.Excluded.Select(t => $" && !!delivery.{(t.IsPhrase ? "phrase_asked" : "word_asked")}(language, {names[t.Text]})"));
        var spoken = locale is null ? $"(select locale from delivery.sites where id = {site})" : add(locale);
        // Stop words count where nothing else was typed. Two articles with one word of two are no better than nothing, unless there is nothing.
        return $$"""
            spoken as materialized (select delivery.language_of({{spoken}}) as language),
            given as materialized (select language, coalesce(nullif(delivery.worth_asking(array[{{TermsIn("language", asked, near, names)}}]), '{}'),
                delivery.worth_asking(array[{{TermsIn("'pg_catalog.simple'::regconfig", asked, near, names)}}])) as terms from spoken),
            asked as materialized (select terms, delivery.all_of(terms){{without}} as whole, case when cardinality(terms) > 1 then delivery.most_of(terms){{phrases}}{{without}} end as partly from given)
            """;
    }

    /// <summary>
    /// Behind <see cref="Asked"/>: the expressions <c>whole</c> (what has every word), <c>partly</c> (most of them, where few have all) and <c>found</c>, both together with
    /// article, published_at, rank and what facets are counted by.
    /// </summary>
    /// <param name="where">Conditions on <c>delivery.published_articles</c>, besides the query's.</param>
    /// <param name="typed">The parameter that holds what was typed.</param>
    public static string Found(string where, string typed)
    {
        const string Columns = "article, published_at, kind, category_slug, category_name, tags";
        return $"""
            whole as materialized (
                select {Columns}, {Rank(typed)} as rank from (select c.*, {Said} as said, a.whole from (
                    select {Columns}, title, head, search from delivery.published_articles where {where} and {Matches} order by published_at desc, article desc limit {MostRanked}) c, asked a) c),
            partly as materialized (
                select {Columns}, {Rank(typed, "0")} as rank from (select c.*, {Said} as said from (
                    select {Columns}, title, head from delivery.published_articles where {where} and search @@ (select partly from asked)
                        and (select count(*) < case when (select cardinality(terms) from asked) > 2 then {Few} else 1 end from whole)
                    order by published_at desc, article desc limit {MostRanked}) c, asked a where article not in (select article from whole)) c
                order by rank desc, published_at desc, article desc limit {MostPartial}),
            found as (select * from whole union all select * from partly)
            """;
    }

    /// <summary>The newest that have every word, with their rank, as <paramref name="columns"/> and rank; for lists.</summary>
    public static string Newest(string columns, string where, string typed) => $"""
        select {columns}, {Rank(typed)} as rank from (select c.*, {Said} as said, a.whole from (
            select {columns}, head, search from delivery.published_articles where {where} and {Matches} order by published_at desc, article desc limit {MostRanked}) c, asked a) c
        """;

    // How much of what was asked stands in title, summary, headings, in this order: 1 when every word is in the title.
    private const string Said = "(select sum(least(1, 1.6 * ts_rank('{0,0.3,0.5,1}', c.head, term))) from unnest(a.terms) term) / cardinality(a.terms)";

    // Every word is there; where none stands in the head, how often they stand in the text.
    private const string Whole = "0.3 + case when said = 0 then 0.3 * ts_rank(search, whole) else 0 end";

    // Besides: how like the title is to all that was typed, stop words and slips too; and a hundredth for each year since 2000.
    private static string Rank(string typed, string bonus = Whole) =>
        $"round((said + {bonus} + similarity(delivery.folded(title), delivery.folded({typed})) + 0.01 * least(extract(epoch from published_at)::float8 / 31557600 - 30, 100))::numeric, 6)::float8";

    private static string TermsIn(string language, SearchAsked asked, IReadOnlyDictionary<string, string[]> near, Dictionary<string, string> names)
    {
        var groups = new List<string>();
        foreach (var term in asked.Wanted)
        {
            var sql = $"delivery.{(term.IsPhrase ? "phrase_asked" : term.Beginning ? "beginning_asked" : "word_asked")}({language}, {names[term.Text]})";
            foreach (var other in near.GetValueOrDefault(term.Text) ?? []) sql += $" || delivery.word_asked({language}, {names[other]})";
            if (term.Or && groups.Count > 0) groups[^1] += $" || {sql}";
            else groups.Add(sql);
        }
        return groups.Count == 0 ? "null::tsquery" : string.Join(", ", groups);
    }
}
