using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// The operator or a house administrator makes a one-time link for a person, found by address. A house administrator's own link is made at a shell
/// of the service only. Errors: <c>person.unknown</c>, <c>person.suspended</c>, <c>person.house</c>.
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record RenewSignIn(string Email) : ICommand<NewSignIn>;

internal sealed class RenewSignInValidator : AbstractValidator<RenewSignIn>
{
    public RenewSignInValidator() => RuleFor(c => c.Email).EmailOfPerson();
}

internal sealed class RenewSignInHandler(IQuestDb db, IAccounts accounts, Acting acting) : ICommandHandler<RenewSignIn, NewSignIn>
{
    public async Task<Result<NewSignIn>> Handle(RenewSignIn command, CancellationToken ct)
    {
        var email = Person.NormalEmail(command.Email);
        var person = await db.People.FirstOrDefaultAsync(p => p.Email == email, ct);
        if (person is null) return Error.NotFound("person.unknown", $"Nobody of the house has the address {email}.");
        if (person.IsHouseAdministrator && acting.Actor.Kind != ActorKind.Shell)
            return Error.Forbidden("person.house", "This person administers the house; their link is made in a shell of the service (person reset).");
        if (person.NoteLink().Error is { } suspended) return suspended;
        await db.SaveChangesAsync(ct);
        await accounts.PrepareAsync(person.Id, person.Email, ct);
        return new NewSignIn(person.Id, await accounts.FreshStartTokenAsync(person.Id, ct));
    }
}
