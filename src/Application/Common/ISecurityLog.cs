using QuestCms.Domain.Common;

namespace QuestCms.Application.Common;

/// <summary>
/// Writes to the trail what changed nothing and so has no save of its own: a refusal. It never fails and never holds up the answer for long; of more than
/// <see cref="MostAMinute"/> of a kind in a minute only their number is logged, so that nobody can fill the trail from outside.
/// </summary>
public interface ISecurityLog
{
    public const int MostAMinute = 60;

    Task NoteAsync<TEvent>(TEvent happened, CancellationToken ct) where TEvent : DomainEvent, ISecurityEvent;
}
