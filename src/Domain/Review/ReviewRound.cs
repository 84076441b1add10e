using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Review;

/// <summary>Where a round of review stands.</summary>
public enum RoundState { Open, Decided, Withdrawn }

/// <summary>One submission waiting for a person's decision, pinned to one revision. At most one is open per article.</summary>
public sealed class ReviewRound : AggregateRoot
{
    public const int MaxNote = 2_000;

    private ReviewRound() { }

    public ReviewRoundId Id { get; private set; }
    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>The revision the decision will belong to.</summary>
    public int Revision { get; private set; }
    public string Note { get; private set; } = "";
    /// <summary>Null when a program submitted it.</summary>
    public PersonId? SubmittedBy { get; private set; }
    /// <summary>The site key of the program that submitted it; null when a person did.</summary>
    public SiteKeyId? SubmittedByKey { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }
    /// <summary>Everyone who wrote any part since the last approved revision, took a proposal into it, or submitted it: none of them can decide.</summary>
    public PersonId[] Hands { get; private set; } = [];
    public RoundState State { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public static ReviewRound Open(ReviewRoundId id, ArticleId article, SiteId site, int revision, string note, IEnumerable<PersonId> hands, Who by,
        DateTimeOffset now) =>
        new() { Id = id, Article = article, Site = site, Revision = revision, Note = note.Trim(), Hands = [.. (by.Person is { } person ? hands.Append(person) : hands).Distinct()], SubmittedBy = by.Person, SubmittedByKey = by.Key, SubmittedAt = now };

    /// <summary>Why this person can't decide on it; null when they can.</summary>
    public Error? WhyNot(PersonId person) =>
        State != RoundState.Open ? ReviewErrors.AlreadyClosed
        : person == SubmittedBy ? ReviewErrors.YouSubmitted
        : Hands.Contains(person) ? ReviewErrors.YouWrote
        : null;

    /// <summary>Closes the round with a decision on its revision.</summary>
    public Result Decide(PersonId by, DateTimeOffset now)
    {
        if (WhyNot(by) is { } why) return why;
        (State, ClosedAt) = (RoundState.Decided, now);
        Changed();
        return Result.Done;
    }

    public Result Withdraw(DateTimeOffset now)
    {
        if (State != RoundState.Open) return ReviewErrors.AlreadyClosed;
        (State, ClosedAt) = (RoundState.Withdrawn, now);
        Changed();
        return Result.Done;
    }
}
