using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>Everything the editor shows of an article. Error: NotFound.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetArticleForEditing(ArticleId Article) : IQuery<ArticleForEditing>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>The working copy with what the page around it needs.</summary>
public sealed record ArticleForEditing
{
    public required ArticleId Id { get; init; }
    public required SiteId Site { get; init; }
    public required string SiteSlug { get; init; }
    public required string SiteName { get; init; }
    public required ArticleContent Content { get; init; }
    public required int Version { get; init; }
    public required WorkingState State { get; init; }
    public required int LastRevision { get; init; }
    public required int? LiveRevision { get; init; }
    public required int? ApprovedRevision { get; init; }
    public required DateTimeOffset? ScheduledFor { get; init; }
    public required DateTimeOffset? ArchivedAt { get; init; }
    public required bool HasUnpublishedChanges { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required string ChangedBy { get; init; }
    public required int Words { get; init; }
    public required int Minutes { get; init; }
    public required ArticleFigures Figures { get; init; }
    public required IReadOnlyList<Check> Checks { get; init; }
    public required IReadOnlyList<Choice<CategoryId>> Categories { get; init; }
    public required IReadOnlyList<Choice<BylineId>> Bylines { get; init; }
    /// <summary>What this person typed on an older version and has not decided about; null when nothing.</summary>
    public required DateTimeOffset? SideCopyKeptAt { get; init; }
    /// <summary>This person may change it now: has the role, and it is not in review, archive or bin.</summary>
    public required bool MayWrite { get; init; }
    public required bool MayPublish { get; init; }
}

internal sealed class GetArticleForEditingHandler(IQuestDb db, Acting acting, IRoles roles) : IQueryHandler<GetArticleForEditing, ArticleForEditing>
{
    public async Task<Result<ArticleForEditing>> Handle(GetArticleForEditing query, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var site = await db.Sites.AsNoTracking().Where(s => s.Id == article.Site).Select(s => new { s.Slug, s.Name }).FirstAsync(ct);
        var writer = (await NamesOfDoers.ReadAsync(db, [article.WhoWroteLast()], ct)).Of(article.WhoWroteLast())?.Name;
        var kept = await db.SideCopies.AsNoTracking().Where(s => s.Article == article.Id && s.Person == acting.Me).Select(s => (DateTimeOffset?)s.KeptAt).FirstOrDefaultAsync(ct);
        var mine = await roles.OfAsync(acting.Me, ct);
        var words = Words.Count(article.Working);
        return new ArticleForEditing
        {
            Id = article.Id,
            Site = article.Site,
            SiteSlug = site.Slug,
            SiteName = site.Name,
            Content = article.Working,
            Version = article.WorkingVersion,
            State = article.State,
            LastRevision = article.LastRevision,
            LiveRevision = article.LiveRevision,
            ApprovedRevision = article.ApprovedRevision,
            ScheduledFor = article.ScheduledFor,
            ArchivedAt = article.ArchivedAt,
            HasUnpublishedChanges = article.HasUnpublishedChanges,
            ChangedAt = article.ChangedAt,
            ChangedBy = writer ?? article.Agent?.Name ?? "Somebody",
            Words = words.Words,
            Minutes = words.Minutes,
            Figures = article.Figures,
            Checks = ArticleChecks.Of(article.Working, words.Words, await PicturesOf.ReadAsync(db, article.Site, article.Working, ct)),
            Categories = await db.CategoriesOfAsync(article.Site, ct),
            Bylines = await db.BylinesOfAsync(article.Site, ct),
            SideCopyKeptAt = kept,
            MayWrite = mine!.May(Permission.Write, article.Site) && article.State != WorkingState.InReview && article.ArchivedAt is null && article.BinnedAt is null,
            MayPublish = mine.May(Permission.Publish, article.Site),
        };
    }
}
