namespace QuestCms.Infrastructure.Neon;

/// <summary>
/// What a person types into a search, as PostgreSQL understands it: words, "phrases", or, -not; the last word also as the beginning of one. Nothing a person can type
/// is an error. Titles and summaries are indexed in their own words beside their stems, so that the beginning of a word is found before it is a whole one.
/// </summary>
internal static class SearchWords
{
    /// <summary>A common word matches everything: ranking looks at so many of the newest matches and no more.</summary>
    public const int MostRanked = 2_000;
    /// <summary>A single letter begins half the dictionary.</summary>
    private const int ShortestBeginning = 2;

    /// <summary>The query as an expression over the parameter that holds what was typed; constant for the planner, so that the index is used.</summary>
    public static string Sql(string parameter, string typed)
    {
        // A hyphen that stands alone is a dash between words; PostgreSQL would read it as "not". What looks like a tag is none of a text's words.
        var words = $"regexp_replace({parameter}, '</?[A-Za-z][^<>]*>|(^|\\s)[-–—]+(?=\\s|$)', ' ', 'g')";
        var stems = $"websearch_to_tsquery('english', {words})";
        // The text of a query ends with its last word in quotes; the mark behind it makes it a beginning.
        var asked = EndsWithBeginning(typed) ? $"regexp_replace({stems}::text, '''$', ''':*')::tsquery" : stems;
        // "Who we are" holds stop words alone: then they count.
        return $"(case when numnode({stems}) = 0 then websearch_to_tsquery('simple', {words}) else {asked} end)";
    }

    /// <summary>
    /// Title before summary before headings before text (weights A to D), words near each other first, long texts no better for being long. Who types a title finds that
    /// piece first, however common its words are.
    /// </summary>
    public static string Rank(string vector, string title, string words, string parameter) =>
        $"round((ts_rank_cd({vector}, {words}, 1) + case when lower({title}) = lower(btrim({parameter})) then 2 when strpos(lower({title}), lower(btrim({parameter}))) > 0 then 1 else 0 end)::numeric, 6)::float8";

    private static bool EndsWithBeginning(string typed)
    {
        var last = typed.AsSpan().TrimEnd();
        last = last[(last.LastIndexOf(' ') + 1)..];
        if (last.Length < ShortestBeginning || last[0] == '-' || typed.AsSpan().Count('"') % 2 != 0) return false;
        foreach (var c in last)
            if (!char.IsLetterOrDigit(c)) return false;
        return true;
    }
}
