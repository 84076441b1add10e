namespace QuestCms.Application.Common;

/// <summary>What work the queue knows. Each kind is carried out by one command.</summary>
public enum JobKind { RunGeneration, CarryOutSchedule, MakeRenditions, ForgetPicture, RunPainting, TryGoldenCase, SendWebhook, EraseArticle, RewriteArticles, SendMail }

/// <summary>
/// Writes a job into the same save as the change it follows from, so that what leaves the process is a row first. Claimed by any replica with a
/// lease in database time, retried with growing pauses.
/// </summary>
public interface IJobQueue
{
    /// <param name="kind">What to do.</param>
    /// <param name="subject">Id of the row that says what and how it ended.</param>
    /// <param name="runAt">UTC; not before.</param>
    /// <param name="lane">Jobs of one lane are carried out one after another, in the order of their times, and hold up no other lane; null: whenever there is room.</param>
    void Enqueue(JobKind kind, Guid subject, DateTimeOffset runAt, Guid? lane = null);

    /// <summary>The job that is carried out now comes again later, as another one: this one is over with the same save, so that there are never two.</summary>
    Task AgainAsync(JobKind kind, Guid subject, DateTimeOffset runAt, CancellationToken ct, Guid? lane = null);
}
