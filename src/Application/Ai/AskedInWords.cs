using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>What was asked for, in a few words, for lists.</summary>
internal static class AskedInWords
{
    public static string Of(GenerationKind kind, Brief brief) => kind switch
    {
        GenerationKind.Draft or GenerationKind.Outline => brief.Topic,
        GenerationKind.Passage or GenerationKind.Image => brief.Instruction,
        GenerationKind.ImagePrompt => "Words for a picture",
        GenerationKind.Assessment => "Assessment of a revision",
        GenerationKind.Translation => $"Translate into {brief.Instruction}",
        GenerationKind.Links => "Links to other articles",
        GenerationKind.Claims => "Claims to check in the text",
        GenerationKind.AltText => "What the cover shows",
        GenerationKind.Seo => "Search title and description",
        _ => kind.ToString(),
    };
}
