using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// A person chooses a password through a one-time link. An administrator's ends the passkeys and codes of before; one that was mailed leaves them.
/// Errors: <c>link.used</c> (also when a day old), <c>password.weak</c>.
/// </summary>
[OpenToEveryone]
public sealed record SetPasswordByLink(PersonId Person, string Token, string Password) : ICommand;

internal sealed class SetPasswordByLinkValidator : AbstractValidator<SetPasswordByLink>
{
    public SetPasswordByLinkValidator()
    {
        RuleFor(c => c.Token).Text("The link", 2_000);
        RuleFor(c => c.Password).Text("The password", 200);
    }
}

internal sealed class SetPasswordByLinkHandler(IQuestDb db, IAccounts accounts, Acting acting) : ICommandHandler<SetPasswordByLink>
{
    public async Task<Result> Handle(SetPasswordByLink command, CancellationToken ct)
    {
        var set = await accounts.SetPasswordAsync(command.Person, command.Token, command.Password, ct);
        if (set.Error is { } error) return error;
        if (!set.Value) return Result.Done;
        var person = await db.People.FirstAsync(p => p.Id == command.Person, ct);
        acting.Begin(Actor.Of(person.Id, person.Name), acting.Operation); // the link says who they are; the trail names them
        person.BeganAnewByLink();
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
