using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>The bin: what is there is in no list and can be put back; deleted for ever, its words are gone and what was done with it stays in the trail.</summary>
public sealed partial class Article
{
    /// <summary>So long what was put into the bin can be put back; then it is deleted for ever.</summary>
    public static readonly TimeSpan KeptInBin = TimeSpan.FromDays(30);

    /// <summary>In the bin since; restored or deleted for ever from there.</summary>
    public DateTimeOffset? BinnedAt { get; private set; }
    /// <summary>Deleted for ever since: only its title is left, so that the trail can name it.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Why nothing can be done with its text; null for one that is neither in the bin nor in the archive.</summary>
    public Error? Closed => DeletedAt is not null ? ArticleErrors.NotFound : BinnedAt is not null ? ArticleErrors.InTheBin : ArchivedAt is not null ? ArticleErrors.InTheArchive : null;

    /// <summary>Why it is not what the caller read: the version it names is not the newest. Null when it is, or when none was named.</summary>
    public Error? MovedOnFrom(int? version) => version is { } named && named != Version ? ArticleErrors.MovedOn : null;

    /// <summary>Out of every list, its slug free for another. Refused while it is in review, readers see it, or a plan waits.</summary>
    public Result PutIntoBin(Who by, DateTimeOffset now)
    {
        if (DeletedAt is not null) return ArticleErrors.NotFound;
        if (BinnedAt is not null) return Result.Done;
        if (State == WorkingState.InReview) return ArticleErrors.InReviewNotBinned;
        if (LiveRevision is not null) return ArticleErrors.LiveNotBinned;
        if (ScheduledFor is not null) return ArticleErrors.PlannedNotBinned;
        BinnedAt = now;
        Changed();
        Raise(new ArticleBinned(Id, Site, by.Person));
        return Result.Done;
    }

    /// <param name="slug">Its own, or a free one when another article took that meanwhile.</param>
    public Result TakeFromBin(string slug, Who by)
    {
        if (DeletedAt is not null) return ArticleErrors.NotFound;
        if (BinnedAt is null) return Result.Done;
        BinnedAt = null;
        if (slug != Working.Slug)
        {
            Working = Working with { Slug = slug };
            WorkingVersion++;
        }
        Changed();
        Raise(new ArticleTakenFromBin(Id, Site, by.Person));
        return Result.Done;
    }

    /// <summary>For good: the words of the working copy go here, revisions and everything else with words are removed by the job that follows.</summary>
    /// <param name="by">Null when its time in the bin was over.</param>
    public Result DeleteForEver(PersonId? by, DateTimeOffset now)
    {
        if (DeletedAt is not null) return ArticleErrors.NotFound;
        if (BinnedAt is null) return ArticleErrors.NotInTheBin;
        Raise(new ArticleDeleted(Id, Site, Working.Title, by));
        Working = new ArticleContent { Title = Working.Title, Kind = Working.Kind };
        (DeletedAt, Pastes, Hands, EditingSession) = (now, [], [], null);
        WorkingVersion++;
        Changed();
        return Result.Done;
    }
}
