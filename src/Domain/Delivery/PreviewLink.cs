using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// One article, shown to whoever has the link before readers see it: a revision that stays as it is, or the text as it stands when it is opened. It ends by itself, at most
/// <see cref="Longest"/> later, and can be revoked before. The link itself is not kept: a signature over this id is all it is.
/// </summary>
public sealed class PreviewLink : AggregateRoot
{
    public static readonly TimeSpan Usual = TimeSpan.FromHours(1);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    private PreviewLink() { }

    public PreviewLinkId Id { get; private set; }
    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>Null: the text as it stands when it is opened.</summary>
    public int? Revision { get; private set; }
    public PersonId MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Error: <c>preview.lasting</c> for a time that is none or over <see cref="Longest"/>.</summary>
    public static Result<PreviewLink> Share(PreviewLinkId id, ArticleId article, SiteId site, int? revision, TimeSpan lasting, PersonId by, DateTimeOffset now)
    {
        if (lasting <= TimeSpan.Zero || lasting > Longest) return PreviewErrors.Lasting;
        var link = new PreviewLink { Id = id, Article = article, Site = site, Revision = revision, MadeBy = by, MadeAt = now, EndsAt = now + lasting };
        link.Raise(new PreviewShared(site, article, revision, link.EndsAt, by));
        return link;
    }

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < EndsAt;

    /// <summary>From now on it opens nothing. Revoking what is revoked changes nothing.</summary>
    public void Revoke(PersonId by, DateTimeOffset now)
    {
        if (RevokedAt is not null) return;
        RevokedAt = now;
        Changed();
        Raise(new PreviewRevoked(Site, Article, by));
    }
}

public sealed record PreviewShared(SiteId Site, ArticleId Article, int? Revision, DateTimeOffset Until, PersonId By) : DomainEvent(Article.Value, Site.Value);
public sealed record PreviewRevoked(SiteId Site, ArticleId Article, PersonId By) : DomainEvent(Article.Value, Site.Value);

/// <summary>What a preview can answer instead of opening. Whatever is wrong with a link, the answer is one: it tells nobody what there would be.</summary>
public static class PreviewErrors
{
    public static readonly Error Refused = Error.Forbidden("preview.refused", "This link opens nothing: it is over, was revoked, or is not whole. Ask who sent it for another.");
    public static readonly Error Lasting = Error.Field("hours", "preview.lasting", $"A preview lasts from one hour to {PreviewLink.Longest.Days} days.");
    public static readonly Error NotFound = Error.NotFound("preview.not_found", "There is no such preview on this site.");
    public static readonly Error TooMany = Error.Conflict("preview.too_many", "50 previews of this article are open. Revoke one that is not needed any more.");
}
