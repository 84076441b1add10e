using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>A person chooses a password through the one-time link an administrator gave them. Errors: <c>link.used</c> (also when a day old), <c>password.weak</c>.</summary>
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

internal sealed class SetPasswordByLinkHandler(IAccounts accounts) : ICommandHandler<SetPasswordByLink>
{
    public Task<Result> Handle(SetPasswordByLink command, CancellationToken ct) => accounts.SetPasswordAsync(command.Person, command.Token, command.Password, ct);
}
