using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Sites;

/// <summary>One person in one site, with the roles that add up. Without roles it grants nothing and keeps the history.</summary>
public sealed class Membership : AggregateRoot
{
    private Membership() { }

    public MembershipId Id { get; private set; }
    public PersonId Person { get; private set; }
    public SiteId Site { get; private set; }
    public Role[] Roles { get; private set; } = [];

    public static Membership Grant(MembershipId id, PersonId person, SiteId site, IEnumerable<Role> roles)
    {
        var membership = new Membership { Id = id, Person = person, Site = site, Roles = [.. roles.Distinct().Order()] };
        membership.Raise(new RolesChanged(site, person, string.Join(", ", membership.Roles)));
        return membership;
    }

    public Result SetRoles(IEnumerable<Role> roles)
    {
        Role[] wanted = [.. roles.Distinct().Order()];
        if (wanted.SequenceEqual(Roles)) return Result.Done;
        Roles = wanted;
        Changed();
        Raise(new RolesChanged(Site, Person, string.Join(", ", Roles)));
        return Result.Done;
    }
}

public sealed record RolesChanged(SiteId Site, PersonId Person, string Roles) : DomainEvent(Person.Value, Site.Value), ISecurityEvent;
