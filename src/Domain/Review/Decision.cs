using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Review;

/// <summary>What was decided.</summary>
public enum Verdict { Approved, ChangesRequested, Rejected }

/// <summary>A review by a person other than the writers, or a takeover of what was already public elsewhere. The second is never called a review.</summary>
public enum DecisionKind { Review, TakenOver }

/// <summary>SHA-256 over a revision's canonical form of that version; 32 bytes.</summary>
public sealed record Seal(byte[] Hash, int Version);

/// <summary>A named person's answer for one revision, with the seal over exactly what was read.</summary>
public sealed class Decision : AggregateRoot
{
    public const int MaxReason = 2_000;
    public const int MinScore = 1;
    public const int MaxScore = 10;

    private Decision() { }

    public DecisionId Id { get; private set; }
    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    public int Revision { get; private set; }
    public DecisionKind Kind { get; private set; }
    /// <summary>Null for a takeover.</summary>
    public ReviewRoundId? Round { get; private set; }
    public Verdict Verdict { get; private set; }
    /// <summary>1 to 10; null for a takeover.</summary>
    public int? Score { get; private set; }
    public string Reason { get; private set; } = "";
    /// <summary>For a takeover: which import brought it.</summary>
    public string? Import { get; private set; }
    public PersonId DecidedBy { get; private set; }
    public DateTimeOffset DecidedAt { get; private set; }
    /// <summary>SHA-256 of the revision's canonical form, 32 bytes.</summary>
    public byte[] Seal { get; private set; } = [];
    public int SealVersion { get; private set; }

    public static Result<Decision> OnRound(DecisionId id, ReviewRound round, Verdict verdict, int? score, string reason, Seal seal, PersonId by, DateTimeOffset now)
    {
        if (score is not (>= MinScore and <= MaxScore)) return ReviewErrors.ScoreMissing;
        if (verdict != Verdict.Approved && string.IsNullOrWhiteSpace(reason)) return ReviewErrors.ReasonMissing;
        if (round.Decide(by, now) is { Refused: true } refused) return refused.Error!;

        var decision = new Decision
        {
            Id = id,
            Article = round.Article,
            Site = round.Site,
            Revision = round.Revision,
            Kind = DecisionKind.Review,
            Round = round.Id,
            Verdict = verdict,
            Score = score,
            Reason = reason.Trim(),
            DecidedBy = by,
            DecidedAt = now,
            Seal = seal.Hash,
            SealVersion = seal.Version,
        };
        decision.Raise(new RevisionDecided(id, round.Site, round.Article, round.Revision, verdict.ToString(), score.Value, by));
        return decision;
    }

    /// <summary>An administrator answers for a revision that was public elsewhere before. No score, no review.</summary>
    public static Decision TakeOver(DecisionId id, ArticleId article, SiteId site, int revision, string import, Seal seal, PersonId by, DateTimeOffset now)
    {
        var decision = new Decision
        {
            Id = id,
            Article = article,
            Site = site,
            Revision = revision,
            Kind = DecisionKind.TakenOver,
            Verdict = Verdict.Approved,
            Import = import,
            DecidedBy = by,
            DecidedAt = now,
            Seal = seal.Hash,
            SealVersion = seal.Version,
        };
        decision.Raise(new RevisionTakenOver(id, site, article, revision, import, by));
        return decision;
    }
}

public sealed record RevisionDecided(DecisionId Decision, SiteId Site, ArticleId Article, int Revision, string Verdict, int Score, PersonId By) : DomainEvent(Article.Value, Site.Value);
public sealed record RevisionTakenOver(DecisionId Decision, SiteId Site, ArticleId Article, int Revision, string Import, PersonId By) : DomainEvent(Article.Value, Site.Value);
