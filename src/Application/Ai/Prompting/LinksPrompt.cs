using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>Places of a text from which a link to another piece of the site would help its reader.</summary>
internal static class LinksPrompt
{
    public static readonly Prompt Prompt = new(GenerationKind.Links, "links", Runs: 1,
    [
        new(1, "The first.", First),
    ]);

    private static WriterRequest First(PromptInput input)
    {
        var prompt = new StringBuilder()
            .AppendLine("Find up to eight places in the article below from which a link to one of the other articles listed here helps the reader go on. Answer with one on each line, as: words | address. The words are two to six that stand in the article exactly so, in a sentence and not in a heading, and are no link yet; the address is one of the list, as it stands there. Leave out what does not really fit; name no address twice.")
            .AppendLine($"Its title: {input.Title}");
        Wording.Quote(prompt, "The other articles, as: address | title", input.Brief.Choices);
        Wording.Quote(prompt, "The article", input.Brief.Context);
        return new WriterRequest(input.Model, Wording.House1, prompt.ToString(), MaxTokens: 900);
    }
}
