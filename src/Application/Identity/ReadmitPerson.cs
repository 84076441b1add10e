using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>A house administrator lets a suspended person in again, with the roles and the password they had. Error: NotFound.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record ReadmitPerson(PersonId Person) : ICommand;

internal sealed class ReadmitPersonHandler(IQuestDb db) : ICommandHandler<ReadmitPerson>
{
    public async Task<Result> Handle(ReadmitPerson command, CancellationToken ct)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == command.Person, ct);
        if (person is null) return CommonErrors.NotFound;
        person.Readmit();
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
