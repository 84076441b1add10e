using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>What many articles share.</summary>
public enum SharedThing { Category, Byline, Picture }

/// <summary>
/// Something that published articles share is another from now on, and each row that shows it is made anew: in batches, by key, so that it goes on where it was after a restart. Twice over
/// the rows: what was being published while the thing changed may have been made of the former one. A row that is right already stays as it is.
/// </summary>
public sealed class Rewriting : AggregateRoot
{
    /// <summary>Articles of one save.</summary>
    public const int AtOnce = 20;
    /// <summary>Longer than any publication takes from reading a name to its commit.</summary>
    public static readonly TimeSpan UntilSecondLook = TimeSpan.FromMinutes(1);

    private Rewriting() { }

    public RewritingId Id { get; private set; }
    public SiteId Site { get; private set; }
    public SharedThing Thing { get; private set; }
    /// <summary>Id of the category, byline or picture.</summary>
    public Guid Subject { get; private set; }
    /// <summary>Under which slugs published rows may know it; empty for a picture.</summary>
    public string[] Slugs { get; private set; } = [];
    /// <summary>The last article that was looked at; null at the beginning of a look.</summary>
    public ArticleId? After { get; private set; }
    public int Rewritten { get; private set; }
    /// <summary>Articles left as they are, because their seal does not match.</summary>
    public int Skipped { get; private set; }
    public bool IsSecondLook { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public static Rewriting Start(RewritingId id, SiteId site, SharedThing thing, Guid subject, IEnumerable<string> slugs, DateTimeOffset now) =>
        new() { Id = id, Site = site, Thing = thing, Subject = subject, Slugs = [.. slugs.Distinct(StringComparer.Ordinal)], StartedAt = now };

    /// <summary>A batch is done; <paramref name="last"/> is null when there was nothing more to look at. The answer says how long to wait for the next one, null when this was all.</summary>
    public TimeSpan? Advance(ArticleId? last, int rewritten, int skipped, DateTimeOffset now)
    {
        Rewritten += rewritten;
        Skipped += IsSecondLook ? 0 : skipped;
        After = last;
        Changed();
        if (last is not null) return TimeSpan.Zero;
        if (IsSecondLook)
        {
            EndedAt = now;
            return null;
        }
        IsSecondLook = true;
        return UntilSecondLook;
    }
}
