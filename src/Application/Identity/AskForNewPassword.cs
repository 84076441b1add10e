using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// Somebody at the sign-in page asks for a link to choose a new password. Answer and time are the same whether the address is anyone's or not; so often for one address, or more, nothing more is sent and
/// the answer stays the same. Errors: address malformed (Invalid), <c>password.asked_often</c> for a network that asks for many.
/// </summary>
/// <param name="Network">Where it comes from: an IPv4 address, or the network of an IPv6 one.</param>
[OpenToEveryone]
public sealed record AskForNewPassword(string Email, string Network) : ICommand
{
    /// <summary>For one address in an hour.</summary>
    public const int MostForAddress = 3;
    /// <summary>From one network in an hour.</summary>
    public const int MostFromNetwork = 20;
}

internal sealed class AskForNewPasswordValidator : AbstractValidator<AskForNewPassword>
{
    public AskForNewPasswordValidator() => RuleFor(c => c.Email).EmailOfPerson();
}

internal sealed class AskForNewPasswordHandler(IQuestDb db, MailOutbox outbox, IAskLimits limits, TimeProvider clock) : ICommandHandler<AskForNewPassword>
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly Error Often = Error.Unavailable("password.asked_often", "From your network many new passwords were asked for within the hour. Wait a while, or ask an administrator of your site for a link.");

    public async Task<Result> Handle(AskForNewPassword command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var email = Person.NormalEmail(command.Email);
        if (!await limits.TakeAsync($"new password from {command.Network}", AskForNewPassword.MostFromNetwork, Window, ct)) return Often;
        if (!await limits.TakeAsync($"new password for {email}", AskForNewPassword.MostForAddress, Window, ct)) return Result.Done;
        outbox.PutUnseen(Mail.ForNewPassword(MailId.New(now), email, now));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
