using QuestCms.Domain.Content;

namespace QuestCms.Domain.Delivery;

/// <summary>How two texts that readers saw one after another differ: in which fields, and in how many sentences of the body. Figures alone: what was taken out is not said again.</summary>
public sealed record EditionChange(string[] Fields, int SentencesNew, int SentencesGone)
{
    public static EditionChange Between(ArticleContent older, ArticleContent newer)
    {
        (string Name, bool Changed)[] fields =
        [
            ("title", older.Title != newer.Title), ("summary", older.Summary != newer.Summary), ("body", older.Body != newer.Body), ("slug", older.Slug != newer.Slug), ("kind", older.Kind != newer.Kind),
            ("category", older.Category != newer.Category), ("tags", !older.Tags.SequenceEqual(newer.Tags)), ("authors", !older.Bylines.SequenceEqual(newer.Bylines)), ("image", older.Cover != newer.Cover),
            ("seo", (older.SeoTitle, older.SeoDescription) != (newer.SeoTitle, newer.SeoDescription)),
        ];
        var (before, now) = older.Body == newer.Body ? ([], []) : (SentencesIn(older.Body), SentencesIn(newer.Body));
        return new EditionChange([.. fields.Where(f => f.Changed).Select(f => f.Name)], Missing(now, before), Missing(before, now));
    }

    /// <summary>One sentence for readers; empty where nothing they read was changed.</summary>
    public string Say()
    {
        var (changed, added, gone) = (Math.Min(SentencesNew, SentencesGone), Math.Max(SentencesNew - SentencesGone, 0), Math.Max(SentencesGone - SentencesNew, 0));
        var parts = new List<string>();
        if (Fields.Contains("title")) parts.Add("the title was changed");
        if (Fields.Contains("summary")) parts.Add("the summary was changed");
        if (changed > 0) parts.Add($"{Counted(changed)} changed");
        if (added > 0) parts.Add($"{Counted(added)} added");
        if (gone > 0) parts.Add($"{Counted(gone)} taken out");
        if (Fields.Contains("body") && SentencesNew + SentencesGone == 0) parts.Add("headings or the form of the text were changed");
        if (parts.Count == 0) return "";
        var sentence = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }

    private static string Counted(int sentences) => sentences == 1 ? "one sentence was" : $"{sentences} sentences were";

    private static Dictionary<string, int> SentencesIn(string body) => TextSentences.Of(body)
        .Select(s => string.Join(' ', s.In(body).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).GroupBy(s => s, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private static int Missing(Dictionary<string, int> of, Dictionary<string, int> there) => of.Sum(s => Math.Max(0, s.Value - there.GetValueOrDefault(s.Key)));
}
