using QuestCms.Application.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>Puts a mail into the save of the change it tells of. With a mail server named a job sends it; without one it is held for an administrator.</summary>
internal sealed class MailOutbox(IQuestDb db, IMail post, IJobQueue jobs)
{
    public void Put(Mail mail)
    {
        db.Mails.Add(mail);
        if (post.IsSet) jobs.Enqueue(JobKind.SendMail, mail.Id.Value, mail.At);
        else mail.Hold();
    }

    /// <summary>What somebody unknown asked for: a job looks whether the address is anyone's, so that asking takes the same time whoever it is.</summary>
    public void PutUnseen(Mail mail)
    {
        db.Mails.Add(mail);
        jobs.Enqueue(JobKind.SendMail, mail.Id.Value, mail.At);
    }
}
