using System.Runtime.CompilerServices;
using QuestCms.Application.Identity;

namespace QuestCms.Web.Cli.Checks;

/// <summary>The mail server: whether one is named, and whether it lets this house in. No mail is sent.</summary>
internal sealed class MailCheck(IMail mail) : ICheck
{
    public async IAsyncEnumerable<Found> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (!mail.IsSet) yield return new("mail", Finding.Noted, "No mail server is named: administrators read mails under Administration → Mails.", "Set SMTP_URL and QUEST_MAIL_FROM.");
        else if ((await mail.GreetAsync(ct)).Error is { } error) yield return new("mail", Finding.Wrong, error.Message, "Look at SMTP_URL.");
        else yield return new("mail", Finding.Fine, "The mail server lets this house in.");
    }
}
