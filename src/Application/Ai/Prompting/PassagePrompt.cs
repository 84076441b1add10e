using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>A passage at a place in the text: written anew, or in place of the one that stands there.</summary>
internal static class PassagePrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Passage, "passage", Runs: 2,
    [
        new(2, "Told how the site sounds and for whom the piece is written.", Second),
        new(3, "Keeps figures, names, dates, links, not, must and may as they are unless the request is about them; adds no fact, and keeps to the passage’s length.", Third),
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

    // What a rewrite must not change is what the meaning alarm looks for afterwards.
    private static WriterRequest Third(PromptInput input)
    {
        var brief = input.Brief;
        var prompt = new StringBuilder()
            .AppendLine(input.Rewrites ? "Rewrite the passage that stands between the marks below, as asked. Answer with the new passage only, in about as many words unless the request is to shorten or to expand it."
                : "Write the passage that is asked for below. Answer with the passage only; where its heading stands before it already, do not repeat it.")
            .AppendLine(input.Rewrites ? "Leave every figure, price, date, unit, name and link as it is, and every “not”, “must” and “may”, unless the request is about it. Add no fact that is not there. Keep its Markdown: lists stay lists, links keep their addresses."
                : "State as fact only what the brief, its sources and the text before it say or what is generally known; mark everything else with [check].")
            .AppendLine($"The article: {input.Title}");
        Wording.Say(prompt, "What to do", brief.Instruction);
        Wording.Say(prompt, "What the article is about", brief.Topic);
        Wording.Say(prompt, "Readers", brief.Audience);
        if (!input.Rewrites) Wording.Say(prompt, "The article must say, here only where it belongs here", brief.MustSay);
        Wording.Say(prompt, "It must not say", brief.MustNotSay);
        Wording.Quote(prompt, "Sources", brief.Sources);
        Wording.Quote(prompt, input.Rewrites ? "The passage" : "What stands before it", brief.Context);
        return new WriterRequest(input.Model, Wording.InStyle(brief), prompt.ToString(), MaxTokens: 4000);
    }
}
