using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>A program reads the working copy of an article of its site with everything known of it, in the bin too. Error: NotFound, also for what was deleted for ever.</summary>
[Requires(Permission.PreviewAsAgent)]
public sealed record GetManagedArticle(ArticleId Article) : IQuery<ManagedArticle>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>The working copy, where it stands, and whose it is.</summary>
public sealed record ManagedArticle
{
    public required ArticleId Id { get; init; }
    /// <summary>Counts every change of the article: its entity tag.</summary>
    public required int Version { get; init; }
    public required string Locale { get; init; }
    public required WorkingState State { get; init; }
    /// <summary>The state as people see it.</summary>
    public required ListedState Shown { get; init; }
    public required ArticleText Text { get; init; }
    public required int LastRevision { get; init; }
    public required int? LiveRevision { get; init; }
    public required int? ApprovedRevision { get; init; }
    public required bool HasUnpublishedChanges { get; init; }
    public required DateTimeOffset? ScheduledFor { get; init; }
    public required DateTimeOffset? FirstPublishedAt { get; init; }
    public required DateTimeOffset? ArchivedAt { get; init; }
    public required DateTimeOffset? BinnedAt { get; init; }
    public required DoneBy? CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DoneBy? ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
    public required int Words { get; init; }
    public required int Minutes { get; init; }
    public required IReadOnlyList<Check> Checks { get; init; }
}

internal sealed class GetManagedArticleHandler(IQuestDb db) : IQueryHandler<GetManagedArticle, ManagedArticle>
{
    public async Task<Result<ManagedArticle>> Handle(GetManagedArticle query, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == query.Article && a.DeletedAt == null, ct);
        if (article is null) return ArticleErrors.NotFound;
        var (text, words) = (article.Working, Words.Count(article.Working));
        var names = await NamesOfDoers.ReadAsync(db, [article.WhoWroteLast(), Who.Of(article.CreatedBy, article.Agent?.Key)], ct);
        return new ManagedArticle
        {
            Id = article.Id,
            Version = article.Version,
            Locale = article.Locale,
            State = article.State,
            Shown = ArticleRow.ShownAs(article.ArchivedAt, article.State, article.ScheduledFor, article.LiveRevision, article.HasUnpublishedChanges),
            Text = await ManagedText.OfAsync(db, text, ct),
            LastRevision = article.LastRevision,
            LiveRevision = article.LiveRevision,
            ApprovedRevision = article.ApprovedRevision,
            HasUnpublishedChanges = article.HasUnpublishedChanges,
            ScheduledFor = article.ScheduledFor,
            FirstPublishedAt = article.FirstPublishedAt,
            ArchivedAt = article.ArchivedAt,
            BinnedAt = article.BinnedAt,
            CreatedBy = names.Of(article.CreatedBy, article.Agent?.Key),
            CreatedAt = article.CreatedAt,
            ChangedBy = names.Of(article.WhoWroteLast() ?? Who.Of(article.CreatedBy, article.Agent?.Key)),
            ChangedAt = article.ChangedAt,
            Words = words.Words,
            Minutes = words.Minutes,
            Checks = ArticleChecks.Of(text, words.Words, await PicturesOf.ReadAsync(db, article.Site, text, ct)),
        };
    }
}
