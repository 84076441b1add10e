namespace QuestCms.Domain.Identity;

/// <summary>Who acts: a person in the browser, a worker of this process, the operator at a shell of the service, or an agent: a program with a site key.</summary>
public enum ActorKind { Nobody, Person, Worker, Shell, Agent }

/// <summary>Who acts, with the name written to the audit trail. An agent is nobody's person: what asks for one refuses it.</summary>
public sealed record Actor(ActorKind Kind, PersonId? Person, string Name)
{
    public static readonly Actor Nobody = new(ActorKind.Nobody, null, "nobody");
    public static readonly Actor Worker = new(ActorKind.Worker, null, "Quest");
    public static readonly Actor Shell = new(ActorKind.Shell, null, "operator");
    public static Actor Of(PersonId person, string name) => new(ActorKind.Person, person, name);

    /// <summary>The program that came with this site key.</summary>
    public static Actor OfKey(Guid key, string name) => new(ActorKind.Agent, null, NameOfAgent(name)) { Key = key };

    /// <summary>"agent Research": how an agent is called wherever people read it.</summary>
    public static string NameOfAgent(string name) => $"agent {name}";

    /// <summary>The site key an agent acts with; null for everyone else.</summary>
    public Guid? Key { get; private init; }

    /// <summary>The person's id or the key's; null for who has none.</summary>
    public Guid? Id => Person?.Value ?? Key;
}
