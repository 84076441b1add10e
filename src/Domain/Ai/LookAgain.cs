using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Ai;

/// <summary>
/// Somebody recalled what came from a model, a prompt or a source, and wants this article looked at again because of it. Open until a reviewer or administrator says what was found; it takes nothing from
/// readers and decides nothing.
/// </summary>
public sealed class LookAgain : AggregateRoot
{
    /// <summary>Characters of where the words came from, of why, and of what was found.</summary>
    public const int MaxFrom = 240;
    public const int MaxWords = 1_000;

    private LookAgain() { }

    public LookAgainId Id { get; private set; }
    public SiteId Site { get; private set; }
    public ArticleId Article { get; private set; }
    /// <summary>Where the words came from, as "the prompt draft/2".</summary>
    public string From { get; private set; } = "";
    /// <summary>What to look for; may be empty.</summary>
    public string Why { get; private set; } = "";
    public PersonId AskedBy { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public PersonId? LookedBy { get; private set; }
    public DateTimeOffset? LookedAt { get; private set; }
    /// <summary>What was found; empty while open.</summary>
    public string Found { get; private set; } = "";

    public static LookAgain Ask(LookAgainId id, SiteId site, ArticleId article, string from, string why, PersonId by, DateTimeOffset now)
    {
        var asked = new LookAgain { Id = id, Site = site, Article = article, From = from, Why = why, AskedBy = by, AskedAt = now };
        asked.Raise(new LookAgainAsked(id, site, article, from));
        return asked;
    }

    /// <summary>Said once; a second finding changes nothing.</summary>
    public Result Look(string found, PersonId by, DateTimeOffset now)
    {
        if (LookedAt is not null) return Result.Done;
        (Found, LookedBy, LookedAt) = (found, by, now);
        Changed();
        Raise(new LookAgainSettled(Id, Site, Article, From));
        return Result.Done;
    }
}

public sealed record LookAgainAsked(LookAgainId Wish, SiteId Site, ArticleId Article, string From) : DomainEvent(Wish.Value, Site.Value);
public sealed record LookAgainSettled(LookAgainId Wish, SiteId Site, ArticleId Article, string From) : DomainEvent(Wish.Value, Site.Value);
