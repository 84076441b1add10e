using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>A whole draft from a brief.</summary>
internal static class DraftPrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Draft, "draft", Runs: 2,
    [
        new(2, "Told how the site sounds.", Second),
    ]);

    private static WriterRequest Second(PromptInput input)
    {
        var prompt = new StringBuilder().AppendLine($"Write a {input.ArticleKind.ToString().ToLowerInvariant()} of about {input.Brief.Words} words.");
        Wording.SayBrief1(prompt, input);
        return new WriterRequest(input.Model, Wording.InStyle(input.Brief), prompt.ToString(), MaxTokens: Math.Clamp(input.Brief.Words * 3, 600, 8000));
    }
}
