using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>
/// An article: one mutable working copy, the revisions frozen from it, and which of them readers see. Four independent facts live here or are
/// derived: the live revision, the working state, the archive date, the bin date; its schedule belongs to Delivery.
/// In review the text is frozen. What is live is never touched by editing.
/// </summary>
public sealed partial class Article : AggregateRoot
{
    /// <summary>After so long without a keystroke the text as it stood is frozen as a revision before the next change.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);
    public const int MaxPastes = 20;
    /// <summary>Characters of one pasted text that are remembered for authorship.</summary>
    public const int MaxPaste = 20_000;

    private Article() { }

    public ArticleId Id { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>BCP 47; the site's at birth.</summary>
    public string Locale { get; private set; } = "en";
    public ArticleContent Working { get; private set; } = new();
    /// <summary>Counts saves of the working copy; the editor names the one its text is based on.</summary>
    public int WorkingVersion { get; private set; } = 1;
    /// <summary>The browser tab that saved last, and the version its uninterrupted run of saves began on.</summary>
    public Guid? EditingSession { get; private set; }
    public int SessionSince { get; private set; }
    public WorkingState State { get; private set; }
    /// <summary>Number of the newest revision; 0 while nothing was frozen.</summary>
    public int LastRevision { get; private set; }
    /// <summary>Number of the revision readers see; null when they see none.</summary>
    public int? LiveRevision { get; private set; }
    /// <summary>Number of the revision approved last; null when none was.</summary>
    public int? ApprovedRevision { get; private set; }
    /// <summary>When it went live for the first time; its slug can change after that only with a redirect.</summary>
    public DateTimeOffset? FirstPublishedAt { get; private set; }
    public DateTimeOffset? ArchivedAt { get; private set; }
    /// <summary>When the waiting plan is carried out; null while none waits. Delivery owns the plan itself.</summary>
    public DateTimeOffset? ScheduledFor { get; private set; }
    /// <summary>Null when an agent began it.</summary>
    public PersonId? CreatedBy { get; private set; }
    /// <summary>Null for what a person began.</summary>
    public AgentBeginning? Agent { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>Who changed the working copy last; null while nobody has since an agent began it, and when a program did.</summary>
    public PersonId? ChangedBy { get; private set; }
    /// <summary>The site key of the program that changed it last; null when a person did.</summary>
    public SiteKeyId? ChangedByKey { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    /// <summary>People with a hand in the working copy since the last revision; they can't decide on what comes of it.</summary>
    public PersonId[] Hands { get; private set; } = [];
    /// <summary>Texts pasted from outside since the last revision, as the browser reported them.</summary>
    public string[] Pastes { get; private set; } = [];
    /// <summary>Words of the working body and its shares by origin; refreshed with each revision, for lists.</summary>
    public ArticleFigures Figures { get; private set; } = new();

    /// <summary>The working copy differs from the revision readers see.</summary>
    public bool HasUnpublishedChanges => LiveRevision is { } live && (live != LastRevision || Hands.Length > 0);

    /// <param name="by">Null when an agent begins it: then nobody has a hand in it.</param>
    public static Article Draft(ArticleId id, SiteId site, string locale, ArticleContent content, PersonId? by, DateTimeOffset now, AgentBeginning? agent = null)
    {
        var article = new Article { Id = id, Site = site, Locale = locale, Working = content, CreatedBy = by, CreatedAt = now, ChangedBy = by, ChangedAt = now, Agent = agent, Hands = by is { } person ? [person] : [] };
        article.Raise(agent is not null ? new ArticleBegun(id, site, agent.Key) : new ArticleDrafted(id, site, by!.Value));
        return article;
    }

    /// <summary>What was brought from elsewhere is as old as it was there.</summary>
    public void IsAsOldAs(DateTimeOffset created, DateTimeOffset changed) => (CreatedAt, ChangedAt) = (created, changed < created ? created : changed);

    /// <summary>True when the text as it stands must be frozen before this one changes it: another's hand, or a long pause.</summary>
    public bool NeedsRevisionBefore(Who writer, DateTimeOffset now) =>
        Hands.Length > 0 && (ChangedBy != writer.Person || now - ChangedAt > Pause) && (Working.Body.Length > 0 || writer.Key is not null);

    /// <summary>Who changed the working copy last, person or program.</summary>
    public Who? WhoWroteLast() => Who.Of(ChangedBy, ChangedByKey);

    /// <summary>
    /// Overwrites the working copy. Refused when the text is based on an older version (<c>article.stale</c>), frozen by a review
    /// (<c>article.frozen</c>), or in the bin or archive. A tab that never got the answer to its last save names an older version of its own;
    /// that is no conflict.
    /// </summary>
    /// <param name="session">The browser tab; null when the form was posted without script.</param>
    public Result Save(ArticleContent content, int basedOn, Guid? session, IReadOnlyList<string> pastes, Who by, DateTimeOffset now)
    {
        if (Closed is { } closed) return closed;
        if (content.SameAs(Working)) return Result.Done;
        if (State == WorkingState.InReview) return ArticleErrors.Frozen;
        if (!IsNewestFor(basedOn, session)) return ArticleErrors.Stale;

        var before = WorkingVersion;
        Overwrite(content, by, now);
        if (session is null || session != EditingSession) (EditingSession, SessionSince) = (session, before);
        Pastes = [.. Pastes.Concat(pastes.Select(p => p.Length > MaxPaste ? p[..MaxPaste] : p)).TakeLast(MaxPastes)];
        return Result.Done;
    }

    /// <summary>Puts an older revision's text into the working copy. It publishes nothing.</summary>
    public Result RestoreFrom(Revision revision, PersonId by, DateTimeOffset now)
    {
        if (Closed is { } closed) return closed;
        if (State == WorkingState.InReview) return ArticleErrors.Frozen;
        Overwrite(revision.Content with { Slug = Working.Slug }, by, now);
        EditingSession = null;
        Raise(new RevisionRestored(Id, Site, revision.Number, by));
        return Result.Done;
    }

    /// <summary>The next revision's number was taken: the working copy starts counting hands and pastes anew.</summary>
    internal int TakeRevisionNumber(ArticleFigures figures)
    {
        LastRevision++;
        Hands = [];
        Pastes = [];
        Figures = figures;
        Changed();
        return LastRevision;
    }

    public Result Submit(int revision, Who by)
    {
        if (Closed is { } closed) return closed;
        if (!State.CanBecome(WorkingState.InReview)) return ArticleErrors.NotADraft(State);
        if (SubmissionGaps() is { Count: > 0 } gaps) return ArticleErrors.NotReady(gaps);
        Become(WorkingState.InReview);
        Raise(new ArticleSubmittedForReview(Id, Site, revision, by.Person));
        return Result.Done;
    }

    public Result Withdraw(Who by)
    {
        if (State != WorkingState.InReview) return ArticleErrors.NotInReview(State);
        Become(WorkingState.Draft);
        Raise(new ArticleWithdrawnFromReview(Id, Site, by.Person));
        return Result.Done;
    }

    /// <summary>A reviewer decided on the revision in review.</summary>
    public Result Decide(WorkingState outcome, int revision)
    {
        if (State != WorkingState.InReview) return ArticleErrors.NotInReview(State);
        if (outcome is not (WorkingState.Approved or WorkingState.ChangesRequested or WorkingState.Rejected))
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not a decision.");
        if (outcome == WorkingState.Approved) ApprovedRevision = revision;
        Become(outcome);
        return Result.Done;
    }

    /// <summary>An administrator answers for what was already public elsewhere; no review took place.</summary>
    public void TakeOver(int revision)
    {
        ApprovedRevision = revision;
        State = WorkingState.Approved;
        Changed();
    }

    /// <summary>Readers see this revision from now on.</summary>
    /// <param name="since">The time that becomes the first publication's, if this is the first.</param>
    public Result GoLive(int revision, DateTimeOffset since)
    {
        if (Closed is { } closed) return closed;
        LiveRevision = revision;
        FirstPublishedAt ??= since;
        Changed();
        return Result.Done;
    }

    /// <summary>Readers see nothing of it any more; texts stay.</summary>
    public Result GoOffline()
    {
        if (LiveRevision is null) return ArticleErrors.NotLive;
        LiveRevision = null;
        Changed();
        return Result.Done;
    }

    /// <summary>Said by publishing when everything is ready; the event names who, or no one when a schedule's time came.</summary>
    public void TellPublished(int revision, PersonId? by) => Raise(new ArticlePublished(Id, Site, revision, by));

    public void TellUnpublished(PersonId? by) => Raise(new ArticleUnpublished(Id, Site, by));

    public Result Archive(Who by, DateTimeOffset now)
    {
        if (BinnedAt is not null) return Closed!;
        if (ArchivedAt is not null) return Result.Done;
        if (State == WorkingState.InReview) return ArticleErrors.Frozen;
        if (LiveRevision is not null) return ArticleErrors.StillLive;
        ArchivedAt = now;
        Changed();
        Raise(new ArticleArchived(Id, Site, by.Person));
        return Result.Done;
    }

    public Result TakeFromArchive(Who by)
    {
        if (BinnedAt is not null) return Closed!;
        if (ArchivedAt is null) return Result.Done;
        ArchivedAt = null;
        Changed();
        Raise(new ArticleTakenFromArchive(Id, Site, by.Person));
        return Result.Done;
    }

    /// <summary>What a reviewer can't do without; empty when it may be submitted.</summary>
    public IReadOnlyList<FieldError> SubmissionGaps()
    {
        var gaps = new List<FieldError>();
        if (Working.Title.Trim().Length == 0) gaps.Add(new("title", "title.missing", "The article has no title yet."));
        if (Working.Body.Trim().Length == 0) gaps.Add(new("body", "body.missing", "The article has no text yet."));
        if (Working.Slug.Length == 0) gaps.Add(new("slug", "slug.missing", "The article has no slug yet; it becomes the last part of its address."));
        if (Working.Bylines.Length == 0) gaps.Add(new("bylines", "bylines.missing", "The article has no byline yet: choose whose name readers see."));
        return gaps;
    }

    /// <summary>True when a text based on that version, typed in that tab, overlooks nobody's change.</summary>
    public bool IsNewestFor(int basedOn, Guid? session) =>
        basedOn == WorkingVersion || (session is not null && session == EditingSession && basedOn >= SessionSince && basedOn < WorkingVersion);

    /// <summary>A plan waits for that time, or none does any more.</summary>
    public void NoteSchedule(DateTimeOffset? at)
    {
        if (ScheduledFor == at) return;
        ScheduledFor = at;
        Changed();
    }

    private void Overwrite(ArticleContent content, Who by, DateTimeOffset now)
    {
        Working = content;
        Figures = Figures with { Words = Words.Count(content).Words };
        WorkingVersion++;
        (ChangedBy, ChangedByKey, ChangedAt) = (by.Person, by.Key, now);
        if (by.Person is { } person && !Hands.Contains(person)) Hands = [.. Hands, person];
        if (State != WorkingState.Draft) Become(WorkingState.Draft);
        else Changed();
    }

    private void Become(WorkingState next)
    {
        State = next;
        Changed();
    }
}
