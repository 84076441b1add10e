namespace QuestCms.Application.Ai;

/// <summary>Names of the models that paint: the usual one and a faster, cheaper one.</summary>
public sealed record PainterModels(string Usual, string Fast)
{
    /// <summary>As people say it: <c>black-forest-labs/flux-1.1-pro</c> is "Flux 1.1 Pro".</summary>
    public static string InWords(string model) =>
        string.Join(' ', model[(model.LastIndexOf('/') + 1)..].Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
