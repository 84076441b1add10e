using QuestCms.Domain.Common;

namespace QuestCms.Domain.Identity;

/// <summary>What was typed is not kept: it may be a password in the wrong field.</summary>
/// <param name="Person">Null for an address nobody of the house has.</param>
/// <param name="Network">An IPv4 address, or the network of an IPv6 one.</param>
public sealed record SignInFailed(PersonId? Person, string Network) : DomainEvent(Person?.Value ?? Guid.Empty, null), ISecurityEvent;

/// <summary>The account rests after too many tries, and was tried.</summary>
public sealed record SignInLocked(PersonId Person, string Network) : DomainEvent(Person.Value, null), ISecurityEvent;

/// <param name="Message">What was asked for, as <c>PublishArticle</c>.</param>
public sealed record PermissionRefused(string Message, Guid? Site) : DomainEvent(Site ?? Guid.Empty, Site), ISecurityEvent;

/// <summary>A key that opens nothing; nothing of it is kept.</summary>
public sealed record KeyRefused(string Network) : DomainEvent(Guid.Empty, null), ISecurityEvent;
