using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Content;

/// <summary>
/// Makes a new working copy from an older revision and freezes it as the newest. It publishes nothing; what stood in the working copy is frozen
/// before. Errors: NotFound, <c>article.frozen</c>.
/// </summary>
[Requires(Permission.Write)]
public sealed record RestoreRevision(ArticleId Article, int Number) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class RestoreRevisionHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, TimeProvider clock) : ICommandHandler<RestoreRevision>
{
    public async Task<Result> Handle(RestoreRevision command, CancellationToken ct)
    {
        var article = await db.Articles.FirstOrDefaultAsync(a => a.Id == command.Article, ct);
        if (article is null) return ArticleErrors.NotFound;
        var revision = await db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Article == command.Article && r.Number == command.Number, ct);
        if (revision is null) return ArticleErrors.NoSuchRevision;

        var now = clock.GetUtcNow();
        // The text restored from may be far back: it explains every word, so it is the base of the trace.
        var before = await freezer.FreezeChangesAsync(article, Occasion.NamedSave, article.WhoWroteLast() ?? acting.Me, now, ct);
        if (article.RestoreFrom(revision, acting.Me, now) is { Refused: true } refused) return refused;
        var figures = ArticleFigures.Of(Words.Count(article.Working).Words, revision.Authorship.Shares(article.Working));
        db.Revisions.Add(Revision.Freeze(RevisionId.New(now.AddMilliseconds(before is null ? 0 : 1)), article, Occasion.Restore, new Origin(revision.Origin, revision.OriginId),
            revision.Authorship, figures, await PicturesOf.ReadAsync(db, article.Site, article.Working, ct), acting.Me, now));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
