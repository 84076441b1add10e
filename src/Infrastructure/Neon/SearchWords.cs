namespace QuestCms.Infrastructure.Neon;

/// <summary>
/// What a person types into a search, as PostgreSQL understands it: words, "phrases", or, -not; the last word also as the beginning of one. Nothing a person can type
/// is an error. Titles and summaries are indexed in their own words beside their stems, so that the beginning of a word is found before it is a whole one.
/// </summary>
internal static class SearchWords
{
    /// <summary>A common word matches everything: ranking looks at so many of the newest matches and no more.</summary>
    public const int MostRanked = 2_000;
    /// <summary>Shorter beginnings match half the dictionary.</summary>
    private const int ShortestBeginning = 3;

    /// <summary>The query as an expression over the parameter that holds what was typed; constant for the planner, so that the index is used.</summary>
    public static string Sql(string parameter, string typed)
    {
        var stems = $"websearch_to_tsquery('english', {parameter})";
        // The text of a query ends with its last word in quotes; the mark behind it makes it a beginning.
        var asked = EndsWithBeginning(typed) ? $"regexp_replace({stems}::text, '''$', ''':*')::tsquery" : stems;
        // "Who we are" holds stop words alone: then they count.
        return $"(case when numnode({stems}) = 0 then websearch_to_tsquery('simple', {parameter}) else {asked} end)";
    }

    /// <summary>Title before summary before headings before text (weights A to D), words near each other first, long texts no better for being long.</summary>
    public static string Rank(string vector, string words) => $"round(ts_rank_cd({vector}, {words}, 1)::numeric, 6)::float8";

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
