using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// A person signs in with address and password; the answer says whether a code is wanted besides. Errors: <c>sign_in.failed</c> (one for all reasons, a
/// resting account included).
/// </summary>
[OpenToEveryone]
public sealed record SignIn(string Email, string Password, bool Remember) : ICommand<SignInStep>;

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(c => c.Email).Text("The address", Person.MaxEmail).NotEmpty().WithMessage("Say your email address.");
        RuleFor(c => c.Password).Text("The password", 200).NotEmpty().WithMessage("Say your password.");
    }
}

internal sealed class SignInHandler(ISignIn signIn) : ICommandHandler<SignIn, SignInStep>
{
    public Task<Result<SignInStep>> Handle(SignIn command, CancellationToken ct) => signIn.InAsync(Person.NormalEmail(command.Email), command.Password, command.Remember, ct);
}
