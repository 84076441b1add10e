using QuestCms.Application.Common;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Identity;

/// <summary>Closes this browser's session. Nothing typed is lost: the editor keeps it in the browser.</summary>
[OpenToEveryone]
public sealed record SignOut : ICommand;

internal sealed class SignOutHandler(ISignIn signIn) : ICommandHandler<SignOut>
{
    public async Task<Result> Handle(SignOut command, CancellationToken ct)
    {
        await signIn.OutAsync();
        return Result.Done;
    }
}
