using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QuestCms.Application.Ai.Prompting;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Ai.Golden;

/// <summary>Something an answer is held to: in words, and what is said when it is not so (null when it is).</summary>
internal sealed record Expectation(string Says, Func<string, string?> Fault);

/// <summary>One request of a golden set, and what its answer is held to.</summary>
internal sealed record GoldenCase(string Name, ArticleKind Kind, string Title, Brief Brief, bool Rewrites, params IReadOnlyList<Expectation> Expects)
{
    /// <summary>What is seen with it; null where the request speaks of no picture.</summary>
    public SeenPicture? Picture { get; init; }

    public PromptInput InputFor(string model) => new(model, Brief, Title, Kind, Rewrites);

    /// <summary>What is sent for it in a version of its prompt.</summary>
    public WriterRequest RequestIn(PromptVersion version, string model) => version.Write(InputFor(model)) with { Picture = Picture };

    public IReadOnlyList<string> FaultsOf(string answer) => [.. Expects.Select(e => e.Fault(answer)).OfType<string>()];
}

/// <summary>A picture that belongs to a golden set, as it is sent: a file beside the sets.</summary>
internal static class GoldenPicture
{
    public static SeenPicture Of(string name)
    {
        using var file = typeof(GoldenPicture).Assembly.GetManifestResourceStream($"{typeof(GoldenPicture).Namespace}.{name}") ?? throw new InvalidOperationException($"The picture {name} is not among the resources.");
        using var content = new MemoryStream();
        file.CopyTo(content);
        return new SeenPicture(RenditionPlans.Webp, content.ToArray());
    }
}

/// <summary>The cases a new version of a prompt has to pass. Its fingerprint changes with every word of a case and of an expectation.</summary>
internal sealed record GoldenSet(string Prompt, IReadOnlyList<GoldenCase> Cases)
{
    public string Fingerprint { get; } = Of(Cases);

    private static string Of(IReadOnlyList<GoldenCase> cases) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', cases.Select(c => $"{c.Name}|{c.Kind}|{c.Title}|{JsonSerializer.Serialize(c.Brief)}|{c.Rewrites}|{string.Join('|', c.Expects.Select(e => e.Says))}{(c.Picture is { } seen ? "|" + Convert.ToHexStringLower(SHA256.HashData(seen.Content.Span)) : "")}")))))[..16];
}
