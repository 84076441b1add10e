using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>A passage at a place in the text: written anew, or in place of the one that stands there.</summary>
internal static class PassagePrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Passage, "passage", Runs: 2,
    [
        new(2, "Told how the site sounds and for whom the piece is written.", Second),
    ]);

    private static WriterRequest Second(PromptInput input)
    {
        var brief = input.Brief;
        var prompt = new StringBuilder()
            .AppendLine(input.Rewrites ? "Rewrite the passage below. Answer with the new passage only." : "Write the passage that is asked for below. Answer with the passage only; where its heading stands before it already, do not repeat it.")
            .AppendLine($"The article: {input.Title}");
        Wording.Say(prompt, "What to do", brief.Instruction);
        Wording.Say(prompt, "What the article is about", brief.Topic);
        Wording.Say(prompt, "Readers", brief.Audience);
        Wording.Say(prompt, "The article must say", brief.MustSay);
        Wording.Say(prompt, "It must not say", brief.MustNotSay);
        Wording.Quote(prompt, "Sources", brief.Sources);
        Wording.Quote(prompt, input.Rewrites ? "The passage" : "What stands before it", brief.Context);
        return new WriterRequest(input.Model, Wording.InStyle(brief), prompt.ToString(), MaxTokens: 4000);
    }
}
