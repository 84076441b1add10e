namespace QuestCms.Domain.Review;

/// <summary>What of a sentence somebody must be able to look up.</summary>
public enum ClaimKind { Figure, Date, Price, Law, Quotation, Link }

/// <summary>Where a claim stands. Expired is derived from the day and never stored.</summary>
public enum ClaimState
{
    /// <summary>Nobody looked yet.</summary>
    Open,
    /// <summary>A reviewer found it true, with a source.</summary>
    Verified,
    /// <summary>A reviewer found it not true; the sentence waits to be changed.</summary>
    NotRight,
    /// <summary>A reviewer found nothing in it to check.</summary>
    NoClaim,
}

/// <summary>A sentence in which something is to be checked, as it stands in the text, and what.</summary>
public sealed record FoundSentence(string Sentence, IReadOnlyList<ClaimKind> Kinds);
