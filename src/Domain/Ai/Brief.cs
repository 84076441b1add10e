namespace QuestCms.Domain.Ai;

/// <summary>What a person asks Claude for. Everything in it is said by the person; sources are quoted to the model as data.</summary>
public sealed record Brief
{
    /// <summary>Characters of all fields together.</summary>
    public const int MaxLength = 10_000;

    public string Topic { get; init; } = "";
    public string Audience { get; init; } = "";
    public string Angle { get; init; } = "";
    /// <summary>Words aimed at.</summary>
    public int Words { get; init; } = 1100;
    public string MustSay { get; init; } = "";
    public string MustNotSay { get; init; } = "";
    public string Sources { get; init; } = "";
    /// <summary>For a passage: what to do there.</summary>
    public string Instruction { get; init; } = "";
    /// <summary>For a passage: the Markdown it would replace, or what stands before the place.</summary>
    public string Context { get; init; } = "";

    /// <summary>How the site sounded when it was asked; not the person's words, and no part of <see cref="Length"/>.</summary>
    public string Style { get; init; } = "";

    /// <summary>The sections the site's template has for this kind, as they were when it was asked: a line each, "heading | guidance". Empty: the house's.</summary>
    public string Sections { get; init; } = "";

    /// <summary>Id of the asset the request speaks of; empty where it speaks of none.</summary>
    public string Picture { get; init; } = "";

    /// <summary>What the answer may choose from, a line each, as the house found it; no part of <see cref="Length"/>.</summary>
    public string Choices { get; init; } = "";

    public int Length => Topic.Length + Audience.Length + Angle.Length + MustSay.Length + MustNotSay.Length + Sources.Length + Instruction.Length;
}
