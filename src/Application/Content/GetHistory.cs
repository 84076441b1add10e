using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>
/// The revisions of an article, newest first, and the difference of two of them: by default the newest against the one before. Errors: NotFound,
/// also for a number the article does not have.
/// </summary>
/// <param name="Left">The older one; null: the one before <paramref name="Right"/>.</param>
/// <param name="Right">The newer one; null: the newest.</param>
[Requires(Permission.ReadSite)]
public sealed record GetHistory(ArticleId Article, int? Left = null, int? Right = null) : IQuery<ArticleHistory>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>One revision in the line.</summary>
public sealed record RevisionInLine
{
    public int Number { get; init; }
    public Occasion Occasion { get; init; }
    public OriginKind Origin { get; init; }
    public Guid? OriginId { get; init; }
    public int? BasedOn { get; init; }
    /// <summary>Null when a program froze it; then its key.</summary>
    public PersonId? FrozenBy { get; init; }
    public SiteKeyId? FrozenByKey { get; init; }
    public DateTimeOffset FrozenAt { get; init; }
    public ArticleFigures Figures { get; init; } = new();

    private sealed class Mapping : Profile
    {
        public Mapping() => CreateProjection<Revision, RevisionInLine>();
    }
}

/// <summary>The line and what stands between two of its points.</summary>
public sealed record ArticleHistory
{
    public required ArticleId Article { get; init; }
    public required SiteId Site { get; init; }
    public required string Title { get; init; }
    public required WorkingState State { get; init; }
    public required int? LiveRevision { get; init; }
    public required bool HasUnfrozenChanges { get; init; }
    public required bool MayRestore { get; init; }
    public required IReadOnlyList<RevisionInLine> Revisions { get; init; }
    public required IReadOnlyDictionary<PersonId, string> Names { get; init; }
    /// <summary>The agents whose proposals were taken and the programs that wrote, by the id of their key.</summary>
    public required IReadOnlyDictionary<SiteKeyId, string> Agents { get; init; }
    public required int? Left { get; init; }
    public required int? Right { get; init; }
    /// <summary>Null with fewer than two revisions.</summary>
    public required TextDifference? Difference { get; init; }
}

internal sealed class GetHistoryHandler(IQuestDb db, Acting acting, IRoles roles, IMapper mapper) : IQueryHandler<GetHistory, ArticleHistory>
{
    public async Task<Result<ArticleHistory>> Handle(GetHistory query, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == query.Article)
            .Select(a => new { a.Site, a.Working.Title, a.State, a.LiveRevision, a.LastRevision, a.Hands, a.ArchivedAt, a.BinnedAt }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        var line = await db.Revisions.AsNoTracking().Where(r => r.Article == query.Article).OrderByDescending(r => r.Number).Take(500)
            .ProjectTo<RevisionInLine>(mapper.ConfigurationProvider).ToListAsync(ct);
        var people = line.Where(r => r.FrozenBy != null).Select(r => r.FrozenBy!.Value).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var keys = line.Where(r => r.Origin == OriginKind.Agent && r.OriginId != null).Select(r => SiteKeyId.From(r.OriginId!.Value)).Concat(line.Where(r => r.FrozenByKey != null).Select(r => r.FrozenByKey!.Value)).Distinct().ToList();
        var agents = keys.Count == 0 ? [] : await db.SiteKeys.AsNoTracking().Where(k => keys.Contains(k.Id)).ToDictionaryAsync(k => k.Id, k => Actor.NameOfAgent(k.Name), ct);

        var right = query.Right ?? (line.Count > 0 ? article.LastRevision : null);
        var left = query.Left ?? (right > 1 ? right - 1 : null);
        var pair = await db.Revisions.AsNoTracking().Where(r => r.Article == query.Article && (r.Number == left || r.Number == right))
            .Select(r => new { r.Number, r.Content }).ToDictionaryAsync(r => r.Number, r => r.Content, ct);
        if ((left is { } l && !pair.ContainsKey(l)) || (right is { } r2 && !pair.ContainsKey(r2))) return ArticleErrors.NoSuchRevision;

        var mine = await roles.OfAsync(acting.Me, ct);
        return new ArticleHistory
        {
            Article = query.Article,
            Site = article.Site,
            Title = article.Title.Length > 0 ? article.Title : "Untitled",
            State = article.State,
            LiveRevision = article.LiveRevision,
            HasUnfrozenChanges = article.Hands.Length > 0,
            Revisions = line,
            Names = names,
            Agents = agents,
            Left = left,
            Right = right,
            MayRestore = mine!.May(Permission.Write, article.Site) && article.State != WorkingState.InReview && article.ArchivedAt is null && article.BinnedAt is null,
            Difference = left is { } from && right is { } to ? await TextDifference.Between(pair[from], pair[to]).WithNamesAsync(db, ct) : null,
        };
    }
}
