using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QuestCms.Application.Ai.Prompting;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Ai.Golden;

/// <summary>Something an answer is held to: in words, and what is said when it is not so (null when it is).</summary>
internal sealed record Expectation(string Says, Func<string, string?> Fault);

/// <summary>One request of a golden set, and what its answer is held to.</summary>
internal sealed record GoldenCase(string Name, ArticleKind Kind, string Title, Brief Brief, bool Rewrites, params IReadOnlyList<Expectation> Expects)
{
    public PromptInput InputFor(string model) => new(model, Brief, Title, Kind, Rewrites);

    public IReadOnlyList<string> FaultsOf(string answer) => [.. Expects.Select(e => e.Fault(answer)).OfType<string>()];
}

/// <summary>The cases a new version of a prompt has to pass. Its fingerprint changes with every word of a case and of an expectation.</summary>
internal sealed record GoldenSet(string Prompt, IReadOnlyList<GoldenCase> Cases)
{
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Cases.Select(c => $"{c.Name}|{c.Kind}|{c.Title}|{JsonSerializer.Serialize(c.Brief)}|{c.Rewrites}|{string.Join('|', c.Expects.Select(e => e.Says))}")))))[..16];
}
