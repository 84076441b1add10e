using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>The plan of a piece: headings with a sentence each, for the writer to adjust.</summary>
internal static class OutlinePrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Outline, "outline", Runs: 1,
    [
        new(1, "The first.", First),
    ]);

    private static WriterRequest First(PromptInput input)
    {
        var prompt = new StringBuilder().AppendLine($"Plan a {input.ArticleKind.ToString().ToLowerInvariant()} of about {input.Brief.Words} words: only its outline, no text yet. For each section a level-2 heading and under it, as a blockquote, one sentence that says what the section tells the reader.");
        Wording.SayBrief1(prompt, input);
        return new WriterRequest(input.Model, Wording.InStyle(input.Brief), prompt.ToString(), MaxTokens: 1500);
    }
}
