using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// A person adds the passkey that this browser was offered; no session ends. Errors: name missing (Invalid), <c>passkey.late</c>, <c>passkey.not_taken</c>,
/// <c>passkey.most</c>.
/// </summary>
/// <param name="Credential">What the authenticator answered, as WebAuthn's JSON.</param>
[Requires(Permission.SignedIn)]
public sealed record AddPasskey(string Name, string Credential) : ICommand
{
    public const int MaxName = 60;
}

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskey>
{
    public AddPasskeyValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", AddPasskey.MaxName)
            .Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("name.missing").WithMessage("Name it, so that you know later which one it is.");
        RuleFor(c => c.Credential).Text("The passkey", 20_000);
    }
}

internal sealed class AddPasskeyHandler(IQuestDb db, IProofs proofs, Acting acting) : ICommandHandler<AddPasskey>
{
    public async Task<Result> Handle(AddPasskey command, CancellationToken ct)
    {
        var name = command.Name.Trim();
        var added = await proofs.AddPasskeyAsync(acting.Me, name, command.Credential, ct);
        if (added.Refused) return added;
        (await db.People.FirstAsync(p => p.Id == acting.Me, ct)).AddedPasskey(name);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
