using QuestCms.Domain.Common;

namespace QuestCms.Domain.Identity;

/// <param name="Name">As the person called it.</param>
public sealed record PasskeyAdded(PersonId Person, string Name) : DomainEvent(Person.Value, null), ISecurityEvent;

/// <param name="Name">As the person called it.</param>
public sealed record PasskeyRemoved(PersonId Person, string Name) : DomainEvent(Person.Value, null), ISecurityEvent;

/// <summary>From now on a code of an app is asked for after the password, or no longer.</summary>
public sealed record CodesSwitched(PersonId Person, bool On) : DomainEvent(Person.Value, null), ISecurityEvent;

public sealed record RecoveryCodesRenewed(PersonId Person) : DomainEvent(Person.Value, null), ISecurityEvent;

/// <param name="Left">How many the person has still.</param>
public sealed record RecoveryCodeUsed(PersonId Person, int Left) : DomainEvent(Person.Value, null), ISecurityEvent;

/// <summary>A password was chosen through an administrator's link, and passkeys and codes of before ended with it.</summary>
public sealed record ProofsEnded(PersonId Person) : DomainEvent(Person.Value, null), ISecurityEvent;
