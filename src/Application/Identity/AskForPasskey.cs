using QuestCms.Application.Common;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Identity;

/// <summary>Begins a sign-in with a passkey in this browser; the answer is what its authenticator is asked, as WebAuthn's JSON, the same for everybody and good for five minutes.</summary>
[OpenToEveryone]
public sealed record AskForPasskey : ICommand<string>;

internal sealed class AskForPasskeyHandler(ISignIn signIn) : ICommandHandler<AskForPasskey, string>
{
    public async Task<Result<string>> Handle(AskForPasskey command, CancellationToken ct) => await signIn.AskForPasskeyAsync();
}
