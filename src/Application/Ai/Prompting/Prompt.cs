using System.Globalization;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>One version of a prompt: what is sent to the model, and in a sentence what it does better than the one before.</summary>
internal sealed record PromptVersion(int Number, string Why, Func<PromptInput, WriterRequest> Write);

/// <summary>
/// What is sent for one kind of request, in versions. A version never changes after it was used (a test holds each to its words): a better one gets the next
/// number, so that every generation can say what it was asked.
/// </summary>
/// <param name="Name">As in <c>draft/2</c>.</param>
/// <param name="Runs">The version that runs where nobody switched another on.</param>
/// <param name="Versions">Oldest first.</param>
internal sealed record Prompt(GenerationKind Kind, string Name, int Runs, IReadOnlyList<PromptVersion> Versions)
{
    /// <summary>Name and version that run where nobody switched another on.</summary>
    public string Running => Label(Runs);

    public string Label(int version) => string.Create(CultureInfo.InvariantCulture, $"{Name}/{version}");

    public PromptVersion? Version(int number) => Versions.FirstOrDefault(v => v.Number == number);

    /// <summary>The version of a name as <c>draft/2</c>; of an unknown one the version that runs.</summary>
    public PromptVersion Named(string label) => Versions.FirstOrDefault(v => Label(v.Number) == label) ?? Version(Runs)!;
}
