using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Insights;

/// <summary>What a person has on their desk in a site: sent back, what Claude is writing, drafts, on its way, and for reviewers and publishers what waits for them.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetMyWork(SiteId Site) : IQuery<MyWork>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>A piece on the desk.</summary>
public sealed record WorkItem(ArticleId Article, string Title, WorkingState State, int Words, DateTimeOffset ChangedAt, DateTimeOffset? ScheduledFor, int? LiveRevision, int MissingThings);

/// <summary>A piece that came back, with the reviewer's words.</summary>
public sealed record SentBack(ArticleId Article, string Title, WorkingState State, int Revision, string Reason, string Reviewer, DateTimeOffset At);

/// <summary>A request to the model that is not settled yet.</summary>
public sealed record BeingWritten(ArticleId Article, string Title, GenerationState State, int Characters, DateTimeOffset RequestedAt);

/// <summary>A piece that waits for this person.</summary>
public sealed record WaitingForMe(Guid Id, ArticleId Article, string Title, string From, DateTimeOffset Since);

/// <summary>Something an agent brought that waits for a writer of the site; it says what.</summary>
public sealed record FromAgent(ArticleId Article, string Title, string Agent, string Says, DateTimeOffset At);

/// <summary>A single sentence that is not right, with what the reviewer says of it.</summary>
public sealed record SentenceToChange(ArticleId Article, string Title, string Sentence, string Why, string Reviewer, DateTimeOffset At);

/// <summary>The first page of the studio.</summary>
/// <param name="SentencesToCheck">How many sentences of live pieces are to be looked at again; 0 for who may not.</param>
public sealed record MyWork(IReadOnlyList<SentBack> SentBack, IReadOnlyList<BeingWritten> Writing, IReadOnlyList<WorkItem> Drafts, IReadOnlyList<WorkItem> OnItsWay,
    IReadOnlyList<WaitingForMe> ToReview, IReadOnlyList<WorkItem> ToPublish, IReadOnlyList<SentenceToChange> SentencesToChange, int SentencesToCheck, bool MayWrite)
{
    public IReadOnlyList<FromAgent> FromAgents { get; init; } = [];
}

internal sealed class GetMyWorkHandler(IQuestDb db, Acting acting, IRoles roles, TimeProvider clock) : IQueryHandler<GetMyWork, MyWork>
{
    private const int MostSentBack = 10;
    private const int MostFromAgents = 6;

    public async Task<Result<MyWork>> Handle(GetMyWork query, CancellationToken ct)
    {
        var me = acting.Me;
        var mine = await roles.OfAsync(me, ct);
        var articles = db.Articles.AsNoTracking().Where(a => a.Site == query.Site && a.ArchivedAt == null && a.BinnedAt == null);

        var back = await SentBackAsync(articles.Where(a => a.ChangedBy == me && (a.State == WorkingState.ChangesRequested || a.State == WorkingState.Rejected)), ct);
        var writing = await (from generation in db.Generations.AsNoTracking().Where(g => g.RequestedBy == me && g.Site == query.Site && g.Proposal == ProposalState.Open && g.Kind != GenerationKind.Assessment && g.Kind != GenerationKind.Claims)
                             join article in db.Articles on generation.Article equals article.Id
                             where generation.State == GenerationState.Queued || generation.State == GenerationState.Running || generation.Text != ""
                             orderby generation.RequestedAt descending
                             select new BeingWritten(article.Id, article.Working.Title, generation.State, generation.Text.Length, generation.RequestedAt)).Take(5).ToListAsync(ct);
        var drafts = await Items(articles.Where(a => a.ChangedBy == me && a.State == WorkingState.Draft && (a.LiveRevision == null || a.Hands.Length > 0)), 12, ct);
        var onItsWay = await Items(articles.Where(a => a.ChangedBy == me && (a.State == WorkingState.InReview || a.State == WorkingState.Approved)), 8, ct);

        var toReview = !mine!.May(Permission.Decide, query.Site) ? []
            : await (from round in db.ReviewRounds.AsNoTracking().Where(r => r.Site == query.Site && r.State == RoundState.Open && !r.Hands.Contains(me))
                     join article in db.Articles on round.Article equals article.Id
                     orderby round.SubmittedAt
                     select new WaitingForMe(round.Id.Value, article.Id, article.Working.Title, db.People.Where(p => p.Id == round.SubmittedBy).Select(p => p.Name).FirstOrDefault()
                         ?? "agent " + db.SiteKeys.Where(k => k.Id == round.SubmittedByKey).Select(k => k.Name).FirstOrDefault(), round.SubmittedAt)).Take(8).ToListAsync(ct);
        var toPublish = !mine.May(Permission.Publish, query.Site) ? []
            : await Items(articles.Where(a => a.State == WorkingState.Approved && a.ScheduledFor == null && (a.LiveRevision == null || a.LiveRevision < a.ApprovedRevision)), 8, ct);
        var wrong = await (from claim in LiveClaims.ToChange(db, query.Site)
                           join article in db.Articles.Where(a => a.ChangedBy == me) on claim.Article equals article.Id
                           join person in db.People on claim.CheckedBy equals (PersonId?)person.Id
                           orderby claim.CheckedAt descending
                           select new SentenceToChange(article.Id, article.Working.Title, claim.Sentence, claim.Why, person.Name, claim.CheckedAt!.Value)).Take(MostSentBack).ToListAsync(ct);
        var over = !mine.May(Permission.Decide, query.Site) ? 0 : await LiveClaims.ToCheckAgain(db, query.Site, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).CountAsync(ct);
        return new MyWork(back, writing, drafts, onItsWay, toReview, toPublish, [.. wrong.Select(s => s with { Sentence = ClaimText.Shown(s.Sentence) })], over, mine.May(Permission.Write, query.Site)) { FromAgents = mine.May(Permission.Write, query.Site) ? await FromAgentsAsync(query.Site, ct) : [] };
    }

    private async Task<IReadOnlyList<FromAgent>> FromAgentsAsync(SiteId site, CancellationToken ct)
    {
        var proposed = await (from generation in db.Generations.AsNoTracking().Where(g => g.Site == site && g.Agent != null && g.Proposal == ProposalState.Open).OrderByDescending(g => g.RequestedAt).Take(MostFromAgents)
                              join article in db.Articles on generation.Article equals article.Id
                              select new FromAgent(article.Id, article.Working.Title, generation.Model, generation.Kind == GenerationKind.Draft ? "proposes a draft" : "proposes a change", generation.RequestedAt)).ToListAsync(ct);
        var wished = await (from wish in db.AgentNotes.AsNoTracking().Where(n => n.Site == site && n.Kind == AgentNoteKind.ReviewWish && n.SettledAt == null).OrderByDescending(n => n.At).Take(MostFromAgents)
                            join article in db.Articles on wish.Article equals article.Id
                            select new FromAgent(article.Id, article.Working.Title, wish.AgentName, "asks you to hand it to the reviewers", wish.At)).ToListAsync(ct);
        return [.. proposed.Concat(wished).OrderByDescending(f => f.At).Take(MostFromAgents)];
    }

    // Two questions: joined in one, the database would number the decisions of every article there is.
    private async Task<IReadOnlyList<SentBack>> SentBackAsync(IQueryable<Article> articles, CancellationToken ct)
    {
        var back = await articles.OrderByDescending(a => a.ChangedAt).Take(MostSentBack).Select(a => new { a.Id, a.Working.Title, a.State }).ToListAsync(ct);
        if (back.Count == 0) return [];
        var ids = back.ConvertAll(a => a.Id);
        var decisions = await (from decision in db.Decisions.AsNoTracking().Where(d => ids.Contains(d.Article) && d.Verdict != Verdict.Approved)
                               join person in db.People on decision.DecidedBy equals person.Id
                               select new { decision.Article, decision.Revision, decision.Reason, person.Name, decision.DecidedAt }).ToListAsync(ct);
        return [.. from article in back
                   let last = decisions.Where(d => d.Article == article.Id).MaxBy(d => d.DecidedAt)
                   where last is not null
                   orderby last.DecidedAt descending
                   select new SentBack(article.Id, article.Title, article.State, last.Revision, last.Reason, last.Name, last.DecidedAt)];
    }

    private static async Task<IReadOnlyList<WorkItem>> Items(IQueryable<Article> articles, int most, CancellationToken ct)
    {
        // The body is not read for a list: what is missing is told from the small columns.
        var rows = await articles.OrderByDescending(a => a.ChangedAt).Take(most)
            .Select(a => new { a.Id, a.Working.Title, a.State, a.Figures.Words, a.ChangedAt, a.ScheduledFor, a.LiveRevision, a.Working.Slug, Bylines = a.Working.Bylines.Length, Empty = a.Working.Body == "" }).ToListAsync(ct);
        return [.. rows.Select(r => new WorkItem(r.Id, r.Title.Length > 0 ? r.Title : "Untitled", r.State, r.Words, r.ChangedAt, r.ScheduledFor, r.LiveRevision,
            (r.Title.Length == 0 ? 1 : 0) + (r.Slug.Length == 0 ? 1 : 0) + (r.Bylines == 0 ? 1 : 0) + (r.Empty ? 1 : 0)))];
    }
}
