using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// Makes someone, new or known, an administrator of the house. The token is for somebody who has no password yet; null for the others.
/// Errors: address malformed, name missing (Invalid), <c>person.added_meanwhile</c>.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record AddHouseAdministrator(string Email, string Name) : ICommand<NewSignIn>;

/// <summary>Who may sign in from now on, and the token of the one-time link.</summary>
public sealed record NewSignIn(PersonId Person, string? Token);

internal sealed class AddHouseAdministratorValidator : AbstractValidator<AddHouseAdministrator>
{
    public AddHouseAdministratorValidator()
    {
        RuleFor(c => c.Email).EmailOfPerson();
        RuleFor(c => c.Name).NameOfPerson();
    }
}

internal sealed class AddHouseAdministratorHandler(IQuestDb db, IAccounts accounts, TimeProvider clock) : ICommandHandler<AddHouseAdministrator, NewSignIn>
{
    public async Task<Result<NewSignIn>> Handle(AddHouseAdministrator command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var email = Person.NormalEmail(command.Email);
        var person = await db.People.FirstOrDefaultAsync(p => p.Email == email, ct);
        if (person is null) db.People.Add(person = Person.Add(PersonId.New(now), email, command.Name, houseAdministrator: true, now));
        else person.SetHouseAdministrator(true);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException)
        {
            return PersonRules.AddedMeanwhile;
        }
        await accounts.PrepareAsync(person.Id, person.Email, ct);
        return new NewSignIn(person.Id, await accounts.HasPasswordAsync(person.Id, ct) ? null : await accounts.OneTimeTokenAsync(person.Id, ct));
    }
}
