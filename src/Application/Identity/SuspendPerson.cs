using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// A house administrator suspends a person: what they may do ends at once, their sessions within a minute; texts, roles and decisions stay.
/// Errors: NotFound, <c>person.self</c>.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record SuspendPerson(PersonId Person) : ICommand;

internal sealed class SuspendPersonHandler(IQuestDb db, IAccounts accounts, Acting acting, TimeProvider clock) : ICommandHandler<SuspendPerson>
{
    public async Task<Result> Handle(SuspendPerson command, CancellationToken ct)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == command.Person, ct);
        if (person is null) return CommonErrors.NotFound;
        // The operator at a shell is no person and can't be the one suspended.
        var suspended = person.Suspend(acting.Actor.Person ?? default, clock.GetUtcNow());
        if (suspended.Refused) return suspended;
        await db.SaveChangesAsync(ct);
        await accounts.EndSessionsAsync(person.Id, ct);
        return Result.Done;
    }
}
