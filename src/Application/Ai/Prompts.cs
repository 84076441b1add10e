using QuestCms.Application.Ai.Prompting;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Ai;

/// <summary>
/// Every prompt of the house. A new kind of request is a file in <c>Prompting/</c> and a line here; a better wording is another version in its file, and runs
/// once it passed its golden set and a house administrator switched it on.
/// </summary>
internal static class Prompts
{
    /// <summary>Characters of an article that are sent for suggestions; the longest real one has 40,000.</summary>
    public const int MostOfText = 40_000;

    public static readonly IReadOnlyList<Prompt> All =
    [
        DraftPrompt.Prompt,
        OutlinePrompt.Prompt,
        PassagePrompt.Prompt,
        FieldPrompts.Titles,
        FieldPrompts.Summary,
        FieldPrompts.Seo,
        FieldPrompts.Tags,
        FieldPrompts.Category,
        LinksPrompt.Prompt,
        TranslationPrompt.Prompt,
        PicturePrompt.Prompt,
        AltTextPrompt.Prompt,
        AssessmentPrompt.Prompt,
        ClaimsPrompt.Prompt,
    ];

    public static Prompt Of(GenerationKind kind) => All.FirstOrDefault(p => p.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "No prompt asks for this: add it to Prompts.All.");

    public static Prompt? Of(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>Name and version that run where nobody switched another on, as <c>draft/2</c>.</summary>
    public static string NameOf(GenerationKind kind) => Of(kind).Running;

    /// <summary>What is sent for a generation: in the version it names, whatever runs by now.</summary>
    public static WriterRequest For(Generation generation, string title, ArticleKind kind) => Of(generation.Kind).Named(generation.Prompt).Write(PromptInput.Of(generation, title, kind));
}
