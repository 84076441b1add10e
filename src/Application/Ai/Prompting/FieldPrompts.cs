using System.Text;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>Suggestions for a field, made from the whole text: lines to choose from.</summary>
internal static class FieldPrompts
{
    public static readonly Prompt Titles = new(GenerationKind.Titles, "titles", Runs: 2,
    [
        new(2, "Told how the site sounds.", Asking("Suggest six titles for the article below, one on each line: at most 70 characters, plain words, promising only what the text keeps. No numbers before them, no quotation marks.")),
    ]);

    public static readonly Prompt Summary = new(GenerationKind.Summary, "summary", Runs: 2,
    [
        new(2, "Told how the site sounds.", Asking("Write three summaries of the article below to choose from, each on one line: one or two sentences, at most 300 characters, saying what the reader gets. No numbers before them, no quotation marks.")),
    ]);

    public static readonly Prompt Seo = new(GenerationKind.Seo, "seo", Runs: 2,
    [
        new(2, "Told how the site sounds.", Asking("Write three pairs of a search title and a search description for the article below, each pair on one line as: title | description. The title has at most 60 characters, the description 120 to 155. No numbers before them, no quotation marks.")),
    ]);

    public static readonly Prompt Tags = new(GenerationKind.Tags, "tags", Runs: 2,
    [
        new(2, "Told how the site sounds.", Asking("Suggest up to eight tags for the article below, one on each line: lower case, at most three words each, what readers would look for. No numbers before them.")),
    ]);

    public static readonly Prompt Category = new(GenerationKind.Category, "category", Runs: 1,
    [
        new(1, "The first.", Asking("Choose from the list of categories the one that fits the article below best, and up to two others that would do, one on each line, best first, exactly as they stand in the list. No other words.", "The categories")),
    ]);

    private static Func<PromptInput, WriterRequest> Asking(string task, string choices = "") => input =>
    {
        var prompt = new StringBuilder().AppendLine(task).AppendLine($"Its title now: {input.Title}");
        if (choices.Length > 0) Wording.Quote(prompt, choices, input.Brief.Choices);
        Wording.Quote(prompt, "The article", input.Brief.Context);
        return new WriterRequest(input.Model, Wording.InStyle(input.Brief), prompt.ToString(), MaxTokens: 900);
    };
}
