namespace QuestCms.Domain.Identity;

/// <summary>Who acts: a person in the browser, a worker of this process, or the operator at a shell of the service.</summary>
public enum ActorKind { Nobody, Person, Worker, Shell }

/// <summary>Who acts, with the name written to the audit trail.</summary>
public sealed record Actor(ActorKind Kind, PersonId? Person, string Name)
{
    public static readonly Actor Nobody = new(ActorKind.Nobody, null, "nobody");
    public static readonly Actor Worker = new(ActorKind.Worker, null, "Quest");
    public static readonly Actor Shell = new(ActorKind.Shell, null, "operator");
    public static Actor Of(PersonId person, string name) => new(ActorKind.Person, person, name);
}
