using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>The sentences of a text that somebody must be able to look up. The whole text: a claim left out is one nobody checks.</summary>
internal static class ClaimsPrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Claims, "claims", Runs: 1,
    [
        new(1, "The first.", First),
    ]);

    private static WriterRequest First(PromptInput input)
    {
        var prompt = new StringBuilder()
            .AppendLine("List the claims of the article below, all of its sections: each sentence a reader may act on that could be wrong or out of date. A figure, a date, a price, a rule of law, somebody's words, a link to elsewhere.")
            .AppendLine("Copy each sentence exactly and whole from the article, markup included, once for each kind of claim in it; the kind is figure, date, price, law, quotation or link. Leave out opinions, advice, numbers of steps and sections, and what only announces the text. Say as sentences how many sentences you read. Look nothing up and judge nothing.")
            .AppendLine($"Title: {input.Title}");
        Wording.Quote(prompt, "The article", input.Brief.Context);
        return new WriterRequest(input.Model, Wording.Reviewer1, prompt.ToString(), MaxTokens: 6000, ClaimsAnswer.Schema);
    }
}
