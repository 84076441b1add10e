using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Identity;

/// <summary>A person signs in with a passkey, without address, password and code. Error: <c>sign_in.passkey</c> (one for all reasons, a suspended person included).</summary>
/// <param name="Credential">What the authenticator answered, as WebAuthn's JSON.</param>
[OpenToEveryone]
public sealed record SignInWithPasskey(string Credential, bool Remember) : ICommand;

internal sealed class SignInWithPasskeyValidator : AbstractValidator<SignInWithPasskey>
{
    public SignInWithPasskeyValidator() => RuleFor(c => c.Credential).Text("The passkey", 20_000);
}

internal sealed class SignInWithPasskeyHandler(ISignIn signIn) : ICommandHandler<SignInWithPasskey>
{
    public Task<Result> Handle(SignInWithPasskey command, CancellationToken ct) => signIn.WithPasskeyAsync(command.Credential, command.Remember, ct);
}
