using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// The second step of a sign-in, in the browser of the first: a code of the app, or a recovery code. Errors: <c>sign_in.code</c> (one for all reasons, a
/// resting account and a suspended person included), <c>sign_in.late</c>.
/// </summary>
[OpenToEveryone]
public sealed record SignInWithCode(string Code, bool Remember) : ICommand;

internal sealed class SignInWithCodeValidator : AbstractValidator<SignInWithCode>
{
    public SignInWithCodeValidator() => RuleFor(c => c.Code).Text("The code", 100).NotEmpty().WithMessage("Type the code.");
}

internal sealed class SignInWithCodeHandler(IQuestDb db, ISignIn signIn, Acting acting) : ICommandHandler<SignInWithCode>
{
    public async Task<Result> Handle(SignInWithCode command, CancellationToken ct)
    {
        var taken = await signIn.WithCodeAsync(command.Code, command.Remember, ct);
        if (taken.Error is { } error) return error;
        if (taken.Value.RecoveryCodesLeft is not { } left) return Result.Done;
        var person = await db.People.FirstAsync(p => p.Id == taken.Value.Person, ct);
        acting.Begin(Actor.Of(person.Id, person.Name), acting.Operation); // who has proven who they are; the trail names them
        person.UsedRecoveryCode(left);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
