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
    /// <param name="all">No condition but the site, which is $1: then a very common word is looked for in the newest articles themselves.</param>
    public static string Found(string where, string typed, bool all)
    {
        const string Columns = "article, published_at, kind, category_slug, category_name, tags";
        return $"""
            {(all ? Common : "")}newest as materialized ({Candidates(where, Matches, all)}),
            whole as materialized (select {Columns}, {Rank(typed)} as rank from (select {Of(Columns)}, p.title, p.search, {Said} as said, a.whole from newest n join delivery.published_articles p on p.article = n.article, asked a) c),
            partly as materialized (
                select {Columns}, {Rank(typed, "0")} as rank from (select {Of(Columns)}, p.title, {Said} as said from (
                    {Newest($"{where} and search @@ (select partly from asked) and (select count(*) < case when (select cardinality(terms) from asked) > 2 then {Few} else 1 end from whole)")}) n
                    join delivery.published_articles p on p.article = n.article, asked a where n.article not in (select article from whole)) c
                order by rank desc, published_at desc, article desc limit {MostPartial}),
            found as (select * from whole union all select * from partly)
            """;
    }

    /// <summary>The newest that have every word, with their rank, as <paramref name="columns"/> and rank; for lists.</summary>
    public static string Ranked(string columns, string where, string typed) => $"""
        select {columns}, {Rank(typed)} as rank from (select {Of(columns)}{(columns.Contains("title", StringComparison.Ordinal) ? "" : ", p.title")}, p.search, {Said} as said, a.whole
            from ({Newest($"{where} and {Matches}")}) n join delivery.published_articles p on p.article = n.article, asked a) c
        """;

    // Ids alone are sorted: the rows of tens of thousands would be carried about for two thousand that are looked at.
    private static string Newest(string where) => $"select article from delivery.published_articles where {where} order by published_at desc, article desc limit {MostRanked}";

    // What four of five articles have is found faster in the newest ones than by an index that answers with tens of thousands. Where too few of them have it after all, the index is asked.
    private static string Candidates(string where, string matches, bool all) => !all ? Newest($"{where} and {matches}") : $"""
        select article from common where (select count(*) = {MostRanked} from common)
        union all (select article from delivery.published_articles where {where} and (select count(*) < {MostRanked} from common) and {matches} order by published_at desc, article desc limit {MostRanked})
        """;

    // In a site of thousands, where at least four of five of a handful of the newest have it: to look into one costs as much as a dozen that the index names.
    private static readonly string Common = $"""
        handful as materialized (select coalesce(sum(case when search @@ (select whole from asked) then 1 else -4 end), -1) >= 0 as common from (
            select search from delivery.published_articles where site = $1 order by published_at desc, article desc
            limit (select case when sum(articles) >= 5000 then 200 else 0 end from delivery.taxa where site = $1 and taxonomy = 'kind')) few),
        common as materialized (select article from (select article, search from delivery.published_articles where site = $1 order by published_at desc, article desc limit (select case when common then 3000 else 0 end from handful)) many
            where search @@ (select whole from asked) limit {MostRanked}),

        """;

    private static string Of(string columns) => string.Join(", ", columns.Split(", ").Select(c => $"p.{c}"));

    // How much of what was asked stands in title, summary, headings, in this order: 1 when every word is in the title.
    private const string Said = "(select sum(least(1, 1.6 * ts_rank('{0,0.3,0.5,1}', p.head, term))) from unnest(a.terms) term) / cardinality(a.terms)";

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
