using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// At the start of a house without people: makes the administrator the settings name, with a password to be changed at the first sign-in. Changes
/// nothing when there are people; goes on where an earlier start was cut off. Errors: address malformed, <c>password.weak</c>.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record AppointFirstAdministrator(string Email, string Password) : ICommand;

internal sealed class AppointFirstAdministratorValidator : AbstractValidator<AppointFirstAdministrator>
{
    public AppointFirstAdministratorValidator() => RuleFor(c => c.Email).EmailOfPerson();
}

internal sealed class AppointFirstAdministratorHandler(IQuestDb db, IAccounts accounts, TimeProvider clock) : ICommandHandler<AppointFirstAdministrator>
{
    public async Task<Result> Handle(AppointFirstAdministrator command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var email = Person.NormalEmail(command.Email);
        var person = await db.People.FirstOrDefaultAsync(p => p.Email == email, ct);
        if (person is null)
        {
            if (await db.People.AnyAsync(ct)) return Result.Done;
            db.People.Add(person = Person.Add(PersonId.New(now), email, "Administrator", houseAdministrator: true, now));
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (UniqueViolationException)
            {
                return Result.Done; // another replica, starting in the same moment, does the rest
            }
        }
        else if (!person.IsHouseAdministrator || await accounts.HasPasswordAsync(person.Id, ct)) return Result.Done;
        await accounts.PrepareAsync(person.Id, person.Email, ct);
        return await accounts.GivePasswordAsync(person.Id, command.Password, mustChange: true, ct);
    }
}
