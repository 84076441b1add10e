namespace QuestCms.Application.Ai.Golden;

/// <summary>The golden set of each prompt. A prompt without one keeps the version it came with.</summary>
internal static class GoldenSets
{
    public static readonly IReadOnlyList<GoldenSet> All =
    [
        new("draft", DraftSet.Cases),
        new("outline", DraftSet.Plans),
        new("passage", PassageSet.Cases),
        new("titles", FieldSets.Titles),
        new("summary", FieldSets.Summary),
        new("seo", FieldSets.Seo),
        new("tags", FieldSets.Tags),
        new("category", FieldSets.Category),
        new("links", FieldSets.Links),
        new("translation", PassageSet.Translations),
        new("assessment", AssessmentSet.Cases),
        new("claims", ClaimsSet.Cases),
        new("image-prompt", PictureSet.Cases),
        new("alt-text", PictureSet.AltTexts),
    ];

    public static GoldenSet? Of(string prompt) => All.FirstOrDefault(s => s.Prompt == prompt);
}
