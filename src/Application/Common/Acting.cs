using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Common;

/// <summary>
/// Who acts in this scope, and under which operation. Set once where a request, a job or a shell command begins; handlers only read it.
/// </summary>
public sealed class Acting
{
    public Actor Actor { get; private set; } = Actor.Nobody;

    /// <summary>Id of the form or call; the same form posted twice carries the same id and is stored once. Null: none was given.</summary>
    public Guid? Operation { get; private set; }

    /// <summary>The site the page is about, for the name the shell shows; permission never reads it.</summary>
    public SiteId? Site { get; set; }

    /// <summary>The acting person; asking it of a worker or of nobody is a programmer's mistake, the pipeline refuses such messages before.</summary>
    public PersonId Me => Actor.Person ?? throw new InvalidOperationException("No person acts here.");

    /// <summary>The site key of the acting agent; asking it of anyone else is a programmer's mistake, the pipeline refuses such messages before.</summary>
    public SiteKeyId Agent => Actor.Key is { } key ? SiteKeyId.From(key) : throw new InvalidOperationException("No agent acts here.");

    /// <summary>The acting person or program; asking it of a worker, the shell or nobody is a programmer's mistake, the pipeline refuses such messages before.</summary>
    public Who Who => Actor.Person is { } person ? person : Who.Program(Agent);

    public void Begin(Actor actor, Guid? operation = null)
    {
        Actor = actor;
        Operation = operation;
    }

    /// <summary>SHA-256 of the call under <see cref="Operation"/>: the same operation with another one is another call, and refused. Null where nobody asks again for the answer.</summary>
    public byte[]? Fingerprint { get; private set; }

    /// <summary>What the handler is about to answer, stored with its save: the same call sent again hears the same. Left out by handlers nobody asks again.</summary>
    public object? Answer { get; set; }

    public void Under(Guid operation, byte[]? fingerprint = null) => (Operation, Fingerprint) = (operation, fingerprint);
}
