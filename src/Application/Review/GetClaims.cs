using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;

namespace QuestCms.Application.Review;

/// <summary>The claims of one text: those whose sentences stand in it, open ones first, then as they stand; those that went with their sentences; what Claude was asked. Error: NotFound.</summary>
/// <param name="Revision">Null for the working copy.</param>
[Requires(Permission.ReadSite)]
public sealed record GetClaims(ArticleId Article, int? Revision) : IQuery<ClaimsOfText>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <param name="Unlisted">Sentences the rules find that nobody listed yet.</param>
/// <param name="Gone">Claims whose sentences are no longer in the text, newest first, at most 50.</param>
/// <param name="Running">The request to Claude on its way; null when none is.</param>
/// <param name="Asked">How the last request ended; null when none did.</param>
/// <param name="WhyNot">Why this person can't check them; null when they can.</param>
/// <param name="DemandsNoneOpen">The site approves no piece with an open one.</param>
public sealed record ClaimsOfText(ArticleId Article, string Title, int? Revision, IReadOnlyList<ClaimShown> Standing, IReadOnlyList<ClaimShown> Gone, int Unlisted, GenerationId? Running, ClaimsAsked? Asked,
    string? WhyNot, bool MayGiveSource, bool DemandsNoneOpen)
{
    public int Open => Standing.Count(c => c.IsOpen);
}

/// <summary>What became of a request to Claude for claims.</summary>
/// <param name="Named">Sentences it named that stand in the text; <paramref name="Lost"/> stand nowhere in it and were left out.</param>
/// <param name="Say">Why it gave none; null when it did.</param>
public sealed record ClaimsAsked(DateTimeOffset At, string Model, string Prompt, int Named, int Lost, string? Say);

internal sealed class GetClaimsHandler(IQuestDb db, Acting acting, IRoles roles, TimeProvider clock) : IQueryHandler<GetClaims, ClaimsOfText>
{
    private const int MostGone = 50;

    public async Task<Result<ClaimsOfText>> Handle(GetClaims query, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var content = query.Revision is not { } number ? article.Working
            : await db.Revisions.AsNoTracking().Where(r => r.Article == query.Article && r.Number == number).Select(r => r.Content).FirstOrDefaultAsync(ct);
        if (content is null) return CommonErrors.NotFound;

        var text = ClaimText.Of(content);
        var places = ClaimText.SentencesOf(text).Keys.Select((key, at) => (key, at)).ToDictionary(p => p.key, p => p.at, StringComparer.Ordinal);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var terms = await db.ClaimTerms.AsNoTracking().FirstOrDefaultAsync(t => t.Site == article.Site, ct) ?? ClaimTerms.Of(article.Site);
        var shown = await ClaimShown.ReadAsync(db, db.Claims.AsNoTracking().Where(c => c.Article == query.Article), terms, today, ct);
        var known = shown.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var mine = await roles.OfAsync(acting.Me, ct);
        var whyNot = !mine!.May(Permission.Decide, article.Site) ? "Checking needs the role of a reviewer on this site."
            : (await WritersOf.SinceApprovalAsync(db, article, ct)).Contains(acting.Me) ? ClaimErrors.YouWrote.Message : null;
        var (running, asked) = await AskedAsync(query, ct);
        return new ClaimsOfText(query.Article, content.ShownTitle, query.Revision,
            [.. shown.Where(c => places.ContainsKey(c.Key)).OrderByDescending(c => c.IsOpen).ThenBy(c => places[c.Key])],
            [.. shown.Where(c => !places.ContainsKey(c.Key)).OrderByDescending(c => c.FoundAt).Take(MostGone)],
            ClaimFinder.In(text).Count(f => !known.Contains(ClaimText.KeyOf(f.Sentence))), running, asked, whyNot, mine.May(Permission.Write, article.Site), terms.DemandsNoneOpen);
    }

    private async Task<(GenerationId? Running, ClaimsAsked? Asked)> AskedAsync(GetClaims query, CancellationToken ct)
    {
        var last = await db.Generations.AsNoTracking().Where(g => g.Article == query.Article && g.Kind == GenerationKind.Claims && g.Revision == query.Revision).OrderByDescending(g => g.RequestedAt).FirstOrDefaultAsync(ct);
        if (last is null) return (null, null);
        if (last.EndedAt is not { } at) return (last.Id, null);
        var (found, lost) = last.State == GenerationState.Finished ? KeepClaimsWhenGenerationEnded.Located(last.Text, last.Brief.Context) : ([], 0);
        return (null, new ClaimsAsked(at, last.Model, last.Prompt, found.Count, lost, last.Say));
    }
}
