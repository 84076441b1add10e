using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Review;

/// <summary>
/// One sentence of an article in which something is to be checked: a figure, date, price, rule of law, quotation or link. It is known by its words: as long as
/// they stand in the text it is this claim, in whatever revision; changed, they are a new, open one that names this as its predecessor. What is verified holds until a day,
/// and is open again from the next day on.
/// Errors: <c>claim.source</c>, <c>claim.why</c>, <c>claim.holds</c> beside their fields; <c>claim.verified</c>, <c>claim.changed</c> (Conflict).
/// </summary>
public sealed class Claim : AggregateRoot
{
    /// <summary>Characters of the sentence that are kept for reading; it is known by all of it.</summary>
    public const int MaxSentence = 2_000;
    public const int MaxSource = 1_000;
    public const int MaxWhy = 2_000;
    /// <summary>Years that something can hold without being looked at again.</summary>
    public const int MostYears = 10;

    private Claim() { }

    public ClaimId Id { get; private set; }
    public SiteId Site { get; private set; }
    public ArticleId Article { get; private set; }
    public string Sentence { get; private set; } = "";
    /// <summary><see cref="ClaimText.KeyOf"/> of the whole sentence; once in an article.</summary>
    public string Key { get; private set; } = "";
    public ClaimKind[] Kinds { get; private set; } = [];
    public bool FoundByRules { get; private set; }
    /// <summary>The request in which Claude named it; null when it did not.</summary>
    public GenerationId? FoundIn { get; private set; }
    public DateTimeOffset FoundAt { get; private set; }
    /// <summary>Numbers of the submitted revisions it stands in, rising.</summary>
    public int[] Revisions { get; private set; } = [];
    /// <summary>The claim whose sentence was changed into this one.</summary>
    public ClaimId? Predecessor { get; private set; }
    public ClaimState State { get; private set; }
    /// <summary>Where it can be looked up: an address, or words.</summary>
    public string Source { get; private set; } = "";
    public PersonId? SourceBy { get; private set; }
    public PersonId? CheckedBy { get; private set; }
    public DateTimeOffset? CheckedAt { get; private set; }
    /// <summary>The last day it counts as verified (UTC); null as long as the sentence stands.</summary>
    public DateOnly? HoldsUntil { get; private set; }
    /// <summary>For the writers, when it is not right.</summary>
    public string Why { get; private set; } = "";

    /// <param name="generation">The request it was found in; null when the rules found it.</param>
    public static Claim Find(ClaimId id, SiteId site, ArticleId article, FoundSentence found, GenerationId? generation, ClaimId? predecessor, DateTimeOffset now) => new()
    {
        Id = id,
        Site = site,
        Article = article,
        Sentence = found.Sentence.Length <= MaxSentence ? found.Sentence : found.Sentence[..(char.IsHighSurrogate(found.Sentence[MaxSentence - 2]) ? MaxSentence - 2 : MaxSentence - 1)] + "…",
        Key = ClaimText.KeyOf(found.Sentence),
        Kinds = [.. found.Kinds.Distinct().Order()],
        FoundByRules = generation is null,
        FoundIn = generation,
        FoundAt = now,
        Predecessor = predecessor,
    };

    /// <summary>Nobody verified it, somebody found it not right, or its day is over.</summary>
    public bool IsOpenOn(DateOnly today) => State is ClaimState.Open or ClaimState.NotRight || HasExpiredOn(today);

    public bool HasExpiredOn(DateOnly today) => State == ClaimState.Verified && HoldsUntil < today;

    /// <summary>Found once more, by the rules or by Claude: the same claim, perhaps for another reason besides. What was verified stays so.</summary>
    public void FindAgain(IReadOnlyList<ClaimKind> kinds, GenerationId? generation)
    {
        var more = kinds.Except(Kinds).Any();
        if (!more && (generation is null ? FoundByRules : FoundIn is not null)) return;
        Kinds = [.. Kinds.Union(kinds).Order()];
        if (generation is null) FoundByRules = true;
        else FoundIn ??= generation;
        Changed();
    }

    /// <summary>Its sentence stands in this revision.</summary>
    public void StandIn(int revision)
    {
        if (Revisions.Contains(revision)) return;
        Revisions = [.. Revisions.Append(revision).Order()];
        Changed();
    }

    /// <summary>A writer says where it can be looked up. What was found not right is open again by it; what is verified keeps the source it was verified with.</summary>
    public Result GiveSource(string source, PersonId by)
    {
        if (string.IsNullOrWhiteSpace(source)) return ClaimErrors.SourceMissing;
        if (State == ClaimState.Verified) return ClaimErrors.Verified;
        if (source.Trim() == Source && State == ClaimState.Open) return Result.Done;
        (Source, SourceBy, State) = (source.Trim(), by, ClaimState.Open);
        Changed();
        Raise(new ClaimSourceGiven(Id, Site, Article, by));
        return Result.Done;
    }

    /// <summary>A reviewer found it true in the source; it counts until that day, or as long as the sentence stands.</summary>
    public Result Verify(string source, DateOnly? holdsUntil, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(source)) return ClaimErrors.SourceMissing;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (holdsUntil < today || holdsUntil > today.AddYears(MostYears)) return ClaimErrors.Holds;
        if (source.Trim() != Source) (Source, SourceBy) = (source.Trim(), by);
        (HoldsUntil, Why) = (holdsUntil, "");
        return Settle(ClaimState.Verified, by, now);
    }

    /// <summary>A reviewer found that it is not so; the writers read why.</summary>
    public Result Refute(string why, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(why)) return ClaimErrors.WhyMissing;
        (HoldsUntil, Why) = (null, why.Trim());
        return Settle(ClaimState.NotRight, by, now);
    }

    /// <summary>A reviewer found nothing in the sentence to check.</summary>
    public Result SetAside(PersonId by, DateTimeOffset now)
    {
        (HoldsUntil, Why) = (null, "");
        return Settle(ClaimState.NoClaim, by, now);
    }

    private Result Settle(ClaimState state, PersonId by, DateTimeOffset now)
    {
        (State, CheckedBy, CheckedAt) = (state, by, now);
        Changed();
        Raise(new ClaimChecked(Id, Site, Article, state.ToString(), HoldsUntil, by));
        return Result.Done;
    }
}
