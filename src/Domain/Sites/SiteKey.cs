using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Sites;

/// <summary>
/// A key by which a program acts on one site, within its scopes. Of its secret only the hash is kept. A revoked key stays as a row: what was done with it
/// keeps its name.
/// </summary>
public sealed class SiteKey : AggregateRoot
{
    public const int MaxName = 80;

    private SiteKey() { }

    public SiteKeyId Id { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>Which program it is for; what it proposes carries this name.</summary>
    public string Name { get; private set; } = "";
    /// <summary>Read is always among them.</summary>
    public KeyScope[] Scopes { get; private set; } = [];
    /// <summary><c>qk_</c> and ten characters: what is shown of it, and what finds it.</summary>
    public string Prefix { get; private set; } = "";
    /// <summary>SHA-256 of the secret, 32 bytes.</summary>
    public byte[] Hash { get; private set; } = [];
    /// <summary>Null when it was made at a shell of the service.</summary>
    public PersonId? MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }
    /// <summary>To the minute; null while it was never used.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }
    public PersonId? RevokedBy { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    public static SiteKey Issue(SiteKeyId id, SiteId site, string name, IEnumerable<KeyScope> scopes, KeySecret secret, PersonId? by, DateTimeOffset now)
    {
        var key = new SiteKey
        {
            Id = id,
            Site = site,
            Name = name.Trim(),
            Scopes = [.. scopes.Append(KeyScope.Read).Distinct().Order()],
            Prefix = secret.Prefix,
            Hash = secret.Hash(),
            MadeBy = by,
            MadeAt = now,
        };
        key.Raise(new SiteKeyIssued(id, site, key.Name, key.Prefix, string.Join(", ", key.Scopes).ToLowerInvariant()));
        return key;
    }

    /// <summary>From now on it opens nothing. Revoking what is revoked changes nothing.</summary>
    public Result Revoke(PersonId? by, DateTimeOffset now)
    {
        if (RevokedAt is not null) return Result.Done;
        (RevokedAt, RevokedBy) = (now, by);
        Changed();
        Raise(new SiteKeyRevoked(Id, Site, Name, Prefix));
        return Result.Done;
    }
}

public sealed record SiteKeyIssued(SiteKeyId Key, SiteId Site, string Name, string Prefix, string Scopes) : DomainEvent(Key.Value, Site.Value), ISecurityEvent;
public sealed record SiteKeyRevoked(SiteKeyId Key, SiteId Site, string Name, string Prefix) : DomainEvent(Key.Value, Site.Value), ISecurityEvent;

/// <summary>What a key can answer instead of opening something.</summary>
public static class SiteKeyErrors
{
    public static readonly Error NotFound = Error.NotFound("key.not_found", "There is no such key on this site.");
    public static readonly Error Refused = Error.Forbidden("key.refused", "This key opens nothing: it is unknown, mistyped, or was revoked.");
    public static readonly Error OutOfScope = Error.Forbidden("key.scope", "This key's scopes don't include this. An administrator of the site can make another key.");
}
