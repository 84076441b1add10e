using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Review;

/// <summary>A program lists the revisions of an article of its site, newest first, by number, each with what a person decided about it. Error: NotFound.</summary>
/// <param name="Before">Only older ones; null begins at the newest.</param>
/// <param name="Size">1 to 100.</param>
[Requires(Permission.PreviewAsAgent)]
public sealed record ListRevisions(ArticleId Article, int? Before, int Size) : IQuery<Page<RevisionTold>>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>A revision without its words.</summary>
/// <param name="Decision">The newest; null while nobody decided.</param>
public sealed record RevisionTold(int Number, Occasion Occasion, OriginKind Origin, int? BasedOn, DoneBy? By, DateTimeOffset At, ArticleFigures Figures, DecisionTold? Decision);

/// <param name="Score">1 to 10; null for a takeover.</param>
public sealed record DecisionTold(Verdict Verdict, DecisionKind Kind, int? Score, string Reason, DateTimeOffset At);

internal sealed class ListRevisionsValidator : AbstractValidator<ListRevisions>
{
    public ListRevisionsValidator() => RuleFor(q => q.Size).InclusiveBetween(1, 100);
}

internal sealed class ListRevisionsHandler(IQuestDb db) : IQueryHandler<ListRevisions, Page<RevisionTold>>
{
    public async Task<Result<Page<RevisionTold>>> Handle(ListRevisions query, CancellationToken ct)
    {
        var all = db.Revisions.AsNoTracking().Where(r => r.Article == query.Article);
        if (query.Before is { } before) all = all.Where(r => r.Number < before);
        var rows = await all.OrderByDescending(r => r.Number).Take(query.Size + 1)
            .Select(r => new { r.Number, r.Occasion, r.Origin, r.BasedOn, r.FrozenBy, r.FrozenByKey, r.FrozenAt, r.Figures }).ToListAsync(ct);
        var shown = rows.Take(query.Size).ToList();
        var names = await NamesOfDoers.ReadAsync(db, shown.Select(r => Who.Of(r.FrozenBy, r.FrozenByKey)), ct);
        var decisions = await DecisionsOnRevisions.ReadAsync(db, query.Article, [.. shown.Select(r => r.Number)], ct);
        return new Page<RevisionTold>(
            [.. shown.Select(r => new RevisionTold(r.Number, r.Occasion, r.Origin, r.BasedOn, names.Of(r.FrozenBy, r.FrozenByKey), r.FrozenAt, r.Figures, decisions.GetValueOrDefault(r.Number)))],
            rows.Count > query.Size ? shown[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>The newest decision on each of some revisions.</summary>
internal static class DecisionsOnRevisions
{
    public static async Task<IReadOnlyDictionary<int, DecisionTold>> ReadAsync(IQuestDb db, ArticleId article, int[] numbers, CancellationToken ct)
    {
        if (numbers.Length == 0) return new Dictionary<int, DecisionTold>();
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.Article == article && numbers.Contains(d.Revision))
            .Select(d => new { d.Revision, Told = new DecisionTold(d.Verdict, d.Kind, d.Score, d.Reason, d.DecidedAt) }).ToListAsync(ct);
        return decisions.GroupBy(d => d.Revision).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Told.At)!.Told);
    }
}
