using System.Globalization;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// One attempt to send a mail. The link in it is made now and stored nowhere. A mail to nobody of the house is forgotten, as if it had never been asked for; one that the mail server does not take is tried
/// again, eight times within a day. Broken off between sending and keeping, it is sent once more.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record SendMail(MailId Mail) : ICommand;

internal sealed class SendMailHandler(IQuestDb db, IMail post, IAccounts accounts, HouseAddress house, IJobQueue jobs, TimeProvider clock) : ICommandHandler<SendMail>
{
    private const string Late = "Nobody waits for it any more: it is older than a day.";

    public async Task<Result> Handle(SendMail command, CancellationToken ct)
    {
        var mail = await db.Mails.FirstOrDefaultAsync(m => m.Id == command.Mail, ct);
        if (mail is not { State: MailState.Waiting }) return Result.Done; // swept, or another attempt was faster
        var person = mail.HasLink ? await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Email == mail.Address && p.SuspendedAt == null, ct) : null;
        if (mail.HasLink && person is null)
        {
            db.Mails.Remove(mail);
            return await StoreAsync();
        }
        if (!post.IsSet)
        {
            mail.Hold();
            return await StoreAsync();
        }
        if (mail.IsLate(clock.GetUtcNow()))
        {
            mail.GiveUp(Late);
            return await StoreAsync();
        }

        var link = person is null ? null : await LinkAsync(mail.Kind, person, ct);
        var sent = await post.SendAsync(new Letter(mail.Address, mail.Subject, TextOf(mail, link)), ct);
        var now = clock.GetUtcNow();
        if (sent.Error is not { } fault) mail.NoteSent(link is null ? null : person?.Id, now);
        else if (mail.NoteFault(fault.Message, now) is { } next) await jobs.AgainAsync(JobKind.SendMail, mail.Id.Value, next, CancellationToken.None);
        return await StoreAsync();
    }

    // Somebody who has a password meanwhile needs no link to begin with.
    private async Task<string?> LinkAsync(MailKind kind, Person person, CancellationToken ct)
    {
        await accounts.PrepareAsync(person.Id, person.Email, ct);
        if (kind == MailKind.Invitation && await accounts.HasPasswordAsync(person.Id, ct)) return null;
        var token = await accounts.OneTimeTokenAsync(person.Id, ct);
        return house.Of($"/sign-in/link?person={person.Id}&token={Uri.EscapeDataString(token)}");
    }

    private string TextOf(Mail mail, string? link) => mail.HasLink
        ? string.Create(CultureInfo.InvariantCulture, $"{mail.Text}\n\n{(link is null ? $"Sign in with your password:\n{house.Of("/sign-in")}" : $"Choose a password here; the link works once and for a day:\n{link}")}\n")
        : $"{mail.Text}\n\n{house.Root}\n";

    // Not given up at a shutdown: what was sent is known.
    private async Task<Result> StoreAsync()
    {
        await db.SaveChangesAsync(CancellationToken.None);
        return Result.Done;
    }
}
