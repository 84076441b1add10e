using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Common;

/// <summary>
/// Says that a command's save was stored: written with it, looked up after a failure. <see cref="Id"/> comes with the form or call,
/// <see cref="Attempt"/> is this very save's. Swept after a day.
/// </summary>
internal sealed class Operation
{
    public Guid Id { get; private set; }
    public Guid Attempt { get; private set; }
    public Guid? Actor { get; private set; }
    public DateTimeOffset At { get; private set; }

    public static Operation Begin(Acting acting, DateTimeOffset now) => new()
    {
        Id = IdOf(acting) ?? Guid.CreateVersion7(now),
        Attempt = Guid.CreateVersion7(now),
        Actor = acting.Actor.Id,
        At = now,
    };

    /// <summary>The id of a form belongs to the person who sent it: another person's equal id is another operation. Null when none was given.</summary>
    public static Guid? IdOf(Acting acting) => acting.Operation is { } given ? Mix(given, acting.Actor.Id ?? Guid.Empty) : null;

    private static Guid Mix(Guid operation, Guid person)
    {
        Span<byte> a = stackalloc byte[16];
        Span<byte> b = stackalloc byte[16];
        operation.TryWriteBytes(a);
        person.TryWriteBytes(b);
        for (var i = 0; i < 16; i++) a[i] ^= b[i];
        return new Guid(a);
    }
}
