namespace QuestCms.Domain.Ai;

/// <summary>What a reader may act on and a rewrite must therefore not change unseen.</summary>
public enum MeaningKind { Number, Unit, Price, Date, Name, Negation, Obligation, Link }

/// <summary>One such thing in a text.</summary>
/// <param name="Value">The same for the same meaning, however it is written: <c>EUR 1200</c>, <c>2026-03-12</c>, <c>must</c>.</param>
/// <param name="Shown">As it stands in the text.</param>
/// <param name="At">Index in words of the plain text.</param>
public sealed record MeaningMark(MeaningKind Kind, string Value, string Shown, int At);

/// <summary>Something that meant one thing before a rewrite and means another, or is gone or new, after it.</summary>
/// <param name="Before">As it stood; null when it is new.</param>
/// <param name="After">As it stands now; null when it is gone.</param>
public sealed record MeaningChange(MeaningKind Kind, string? Before, string? After)
{
    /// <summary>A short sentence for the writer.</summary>
    public string Say => (Before, After) switch
    {
        (null, { } after) => $"New {Name}: {after}",
        ({ } before, null) => $"Gone {Name}: {before}",
        _ => $"{char.ToUpperInvariant(Name[0])}{Name[1..]}: {Before} → {After}",
    };

    private string Name => Kind switch
    {
        MeaningKind.Negation => "“not”",
        MeaningKind.Obligation => "must or may",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
