using QuestCms.Domain.Common;

namespace QuestCms.Domain.Identity;

public sealed record PersonAdded(PersonId Person, string Email, bool HouseAdministrator) : DomainEvent(Person.Value, null);
public sealed record HouseAdministrationChanged(PersonId Person, bool Given) : DomainEvent(Person.Value, null), ISecurityEvent;
public sealed record PersonSuspended(PersonId Person) : DomainEvent(Person.Value, null), ISecurityEvent;
public sealed record SignInLinkIssued(PersonId Person) : DomainEvent(Person.Value, null), ISecurityEvent;
public sealed record PersonReadmitted(PersonId Person) : DomainEvent(Person.Value, null), ISecurityEvent;
