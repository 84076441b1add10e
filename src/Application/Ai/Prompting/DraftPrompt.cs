using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>A whole draft from a brief.</summary>
internal static class DraftPrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Draft, "draft", Runs: 2,
    [
        new(2, "Told how the site sounds.", Second),
        new(3, "Told what belongs in each section, to answer first, to keep to the length, and to say only what the brief and its sources carry.", Third),
    ]);

    private static WriterRequest Second(PromptInput input)
    {
        var prompt = new StringBuilder().AppendLine($"Write a {input.ArticleKind.ToString().ToLowerInvariant()} of about {input.Brief.Words} words.");
        Wording.SayBrief1(prompt, input);
        return new WriterRequest(input.Model, Wording.InStyle(input.Brief), prompt.ToString(), MaxTokens: Math.Clamp(input.Brief.Words * 3, 600, 8000));
    }

    private static WriterRequest Third(PromptInput input)
    {
        var words = input.Brief.Words;
        var prompt = new StringBuilder()
            .AppendLine($"Write a {input.ArticleKind.ToString().ToLowerInvariant()} of about {words} words, not under {words * 9 / 10} and not over {words * 11 / 10}.")
            .AppendLine("Begin with a paragraph without a heading that answers the reader's question; the sections carry it out. Say each thing once.")
            .AppendLine("State as fact only what the brief and its sources say or what is generally known; everything else is marked with [check] or left out. What it must say stands in the text with its figures exactly as given.");
        Wording.SayBrief2(prompt, input);
        return new WriterRequest(input.Model, Wording.InStyle(input.Brief), prompt.ToString(), MaxTokens: Math.Clamp(words * 3, 600, 8000));
    }
}
