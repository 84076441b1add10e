using System.Text.Json;
using System.Text.Json.Serialization;
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
    /// <summary>SHA-256 of the call; null where nobody asks again for its answer.</summary>
    public byte[]? Fingerprint { get; private set; }
    /// <summary>What was answered, as JSON.</summary>
    public string? Answer { get; private set; }

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new TypedIdJson(), new JsonStringEnumConverter() } };

    public static Operation Begin(Acting acting, DateTimeOffset now) => new()
    {
        Id = IdOf(acting) ?? Guid.CreateVersion7(now),
        Attempt = Guid.CreateVersion7(now),
        Actor = acting.Actor.Id,
        At = now,
        Fingerprint = acting.Fingerprint,
        Answer = acting is { Fingerprint: not null, Answer: { } answer } ? JsonSerializer.Serialize(answer, answer.GetType(), Json) : null,
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
