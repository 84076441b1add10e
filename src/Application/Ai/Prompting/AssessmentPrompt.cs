using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>The whole text in its sections; nothing is left out, because a score of a part says nothing of the piece.</summary>
internal static class AssessmentPrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Assessment, "assessment", Runs: 1,
    [
        new(1, "The first.", First),
    ]);

    private static WriterRequest First(PromptInput input)
    {
        var brief = input.Brief;
        var prompt = new StringBuilder()
            .AppendLine("Assess the article below, all of its sections, by each of these criteria. A score is a whole number from 1 (poor) to 10 (excellent).")
            .AppendLine("Give for each criterion its name as it stands here, the score, the reason in one to three sentences an editor can act on, and up to three short quotations, copied exactly from the article, that the reason speaks of.")
            .AppendLine(brief.Instruction)
            .AppendLine($"Title: {input.Title}");
        Wording.Say(prompt, "Summary", brief.Topic);
        Wording.Quote(prompt, "The article", brief.Context);
        return new WriterRequest(input.Model, Wording.Reviewer1, prompt.ToString(), MaxTokens: 4000, AssessmentReader.Schema);
    }
}
