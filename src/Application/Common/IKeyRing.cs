using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common;

/// <summary>What a valid key opens.</summary>
/// <param name="Name">The program's name, as the administrator gave it.</param>
public sealed record KeyGrant(SiteKeyId Key, SiteId Site, string SiteSlug, string Name, IReadOnlyList<KeyScope> Scopes);

/// <summary>
/// Answers what a key opens, from a small memory that is never older than <see cref="Longest"/>: a revoked key opens nothing on any replica after that.
/// </summary>
public interface IKeyRing
{
    /// <summary>With the two seconds between two looks of a stream less than the five in which a revoked key ends everywhere.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    /// <summary>By what was sent. Null, in the same way and time, for what is unknown, malformed or revoked. Notes the use, at most once a minute.</summary>
    Task<KeyGrant?> OpenAsync(string given, CancellationToken ct);

    /// <summary>By id, for the permission of a message. Null when it is unknown or revoked.</summary>
    Task<KeyGrant?> OfAsync(SiteKeyId key, CancellationToken ct);
}
