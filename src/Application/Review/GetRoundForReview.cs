using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>A round as the reviewer reads it: the piece as readers will see it with the origin of its words, the difference from what is live or was decided last, checks. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetRoundForReview(ReviewRoundId Round) : IQuery<RoundForReview>, IAbout<ReviewRoundId>
{
    public ReviewRoundId About => Round;
}

/// <summary>Everything a decision needs, of one revision.</summary>
public sealed record RoundForReview
{
    public required ReviewRoundId Id { get; init; }
    public required ArticleId Article { get; init; }
    public required SiteId Site { get; init; }
    public required int Revision { get; init; }
    public required string Note { get; init; }
    public required string SubmittedBy { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required RoundState State { get; init; }
    public required ArticleContent Content { get; init; }
    /// <summary>The pictures it shows, as they are sealed with it.</summary>
    public required IReadOnlyList<FrozenPicture> Pictures { get; init; }
    public required string? Category { get; init; }
    public required IReadOnlyList<string> Bylines { get; init; }
    /// <summary>The body as HTML; words carry the class of their origin.</summary>
    public required string Html { get; init; }
    public required int Words { get; init; }
    public required int Minutes { get; init; }
    public required ArticleFigures Figures { get; init; }
    public required IReadOnlyList<Check> Checks { get; init; }
    /// <summary>Number of the revision the difference is against, and whether readers see that one; null for a first piece.</summary>
    public required int? ComparedWith { get; init; }
    public required bool ComparedIsLive { get; init; }
    public required TextDifference? Difference { get; init; }
    public required IReadOnlyList<ModelUsed> Models { get; init; }
    /// <summary>Why this person can't decide; null when they can.</summary>
    public required string? WhyNot { get; init; }
    /// <summary>The next round this person may decide on; null when none waits.</summary>
    public required ReviewRoundId? NextRound { get; init; }
}

/// <summary>A model with a part in the text.</summary>
public sealed record ModelUsed(string Model, string Prompt, int Calls, decimal? Cost);

internal sealed class GetRoundForReviewHandler(IQuestDb db, Acting acting, IRoles roles, IRenderer renderer) : IQueryHandler<GetRoundForReview, RoundForReview>
{
    public async Task<Result<RoundForReview>> Handle(GetRoundForReview query, CancellationToken ct)
    {
        var round = await db.ReviewRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.Round, ct);
        if (round is null) return ReviewErrors.NotFound;
        var revision = await db.Revisions.AsNoTracking().FirstAsync(r => r.Article == round.Article && r.Number == round.Revision, ct);
        var live = await db.Articles.AsNoTracking().Where(a => a.Id == round.Article).Select(a => a.LiveRevision).FirstAsync(ct);
        var compared = live ?? await db.Decisions.AsNoTracking().Where(d => d.Article == round.Article && d.Revision < round.Revision)
            .OrderByDescending(d => d.Revision).Select(d => (int?)d.Revision).FirstOrDefaultAsync(ct);
        var before = compared is null ? null : await db.Revisions.AsNoTracking().Where(r => r.Article == round.Article && r.Number == compared).Select(r => r.Content).FirstOrDefaultAsync(ct);

        var tint = TintedText.OfBody(revision.Content, revision.Authorship);
        var rendered = await renderer.RenderTintedAsync(revision.Content.Body, tint, ct);
        if (rendered.Error is { } error) return error;
        var submitter = (await NamesOfDoers.ReadAsync(db, [Who.Of(round.SubmittedBy, round.SubmittedByKey)], ct)).Of(round.SubmittedBy, round.SubmittedByKey)!.Name;
        var shelf = await db.Categories.AsNoTracking().Where(c => c.Id == revision.Content.Category).Select(c => c.Name).FirstOrDefaultAsync(ct);
        var bylines = await db.Bylines.AsNoTracking().Where(b => revision.Content.Bylines.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var taken = revision.Authorship.Origins.Where(o => o.Kind == OriginKind.Generation && o.Who != null).Select(o => Domain.Ai.GenerationId.From(o.Who!.Value)).ToList();
        var models = await db.Generations.AsNoTracking().Where(g => taken.Contains(g.Id)).GroupBy(g => new { g.Model, g.Prompt })
            .Select(g => new ModelUsed(g.Key.Model, g.Key.Prompt, g.Count(), g.Sum(x => x.Cost))).ToListAsync(ct);

        var keys = revision.Authorship.Origins.Where(o => o.Kind == OriginKind.Agent && o.Who != null).Select(o => SiteKeyId.From(o.Who!.Value)).ToList();
        if (keys.Count > 0) models.AddRange((await db.SiteKeys.AsNoTracking().Where(k => keys.Contains(k.Id)).Select(k => k.Name).ToListAsync(ct)).Select(name => new ModelUsed(Actor.NameOfAgent(name), "agent/1", 1, null)));

        var mine = await roles.OfAsync(acting.Me, ct);
        var me = acting.Me;
        var next = await db.ReviewRounds.AsNoTracking().Where(r => r.Site == round.Site && r.State == RoundState.Open && r.Id != round.Id && !r.Hands.Contains(me))
            .OrderBy(r => r.SubmittedAt).Select(r => (ReviewRoundId?)r.Id).FirstOrDefaultAsync(ct);
        var words = Domain.Content.Words.Count(revision.Content);
        return new RoundForReview
        {
            Id = round.Id,
            Article = round.Article,
            Site = round.Site,
            Revision = round.Revision,
            Note = round.Note,
            SubmittedBy = submitter,
            SubmittedAt = round.SubmittedAt,
            State = round.State,
            Content = revision.Content,
            Category = shelf,
            Bylines = [.. revision.Content.Bylines.Where(bylines.ContainsKey).Select(b => bylines[b])],
            Html = rendered.Value.Html,
            Words = words.Words,
            Minutes = words.Minutes,
            Figures = revision.Figures,
            Checks = ArticleChecks.Of(revision.Content, words.Words, revision.Pictures),
            Pictures = revision.Pictures,
            ComparedWith = compared,
            ComparedIsLive = live is not null,
            Difference = before is null ? null : await TextDifference.Between(before, revision.Content).WithNamesAsync(db, ct),
            Models = models,
            WhyNot = !mine!.May(Permission.Decide, round.Site) ? "Deciding needs the role of a reviewer on this site." : round.WhyNot(me)?.Message,
            NextRound = next,
        };
    }
}
